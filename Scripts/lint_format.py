#!/usr/bin/env python3
"""Runs `swift format lint --strict` and lets one thing pass: a line made too long by a sentence.

A sentence of the screen, or an SQL text, reads better whole than broken in two for a margin of 140.
"""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MARGIN = 140


def is_long_for_a_sentence(file: str, number: int) -> bool:
    lines = Path(file).read_text(encoding="utf-8").splitlines()
    line = lines[number - 1]
    without = re.sub(r'"(?:[^"\\]|\\.)*"', '""', line)
    inside_multiline = sum(text.count('"""') for text in lines[: number - 1]) % 2 == 1
    return len(without) <= MARGIN or inside_multiline


def main() -> int:
    done = subprocess.run(
        ["swift", "format", "lint", "--strict", "--recursive", "--parallel", "Sources", "Tests", "Package.swift"],
        cwd=ROOT, capture_output=True, text=True,
    )
    faults, findings = [], 0
    for line in done.stderr.splitlines():
        found = re.match(r"(.+?):(\d+):\d+: (?:error|warning): \[(\w+)\]", line)
        findings += found is not None
        if found and found.group(3) == "LineLength" and is_long_for_a_sentence(str(ROOT / found.group(1)), int(found.group(2))):
            continue
        if line.strip():
            faults.append(line.replace(f"{ROOT}/", ""))
    if done.returncode != 0 and not findings:
        faults.append(f"swift format ended with {done.returncode}")
    print("\n".join(faults) if faults else "format: as .swift-format says")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
