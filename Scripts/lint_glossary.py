#!/usr/bin/env python3
"""Holds docs/Glossary.md against the program: every type, table, file and commitment it names exists."""

import csv
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    sources = "\n".join(file.read_text(encoding="utf-8") for file in (ROOT / "Sources").rglob("*.swift"))
    types = set(re.findall(r"\b(?:struct|enum|actor|protocol) (\w+)", sources))
    tables = set(re.findall(r"CREATE TABLE (?:IF NOT EXISTS )?(\w+)", sources))
    addresses = {row["provision"] for row in csv.DictReader(open(ROOT / "share/reference/tip_protocol_provisions.csv", encoding="utf-8"))}
    for file in (ROOT / "share/commitments").glob("*.csv"):
        with open(file, encoding="utf-8", newline="") as lines:
            addresses |= {row["id"] for row in csv.DictReader(lines) if "id" in row}
    faults, rows = [], 0
    for number, line in enumerate((ROOT / "docs/Glossary.md").read_text(encoding="utf-8").splitlines(), 1):
        cells = [cell.strip() for cell in line[1:-1].split("|")] if line.startswith("| ") else []
        if len(cells) != 5 or cells[0] == "word":
            continue
        rows += 1
        word, meaning, origin, kind, table = cells
        if not meaning:
            faults.append(f"docs/Glossary.md:{number}: “{word}” has no meaning")
        for name in re.findall(r"`(\w+)`", kind):
            if name not in types:
                faults.append(f"docs/Glossary.md:{number}: there is no type {name}")
        for name in re.findall(r"`([^`]+)`", table):
            if not ((ROOT / name).exists() if "/" in name else name in tables):
                faults.append(f"docs/Glossary.md:{number}: there is no table or file {name}")
        for address in re.findall(r"\b(?:TIP|GPA|VF)-[\w.-]+|\b[GP]\d+(?:\.\d+)?\b", origin):
            if address not in addresses:
                faults.append(f"docs/Glossary.md:{number}: there is no commitment {address}")
    print("\n".join(faults) if faults else f"glossary: {rows} words, each type and table there")
    return 1 if faults or rows == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
