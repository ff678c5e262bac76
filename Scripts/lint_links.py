#!/usr/bin/env python3
"""Finds links in the documents that lead to a file which is not there, and names of scripts and folders that no longer exist."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    listed = subprocess.run(["git", "ls-files", "*.md"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    faults, links = [], 0
    for name in listed:
        file = ROOT / name
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", line):
                if "://" in target or target.startswith("mailto:"):
                    continue
                links += 1
                if not (file.parent / target).exists():
                    faults.append(f"{name}:{number}: {target} is not there")
            for path in re.findall(r"`((?:Scripts|docs|share|Benchmarks|Sources|Tests)/[\w./-]+)`", line):
                links += 1
                if not (ROOT / path).exists() and not (file.parent / path).exists():
                    faults.append(f"{name}:{number}: {path} is not there")
    print("\n".join(faults) if faults else f"links: {links} in the documents, each leads somewhere")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
