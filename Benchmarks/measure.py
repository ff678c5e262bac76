"""What every benchmark needs: to run a command and a server, and to say what they cost."""

import json
import os
import platform
import re
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RESULTS = Path(__file__).parent / "results"
CONCORD = Path(os.environ.get("CONCORD", ROOT / ".build/release/concord"))
TICK = os.sysconf("SC_CLK_TCK")


@dataclass
class Cost:
    """What one run of a command took: seconds on the clock, seconds of processor, megabytes resident at most."""

    wall: float
    cpu: float
    peak_mb: float


def run(command: list[str], folder: Path | None = None, expect: int = 0) -> tuple[Cost, str]:
    """Runs a command to its end. Its children count, as far as it waits for them.

    GNU time counts, for it is small itself: a child of this very process would begin with our own memory as its peak.
    """
    with tempfile.NamedTemporaryFile("r") as counted:
        timed = ["/usr/bin/time", "-q", "-o", counted.name, "-f", "%e %U %S %M", *map(str, command)]
        done = subprocess.run(timed, capture_output=True, text=True, stdin=subprocess.DEVNULL, cwd=folder or ROOT)
        if done.returncode != expect:
            raise SystemExit(f"{' '.join(map(str, command))} ended with {done.returncode}:\n{done.stdout}\n{done.stderr}")
        wall, user, system, peak = map(float, counted.read().split())
    return Cost(wall, user + system, peak / 1024), done.stdout


def median(costs: list[Cost]) -> Cost:
    """The middle of each; the peak is the highest, for it is a limit."""
    return Cost(
        statistics.median(c.wall for c in costs), statistics.median(c.cpu for c in costs), max(c.peak_mb for c in costs)
    )


def free_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


@dataclass
class Server:
    """A server that runs, with every process that belongs to it."""

    process: subprocess.Popen
    port: int
    first_answer: float

    def processes(self) -> list[int]:
        found, waiting = [], [self.process.pid]
        while waiting:
            pid = waiting.pop()
            found.append(pid)
            try:
                children = Path(f"/proc/{pid}/task/{pid}/children").read_text()
            except OSError:
                children = ""
            waiting += map(int, children.split())
        return found

    def cpu(self) -> float:
        """Seconds of processor so far."""
        total = 0.0
        for pid in self.processes():
            fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
            total += (int(fields[11]) + int(fields[12])) / TICK
        return total

    def memory(self, what: str = "VmRSS") -> float:
        """Megabytes resident now, or at most so far (`VmHWM`)."""
        total = 0.0
        for pid in self.processes():
            found = re.search(rf"^{what}:\s+(\d+)", Path(f"/proc/{pid}/status").read_text(), re.M)
            total += int(found.group(1)) / 1024 if found else 0
        return total


@contextmanager
def serving(command: list[str], port: int, path: str, folder: Path | None = None, environment: dict[str, str] | None = None):
    """Starts a server, waits for its first 200 at `path`, and stops it at the end."""
    log = tempfile.TemporaryFile()
    begin = time.monotonic()
    process = subprocess.Popen(
        [str(c) for c in command], stdout=log, stderr=log, stdin=subprocess.DEVNULL, cwd=folder or ROOT,
        env=os.environ | (environment or {}), start_new_session=True,
    )
    try:
        while True:
            if process.poll() is not None or time.monotonic() - begin > 300:
                log.seek(0)
                raise SystemExit(f"{' '.join(map(str, command))} did not serve:\n{log.read().decode()}")
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=30) as answer:
                    if answer.status == 200:
                        break
            except OSError:
                time.sleep(0.002)
        yield Server(process, port, time.monotonic() - begin)
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
        log.close()


def fetch(port: int, path: str) -> bytes:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=60) as answer:
        return answer.read()


@dataclass
class Load:
    requests_per_second: float
    cpu_ms_per_request: float
    p50_ms: float
    p99_ms: float
    peak_mb: float


def load(server: Server, path: str, seconds: int = 8, connections: int = 32) -> Load:
    """wrk against one address, on the same cores as the server: it takes its share of them."""
    before = server.cpu()
    done = subprocess.run(
        ["wrk", "-t2", f"-c{connections}", f"-d{seconds}s", "--latency", f"http://127.0.0.1:{server.port}{path}"],
        capture_output=True, text=True, check=True,
    ).stdout
    used = server.cpu() - before
    if "Non-2xx" in done:
        raise SystemExit(f"not every answer was a 200:\n{done}")
    requests = int(re.search(r"(\d+) requests in", done).group(1))
    return Load(
        float(re.search(r"Requests/sec:\s+([\d.]+)", done).group(1)), used / requests * 1000,
        milliseconds(re.search(r"50%\s+([\d.]+)(us|ms|s|m)\b", done)), milliseconds(re.search(r"99%\s+([\d.]+)(us|ms|s|m)\b", done)),
        server.memory("VmHWM"),
    )


def milliseconds(found: re.Match) -> float:
    return float(found.group(1)) * {"us": 0.001, "ms": 1, "s": 1_000, "m": 60_000}[found.group(2)]


def machine() -> dict:
    processor = re.search(r"model name\s*:\s*(.+)", Path("/proc/cpuinfo").read_text())
    return {
        "processor": processor.group(1) if processor else platform.machine(), "cores": os.cpu_count(),
        "load before": round(os.getloadavg()[0], 2), "day": time.strftime("%Y-%m-%d"),
    }


@contextmanager
def folder():
    """A folder for one run, on the same disk as the checkout."""
    place = ROOT / ".build" / "benchmarks"
    place.mkdir(parents=True, exist_ok=True)
    name = Path(tempfile.mkdtemp(dir=place))
    try:
        yield name
    finally:
        shutil.rmtree(name, ignore_errors=True)


def plain(value):
    """Rounded as one would say it."""
    if isinstance(value, float):
        return round(value, 3 if value < 10 else 1)
    if hasattr(value, "__dataclass_fields__"):
        return {k: plain(v) for k, v in asdict(value).items()}
    return value


def write(claim: str, rows: list[dict], note: str = "") -> None:
    """Keeps the result for `Benchmarks/README.md`. A row has: what, target, concord, peer, peer name, met."""
    RESULTS.mkdir(exist_ok=True)
    rows = [{key: plain(value) for key, value in row.items()} for row in rows]
    content = {"claim": claim, "machine": machine(), "note": note, "rows": rows}
    (RESULTS / f"{claim}.json").write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    for row in rows:
        print(f"  {row['what']}: {row['concord']}   |   {row['peer name']}: {row['peer']}   |   target: {row['target']}   {row['met']}")


def met(condition: bool) -> str:
    return "met" if condition else "missed"


def concord_data(place: Path) -> Path:
    """A folder of a node with the reference data and the country figures in it, made by the program itself."""
    data = place / "data"
    port = free_port()
    with serving([str(CONCORD), "serve", "--data", data, "--port", port], port, "/healthz"):
        pass
    return data


if not CONCORD.exists():
    sys.exit(f"{CONCORD} is missing. Build it first: make build")
