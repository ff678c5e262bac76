"""Makes a Jinja2 template, and the values to fill it with, out of a finished page.

The peer must print the same HTML as Concord. A template written by hand would drift from the page with its next change, so it is taken
from the page itself: the frame stays as it is; every text is an expression; the rows of tables and the shapes of drawings are loops
whose bodies choose among the kinds of cell and shape that occur, as one would write them. The outlines of the map, which never
change, stay in the template.
"""

import html
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "link", "input", "br", "img", "hr", "col"}
NUMERIC = {"x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "d", "width", "height", "points", "transform", "href", "datetime"}
LOOPED = {"tbody": "tr", "tr": None, "g": None, "svg": None}


@dataclass
class Node:
    start: str = ""
    tag: str = ""
    attributes: list = field(default_factory=list)
    children: list = field(default_factory=list)
    end: str = ""
    text: str | None = None


class Tree(HTMLParser):
    def __init__(self, page: str):
        super().__init__(convert_charrefs=False)
        self.root = Node()
        self.open = [self.root]
        self.feed(page)
        self.close()

    def handle_decl(self, decl):
        self.open[-1].children.append(Node(start=f"<!{decl}>"))

    def handle_starttag(self, tag, attributes):
        node = Node(self.get_starttag_text(), tag, attributes)
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_endtag(self, tag):
        while self.open[-1].tag != tag:
            self.open.pop()
        self.open.pop().end = f"</{tag}>"

    def _text(self, raw):
        last = self.open[-1].children[-1] if self.open[-1].children else None
        if last is not None and last.text is not None:
            last.text += raw
        else:
            self.open[-1].children.append(Node(text=raw))

    def handle_data(self, data):
        self._text(data)

    def handle_entityref(self, name):
        self._text(f"&{name};")

    def handle_charref(self, name):
        self._text(f"&#{name};")


class Mould:
    """`template` and `values`: rendering the one with the other gives the page back."""

    def __init__(self, page: str):
        self.texts: list[str] = []
        self.loops: list[list] = []
        # The loop of each table, by the id of its caption without the ending.
        self.tables: dict[str, int] = {}
        self._table = ""
        self.template = self._frame(Tree(page).root)

    @property
    def values(self) -> dict:
        return {"t": self.texts, "loops": self.loops}

    def _frame(self, node: Node) -> str:
        if node.text is not None:
            if not node.text.strip():
                return node.text
            self.texts.append(html.unescape(node.text))
            return "{{ t[%d] }}" % (len(self.texts) - 1)
        if node.tag == "table":
            captions = [value for child in node.children if child.tag == "caption" for name, value in child.attributes if name == "id"]
            self._table = captions[0].removesuffix("-table-caption") if captions else ""
        if node.tag == "tbody":
            return node.start + self._rows(node) + node.end
        if node.tag in ("g", "svg") and sum(child.text is None for child in node.children) > 3 and not self._is_static(node):
            return node.start + self._items(node.children) + node.end
        return node.start + "".join(self._frame(child) for child in node.children) + node.end

    def _is_static(self, node: Node) -> bool:
        """The outlines of the map: long paths and nothing else."""
        return any(len(value or "") > 300 for child in node.children for name, value in child.attributes if name == "d")

    def _rows(self, body: Node) -> str:
        """Rows in a loop, cells in a loop within it."""
        kinds: dict[str, int] = {}
        rows = [[self._item(cell, kinds) for cell in row.children] for row in body.children]
        starts = {row.start for row in body.children}
        if len(starts) != 1:
            return self._items(body.children)
        self.loops.append(rows)
        self.tables[self._table] = len(self.loops) - 1
        return (
            "{%% for row in loops[%d] %%}" % (len(self.loops) - 1) + starts.pop() + "{% for c in row %}" + choice(kinds) + "{% endfor %}</tr>{% endfor %}"
        )

    def _items(self, children: list[Node]) -> str:
        kinds: dict[str, int] = {}
        self.loops.append([self._item(child, kinds) for child in children])
        return "{%% for c in loops[%d] %%}" % (len(self.loops) - 1) + choice(kinds) + "{% endfor %}"

    def _item(self, node: Node, kinds: dict[str, int]) -> list:
        values: list[str] = []
        shape = self._shape(node, values)
        return [kinds.setdefault(shape, len(kinds)), *values]

    def _shape(self, node: Node, values: list[str]) -> str:
        """The markup of a cell or shape with its values taken out."""
        if node.text is not None:
            values.append(html.unescape(node.text))
            return "{{ c[%d] }}" % len(values)
        start = node.start
        for name, value in node.attributes:
            if name in NUMERIC and value is not None:
                written = f'{name}="{html.escape(value, quote=False)}"'
                if written in start:
                    values.append(value)
                    start = start.replace(written, name + '="{{ c[%d] }}"' % len(values), 1)
        return start + "".join(self._shape(child, values) for child in node.children) + node.end


def choice(kinds: dict[str, int]) -> str:
    """`{% if %}` over the kinds that occur; a single kind needs none."""
    shapes = list(kinds)
    if len(shapes) == 1:
        return shapes[0]
    parts = ["{%% %s c[0] == %d %%}%s" % ("if" if number == 0 else "elif", number, shape) for number, shape in enumerate(shapes)]
    return "".join(parts) + "{% endif %}"


def same(ours: str, theirs: str) -> bool:
    """Whether two pages are the same; a quotation mark may be written in two ways."""
    return ours.replace("&quot;", "&#34;") == theirs.replace("&quot;", "&#34;")
