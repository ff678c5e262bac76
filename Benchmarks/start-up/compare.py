"""How soon the program answers on a database that exists, and what it holds in memory: beside an empty FastAPI application."""

import statistics
import sys
from pathlib import Path

from measure import CONCORD, concord_data, fetch, folder, free_port, load, met, serving, write

RUNS = 9
PEER = Path(__file__).parent / "peer.py"

with folder() as place:
    data = concord_data(place)
    times, idle = [], []
    for _ in range(RUNS):
        port = free_port()
        with serving([CONCORD, "serve", "--data", data, "--port", port], port, "/healthz") as server:
            times.append(server.first_answer)
            idle.append(server.memory())
    port = free_port()
    with serving([CONCORD, "serve", "--data", data, "--port", port], port, "/healthz") as server:
        for path in ("/en", "/en/countries/DEU", "/en/instruments"):
            fetch(port, path)
            load(server, path, seconds=4)
        loaded = server.memory()

    peer_times, peer_idle = [], []
    for _ in range(RUNS):
        port = free_port()
        command = [sys.executable, "-m", "uvicorn", "--app-dir", PEER.parent, "--port", port, "--log-level", "warning", "peer:app"]
        with serving(command, port, "/") as server:
            peer_times.append(server.first_answer)
            peer_idle.append(server.memory())

first, peer_first = statistics.median(times), statistics.median(peer_times)
write("start-up", [
    {"what": "start to the first 200, seconds", "target": "under 0.5", "concord": first, "peer": peer_first,
     "peer name": "FastAPI with one empty page", "met": met(first < 0.5)},
    {"what": "resident when idle, MB", "target": "under 60", "concord": max(idle), "peer": max(peer_idle),
     "peer name": "the same", "met": met(max(idle) < 60)},
    {"what": "resident after load, MB", "target": "under 200", "concord": loaded, "peer": "not loaded",
     "peer name": "the same", "met": met(loaded < 200)},
], f"Median of {RUNS} starts on a folder that holds the country figures; memory is the highest of them. Load: wrk on three pages.")
