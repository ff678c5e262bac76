"""Takes the three pictures of the README from a node of its own; see Scripts/screenshots."""

import base64
import sys
from pathlib import Path

import administrator
from axe import Browser, Look
from node import ROOT, Node
from visitor import Visitor

PICTURES = {
    "world.png": Look("/en"),
    "country-arabic.png": Look("/ar/countries/NGA"),
    "audit.png": Look("/en/work/audit", signed_in=True),
}


def main(binary: str) -> None:
    with Node(Path(binary).resolve()) as node:
        somebody = Visitor(node.port)
        administrator.sign_up(somebody, node.link or "")
        browser = Browser(somebody.origin, somebody.cookies)
        try:
            for name, look in PICTURES.items():
                browser.show(look)
                # What a visitor sees on a screen, and a little of what follows; the whole page would be too long to look at.
                shot = browser.driver.execute_cdp_cmd("Page.captureScreenshot", {
                    "format": "png", "captureBeyondViewport": True, "clip": {"x": 0, "y": 0, "width": 1280, "height": 1600, "scale": 1},
                })
                (ROOT / "docs" / "screenshots" / name).write_bytes(base64.b64decode(shot["data"]))
                print(f"docs/screenshots/{name}")
        finally:
            browser.close()


if __name__ == "__main__":
    main(sys.argv[1])
