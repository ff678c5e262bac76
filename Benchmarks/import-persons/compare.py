"""A million invented person records: Concord's importer beside pandas in pieces."""

import json
import sys
from pathlib import Path

from generate import write as make_file
from measure import CONCORD, folder, median, met, run, write

ROWS = 1_000_000
RUNS = 3
PEER = Path(__file__).parent / "peer.py"

with folder() as place:
    file = place / "persons.csv"
    make_file(str(file), ROWS)
    ours, theirs = [], []
    for number in range(RUNS):
        data = place / f"data-{number}"
        run([CONCORD, "migrate", "--data", data])
        cost, _ = run([CONCORD, "import", file, "--mapping", "htcds", "--data", data])
        ours.append(cost)
        cost, printed = run([sys.executable, PEER, file, place / f"peer-{number}.sqlite"])
        theirs.append(cost)
        if json.loads(printed)["taken"] != ROWS:
            raise SystemExit("the peer did not take every row, so it does not do the same")

concord, peer = median(ours), median(theirs)
write("import-persons", [
    {"what": "1,000,000 person records read, checked, coded and written", "target": "under 60 s", "concord": concord, "peer": peer,
     "peer name": "pandas, 50,000 rows at a time", "met": met(concord.wall < 60)},
    {"what": "peak memory, MB", "target": "under 150", "concord": concord.peak_mb, "peer": peer.peak_mb,
     "peer name": "the same", "met": met(concord.peak_mb < 150)},
], f"Median of {RUNS} runs in turn, each into a new database. Both keep the records and a table of counts by combination.")
