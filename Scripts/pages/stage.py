"""Who plays in the demonstration, and how they enter it."""

from datetime import date, datetime
from zoneinfo import ZoneInfo
from collections.abc import Callable

from axe import Browser
from player import Player

PARTS = {
    "border guard": ("first-responder", "Port Example"),
    "identifying authority": ("identifying-officer", None),
    "supervisor": ("case-supervisor", "Harbour House"),
    "case worker": ("case-worker", "Harbour House"),
    "shelter": ("shelter-worker", "Lantern"),
    "child protection": ("child-protection-officer", None),
    "guardian": ("guardian", None),
    "rapporteur": ("rapporteur", None),
}


class Stage:
    """Who is playing; each enters once, by a link of their own."""

    def __init__(self, browser: Browser, enter: Callable[[str, str | None], str]):
        self.browser, self.enter = browser, enter
        self.players: dict[str, Player] = {}

    def be(self, part: str) -> Player:
        if part not in self.players:
            self.players[part] = Player(self.browser, self.enter(*PARTS[part]))
        player = self.players[part]
        player.open()
        return player


def now() -> datetime:
    """In the country's own time: its days are those that the pages count by."""
    return datetime.now(ZoneInfo("Africa/Maputo"))


def fill_day(p: Player, day: date, form: str = "") -> None:
    for part, value in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
        p.fill(part, str(value), form=form)
