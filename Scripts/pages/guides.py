"""Takes the pictures of the guides from a demonstration; see Scripts/guide-screenshots."""

import base64
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from axe import Browser, Look

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / "docs" / "screenshots" / "guides"
WIDTH, HEIGHT, LARGEST = 1_100, 1_000, 150_000

# Who looks, and what is shown: an address; "first" opens the first row of the list that is shown, "raise" begins a referral.
SHOWN = [
    ("first-responder", "first-responder-act-now", ["raise"]),
    ("first-responder", "first-responder-referrals", ["/en/work/referrals"]),
    ("identifying-officer", "authority-decisions", ["/en/work/decisions"]),
    ("identifying-officer", "authority-file", ["/en/work/decisions", "first"]),
    ("case-worker", "case-worker-files", ["/en/work/cases"]),
    ("case-worker", "case-worker-file", ["/en/work/cases", "first"]),
    ("case-supervisor", "supervisor-caseloads", ["/en/work/caseloads"]),
    ("guardian", "guardian-children", ["/en/work/my-children"]),
    ("child-protection-officer", "child-protection-children", ["/en/work/children"]),
    ("child-protection-officer", "child-protection-child", ["/en/work/children", "first"]),
    ("service-provider", "service-provider-referrals", ["/en/work/referrals-to-us"]),
    ("shelter-worker", "shelter-places", ["/en/work/places"]),
    ("return-partner", "return-partner-monitoring", ["/en/work/reintegration"]),
    ("rapporteur", "rapporteur-figures", ["/en/work/figures"]),
    ("investigator", "investigator-files", ["/en/work/cases"]),
]


class Demonstration:
    """A demonstration in a folder of its own, served on a free port."""

    def __init__(self, binary: Path, folder: str):
        self.binary, self.folder = binary, folder
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.origin = f"http://127.0.0.1:{self.port}"
        self.surroundings = os.environ | {"CONCORD_SHARE": str(ROOT / "share")}
        self.run("demo", "--cases", "60")
        self.server = subprocess.Popen([binary, "serve", "--data", folder, "--port", str(self.port)], env=self.surroundings)
        for _ in range(600):
            try:
                urllib.request.urlopen(self.origin + "/healthz", timeout=2).close()
                return
            except OSError:
                time.sleep(0.2)
        raise RuntimeError("the demonstration does not answer")

    def run(self, *arguments: str) -> str:
        command = [self.binary, *arguments, "--data", self.folder]
        return subprocess.run(command, env=self.surroundings, check=True, capture_output=True, text=True).stdout.strip()

    def link(self, role: str) -> str:
        return self.run("demo", "link", role, "--port", str(self.port))

    def close(self) -> None:
        self.server.terminate()
        self.server.wait()


def go(browser: Browser, step: str) -> None:
    driver, before = browser.driver, browser.driver.current_url
    if step.startswith("/"):
        driver.get(browser.origin + step)
    elif step == "first":
        driver.find_element("css selector", "table.list tbody th a").click()
        wait_for_another(browser, before)
    else:
        driver.get(browser.origin + "/en/work/referrals/new")
        before = driver.current_url
        answer = driver.find_element("css selector", "[name=danger-threat_now][value=yes]")
        driver.execute_script("arguments[0].click(); arguments[0].form.requestSubmit();", answer)
        wait_for_another(browser, before)


def wait_for_another(browser: Browser, address: str) -> None:
    for _ in range(300):
        if browser.driver.current_url != address and browser.driver.execute_script("return document.readyState") == "complete":
            return
        time.sleep(0.1)
    raise RuntimeError(f"nothing follows {address}")


def take(browser: Browser, name: str) -> None:
    height = min(HEIGHT, browser.driver.execute_script("return document.documentElement.scrollHeight"))
    shot = browser.driver.execute_cdp_cmd("Page.captureScreenshot", {
        "format": "png", "captureBeyondViewport": True, "clip": {"x": 0, "y": 0, "width": WIDTH, "height": height, "scale": 1},
    })
    picture = base64.b64decode(shot["data"])
    if len(picture) > LARGEST:
        raise RuntimeError(f"{name} has {len(picture)} bytes; {LARGEST} are the most")
    (PICTURES / f"{name}.png").write_bytes(picture)
    print(f"docs/screenshots/guides/{name}.png")


def main(binary: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        node = Demonstration(Path(binary).resolve(), folder)
        browser = Browser(node.origin)
        try:
            entered = ""
            for role, name, steps in SHOWN:
                if role != entered:
                    browser.show(Look("/en", width=WIDTH))
                    browser.driver.get(node.link(role))
                    before = browser.driver.current_url
                    browser.driver.find_element("css selector", "main form button").click()
                    wait_for_another(browser, before)
                    entered = role
                for step in steps:
                    go(browser, step)
                take(browser, name)
        finally:
            browser.close()
            node.close()


if __name__ == "__main__":
    main(sys.argv[1])
