"""The work queue of the identifying authority from FastAPI, SQLAlchemy and Jinja2: the same SQLite file, the same SQL, the same HTML.

Both sides look up the session and read the same rows with the same statement; neither caches a page. What does not change from row to row (head,
menu, filters) is taken from Concord's own page and costs the peer one string.
"""

import datetime
import hashlib
import json
import os
from pathlib import Path

import jinja2
from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse
from sqlalchemy import create_engine, event, text

FOLDER = Path(os.environ["QUEUE_FOLDER"])
engine = create_engine(f"sqlite:///file:{os.environ['QUEUE_DATA']}/concord.sqlite?mode=ro&uri=true", connect_args={"check_same_thread": False})


@event.listens_for(engine, "connect")
def tune(connection, _):
    connection.execute("PRAGMA cache_size = -16000")


page = (FOLDER / "queue.html").read_text("utf-8")
head, rest = page.split("<tbody>", 1)
tail = rest.split("</tbody>", 1)[1]
WORDS = json.loads((FOLDER / "words.json").read_text("utf-8"))  # what the filters of Concord's own page call each code

ROW = """<tr><th scope="row"><a href="/work/cases/{{ r.id }}"><code>{{ r.code }}</code></a>{% if r.urgent %} <span class="badge warning">Urgent</span>{% endif %}</th>
<td><bdi>{{ r.label }}</bdi></td><td>{% if r.due %}<time datetime="{{ r.due }}">{{ r.due_text }}</time>{% if r.late %} <span class="badge warning">late</span>{% endif %}{% else %}nothing due{% endif %}</td>
<td>{{ r.stage }}</td><td>{{ r.path }}</td><td>{{ r.sex }}, {{ r.age }}</td><td>{% if r.worker %}<bdi>{{ r.worker }}</bdi>{% else %}nobody yet{% endif %}</td><td><bdi>{{ r.keeper }}</bdi></td></tr>"""
template = jinja2.Environment(autoescape=True, auto_reload=False).from_string(
    "{{ head|safe }}<tbody>{% for r in rows %}" + ROW.replace("\n", "") + "{% endfor %}</tbody>{{ tail|safe }}")

SESSION = text("""
    SELECT s.account_id, a.organisation_id, a.display_name FROM session s JOIN account a ON a.id = s.account_id
    WHERE s.token_hash = :hash AND s.ended_at IS NULL AND a.state = 'active'
""")
ROLES = text("SELECT role FROM account_role WHERE account_id = :account")
LIST = text((FOLDER / "list.sql").read_text("utf-8"))
app = FastAPI()


def day(iso: str) -> str:
    on = datetime.date.fromisoformat(iso)
    return f"{on.day} {on:%B} {on.year}"


@app.get("/work/cases", response_class=HTMLResponse)
def queue(request: Request) -> HTMLResponse:
    hashed = hashlib.sha256(request.cookies["concord"].encode()).digest()
    today = datetime.date.today().isoformat()
    with engine.connect() as connection:
        account, organisation, _ = connection.execute(SESSION, {"hash": hashed}).one()
        connection.execute(ROLES, {"account": account}).all()
        found = connection.execute(LIST, {"mine": organisation, "me": account}).all()
    rows = []
    for r in found[:50]:
        identity = r[0].hex()
        due = None if r[4] == "9999-12-31" else r[4]
        rows.append({
            "id": f"{identity[:8]}-{identity[8:12]}-{identity[12:16]}-{identity[16:20]}-{identity[20:]}", "code": r[1], "label": r[2], "urgent": r[3],
            "due": due, "due_text": due and day(due), "late": due and due < today, "stage": WORDS["stage"].get(r[5], r[5]),
            "path": WORDS["path"].get(r[6], r[6]), "sex": WORDS["sex"].get(r[7], r[7]), "age": WORDS["age"].get(r[8], r[8]), "worker": r[9],
            "keeper": r[10],
        })
    return HTMLResponse(template.render(head=head, tail=tail, rows=rows))


@app.get("/healthz")
def health() -> str:
    return "ok"
