"""Writes the results into README.md, between its two marks. Nothing in that table is typed by hand."""

import json
import re
from pathlib import Path

HERE = Path(__file__).parent
ORDER = ("start-up", "country-page", "import", "import-persons", "statistics", "case-files", "referrals", "million")


def cell(value) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name.replace('_', ' ')} {number}" for name, number in value.items())
    return str(value).replace("|", "\\|")


def main() -> None:
    parts = []
    for claim in ORDER:
        file = HERE / "results" / f"{claim}.json"
        if not file.exists():
            continue
        result = json.loads(file.read_text(encoding="utf-8"))
        m = result["machine"]
        parts.append(f"### {claim}\n")
        parts.append(f"{m['day']}, {m['cores']} cores, {m['processor']}, load average before: {m['load before']}\n")
        parts.append("| what | Concord | peer | target | |\n|---|---|---|---|---|")
        parts += [
            f"| {row['what']} | {cell(row['concord'])} | {row['peer name']}: {cell(row['peer'])} | {row['target']} | {row['met']} |"
            for row in result["rows"]
        ]
        parts.append(f"\n{result['note']}\n" if result["note"] else "")
    page = HERE / "README.md"
    text = page.read_text(encoding="utf-8")
    table = "\n".join(parts) if parts else "Not run yet.\n"
    page.write_text(re.sub(r"(<!-- results -->\n).*(<!-- /results -->)", lambda m: m[1] + table + "\n" + m[2], text, flags=re.S), "utf-8")


if __name__ == "__main__":
    main()
