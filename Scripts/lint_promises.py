#!/usr/bin/env python3
"""Holds docs/Threats.md against the tests: every promise has a test that carries its number, and the page names it.

A test carries a promise when its name, or a comment within the four lines before it, says `promise 7:` (or `promises 7, 8:`).
`--write` brings the table of the page up to date.
"""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "Threats.md"
# Promise 32 is about reports from the public, which this program does not take yet.
LATER = {32}
TEST = re.compile(r"@Test\b[^`]*?func (`[^`]+`|\w+)", re.S)
SUITE = re.compile(r"(?:@Suite\b[^`{]*?)?(?:struct|final class) (`[^`]+`|\w+)")
MARK = re.compile(r"\bpromises? ((?:\d+(?:, | and |, and )?)+):", re.I)


def tests() -> dict[int, list[tuple[str, str]]]:
    """Promise → (sentence, file) of each test that carries it."""
    found: dict[int, list[tuple[str, str]]] = {}
    for file in sorted((ROOT / "Tests").rglob("*.swift")):
        source = file.read_text(encoding="utf-8")
        for mark in MARK.finditer(source):
            line_start = source.rfind("\n", 0, mark.start()) + 1
            is_comment = source[line_start:mark.start()].lstrip().startswith("//")
            is_suite = not is_comment and SUITE.search(source[line_start:source.find("\n", mark.start())]) and "func" not in source[line_start:mark.start()]
            if is_comment or is_suite:
                test = TEST.search(source, mark.end())
                if test is None or source.count("\n", mark.end(), test.start()) > (60 if is_suite else 4):
                    continue
            else:
                test = next((t for t in TEST.finditer(source) if t.start() <= mark.start() < t.end()), None)
                if test is None:
                    continue
            suites = [s.group(1).strip("`") for s in SUITE.finditer(source, 0, test.start())]
            sentence = re.sub(r"^promises? [\d, and]+: ?", "", test.group(1).strip("`"), flags=re.I)
            suite = re.sub(r"^promises? [\d, and]+: ?", "", suites[-1], flags=re.I) if suites else file.stem
            for number in map(int, re.findall(r"\d+", mark.group(1))):
                entry = (f"{suite} {sentence}", file.relative_to(ROOT / "Tests").as_posix())
                if entry not in found.setdefault(number, []):
                    found[number].append(entry)
    return found


def main() -> int:
    found, page, faults = tests(), PAGE.read_text(encoding="utf-8"), []
    rows = list(re.finditer(r"^\| (\d+) \| ([^|]*) \| ([^|]*) \|$", page, re.M))
    if [int(row.group(1)) for row in rows] != list(range(1, 36)):
        faults.append("docs/Threats.md: the table does not have the rows 1 to 35 in order")
    for row in reversed(rows):
        number = int(row.group(1))
        cell = "<br>".join(f"{sentence} (`{file}`)" for sentence, file in found.get(number, []))
        if not cell:
            if number in LATER:
                cell = "comes with the reports of the public"
            else:
                faults.append(f"promise {number} has no test that carries its number: {row.group(2).strip()}")
                cell = "no test yet"
        if "--write" in sys.argv:
            page = page[:row.start(3)] + cell + page[row.end(3):]
        elif row.group(3).strip() != cell:
            faults.append(f"docs/Threats.md: promise {number} names other tests than there are; run Scripts/lint_promises.py --write")
    if "--write" in sys.argv:
        PAGE.write_text(page, encoding="utf-8")
    print("\n".join(sorted(set(faults))) if faults else f"promises: {len(found)} of 35 carried by tests, as docs/Threats.md says")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
