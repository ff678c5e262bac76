"""Fails on a page that no menu, list or link leads to."""

from fnmatch import fnmatchcase as fnmatch
from pathlib import Path

from routes import RouteList
from walk import Walk

EXCEPTIONS = Path(__file__).with_name("unlinked.txt")


def exceptions() -> dict[str, str]:
    """Patterns that nobody is meant to reach by a link, each with its reason."""
    lines = [line for line in EXCEPTIONS.read_text(encoding="utf-8").splitlines() if line.strip() and not line.startswith("#")]
    return {pattern: reason.strip() for pattern, _, reason in (line.partition(" ") for line in lines)}


def check(routes: RouteList, found: Walk) -> tuple[int, list[str]]:
    faults = list(found.faults)
    allowed = exceptions()
    patterns = {route.pattern for route in routes.gets}
    for route in routes.gets:
        if route not in found.reached and not any(fnmatch(route.pattern, excused) for excused in allowed):
            faults.append(f"no menu, list or link leads to {route.pattern} ({route.need})")
    for pattern in allowed:
        if not any(fnmatch(known, pattern) for known in patterns):
            faults.append(f"Scripts/pages/unlinked.txt excuses {pattern}, which no longer exists")
    return len(routes.gets), faults
