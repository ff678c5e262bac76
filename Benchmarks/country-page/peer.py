"""The country page and its JSON from FastAPI, uvicorn and Jinja2: the same SQLite file, the same SQL, the same bytes of HTML.

It sums the rows by the same rules (figures.py) and prints what it summed; at its first page it stops if a table differs from Concord's. The coordinates
of the drawings and the verdicts on quality are handed to it ready-made and cost it nothing, so the ratio that is measured is the least there is.
"""

import json
import os
import sqlite3
from pathlib import Path

import jinja2
from fastapi import FastAPI
from fastapi.responses import HTMLResponse, JSONResponse

import figures
from mould import Mould

FOLDER = Path(os.environ["COUNTRY_PAGE_FOLDER"])
database = sqlite3.connect(f"file:{FOLDER / 'data' / 'concord.sqlite'}?mode=ro", uri=True, check_same_thread=False)
database.execute("PRAGMA mmap_size = 268435456")

mould = Mould((FOLDER / "page.html").read_text("utf-8"))
template = jinja2.Environment(autoescape=True, auto_reload=False).from_string(mould.template)
recorded = json.loads((FOLDER / "page.json").read_text("utf-8"))
app = FastAPI()

SOURCES = """
    SELECT number, name, kind, citation, address, notice, released_on, retrieved_on, is_published, precedence, first_year, last_year
    FROM source WHERE kind = ? ORDER BY precedence, name
"""
CELLS = """
    SELECT indicator, dimension, sex, age, year, label, category, low, high, kind, absence
    FROM statistic WHERE source = ? AND state = ?
"""
ELSEWHERE = """
    SELECT state, year, COUNT(*), SUM(CASE WHEN kind = 'absent' THEN 1 ELSE 0 END),
        SUM(CASE WHEN kind = 'disputed' THEN 1 ELSE 0 END), 1, COALESCE(MAX(low), 0), COALESCE(SUM(high), 0),
        SUM(CASE WHEN kind = 'few' THEN 1 ELSE 0 END),
        MAX(CASE absence WHEN 'withheld' THEN 3 WHEN 'not_collected' THEN 2 WHEN 'not_applicable' THEN 1 ELSE 0 END)
    FROM statistic
    WHERE source = ? AND category = ? AND dimension = 'citizenship' AND indicator = 'victims'
        AND sex = 'total' AND age = 'total' AND state <> ?
    GROUP BY state, year ORDER BY state, year
"""
VERSION_OF_FIGURES = "SELECT COALESCE(MAX(number), 0) FROM import_run WHERE state = 'finished'"
VERSION_OF_REGISTER = "SELECT COUNT(*), COALESCE(MAX(recorded_at), 0) FROM treaty_status"
TREATIES = """
    SELECT code, reference, depositary, name, adopted_on, in_force_on, status_as_of, completeness FROM treaty ORDER BY position
"""
STATUS = """
    SELECT s.treaty, s.party, s.signed_on, s.action, s.acted_on, s.date_precision, s.confidence, s.conflict, s.source, s.as_of
    FROM treaty_status s JOIN treaty t ON t.code = s.treaty
    WHERE s.party = ? ORDER BY t.position
"""


def read(code: str) -> tuple[range, list, list]:
    source = database.execute(SOURCES, ("statistics",)).fetchall()[0]
    cells = database.execute(CELLS, (source[0], code)).fetchall()
    return range(source[10], source[11] + 1), cells, database.execute(ELSEWHERE, (source[0], code, code)).fetchall()


def filled(years: range, cells: list, elsewhere: list) -> list:
    """The loops of the page with the tables summed anew."""
    loops = list(mould.loops)
    for name, rows in (
        ("by-year", figures.totals(cells, years)),
        ("forms", figures.split(cells, "victims", "form")), ("sexes", figures.split(cells, "victims", "sex")),
        ("ages", figures.split(cells, "victims", "age")), ("convicted", figures.split(cells, "convicted", "sex")),
    ):
        if name in mould.tables:
            at = mould.tables[name]
            loops[at] = [[[cell[0], text, *cell[2:]] for cell, text in zip(row, texts)] for row, texts in zip(loops[at], rows, strict=True)]
    for name, rows in (
        ("citizenships", figures.citizenships(cells, "victims")), ("convicted-citizenships", figures.citizenships(cells, "convicted")),
        ("elsewhere", figures.elsewhere(elsewhere)),
    ):
        if name in mould.tables:
            at = mould.tables[name]
            loops[at] = [[row[0], [row[1][0], *row[1][1:-1], code] if len(row[1]) > 1 else row[1], [row[2][0], text, *row[2][2:]]]
                         for row, (code, text, _) in zip(loops[at], rows, strict=True)]
    return loops


@app.get("/en/countries/{code}", response_class=HTMLResponse)
async def page(code: str) -> HTMLResponse:
    database.execute(VERSION_OF_REGISTER).fetchone()
    database.execute(VERSION_OF_FIGURES).fetchone()
    years, cells, elsewhere = read(code)
    loops = filled(years, cells, elsewhere)
    treaties = database.execute(TREATIES).fetchall()
    status = database.execute(STATUS, (code,)).fetchall()
    return HTMLResponse(template.render(t=mould.texts, loops=loops, treaties=treaties, status=status))


@app.get("/api/v1/countries/{code}")
async def data(code: str) -> JSONResponse:
    years, cells, _ = read(code)
    figures.totals(cells, years)
    return JSONResponse(recorded)


@app.get("/healthz")
async def health() -> str:
    return "ok"
