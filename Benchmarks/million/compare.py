"""Lists, files and dashboards over 1,000,000 invented case files on PostgreSQL.

CASES=n makes another number of files; DATA=folder and CONCORD_TEST_POSTGRES=address of a demonstration that is there already spare the making.
"""

import os
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "case-files"))

from demonstration import FILTERS, Steady, enter, get, make
from measure import CONCORD, folder, free_port, met, serving, write

CASES = int(os.environ.get("CASES", "1000000"))
DATABASE = os.environ["CONCORD_TEST_POSTGRES"]


def measured(what: str, limit: float, server, paths: list[str], cookie: str, **how) -> dict:
    found = Steady(server, paths, cookie, **how)
    if found.bad:
        raise SystemExit(f"{what}: {found.bad} answers were no 200")
    return {"what": what, "target": f"p95 {limit:.0f} ms", "concord": str(found), "peer": "", "peer name": "none", "met": met(found.p95 < limit)}


rows = []
with folder() as place:
    data = os.environ.get("DATA") or place / "data"
    made = 0.0 if os.environ.get("DATA") else make(data, CASES, DATABASE)
    print(f"  {CASES} files made in {made:.0f} s")
    port = free_port()
    with serving([CONCORD, "serve", "--data", data, "--database", DATABASE, "--port", port], port, "/healthz") as server:
        cookie = enter(port, "identifying-officer", data, DATABASE)
        files = re.findall(r'href="(/work/cases/[0-9a-f-]{36})"', get(port, "/work/cases", cookie))
        rows += [
            measured("work queue, at 100 a second", 50, server, ["/work/cases"], cookie),
            measured("lists with each of 12 filters, four at once, a label, at 50 a second", 50, server, [f"/work/cases?{f}" for f in FILTERS],
                     cookie, rate=50),
            measured("case file, at 50 a second", 50, server, files, cookie, rate=50),
            measured("dashboards, at 10 a second", 250, server, ["/work/figures"], enter(port, "rapporteur", data, DATABASE), rate=10),
        ]

write("million", rows, (
    f"{CASES} invented case files on PostgreSQL 15 on the same two cores, with the settings of the tests (128 MB of shared buffers)"
    + (f", made in {made:.0f} s" if made else "") + ". Timed from the moment at which each request was due; memory is Concord's own."
))
