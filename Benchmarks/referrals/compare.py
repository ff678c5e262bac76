"""Referrals from 64 clients at once (sealed, indexed, shared, audited, durable), beside a bare insert and commit on the same disk; and a search by name.

CASES=n makes another number of files before; CLIENTS=n has another number of clients.
"""

import json
import os
import re
import sqlite3
import sys
import threading
import time
import urllib.parse
import urllib.request
from http.client import HTTPConnection
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "case-files"))

from demonstration import enter, make, middle
from measure import CONCORD, folder, free_port, met, serving, write

CASES = int(os.environ.get("CASES", "100000"))
CLIENTS = int(os.environ.get("CLIENTS", "64"))
SECONDS = 10
ROUNDS = 5
NAMES = ["Amina", "Chidi", "Dorin", "Elena", "Farid", "Grace", "Hanna", "Ivan", "Joy", "Kofi"]
SURNAMES = ["Example", "Rusu", "Osei", "Bello", "Haddad", "Ceban", "Tran", "Silva", "Koroma", "Thapa"]
SOUGHT = ["Amina", "Dorin Example", "Mei Lin", "Grace Osei", "Nobody Atall", "Ion Rusu", "Fatima", "Joseph"]


def referral(number: int) -> bytes:
    """An invented adult, another one each time, as a program would send them."""
    return json.dumps({
        "setting": "ngo", "age": "adult", "names": f"{NAMES[number % 10]} {SURNAMES[number // 10 % 10]}", "birth-year": f"{1970 + number % 30}",
        "sex": "female", "language": "ar", "label": "harbour gate", "consent": "yes", "explained": "interpreter", "evidence": "spoken",
    }).encode()


def tokens(port: int, cookie: str, count: int) -> list[str]:
    """Tokens of the API, made on the page on which people make them."""
    def ask(path: str, fields: dict | None = None) -> str:
        body = urllib.parse.urlencode(fields).encode() if fields else None
        request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", body, {"Cookie": cookie})
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.read().decode()

    made = []
    for number in range(count):
        page = ask("/work/account")
        form = re.search(r'<form[^>]*action="/work/account/tokens".*?</form>', page, re.S).group(0)
        hidden = dict(re.findall(r'name="(seal|once)" value="([^"]*)"', form))
        shown = ask("/work/account/tokens", hidden | {"token-name": f"benchmark {number}", "lifetime": "30"})
        made.append(re.search(r'<code id="token">([^<]+)</code>', shown).group(1))
    return made


