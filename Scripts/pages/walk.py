"""Walks the site by its links, as a visitor and as an administrator would."""

import re
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from routes import LANGUAGES, Route, RouteList, without_language
from visitor import Answer, Visitor

# How many addresses of one shape are opened; the rest are only noted. 249 country pages are one page type.
INSTANCES = 5


@dataclass
class Walk:
    """What a walk has found."""

    reached: dict[Route, list[str]] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def extremes(self, route: Route) -> list[str]:
        """The richest page of a shape, and the emptiest one if there is much less on it, of those that were opened."""
        opened = sorted((path for path in self.reached.get(route, []) if path in self.sizes), key=lambda path: self.sizes[path])
        if opened and self.sizes[opened[0]] < 0.6 * self.sizes[opened[-1]]:
            return [opened[-1], opened[0]]
        return opened[-1:]


def walk(
    visitor: Visitor, routes: RouteList, starts: list[str], seeds: dict[str, list[str]], into: Walk,
    most: Callable[[Route | None], int] = lambda _: INSTANCES,
) -> Walk:
    """Opens the starts and whatever they lead to, of each shape at most so many. `seeds` names, by pattern, addresses that must
    be among those opened."""
    waiting = deque((start, "the address bar") for start in starts)
    noted = set(starts)
    opened: dict[Route | None, int] = {}
    while waiting:
        path, found_on = waiting.popleft()
        route = routes.of(path)
        bare = without_language(path.split("?")[0])
        wanted = [p for p in seeds.get(route.pattern, []) if p.split("?")[0] == bare] if route else []
        if opened.get(route, 0) >= most(route) and not wanted:
            continue
        opened[route] = opened.get(route, 0) + 1
        answer = visitor.open(path)
        if answer.status >= 400:
            into.faults.append(f"{found_on} leads to {path}, which answers {answer.status}")
            continue
        if not answer.is_page or route is None:
            continue
        into.sizes[path] = len(answer.body)
        into.faults += [f"{path}: {fault}" for fault in answer.document.faults()]
        for link in links_of(answer, visitor):
            target = routes.of(link)
            if target is None:
                if link not in noted and not re.match(r"/assets/", link):
                    noted.add(link)
                    status = visitor.open(link).status
                    if status >= 400:
                        into.faults.append(f"{path} leads to {link}, which no route knows ({status})")
                continue
            known = into.reached.setdefault(target, [])
            if link not in known:
                known.append(link)
            if link not in noted:
                noted.add(link)
                waiting.append((link, path))
        into.reached.setdefault(route, [])
        if path not in into.reached[route]:
            into.reached[route].append(path)
    return into


def links_of(answer: Answer, visitor: Visitor) -> list[str]:
    """Where the links and the search forms of a page lead, inside the site and in the page's own language."""
    document = answer.document
    targets = document.links + [form.action or answer.path for form in document.forms if form.method == "get"]
    found = []
    for target in targets:
        local = visitor.local(target, answer.path)
        if local is None or local.split("/")[1].split("?")[0] in set(LANGUAGES) - {"en"}:
            continue
        found.append(without_language(local) if local.startswith("/en") else local)
    return list(dict.fromkeys(found))
