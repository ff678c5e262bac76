"""Plays docs/guides/demonstration.md in a real browser: a whole life of an adult and of a child, each part by its own role.

Everything is found by the words that the guide and the pages share, so that neither can change without the other.
"""

import re
import time

from axe import Browser
from examplia import Examplia
from life_adult import adult
from life_child import child
from player import Lost
from stage import Stage

# Figures are counted anew within a minute.
PATIENCE = 150


def open_files(stage: Stage) -> int:
    """What the rapporteur is told stands open; from there nobody is reached."""
    p = stage.be("rapporteur")
    p.follow("Case figures")
    main = p.driver.find_element("tag name", "main")
    if main.find_elements("css selector", "a[href*='/work/cases/']"):
        raise Lost(f"the figures lead to a case file on {p.where()}")
    found = re.search(r"Open files\s+(\d+)", main.text)
    if found is None:
        raise Lost(f"{p.where()} does not say how many files stand open")
    return int(found[1])


def figures(stage: Stage, before: int) -> None:
    """The child's file stands open now and the adult's is closed: one more than before."""
    end = time.monotonic() + PATIENCE
    while (now := open_files(stage)) != before + 1:
        if time.monotonic() > end:
            raise Lost(f"{before} files stood open before both lives and {now} after; one more was to be expected")
        time.sleep(5)


def check(node: Examplia) -> tuple[int, list[str]]:
    """How many pages were passed in both lives, and where somebody got lost."""
    browser, faults = Browser(f"http://127.0.0.1:{node.port}"), []
    stage = Stage(browser, node.link_for)
    try:
        before = open_files(stage)
        for life in (adult, child, lambda stage: figures(stage, before)):
            try:
                life(stage)
            except Lost as lost:
                faults.append(str(lost))
    finally:
        browser.close()
    return sum(player.passed for player in stage.players.values()), faults
