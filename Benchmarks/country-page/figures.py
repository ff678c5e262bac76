"""The sums of the country page, by the same rules as Concord's: ranges over `<5`, subtotals as published, no figure counted twice."""

from collections import defaultdict

INDICATORS = ("victims", "offences", "suspected", "prosecuted", "convicted")
REASONS = ("nothing published", "not applicable", "not collected", "withheld")
REASON = {"withheld": 3, "not_collected": 2, "not_applicable": 1}


class Sum:
    __slots__ = ("cells", "absent", "low", "high", "few", "reason")

    def __init__(self):
        self.cells = self.absent = self.low = self.high = self.few = self.reason = 0

    def add(self, low, high, kind, absence):
        self.cells += 1
        if kind == "absent":
            self.absent += 1
            self.reason = max(self.reason, REASON.get(absence, 0))
            return
        if kind == "few":
            low, high = 0, 4
            self.few += 1
        self.low += low
        self.high += high

    def join(self, low, high, kind, absence):
        """A cell that may speak of the same people: at least the larger, at most both."""
        larger = max(self.low, 0 if kind in ("few", "absent") else low)
        self.add(low, high, kind, absence)
        self.low = larger

    def merge(self, other):
        for name in ("cells", "absent", "low", "high", "few"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.reason = max(self.reason, other.reason)

    @property
    def known(self):
        return self.cells - self.absent

    @property
    def is_few(self):
        return self.known == 1 and self.few == 1 or (self.known and self.low == 0 and self.high == 4)

    def written(self):
        if self.known == 0:
            return REASONS[self.reason]
        if self.is_few:
            return "<5"
        return f"{self.low:,}" if self.low == self.high else f"{self.low:,}–{self.high:,}"

    @property
    def order(self):
        if self.known == 0:
            return -1
        low, high = (0, 4) if self.is_few else (self.low, self.high)
        return low * 100_000 + high


def totals(cells, years):
    """A row for each year of the source, a sum for each indicator."""
    found = defaultdict(Sum)
    for indicator, dimension, sex, age, year, _, _, low, high, kind, absence in cells:
        if dimension == "total" and sex == "total" and age == "total":
            found[indicator, year].add(low, high, kind, absence)
    nothing = Sum()
    return [[str(year)] + [found.get((indicator, year), nothing).written() for indicator in INDICATORS] for year in years]


def split(cells, indicator, by):
    """Years down, parts across, the largest part first: by form, sex or age."""
    dimension = "exploitation" if by == "form" else "total"
    mine = [c for c in cells if c[0] == indicator and c[1] == dimension]
    if by == "sex":
        whole = {(c[4], c[5], c[2]) for c in mine if c[2] != "total" and c[3] == "total"}
        mine = [c for c in mine if c[2] != "total" and (c[3] == "total" or (c[4], c[5], c[2]) not in whole)]
    elif by == "age":
        whole = {(c[4], c[5], c[3]) for c in mine if c[3] != "total" and c[2] == "total"}
        mine = [c for c in mine if c[3] != "total" and (c[2] == "total" or (c[4], c[5], c[3]) not in whole)]
    else:
        mine = [c for c in mine if c[2] == "total" and c[3] == "total"]
    part = {"form": 6, "sex": 2, "age": 3}[by]
    found = defaultdict(lambda: defaultdict(Sum))
    for c in mine:
        found[c[part]][c[4]].add(*c[7:])
    size = {
        name: sum((0 if s.known == 0 else 4 if s.is_few else s.low + s.high) for s in years.values()) for name, years in found.items()
    }
    parts = sorted(found, key=lambda name: (-size[name], name or "unread"))
    years = [year for years in found.values() for year in years]
    nothing = Sum()
    return [
        [str(year)] + [found[name].get(year, nothing).written() for name in parts] for year in (range(min(years), max(years) + 1) if years else ())
    ]


def citizenships(cells, indicator):
    """All years together, the largest first. One country under two names is joined, not added."""
    named: dict = {}
    for c in cells:
        if c[0] == indicator and c[1] == "citizenship" and c[2] == "total" and c[3] == "total" and c[6] != "total":
            key = (c[4], c[6])
            if key not in named:
                named[key] = Sum()
                named[key].add(*c[7:])
            else:
                named[key].join(*c[7:])
    found = defaultdict(Sum)
    for (_, category), part in named.items():
        found[category].merge(part)
    return sorted(((code or "", s.written(), s.order) for code, s in found.items()), key=lambda row: (-row[2], row[0]))


def elsewhere(rows):
    """Its citizens detected by others, all years together, the largest first."""
    found = defaultdict(Sum)
    for state, _, cells, absent, _, _, low, high, few, reason in rows:
        s = Sum()
        s.cells, s.absent, s.low, s.high, s.few, s.reason = cells, absent, low, high, few, reason
        found[state].merge(s)
    return sorted(((code, s.written(), s.order) for code, s in found.items()), key=lambda row: (-row[2], row[0]))