def raise_for(port: int, tokens: list[str], seconds: float, first: int) -> tuple[float, list[float], list[str]]:
    """Referrals a second, how long each took, and what went wrong."""
    times, wrong, lock = [], [], threading.Lock()
    end = time.monotonic() + seconds

    def client(number: int):
        connection, mine, bad, done = HTTPConnection("127.0.0.1", port, timeout=120), [], [], 0
        while time.monotonic() < end:
            begin = time.monotonic()
            connection.request("POST", "/api/v1/referrals", referral(first + done * CLIENTS + number), {
                "Authorization": f"Bearer {tokens[number % len(tokens)]}", "Content-Type": "application/json"})
            answer = connection.getresponse()
            said = answer.read()
            mine.append(time.monotonic() - begin)
            if answer.status != 200:
                bad.append(f"{answer.status} {said[:200]!r}")
            done += 1
        with lock:
            times.extend(mine)
            wrong.extend(bad)

    begin = time.monotonic()
    threads = [threading.Thread(target=client, args=(number,)) for number in range(CLIENTS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return len(times) / (time.monotonic() - begin), sorted(times), wrong


def bare(place: Path, seconds: float) -> float:
    """Rows a second that one connection inserts and commits: the write-ahead log, each commit on disk before the next."""
    database = sqlite3.connect(place / "bare.sqlite", isolation_level=None)
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = FULL")
    database.execute("CREATE TABLE IF NOT EXISTS row (id BLOB PRIMARY KEY, content TEXT)")
    begin, count = time.monotonic(), 0
    while time.monotonic() - begin < seconds:
        database.execute("BEGIN IMMEDIATE")
        database.execute("INSERT INTO row VALUES (randomblob(16), ?)", ("x" * 200,))
        database.execute("COMMIT")
        count += 1
    rate = count / (time.monotonic() - begin)
    database.close()
    return rate


def search(port: int, cookie: str, count: int = 200) -> list[float]:
    """Milliseconds of a search by name, one after the other: each opens the form and sends it; the sending is timed."""
    times = []
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    for number in range(count):
        connection.request("GET", "/work/people", headers={"Cookie": cookie})
        page = connection.getresponse().read().decode()
        form = re.search(r'<form[^>]*action="/work/people/searches".*?</form>', page, re.S).group(0)
        hidden = dict(re.findall(r'name="(seal|once)" value="([^"]*)"', form))
        body = urllib.parse.urlencode(hidden | {"name": SOUGHT[number % len(SOUGHT)], "birth": ""})
        begin = time.monotonic()
        connection.request("POST", "/work/people/searches", body, {"Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded"})
        answer = connection.getresponse()
        answer.read()
        times.append((time.monotonic() - begin) * 1000)
        if answer.status != 200:
            raise SystemExit(f"a search was answered with {answer.status}")
    return sorted(times)


rows = []
with folder() as place:
    data = place / "data"
    made = make(data, CASES)
    port = free_port()
    rates, bares, slow, wrong, cpu = [], [], [], [], []
    with serving([CONCORD, "serve", "--data", data, "--port", port], port, "/healthz") as server:
        officer = enter(port, "identifying-officer", data)
        found = search(port, officer)
        keys = tokens(port, enter(port, "case-worker", data), 8)
        for round in range(ROUNDS):
            bares.append(bare(place, 5))
            before = server.cpu()
            rate, times, bad = raise_for(port, keys, SECONDS, round * 1_000_000)
            cpu.append((server.cpu() - before) / len(times) * 1000)
            rates.append(rate)
            slow += times
            wrong += bad
        peak = server.memory("VmHWM")
    slow.sort()
    rate, plain = middle(rates), middle(bares)
    percentile = lambda values, q: values[int(len(values) * q)]
    rows.append({
        "what": f"referrals from {CLIENTS} clients, {len(slow)} sent, {len(wrong)} not taken", "target": "no error; a third of the bare rate or more",
        "concord": f"{rate:.0f} a second, {middle(cpu):.1f} CPU-ms each, p50 {percentile(slow, 0.5) * 1000:.0f} ms, p95 {percentile(slow, 0.95) * 1000:.0f} ms, {peak:.0f} MB",
        "peer": f"{plain:.0f} rows a second, one connection", "peer name": "sqlite3: BEGIN, INSERT, COMMIT on the same disk, synchronous=FULL",
        "met": met(not wrong and rate >= plain / 3),
    })
    rows.append({
        "what": f"search by name among {CASES} people, one at a time", "target": "30 ms",
        "concord": f"p50 {percentile(found, 0.5):.1f} ms, p95 {percentile(found, 0.95):.1f} ms, p99 {percentile(found, 0.99):.1f} ms", "peer": "",
        "peer name": "none", "met": met(percentile(found, 0.95) < 30),
    })
    for said in wrong[:5]:
        print("  ", said)

write("referrals", rows, (
    f"{CASES} invented files before the first. Each referral is taken through the API: a draft is sealed and kept, the person gets a key and is sealed and indexed, a file, "
    "its shares, clocks, notices and audit rows are written in one transaction, and the key of the draft is destroyed; it is answered when that is on disk. The clients "
    "run on the same cores. The bare rate is measured in the same run, before each round, with nothing else at work on the disk. A search writes its audit row before it looks, and one more for each person whom it opens; its answer comes on an even step of 25 ms."
))
