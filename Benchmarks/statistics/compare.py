"""Statistics over a million person records, on SQLite and PostgreSQL, beside DuckDB on the same table."""

import json
import os
import sqlite3
import statistics as middle
import sys
import time
from pathlib import Path

import duckdb

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "import-persons"))
from generate import write as make_file  # noqa: E402
from measure import CONCORD, folder, median, met, run, write  # noqa: E402

ROWS = 1_000_000
RUNS = 5
# What Concord is asked, and the same in SQL for DuckDB. A person exploited in several forms counts in each.
FORMS = "(SELECT *, unnest(string_split(forms, ' ')) AS form FROM person_record)"
QUESTIONS = {
    "year and sex": (["--by", "year,sex"], "SELECT year, sex, COUNT(*) FROM person_record GROUP BY ALL"),
    "form, in one year": (["--by", "form", "--year", "2019"], f"SELECT form, COUNT(*) FROM {FORMS} WHERE year = 2019 GROUP BY ALL"),
    "state, form and sex": (["--by", "state,form,sex"], f"SELECT exploited_in, form, sex, COUNT(*) FROM {FORMS} GROUP BY ALL"),
    "citizenship and state": (["--by", "citizenship,state"], "SELECT citizenship, exploited_in, COUNT(*) FROM person_record GROUP BY ALL"),
    "year, quarter, sector, age": (
        ["--by", "year,quarter,sector,age"], "SELECT year, quarter, sector, age_band, COUNT(*) FROM person_record GROUP BY ALL",
    ),
}


def duck(place: Path, data: Path) -> dict[str, tuple[float, int]]:
    """The same records in DuckDB: median seconds of each query alone, and how many rows it gives."""
    copy = place / "persons.csv.copy"
    with sqlite3.connect(data / "concord.sqlite") as source, open(copy, "w", encoding="utf-8") as file:
        file.write("year,quarter,status,sex,age_band,citizenship,exploited_in,forms,sector\n")
        for row in source.execute("SELECT year, quarter, status, sex, age_band, citizenship, exploited_in, forms, sector FROM person_record"):
            file.write(",".join("" if value is None else str(value) for value in row) + "\n")
    connection = duckdb.connect(str(place / "persons.duckdb"))
    connection.execute("SET threads = ?", [os.cpu_count()])
    connection.execute(f"CREATE TABLE person_record AS SELECT * FROM read_csv('{copy}', header = true, all_varchar = true)")
    connection.execute("ALTER TABLE person_record ALTER year TYPE INTEGER")
    found = {}
    for name, (_, sql) in QUESTIONS.items():
        times = []
        for _ in range(RUNS):
            begin = time.perf_counter()
            rows = len(connection.execute(sql).fetchall())
            times.append(time.perf_counter() - begin)
        found[name] = (middle.median(times), rows)
    return found


def ask(database: list[str], arguments: list[str]):
    costs, rows = [], 0
    for _ in range(RUNS):
        cost, printed = run([CONCORD, "statistics", "--persons", "--format", "json", *arguments, *database])
        costs.append(cost)
        answer = json.loads(printed)
        rows = len(answer["rows"])
    return median(costs), rows


with folder() as place:
    file = place / "persons.csv"
    make_file(str(file), ROWS)
    databases = {"SQLite": ["--data", str(place / "sqlite")]}
    if server := os.environ.get("CONCORD_TEST_POSTGRES"):
        databases["PostgreSQL"] = ["--data", str(place / "postgres"), "--database", server]
    for options in databases.values():
        run([CONCORD, "import", file, "--mapping", "htcds", *options])
        run([CONCORD, "statistics", "--persons", "--by", "year", *options])  # the first command on a new node also loads what ships
    peer = duck(place, place / "sqlite")
    rows = []
    for kind, options in databases.items():
        for name, (arguments, _) in QUESTIONS.items():
            cost, count = ask(options, arguments)
            if count != peer[name][1]:
                raise SystemExit(f"{name}: {count} rows from Concord, {peer[name][1]} from DuckDB")
            rows.append({
                "what": f"{kind}: by {name} ({count} rows)", "target": "under 1 s", "concord": cost, "peer": f"{peer[name][0]:.3f} s",
                "peer name": "DuckDB", "met": met(cost.wall < 1),
            })

write("statistics", rows, (
    f"Median of {RUNS}. Concord's time is that of the whole command, from its start to the printed JSON, on the pre-aggregated table of combinations, which a property "
    "test holds equal to a full scan; DuckDB's is that of the query alone, on an open and warm connection, over the records themselves."
))
