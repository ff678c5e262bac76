"""axe-core in headless Chromium, on pages of the running program."""

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import Queue

import axe_playwright_python
from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.support.wait import WebDriverWait

ENGINE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
ROWS = 60
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}}


@dataclass(frozen=True)
class Look:
    """One page to look at, as one kind of visitor sees it."""

    path: str
    dark: bool = False
    width: int = 1280
    cookies: tuple[tuple[str, str], ...] = ()


class Browser:
    """A headless Chromium that shows pages of one node."""

    def __init__(self, origin: str):
        options = webdriver.ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--hide-scrollbars", "--disable-gpu", "--lang=en"):
            options.add_argument(argument)
        self.driver = webdriver.Chrome(options, Service("/usr/bin/chromedriver"))
        self.driver.set_page_load_timeout(120)
        self.driver.set_script_timeout(120)
        self.origin = origin
        self.driver.execute_cdp_cmd("Network.enable", {})

    def show(self, look: Look):
        send = self.driver.execute_cdp_cmd
        send("Network.clearBrowserCookies", {})
        for name, value in look.cookies:
            done = send("Network.setCookie", {
                "name": name, "value": value, "url": self.origin, "path": "/",
                "secure": name.startswith("__"), "httpOnly": True, "sameSite": "Strict",
            })
            if not done.get("success"):
                raise RuntimeError(f"the browser refuses the cookie {name}")
        scheme = "dark" if look.dark else "light"
        send("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]})
        send("Emulation.setDeviceMetricsOverride", {"width": look.width, "height": 900, "deviceScaleFactor": 1, "mobile": False})
        self.driver.get(self.origin + look.path)

    def faults(self) -> list[str]:
        """What axe-core finds on the page that is shown.

        Of a long table it sees the first rows: the others come out of the same loop, and a thousand of them take minutes.
        """
        self.driver.execute_script(
            "for (const body of document.querySelectorAll('tbody')) [...body.rows].slice(arguments[0]).forEach(row => row.remove());", ROWS
        )
        self.driver.execute_script(ENGINE)
        found = self.driver.execute_async_script(
            "const done = arguments[arguments.length - 1];"
            "axe.run(document, JSON.parse(arguments[0])).then("
            "r => done({violations: r.violations.map(v => ({id: v.id, help: v.help, nodes: v.nodes.map(n => n.html)}))}),"
            "e => done({error: String(e)}));",
            json.dumps(RULES),
        )
        if "error" in found:
            return [f"axe-core failed: {found['error']}"]
        return [
            f"{v['id']}: {v['help']} ({len(v['nodes'])}×), first: {' '.join(v['nodes'][0].split())[:160]}" for v in found["violations"]
        ]

    def press(self, form_ending: str, typed: dict[str, str]):
        """Fills the form whose address ends so and sends it, past the browser's own checks: what comes back is the page with its errors."""
        driver = self.driver
        found = next(f for f in driver.find_elements("css selector", "form") if f.get_attribute("action").split("?")[0].endswith(form_ending))
        for name, value in typed.items():
            found.find_element("name", name).send_keys(value)
        driver.execute_script("window.isOld = true; arguments[0].noValidate = true; arguments[0].requestSubmit();", found)
        is_new = "return document.readyState === 'complete' && window.isOld !== true"
        WebDriverWait(driver, 60, ignored_exceptions=(WebDriverException,)).until(lambda driver: driver.execute_script(is_new))

    def close(self):
        self.driver.quit()


def check(origin: str, looks: list[Look], browsers: int = 2) -> list[str]:
    """Looks at each page; two browsers share the work."""
    idle: Queue[Browser] = Queue()
    for _ in range(browsers):
        idle.put(Browser(origin))

    def look_at(look: Look) -> list[str]:
        browser = idle.get()
        try:
            browser.show(look)
            mode = " in the dark" if look.dark else " on a phone" if look.width < 500 else ""
            return [f"{look.path}{mode}: {fault}" for fault in browser.faults()]
        except Exception as error:  # A page that can't be looked at is a fault of its own; the others are still looked at.
            return [f"{look.path}: could not be looked at: {str(error).splitlines()[0]}"]
        finally:
            idle.put(browser)

    try:
        with ThreadPoolExecutor(browsers) as workers:
            return [fault for faults in workers.map(look_at, looks) for fault in faults]
    finally:
        while not idle.empty():
            idle.get().close()
