"""Holds the API against its own description: schemathesis with a bounded number of examples."""

import subprocess
import sys
import tempfile
from pathlib import Path

EXAMPLES = 15
SETTINGS = Path(__file__).with_name("schemathesis.toml")


def check(origin: str) -> list[str]:
    # One worker: with two, Python 3.11 may trip over its own parser ("AST constructor recursion depth mismatch", gh-106905), for it
    # counts the depth of all threads together.
    program = Path(sys.prefix) / "bin" / "schemathesis"
    command = [
        str(program), "--config-file", str(SETTINGS), "--no-color", "run", f"{origin}/api/v1/openapi.json", "--checks", "all",
        "--max-examples", str(EXAMPLES), "--seed", "1", "--workers", "1", "--request-timeout", "60", "--generation-database", "none",
    ]
    with tempfile.TemporaryDirectory() as folder:  # It leaves notes where it runs.
        done = subprocess.run(command, capture_output=True, text=True, timeout=1_500, cwd=folder)
    lines = [line for line in (done.stdout + done.stderr).splitlines() if line.strip()]
    if done.returncode == 0:
        print("\n".join(f"  {line}" for line in lines[-8:]))
        return []
    begin = next((number for number, line in enumerate(lines) if " FAILURES " in line or " ERRORS " in line), 0)
    print("\n".join(f"  {line[:400]}" for line in lines[begin:]))
    return [line.strip() for line in lines if line.lstrip().startswith("- ST")] or [f"schemathesis ended with {done.returncode}"]
