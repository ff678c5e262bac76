"""Looks at the running program from outside; see Scripts/check-pages."""

import argparse
import sys
import time
from pathlib import Path

import administrator
import api
import axe
import menus
from node import Node
from routes import LANGUAGES, RouteList, in_language
from visitor import Visitor
from walk import Walk, walk

# Subjects that must be among the pages opened: one about which much is known, one about which nothing is.
SEEDS = {
    "/countries/{code}": ["/countries/DEU", "/countries/ATA"],
}


def looks(routes: RouteList, public: Walk, work: Walk) -> list[axe.Look]:
    """Every page type: public ones in six languages, work pages in the two they are written in, each in the dark as well."""
    chosen: list[axe.Look] = []
    for found, languages, signed_in in ((public, LANGUAGES, False), (work, ("en", "fr"), True)):
        for route in routes.gets:
            if signed_in and route in public.reached:
                continue
            for path in found.extremes(route):
                chosen += [axe.Look(in_language(path, language), signed_in=signed_in) for language in languages]
            for path in found.extremes(route)[:1]:
                chosen.append(axe.Look(in_language(path, "en"), dark=True, signed_in=signed_in))
                chosen.append(axe.Look(in_language(path, "ar"), width=360, signed_in=signed_in))
    chosen += [axe.Look(f"/{language}/no-such-page") for language in LANGUAGES]
    return chosen


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("which", nargs="*", default=[], help="menus, axe, api; all three if none is named")
    parser.add_argument("--binary", type=Path, required=True)
    asked = parser.parse_args()
    which = set(asked.which) or {"menus", "axe", "api"}

    passed, failed = 0, 0

    def report(name: str, looked_at: int, faults: list[str], begin: float):
        nonlocal passed, failed
        for fault in faults:
            print(f"  {fault}")
        print(f"{name}: {looked_at} looked at, {len(faults)} faults, {time.monotonic() - begin:.0f} s", flush=True)
        failed += min(len(faults), looked_at) if faults else 0
        passed += looked_at - (min(len(faults), looked_at) if faults else 0)

    with Node(asked.binary.resolve()) as node:
        routes = RouteList(node.run("routes", "--json"))
        if which & {"menus", "axe"}:
            begin = time.monotonic()
            visitor = Visitor(node.port)
            public = walk(visitor, routes, ["/en"], SEEDS, Walk())
            someone = Visitor(node.port)
            administrator.sign_up(someone, node.link or "")
            work = walk(someone, routes, ["/en", "/en/work"], SEEDS, Walk())
            both = Walk(public.reached | work.reached, {}, list(dict.fromkeys(public.faults + work.faults)))
            if "menus" in which:
                report("pages and the ways to them", *menus.check(routes, both), begin)
            if "axe" in which:
                begin = time.monotonic()
                pages = looks(routes, public, work)
                report("pages in the browser", len(pages), axe.check(visitor.origin, someone.cookies, pages), begin)
        if "api" in which:
            begin = time.monotonic()
            operations = sum(1 for route in routes.all if route.pattern.startswith("/api/v1"))
            report("operations of the API", max(operations, 1), api.check(f"http://127.0.0.1:{node.port}"), begin)

    # The same words as every other test runner's last line.
    print(f"\n{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
