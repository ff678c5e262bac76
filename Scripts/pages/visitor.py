"""A visitor without a browser: follows links, fills forms, keeps cookies. Standard library only."""

import http.client
import urllib.parse
from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Control:
    """One field of a form, as the page offers it."""

    name: str
    kind: str
    value: str
    autocomplete: str = ""
    options: list[str] = field(default_factory=list)


@dataclass
class Form:
    action: str
    method: str
    controls: list[Control] = field(default_factory=list)

    def values(self) -> dict[str, str]:
        """What a browser would send if the visitor typed nothing: a button counts only when it is pressed."""
        return {c.name: c.value for c in self.controls if c.kind not in ("submit", "checkbox", "radio", "file") or c.kind == "checked"}


class Document(HTMLParser):
    """The parts of a page that the checks need: its links, its forms, its words."""

    def __init__(self, html: str):
        super().__init__(convert_charrefs=True)
        self.links: list[str] = []
        self.forms: list[Form] = []
        self.text: list[str] = []
        self.codes: list[str] = []
        self.ids: list[str] = []
        self.named: list[str] = []
        self.language = ""
        self.direction = ""
        self._select: Control | None = None
        self._inside_code = False
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        a = {name: value or "" for name, value in attributes}
        if "id" in a:
            self.ids.append(a["id"])
        # What names another element: a label its control, a control what describes it.
        self.named += [one for key in ("for", "aria-describedby", "aria-labelledby") if key in a for one in a[key].split()]
        if tag == "html":
            self.language, self.direction = a.get("lang", ""), a.get("dir", "")
        elif tag in ("a", "area") and "href" in a:
            self.links.append(a["href"])
        elif tag == "form":
            self.forms.append(Form(a.get("action", ""), a.get("method", "get").lower()))
        elif tag == "code":
            self._inside_code = True
        elif self.forms and tag in ("input", "textarea", "select", "button") and a.get("name"):
            kind = a.get("type", tag if tag != "input" else "text")
            if kind in ("checkbox", "radio") and "checked" in dict(attributes):
                kind = "checked"
            control = Control(a["name"], kind, a.get("value", ""), a.get("autocomplete", ""))
            self.forms[-1].controls.append(control)
            if tag == "select":
                self._select = control
        elif tag == "option" and self._select is not None:
            self._select.options.append(a.get("value", ""))
            if "selected" in dict(attributes) or len(self._select.options) == 1:
                self._select.value = a.get("value", "")

    def handle_endtag(self, tag):
        if tag == "select":
            self._select = None
        elif tag == "code":
            self._inside_code = False

    def handle_data(self, data):
        self.text.append(data)
        if self._inside_code:
            self.codes.append(data.strip())


    def faults(self) -> list[str]:
        """Ids that stand there twice, so that a label leads to the wrong control, and those that are named and not there."""
        twice = sorted({one for one in self.ids if self.ids.count(one) > 1})
        missing = sorted(set(self.named) - set(self.ids))
        return [f"the id {one} stands there twice" for one in twice] + [f"nothing has the id {one}" for one in missing]


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes
    path: str

    @property
    def is_page(self) -> bool:
        return self.headers.get("content-type", "").startswith("text/html")

    @property
    def document(self) -> Document:
        return Document(self.body.decode("utf-8"))


class Visitor:
    """Somebody at `http://127.0.0.1:port`, with the cookies that they were given."""

    def __init__(self, port: int):
        self.port = port
        self.cookies: dict[str, str] = {}

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def _send(self, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        try:
            if self.cookies:
                headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
            connection.request(method, path, body, headers)
            response = connection.getresponse()
            content = response.read()
            for line in response.headers.get_all("Set-Cookie") or []:
                name, _, value = line.split(";", 1)[0].partition("=")
                if "max-age=0" in line.lower() or not value:
                    self.cookies.pop(name.strip(), None)
                else:
                    self.cookies[name.strip()] = value
            return Answer(response.status, {k.lower(): v for k, v in response.getheaders()}, content, path)
        finally:
            connection.close()

    def local(self, link: str, seen_on: str) -> str | None:
        """The path and query that a link leads to, or nothing when it leaves the site."""
        whole = urllib.parse.urljoin(self.origin + seen_on, link)
        if not whole.startswith(self.origin):
            return None
        parts = urllib.parse.urlsplit(whole)
        return urllib.parse.urlunsplit(("", "", parts.path or "/", parts.query, ""))

    def open(self, path: str) -> Answer:
        """Opens an address and goes where it leads, ten times at most."""
        for _ in range(10):
            answer = self._send("GET", path, None, {"Accept": "text/html,*/*"})
            if answer.status not in (301, 302, 303, 307, 308):
                return answer
            onward = self.local(answer.headers["location"], path)
            if onward is None:
                return answer
            path = onward
        raise RuntimeError(f"{path} leads in a circle")

    def send(self, form: Form, seen_on: str, typed: dict[str, str | list[str] | bytes]) -> Answer:
        """Sends a form as a browser would, with what was typed over what stood there."""
        path = self.local(form.action or seen_on, seen_on)
        if path is None:
            raise RuntimeError(f"a form on {seen_on} leads away from the site: {form.action}")
        fields = form.values() | typed
        if form.method == "get":
            return self.open(urllib.parse.urlsplit(path).path + "?" + urllib.parse.urlencode(fields, doseq=True))
        if any(isinstance(value, bytes) for value in fields.values()):
            kind, body = multipart(fields)
        else:
            kind, body = "application/x-www-form-urlencoded", urllib.parse.urlencode(fields, doseq=True).encode()
        headers = {"Content-Type": kind, "Origin": self.origin, "Sec-Fetch-Site": "same-origin", "Accept": "text/html,*/*"}
        answer = self._send("POST", path, body, headers)
        if answer.status in (302, 303):
            onward = self.local(answer.headers["location"], path)
            if onward is not None:
                return self.open(onward)
        return answer


def multipart(fields: dict[str, str | bytes]) -> tuple[str, bytes]:
    """A form with a file: the content type, and the body. A value of bytes is the file."""
    edge = "the-edge-of-a-part"
    parts = []
    for name, value in fields.items():
        head = f'--{edge}\r\nContent-Disposition: form-data; name="{name}"'
        if isinstance(value, bytes):
            parts.append(f'{head}; filename="list.csv"\r\nContent-Type: text/csv\r\n\r\n'.encode() + value)
        else:
            parts.append(f"{head}\r\n\r\n{value}".encode())
    return f"multipart/form-data; boundary={edge}", b"\r\n".join(parts) + f"\r\n--{edge}--\r\n".encode()
