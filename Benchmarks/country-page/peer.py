"""The country page and its JSON from FastAPI, uvicorn and Jinja2: the same SQLite file, the same SQL, the same bytes of HTML.

What lies between the rows and the page (sums and ranges, verdicts on quality, the coordinates of every drawing, the forms of numbers) is
handed to the peer ready-made, and costs it nothing: it reads the rows, and prints. So the ratio that is measured is the least there is.
"""

import json
import os
import sqlite3
from pathlib import Path

import jinja2
from fastapi import FastAPI
from fastapi.responses import HTMLResponse, JSONResponse

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


def figures(code: str) -> tuple[list, list]:
    number = database.execute(SOURCES, ("statistics",)).fetchall()[0][0]
    return database.execute(CELLS, (number, code)).fetchall(), database.execute(ELSEWHERE, (number, code, code)).fetchall()


@app.get("/en/countries/{code}", response_class=HTMLResponse)
async def page(code: str) -> HTMLResponse:
    database.execute(VERSION_OF_REGISTER).fetchone()
    database.execute(VERSION_OF_FIGURES).fetchone()
    cells, elsewhere = figures(code)
    treaties = database.execute(TREATIES).fetchall()
    status = database.execute(STATUS, (code,)).fetchall()
    return HTMLResponse(template.render(mould.values, cells=cells, elsewhere=elsewhere, treaties=treaties, status=status))


@app.get("/api/v1/countries/{code}")
async def data(code: str) -> JSONResponse:
    figures(code)
    return JSONResponse(recorded)


@app.get("/healthz")
async def health() -> str:
    return "ok"
