"""The work pages of Protection, which are there only where there are cases: a demonstration, walked by one person of each role."""

import subprocess
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import axe
from administrator import done, form
from node import ROOT, Node
from routes import Route, RouteList, in_language
from visitor import Form, Visitor
from walk import Walk, walk

CASES = 160
ROLES = [
    "first-responder", "helpline-operator", "identifying-officer", "identification-supervisor", "case-worker", "case-supervisor",
    "service-provider", "shelter-worker", "child-protection-officer", "guardian", "investigator", "return-partner", "rapporteur",
]
# A file is the way to all that hangs on it, and no two are alike; of the rest three of a shape are enough.
INSTANCES, FILES = 3, 40
# Forms that must come back readable when nothing is answered.
FORMS = [
    "/work/referrals/drafts/{draft}/steps/{step}", "/work/cases/{id}/identification/decision/{stage}",
    "/work/cases/{id}/service-referral", "/work/cases/{id}/consents", "/work/cases/{id}/closure", "/work/cases/{id}/missing",
    "/work/services/new", "/work/cases/{id}/claims/new",
]


class Examplia(Node):
    """A node whose folder holds the demonstration."""

    def __enter__(self):
        made = subprocess.run(
            [str(self.binary), "demo", "--data", str(self.folder / "data"), "--cases", str(CASES)],
            cwd=ROOT, env=self.environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=self.patience,
        )
        if made.returncode != 0:
            raise RuntimeError(f"no demonstration could be made: {made.stderr or made.stdout}")
        return super().__enter__()

    def _is_ready(self) -> bool:
        return self._answers()

    def link_for(self, role: str, of: str | None = None) -> str:
        """A one-time link for somebody with this role, in an organisation whose name holds `of`."""
        return self.run("demo", "link", role, *(["--of", of] if of else []), "--port", str(self.port)).strip()

    def enter(self, role: str) -> Visitor:
        """Somebody with this role, by a one-time link as a visitor of the demonstration would."""
        printed = self.link_for(role)
        visitor = Visitor(self.port)
        answer = done(visitor.open(urlsplit(printed.strip()).path), f"the link of a {role}")
        button = form(answer, urlsplit(printed.strip()).path.rsplit("/", 1)[1])
        done(visitor.send(button, answer.path, {}), f"entering as a {role}")
        return visitor


@dataclass
class Seen:
    """What somebody with a role has found, and the richest page of each shape over all of them."""

    faults: list[str] = field(default_factory=list)
    reached: set[Route] = field(default_factory=set)
    richest: dict[Route, tuple[int, str, Visitor]] = field(default_factory=dict)

    def add(self, role: str, visitor: Visitor, found: Walk) -> None:
        self.faults += [f"as a {role}: {fault}" for fault in found.faults]
        self.reached |= set(found.reached)
        for route, paths in found.reached.items():
            for path in paths:
                size = found.sizes.get(path, 0)
                if size > self.richest.get(route, (0, "", visitor))[0]:
                    self.richest[route] = (size, path, visitor)


def begins_a_referral(visitor: Visitor) -> None:
    """A first responder has a referral half written, so that its steps can be looked at."""
    answer = done(visitor.open("/en/work/referrals/new"), "a new referral")
    sent = next((f for f in answer.document.forms if f.method == "post" and "/work/referrals" in f.action), None)
    if sent is not None:
        # “Yes” stands first: what to do at once is shown, and then the steps.
        typed = {c.name: c.value for c in reversed(sent.controls) if c.kind == "radio"}
        done(visitor.send(sent, answer.path, typed), "beginning a referral")


def walks(node: Examplia, routes: RouteList) -> Seen:
    """Each role walks by itself; three at a time, as the node serves more than one."""
    seen = Seen()
    inner = {route for route in routes.gets if route.need != "anyone"}

    def walked(role: str) -> tuple[str, Visitor, Walk]:
        visitor = node.enter(role)
        if role == "first-responder":
            begins_a_referral(visitor)
        limits = {route: FILES for route in inner if route.pattern == "/work/cases/{id}"}
        return role, visitor, walk(visitor, routes, ["/en/work"], {}, Walk(), lambda r: limits.get(r, INSTANCES if r in inner else 0))

    with ThreadPoolExecutor(3) as people:
        for role, visitor, found in people.map(walked, ROLES):
            seen.add(role, visitor, found)
    return seen


def looks(seen: Seen, before: set[Route]) -> list[axe.Look]:
    """Each shape of page once: in English, in French on a phone, and in the dark."""
    chosen = []
    for route, (_, path, visitor) in sorted(seen.richest.items(), key=lambda item: item[0].pattern):
        if route in before or route.need == "anyone":
            continue
        cookies = tuple(visitor.cookies.items())
        chosen.append(axe.Look(in_language(path, "en"), cookies=cookies))
        chosen.append(axe.Look(in_language(path, "fr"), width=360, cookies=cookies))
        chosen.append(axe.Look(in_language(path, "en"), dark=True, cookies=cookies))
    return chosen


def forms(seen: Seen, origin: str) -> tuple[int, list[str]]:
    """Sends the largest form of some pages with nothing in it, and looks at what comes back."""
    browser, faults, looked_at = axe.Browser(origin), [], 0
    try:
        for pattern in FORMS:
            found = next((one for route, one in seen.richest.items() if route.pattern == pattern), None)
            if found is None:
                continue
            _, path, visitor = found
            largest = max((f for f in visitor.open(in_language(path, "en")).document.forms if f.method == "post"), key=_questions, default=None)
            if largest is None:
                continue
            looked_at += 1
            try:
                browser.show(axe.Look(in_language(path, "en"), cookies=tuple(visitor.cookies.items())))
                browser.press(largest.action.split("?")[0], {})
                faults += [f"{path}, after its form {largest.action}: {fault}" for fault in browser.faults()]
            except Exception as error:  # As with a page: that it can't be looked at is a fault of its own.
                faults.append(f"{path}, after its form {largest.action}: could not be looked at: {str(error).splitlines()[0]}")
    finally:
        browser.close()
    return looked_at, faults


def _questions(form: Form) -> int:
    return sum(1 for control in form.controls if control.kind != "hidden")


def check(node: Examplia, seen: Seen, before: set[Route]) -> tuple[int, list[str]]:
    """How much was looked at in the browser, and what is wrong with it; `before` are the shapes that others look at."""
    origin = f"http://127.0.0.1:{node.port}"
    sent, faults = forms(seen, origin)
    pages = looks(seen, before)
    return len(pages) + sent, faults + axe.check(origin, pages)
