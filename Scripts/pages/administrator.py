"""People of a fresh node: its first administrator, by the one-time link, and somebody whom they invite; a form at a time, as a person would.

Some pages are there only on the way: the one for the link, the one for the authenticator. Whoever wants to see them hands over
`passing`, which is told each such address as it is reached.
"""

import base64
import hashlib
import hmac
import re
import struct
import time
from collections.abc import Callable

from visitor import Answer, Form, Visitor

PASSWORD = "seven green lanterns by the harbour"
# Every role but the administrator's own, so that together the two see every page.
ROLES = ["data-steward", "treaty-officer", "national-coordinator", "auditor"]


Passing = Callable[[Visitor, str], None]


def nobody(_: Visitor, __: str) -> None:
    """Nobody looks at what is passed."""


def one_time_code(secret: str, at: float | None = None) -> str:
    """The six digits that an authenticator shows (RFC 6238)."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.new(key, struct.pack(">Q", int((time.time() if at is None else at) // 30)), hashlib.sha1).digest()
    start = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[start:start + 4])[0] & 0x7FFFFFFF) % 1_000_000:06d}"


def words(answer: Answer) -> str:
    return " ".join(" ".join(answer.document.text).split())[:600]


def form(answer: Answer, ending: str) -> Form:
    """The form of a page whose address ends so."""
    for found in answer.document.forms:
        if found.method == "post" and found.action.split("?")[0].endswith(ending):
            return found
    raise RuntimeError(f"{answer.path} ({answer.status}) has no form for {ending}: {words(answer)}")


def done(answer: Answer, what: str) -> Answer:
    if answer.status != 200:
        raise RuntimeError(f"{what}: {answer.path} answers {answer.status}: {words(answer)}")
    return answer


def first_administrator(visitor: Visitor, link: str, passing: Passing = nobody) -> None:
    """Follows the one-time link, makes the account, and adds a second factor, without which an administrator may do little."""
    answer = done(visitor.open(link), "the one-time link")
    passing(visitor, link)
    setup = form(answer, link.rsplit("/", 1)[1])
    done(visitor.send(setup, answer.path, {
        "organisation": "Ministry of Justice of Examplia", "kind": "ministry", "display-name": "Asha Example", "name": "asha.example",
        "new-password": PASSWORD, "password-again": PASSWORD,
    }), "making the first administrator")
    add_second_factor(visitor, passing)


def add_second_factor(visitor: Visitor, passing: Passing) -> None:
    account = done(visitor.open("/en/work/account"), "the own account")
    answer = done(visitor.send(form(account, "/second-factor"), account.path, {}), "beginning a second factor")
    passing(visitor, "/work/account/second-factor")
    codes = [code.replace(" ", "") for code in answer.document.codes]
    secret = next((code for code in codes if re.fullmatch(r"[A-Z2-7]{16,}", code)), None)
    if secret is None:
        raise RuntimeError(f"no key for the authenticator on {answer.path}: {words(answer)}")
    done(visitor.send(form(answer, "/confirmation"), answer.path, {"code": one_time_code(secret)}), "confirming the second factor")


def invited(host: Visitor, guest: Visitor, passing: Passing = nobody) -> None:
    """Invites somebody with the other roles; they follow their own link."""
    answer = done(host.open("/en/work/accounts/new"), "inviting somebody")
    invitation = form(answer, "/work/accounts")
    organisation = next(c for c in invitation.controls if c.name == "organisation")
    answer = done(host.send(invitation, answer.path, {
        "organisation": organisation.options[-1], "name": "bruno.example", "display-name": "Bruno Example", "roles": ROLES,
    }), "inviting somebody")
    link = re.search(r"/invitation/[\w-]{20,}", answer.body.decode("utf-8"))
    if link is None:
        raise RuntimeError(f"no invitation on {answer.path}: {words(answer)}")
    answer = done(guest.open(link.group(0)), "the invitation")
    passing(guest, link.group(0))
    done(guest.send(form(answer, link.group(0).rsplit("/", 1)[1]), answer.path, {
        "new-password": PASSWORD, "password-again": PASSWORD,
    }), "accepting the invitation")
    add_second_factor(guest, nobody)
    passing(guest, "/sign-in/again")


def brings_a_status_list(guest: Visitor) -> None:
    """Uploads a depositary's list of two lines, so that there is an import to look at."""
    answer = done(guest.open("/en/instruments/import"), "the imports of status lists")
    upload = form(answer, "/instruments/import")
    done(guest.send(upload, answer.path, {
        "file": b"treaty,alpha3,signature_date,action_date,action\nTIP,FJI,,2017-09-19,accession\nTIP,TON,,2026-01-05,accession\n",
        "source": "A list made for this check", "as_of": "1", "as_of-month": "11", "as_of-year": "2026",
    }), "uploading a status list")


def brings_figures(guest: Visitor) -> None:
    """Imports a file with a row that is refused, and leaves another to be decided, so that there is something of each kind to look at."""
    header = b"state,indicator,dimension,label,sex,age,year,value\n"
    for decides in (True, False):
        answer = done(guest.open("/en/work/imports/new"), "importing figures")
        answer = done(guest.send(form(answer, "/imports/new"), answer.path, {
            "file": header + b"FJI,victims,total,,total,total,2019,12\nFJI,victims,total,,total,total,2020,many\n",
            "mapping": "statistics", "scope": "addition",
        }), "trying figures")
        if decides:
            done(guest.send(form(answer, "/application"), answer.path, {}), "importing figures")


def half_way_in(visitor: Visitor) -> None:
    """Gives name and password, and stops at the question for the code."""
    answer = done(visitor.open("/en/sign-in"), "signing in")
    answer = done(visitor.send(form(answer, "/sign-in"), answer.path, {"name": "asha.example", "password": PASSWORD}), "signing in")
    if not answer.path.split("?")[0].endswith("/sign-in/code"):
        raise RuntimeError(f"the password alone led to {answer.path}")
