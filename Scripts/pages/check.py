"""Looks at the running program from outside; see Scripts/check-pages."""

import argparse
import sys
import time
from pathlib import Path

import administrator
import api
import axe
import examplia
import lives
import menus
from node import Node
from routes import LANGUAGES, Route, RouteList, in_language
from visitor import Visitor
from walk import Walk, walk

# Subjects that must be among the pages opened: one about which much is known, one about which nothing is.
SEEDS = {
    "/countries/{code}": ["/countries/DEU", "/countries/ATA"],
}


def looks(routes: RouteList, walks: list[tuple[Walk, Visitor | None]]) -> list[axe.Look]:
    """Every page type once: public ones in six languages, work pages in the two they are written in; dark and narrow as well."""
    chosen: list[axe.Look] = []
    seen: set[Route] = set()
    for found, somebody in walks:
        cookies = tuple(somebody.cookies.items()) if somebody else ()
        languages = ("en", "fr") if somebody else LANGUAGES
        for route in routes.gets:
            paths = [] if route in seen else found.extremes(route)
            if not paths:
                continue
            seen.add(route)
            for path in paths:
                chosen += [axe.Look(in_language(path, language), cookies=cookies) for language in languages]
            chosen.append(axe.Look(in_language(paths[0], "en"), dark=True, cookies=cookies))
            chosen.append(axe.Look(in_language(paths[0], "ar"), width=360, cookies=cookies))
    chosen += [axe.Look(f"/{language}/no-such-page") for language in LANGUAGES]
    return chosen


class Passing:
    """Looks at pages that are there only for a moment, in the two languages they are written in."""

    def __init__(self, origin: str):
        self.browser = axe.Browser(origin)
        self.looked_at = 0
        self.faults: list[str] = []

    def look(self, somebody: Visitor, path: str) -> None:
        for language in ("en", "fr"):
            self.browser.show(axe.Look(in_language(path, language), cookies=tuple(somebody.cookies.items())))
            self._judge(f"/{language}{path}")

    def forms(self, administrator: Visitor) -> None:
        """Forms that come back with errors, and the page that a form leads to and no address does."""
        cookies = tuple(administrator.cookies.items())
        for language in ("en", "fr"):
            for path, ending, typed, signed_in in (
                ("/sign-in", "/sign-in", {"name": "nobody", "password": "not the password"}, False),
                ("/work/organisations/new", "/work/organisations", {}, True),
                ("/work/accounts/new", "/work/accounts", {"name": "a"}, True),
                ("/work/account", "/recovery-codes", {}, True),
            ):
                self.browser.show(axe.Look(in_language(path, language), cookies=cookies if signed_in else ()))
                self.browser.press(ending, typed)
                self._judge(f"/{language}{path}, after its form {ending}")

    def _judge(self, what: str) -> None:
        self.looked_at += 1
        self.faults += [f"{what}: {fault}" for fault in self.browser.faults()]

    def close(self) -> list[str]:
        self.browser.close()
        return self.faults


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("which", nargs="*", default=[], help="menus, axe, lives, api; all four if none is named")
    parser.add_argument("--binary", type=Path, required=True)
    asked = parser.parse_args()
    which = set(asked.which) or {"menus", "axe", "lives", "api"}

    passed, failed = 0, 0

    def report(name: str, looked_at: int, faults: list[str], begin: float):
        nonlocal passed, failed
        for fault in faults:
            print(f"  {fault}")
        print(f"{name}: {looked_at} looked at, {len(faults)} faults, {time.monotonic() - begin:.0f} s", flush=True)
        failed += min(len(faults), looked_at) if faults else 0
        passed += looked_at - (min(len(faults), looked_at) if faults else 0)

    with Node(asked.binary.resolve()) as node:
        printed = node.run("routes", "--json")
        routes = RouteList(printed)
        if which & {"menus", "axe"}:
            begin = time.monotonic()
            visitor = Visitor(node.port)
            public = walk(visitor, routes, ["/en"], SEEDS, Walk())
            host, guest, waiting = Visitor(node.port), Visitor(node.port), Visitor(node.port)
            passing = Passing(visitor.origin) if "axe" in which else None
            look = passing.look if passing else administrator.nobody
            administrator.first_administrator(host, node.link or "", look)
            administrator.invited(host, guest, look)
            administrator.brings_a_status_list(guest)
            administrator.brings_figures(guest)
            administrator.half_way_in(waiting)
            look(waiting, "/sign-in/code")
            work = walk(host, routes, ["/en", "/en/work"], SEEDS, Walk())
            others = walk(guest, routes, ["/en", "/en/work"], SEEDS, Walk())
            dead = list(dict.fromkeys(public.faults + work.faults + others.faults))
            reached = public.reached | work.reached | others.reached
            if passing:
                begin = time.monotonic()
                pages = looks(routes, [(public, None), (work, host), (others, guest)])
                passing.forms(host)
                faults = passing.close() + axe.check(visitor.origin, pages)
                report("pages in the browser", len(pages) + passing.looked_at, faults, begin)
            begin = time.monotonic()
            with examplia.Examplia(asked.binary.resolve()) as demonstration:
                routes = RouteList(printed, demonstration.run("routes", "--json"))
                seen = examplia.walks(demonstration, routes)
                both = Walk(reached | {route: [] for route in seen.reached}, {}, dead + seen.faults)
                if "menus" in which:
                    report("pages and the ways to them", *menus.check(routes, both), begin)
                if "axe" in which:
                    begin = time.monotonic()
                    report("work pages of Protection in the browser", *examplia.check(demonstration, seen, set(reached)), begin)
        if "lives" in which:
            begin = time.monotonic()
            with examplia.Examplia(asked.binary.resolve()) as demonstration:
                report("pages of two lives, played by the guide", *lives.check(demonstration), begin)
        if "api" in which:
            begin = time.monotonic()
            operations = sum(1 for route in routes.all if route.pattern.startswith("/api/v1"))
            report("operations of the API", max(operations, 1), api.check(f"http://127.0.0.1:{node.port}"), begin)

    # The same words as every other test runner's last line.
    print(f"\n{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
