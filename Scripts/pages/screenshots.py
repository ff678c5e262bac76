"""Takes the three pictures of the README from a node of its own; see Scripts/screenshots."""

import base64
import sys
from dataclasses import replace
from pathlib import Path

import administrator
from axe import Browser, Look
from node import ROOT, Node
from visitor import Visitor

# What to show, and how much of it: what a visitor sees on a screen, and a little of what follows.
PICTURES = {
    "world.png": (Look("/en/numbers"), 2_060),
    "country-arabic.png": (Look("/ar/countries/NGA"), 1_600),
    "audit.png": (Look("/en/work/audit"), 1_600),
}


def main(binary: str) -> None:
    with Node(Path(binary).resolve()) as node:
        somebody = Visitor(node.port)
        administrator.first_administrator(somebody, node.link or "")
        administrator.invited(somebody, Visitor(node.port))
        cookies = tuple(somebody.cookies.items())
        browser = Browser(somebody.origin)
        try:
            for name, (look, height) in PICTURES.items():
                browser.show(replace(look, cookies=cookies if "/work" in look.path else ()))
                shot = browser.driver.execute_cdp_cmd("Page.captureScreenshot", {
                    "format": "png", "captureBeyondViewport": True, "clip": {"x": 0, "y": 0, "width": 1280, "height": height, "scale": 1},
                })
                (ROOT / "docs" / "screenshots" / name).write_bytes(base64.b64decode(shot["data"]))
                print(f"docs/screenshots/{name}")
        finally:
            browser.close()


if __name__ == "__main__":
    main(sys.argv[1])
