"""The country page and its JSON: Concord beside FastAPI with uvicorn and Jinja2, one after the other, three times in turn."""

import json
import statistics
import sys
from pathlib import Path

from measure import CONCORD, Load, concord_data, fetch, folder, free_port, load, met, serving, write
from mould import same

ROUNDS = 5
COUNTRIES = ("DEU", "ISL")  # much is known about one, little about the other
HERE = Path(__file__).parent


def middle(loads: list[Load]) -> Load:
    return Load(*(statistics.median(getattr(one, name) for one in loads) for name in Load.__dataclass_fields__))


rows = []
with folder() as place:
    data = concord_data(place)
    for code in COUNTRIES:
        paths = {"page": f"/en/countries/{code}", "JSON": f"/api/v1/countries/{code}"}
        ours: dict[str, list[Load]] = {what: [] for what in paths}
        theirs: dict[str, list[Load]] = {what: [] for what in paths}
        sizes = {}
        for _ in range(ROUNDS):
            port = free_port()
            with serving([CONCORD, "serve", "--data", data, "--port", port], port, "/healthz") as server:
                html, document = fetch(port, paths["page"]), fetch(port, paths["JSON"])
                (place / "page.html").write_bytes(html)
                (place / "page.json").write_bytes(document)
                sizes = {"page": len(html), "JSON": len(document)}
                for what, path in paths.items():
                    ours[what].append(load(server, path))
            port = free_port()
            command = [sys.executable, "-m", "uvicorn", "--app-dir", HERE, "--port", port, "--workers", "2", "--log-level", "error", "--no-access-log", "peer:app"]
            environment = {"COUNTRY_PAGE_FOLDER": str(place), "PYTHONPATH": str(HERE)}
            with serving(command, port, "/healthz", environment=environment) as server:
                if not same(html.decode(), fetch(port, paths["page"]).decode()):
                    raise SystemExit("the peer's page is not the same")
                if json.loads(fetch(port, paths["JSON"])) != json.loads(document):
                    raise SystemExit("the peer's JSON is not the same")
                for what, path in paths.items():
                    theirs[what].append(load(server, path))
        for what in paths:
            concord, peer = middle(ours[what]), middle(theirs[what])
            ratio = concord.requests_per_second / peer.requests_per_second
            rows.append({
                "what": f"{code}, {what} of {sizes[what] / 1000:.0f} kB: {ratio:.1f} times the requests, "
                        f"{peer.cpu_ms_per_request / concord.cpu_ms_per_request:.1f} times less processor",
                "target": "5 times the requests per second", "concord": concord, "peer": peer,
                "peer name": "FastAPI, uvicorn (2 workers), Jinja2", "met": met(ratio >= 5),
            })

write("country-page", rows, (
    f"Median of {ROUNDS} rounds in turn; wrk with 32 connections on the same cores for 8 s each. No page cache on either side. The peer runs the same "
    "statements, sums the rows by the same rules and prints the same bytes (the comparison stops if it does not); the coordinates of drawings and the "
    "verdicts on quality are handed to it ready-made, so the ratio is the least there is."
))
