"""The country figures, with the 128 rows put back that nobody should count: Concord's importer beside pandas."""

import json
import sys
from pathlib import Path

from measure import CONCORD, ROOT, folder, median, met, run, write

RUNS = 5
PEER = Path(__file__).parent / "peer.py"

with folder() as place:
    file = place / "glotip.csv"
    quarantine = (ROOT / "Tests/Fixtures/Files/glotip_quarantine.csv").read_text("utf-8").split("\n", 1)[1]
    file.write_text((ROOT / "share/glotip/glotip_full.csv").read_text("utf-8") + quarantine, "utf-8")
    ours, theirs, found = [], [], set()
    for number in range(RUNS):
        data = place / f"data-{number}"
        run([CONCORD, "migrate", "--data", data])
        cost, _ = run([CONCORD, "import", file, "--mapping", "glotip", "--data", data])
        ours.append(cost)
        cost, printed = run([sys.executable, PEER, file, place / f"peer-{number}.sqlite", ROOT / "share/reference/states.csv"])
        theirs.append(cost)
        found.add(printed.strip())
    if len(found) != 1 or json.loads(found.pop())["refused"] != 128:
        raise SystemExit("the peer did not refuse the 128 rows, so it does not do the same")

concord, peer = median(ours), median(theirs)
write("import", [
    {"what": "58,743 rows read, checked and written", "target": "no slower than pandas", "concord": concord, "peer": peer,
     "peer name": "pandas", "met": met(concord.wall <= peer.wall)},
    {"what": "peak memory, MB", "target": "under 100", "concord": concord.peak_mb, "peer": peer.peak_mb, "peer name": "pandas",
     "met": met(concord.peak_mb < 100)},
], f"Median of {RUNS} runs in turn, each into a new database; the program's start is in the time of both.")
