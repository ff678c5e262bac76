"""The site's own list of routes, and which of them an address belongs to."""

import json
import re
from dataclasses import dataclass

LANGUAGES = ("en", "fr", "es", "ar", "ru", "zh")


@dataclass(frozen=True)
class Route:
    verb: str
    pattern: str
    need: str

    @property
    def expression(self) -> re.Pattern:
        parts = re.split(r"(\.\{format\}|\{\w+\})", self.pattern)
        kinds = {".{format}": r"\.(?:csv|xlsx|json)"}
        return re.compile("".join(kinds.get(p, r"[^/]+" if p.startswith("{") else re.escape(p)) for p in parts) + r"\Z")

    @property
    def has_values(self) -> bool:
        return "{" in self.pattern

    @property
    def is_literal(self) -> int:
        """How much of it is spelt out: a literal goes before a value."""
        return len(re.sub(r"\{\w+\}", "", self.pattern))


class RouteList:
    def __init__(self, *printed: str):
        """Of one node or of several: a demonstration has a door that others lack."""
        self.all = list(dict.fromkeys(Route(r["verb"], r["pattern"], r["need"]) for site in printed for r in json.loads(site)))
        self._gets = sorted(
            ((r.expression, r) for r in self.all if r.verb == "GET"),
            # A format before a bare value, more letters before fewer: the order in which the site itself looks.
            key=lambda pair: (".{format}" not in pair[1].pattern, -pair[1].is_literal),
        )

    @property
    def gets(self) -> list[Route]:
        return [r for r in self.all if r.verb == "GET"]

    def of(self, path: str) -> Route | None:
        bare = without_language(path.split("?")[0])
        return next((route for expression, route in self._gets if expression.match(bare)), None)


def without_language(path: str) -> str:
    head, _, rest = path.lstrip("/").partition("/")
    return "/" + rest if head.split("?")[0] in LANGUAGES else path


def in_language(path: str, language: str) -> str:
    bare = without_language(path)
    return f"/{language}" + ("" if bare == "/" else bare)
