"""Somebody who plays a part of the demonstration in a real browser, and finds everything by the words on the page."""

import re
from urllib.parse import urlsplit

from axe import Browser, Look
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.support.select import Select
from selenium.webdriver.support.wait import WebDriverWait

LETTERS = "normalize-space(translate(string(.), '\u00a0\u2019', \" '\"))"


class Lost(Exception):
    """The page does not show what the guide says."""


def quoted(words: str) -> str:
    return "concat('" + words.replace("’", "'").replace("'", "', \"'\", '") + "', '')"


def said(words: str) -> str:
    """That an element begins with these words."""
    return f"starts-with({LETTERS}, {quoted(words)})"


class Player:
    """One part, on a phone: the width at which most who use it see it. All parts share the browser and keep their own cookies."""

    def __init__(self, browser: Browser, link: str, width: int = 390):
        self.browser, self.driver, self.width = browser, browser.driver, width
        self.cookies: tuple[tuple[str, str], ...] = ()
        self.passed = 0
        browser.show(Look(urlsplit(link).path, width=width))
        self._go(self.find("//main//form//button", "the button that enters"))
        self._keep()

    def _keep(self):
        self.cookies = tuple((cookie["name"], cookie["value"]) for cookie in self.driver.get_cookies())

    def open(self, path: str = "/en/work"):
        """Back to this part, at an address; all else is found from the menu."""
        self.browser.show(Look(path, width=self.width, cookies=self.cookies))

    # What is on the page

    def find(self, path: str, what: str):
        found = [one for one in self.driver.find_elements("xpath", path)]
        shown = [one for one in found if one.is_displayed()] or found
        if not shown:
            raise Lost(f"“{what}” is not on {self.where()}.\n{self.about()}")
        return shown[0]

    def where(self) -> str:
        return f"{urlsplit(self.driver.current_url).path} ({self.driver.title})"

    def about(self) -> str:
        script = (
            "return [...document.querySelectorAll('main h1, main h2, main legend, main label, main button, main a, main summary, .problems')]"
            ".map(e => e.tagName.toLowerCase() + ': ' + e.textContent.trim().replace(/\\s+/g, ' ')).filter(t => t.length > 4).slice(0, 90).join('\\n')"
        )
        return self.driver.execute_script(script)

    def says(self, *words: str):
        """That the page says this."""
        text = " ".join(self.driver.find_element("tag name", "main").get_attribute("textContent").split()).replace("’", "'")
        for one in words:
            if one.replace("’", "'") not in text:
                raise Lost(f"{self.where()} does not say “{one}”.\n{self.about()}")

    def code(self) -> str:
        """The code of the file that is open."""
        found = re.search(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}\b", self.driver.find_element("tag name", "main").text)
        if not found:
            raise Lost(f"there is no code of a file on {self.where()}.\n{self.about()}")
        return found[0]

    def name(self) -> str:
        """Who is signed in, as every page of theirs says."""
        return self.driver.find_element("css selector", "header .account").text.splitlines()[0].strip()

    def questions(self) -> list[str]:
        """The questions of the page that have answers to choose from."""
        legends = self.driver.find_elements("xpath", "//main//fieldset[.//input[@type='radio']]/legend")
        return [" ".join(one.text.split()).removesuffix("(optional)").strip() for one in legends]

    # What a person does

    def follow(self, words: str, inside: str = "//body"):
        """Goes where the link with these words leads, in the menu or on the page; a menu that is folded away is opened first."""
        self._go(self.find(f"{inside}//a[{said(words)}]", words))

    def open_row(self, holds: str, words: str = ""):
        """Opens what a row of the list leads to, the row being the one that holds some words."""
        link = f"//a[{said(words)}]" if words else "//th//a"
        self._go(self.find(f"//main//tbody/tr[contains({LETTERS}, {quoted(holds)})]{link}", words or holds))

    def press(self, words: str):
        """Presses the button or the link of the page with these words."""
        self._go(self.find(f"//main//*[self::button or self::a][{said(words)}]", words))

    def choose(self, answer: str, of: str = "", number: int = 1, form: str = ""):
        """Ticks or chooses an answer, of the question that begins with some words; `number` says which of several such questions."""
        question = f"({self._within(form)}//fieldset[legend[{said(of)}]])[{number}]" if of else self._within(form)
        label = self.find(f"{question}//label[{said(answer)}]", f"{answer} of {of}" if of else answer)
        control = self._control(label)
        if not control.is_selected():
            self._click(label)
            if not control.is_selected():
                raise Lost(f"“{answer}” of {of} can't be chosen on {self.where()}")

    def pick(self, question: str, answer: str, form: str = ""):
        """Chooses from a list that folds down."""
        control = self._control(self.find(f"{self._within(form)}//label[{said(question)}]", question))
        self._unfold(control)
        choice = Select(control)
        for option in choice.options:
            if answer in " ".join(option.text.split()):
                choice.select_by_visible_text(option.text)
                return
        raise Lost(f"“{answer}” is not among {[option.text for option in choice.options]} of {question} on {self.where()}")

    def fill(self, question: str, typed: str, form: str = ""):
        """Types an answer."""
        control = self._control(self.find(f"{self._within(form)}//label[{said(question)}]", question))
        self._unfold(control)
        control.clear()
        control.send_keys(typed)

    def _within(self, form: str) -> str:
        """The page, or the form whose button has these words."""
        return f"//main//form[.//button[{said(form)}]]" if form else "//main"

    def _control(self, label):
        name = label.get_attribute("for")
        return self.driver.find_element("id", name) if name else label.find_element("css selector", "input, select, textarea")

    def _unfold(self, element):
        """Opens what it is folded away in."""
        if not element.is_displayed():
            for fold in element.find_elements("xpath", "ancestor::details[not(@open)]"):
                fold.find_element("tag name", "summary").click()

    def _click(self, element):
        self._unfold(element)
        self.driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", element)
        element.click()

    def _go(self, element):
        """Clicks, and waits for the page that follows; a link to a place of the same page only jumps."""
        here = self.driver.current_url.split("#")[0]
        if (element.get_attribute("href") or "").startswith(here + "#"):
            return self._click(element)
        self.driver.execute_script("window.isOld = true")
        self._click(element)
        is_new = "return document.readyState === 'complete' && window.isOld !== true"
        try:
            WebDriverWait(self.driver, 60, ignored_exceptions=(WebDriverException,)).until(lambda driver: driver.execute_script(is_new))
        except WebDriverException as error:
            raise Lost(f"nothing follows on {self.where()}.\n{self.about()}") from error
        self.passed += 1
        if problems := self.driver.find_elements("css selector", "main .problems"):
            raise Lost(f"{self.where()} refuses: {problems[0].text}\n{self.about()}")
