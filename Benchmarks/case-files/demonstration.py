"""A demonstration of Examplia, and somebody signed in on it: for benchmarks of the work pages."""

import re
import statistics
import subprocess
import threading
import time
import urllib.parse
import urllib.request
from http.client import HTTPConnection

from measure import CONCORD, Server

# One for each filter of the work queue, with a value that many or few files have; four at once; a part of a label.
FILTERS = [
    "state=closed", "state=all", "worker=me", "worker=nobody", "due=late", "urgent=yes", "stage=presumed", "path=child", "setting=border", "form=forced_labour", "sex=female",
    "age=9_17", "citizenship=NGA", "region=islands", "stage=identified&sex=female&form=sexual_exploitation&region=capital", "q=night",
]


def make(data, cases: int, database: str | None = None) -> float:
    """Makes Examplia with so many files; gives the seconds that it took."""
    begin = time.monotonic()
    command = [CONCORD, "demo", "--data", data, "--cases", str(cases)] + (["--database", database] if database else [])
    subprocess.run(list(map(str, command)), check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.monotonic() - begin


def enter(port: int, role: str, data, database: str | None = None) -> str:
    """The cookie of a session as the first person with a role."""
    command = [CONCORD, "demo", "link", role, "--data", data, "--port", str(port)] + (["--database", database] if database else [])
    link = subprocess.run(list(map(str, command)), check=True, capture_output=True, text=True).stdout.strip()
    jar = urllib.request.HTTPCookieProcessor()
    opener = urllib.request.build_opener(jar)
    page = opener.open(link).read().decode()
    opener.open(link, urllib.parse.urlencode(dict(re.findall(r'name="(seal|once)" value="([^"]*)"', page))).encode())
    return "; ".join(f"{c.name}={c.value}" for c in jar.cookiejar if c.name == "concord")


def get(port: int, path: str, cookie: str) -> str:
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", headers={"Cookie": cookie})
    with urllib.request.urlopen(request, timeout=60) as answer:
        return answer.read().decode()


class Steady:
    """So many requests a second over a few connections, each answer timed from the moment at which it was due: a server that stalls can't hide it."""

    def __init__(self, server: Server, paths: list[str], cookie: str, rate: int = 100, seconds: int = 10, connections: int = 8):
        self.port, self.paths, self.cookie, self.rate, self.total, self.connections = server.port, paths, cookie, rate, rate * seconds, connections
        self.times: list[float] = []
        self.bad = 0
        before = server.cpu()
        self._run()
        self.cpu_ms = (server.cpu() - before) / self.total * 1000
        self.peak_mb = server.memory("VmHWM")
        ordered = sorted(self.times)
        self.p50, self.p95, self.p99 = (ordered[int(len(ordered) * q)] * 1000 for q in (0.5, 0.95, 0.99))

    def _run(self) -> None:
        begin, lock = time.monotonic() + 0.2, threading.Lock()
        nexts = iter(range(self.total))

        def work():
            connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
            while True:
                with lock:
                    number = next(nexts, None)
                if number is None:
                    return
                due = begin + number / self.rate
                time.sleep(max(0, due - time.monotonic()))
                connection.request("GET", self.paths[number % len(self.paths)], headers={"Cookie": self.cookie})
                answer = connection.getresponse()
                answer.read()
                with lock:
                    self.times.append(time.monotonic() - due)
                    self.bad += answer.status != 200

        threads = [threading.Thread(target=work) for _ in range(self.connections)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    def __str__(self) -> str:
        return f"{self.cpu_ms:.2f} CPU-ms a request, p50 {self.p50:.1f} ms, p95 {self.p95:.1f} ms, p99 {self.p99:.1f} ms, {self.peak_mb:.0f} MB"


def middle(values: list[float]) -> float:
    return statistics.median(values)
