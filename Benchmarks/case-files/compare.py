"""Work queue, filtered lists, case files and dashboards over 100,000 invented case files; the queue beside FastAPI and SQLAlchemy.

CASES=n makes another number of files.
"""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

from demonstration import FILTERS, Steady, enter, get, make, middle
from measure import CONCORD, folder, free_port, met, milliseconds, serving, write

CASES = int(os.environ.get("CASES", "100000"))
ROUNDS = 5
HERE = Path(__file__).parent


def wrk(port: int, path: str, cookie: str, server) -> tuple[float, float]:
    """Requests a second and CPU-ms a request with 32 connections, on the same cores."""
    before = server.cpu()
    done = subprocess.run(
        ["wrk", "-t2", "-c32", "-d8s", "--latency", "-H", f"Cookie: {cookie}", f"http://127.0.0.1:{port}{path}"],
        capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in done:
        raise SystemExit(f"not every answer was a 200:\n{done}")
    requests = int(re.search(r"(\d+) requests in", done).group(1))
    return float(re.search(r"Requests/sec:\s+([\d.]+)", done).group(1)), (server.cpu() - before) / requests * 1000


def steady(what: str, target: str, server, paths: list[str], cookie: str, holds, **how) -> dict:
    found = Steady(server, paths, cookie, **how)
    if found.bad:
        raise SystemExit(f"{what}: {found.bad} answers were no 200")
    return {"what": what, "target": target, "concord": str(found), "peer": "", "peer name": "none", "met": met(holds(found))}


def words(html: str, name: str) -> dict:
    """The choices of a filter, as the page names them."""
    select = re.search(rf'<select id="filter-{name}".*?</select>', html, re.S).group(0)
    return dict(re.findall(r'<option value="([^"]+)"[^>]*>([^<]*)</option>', select))


rows = []
with folder() as place:
    data = place / "data"
    made = make(data, CASES)
    print(f"  {CASES} files made in {made:.0f} s")
    ours, theirs = [], []
    for round in range(ROUNDS):
        port = free_port()
        with serving([CONCORD, "serve", "--data", data, "--port", port], port, "/healthz") as server:
            cookie = enter(port, "identifying-officer", data)
            html = get(port, "/work/cases", cookie)
            (place / "queue.html").write_text(html, "utf-8")
            names = {"stage": words(html, "stage"), "path": words(html, "path"), "sex": words(html, "sex"), "age": words(html, "age")}
            (place / "words.json").write_text(json.dumps(names), "utf-8")
            (place / "list.sql").write_text((HERE / "list.sql").read_text("utf-8"), "utf-8")
            ours.append(wrk(port, "/work/cases", cookie, server))
            if round == 0:
                files = re.findall(r'href="(/work/cases/[0-9a-f-]{36})"', html)
                rows += [
                    steady("work queue", "5 CPU-ms, p95 25 ms at 100 a second", server, ["/work/cases"], cookie, lambda s: s.cpu_ms < 5 and s.p95 < 25),
                    steady("lists with each of 12 filters, four at once, a label", "5 CPU-ms, p95 25 ms at 100 a second", server,
                           [f"/work/cases?{f}" for f in FILTERS], cookie, lambda s: s.cpu_ms < 5 and s.p95 < 25),
                    steady("case file", "10 CPU-ms", server, files, cookie, lambda s: s.cpu_ms < 10, rate=50),
                ]
                rapporteur = enter(port, "rapporteur", data)
                rows.append(steady("dashboards", "100 ms", server, ["/work/figures"], rapporteur, lambda s: s.p95 < 100, rate=20))
                rows.append({
                    "what": f"resident after all of that, {CASES} files", "target": "250 MB", "concord": f"{server.memory('VmHWM'):.0f} MB at most", "peer": "",
                    "peer name": "none", "met": met(server.memory("VmHWM") < 250)})
        port = free_port()
        command = [sys.executable, "-m", "uvicorn", "--app-dir", HERE, "--port", port, "--workers", "2", "--log-level", "error", "--no-access-log", "peer:app"]
        with serving(command, port, "/healthz", environment={"QUEUE_FOLDER": str(place), "QUEUE_DATA": str(data)}) as server:
            same = get(port, "/work/cases", cookie)
            table = lambda page: re.sub(r"\s+", " ", page.split("<tbody>")[1].split("</tbody>")[0])
            if table(same) != table(html):
                (place / "theirs.html").write_text(same)
                raise SystemExit("the peer's list is not the same")
            theirs.append(wrk(port, "/work/cases", cookie, server))
    concord, peer = [middle([x[i] for x in ours]) for i in (0, 1)], [middle([x[i] for x in theirs]) for i in (0, 1)]
    rows.insert(0, {
        "what": f"work queue, 32 connections: {concord[0] / peer[0]:.1f} times the requests, {peer[1] / concord[1]:.1f} times less processor",
        "target": "5 times the requests per second", "concord": f"{concord[0]:.0f} a second, {concord[1]:.2f} CPU-ms",
        "peer": f"{peer[0]:.0f} a second, {peer[1]:.2f} CPU-ms", "peer name": "FastAPI, SQLAlchemy, Jinja2, uvicorn (2 workers)", "met": met(concord[0] / peer[0] >= 5),
    })

write("case-files", rows, (
    f"{CASES} invented case files on SQLite, made in {made:.0f} s. Lists at a fixed rate are timed from the moment at which each request was due. The peer runs the "
    "same statement over the same rows and prints the same rows of HTML (the comparison stops if it does not); it gets the rest of the page ready-made. No page cache "
    "on either side."
))
