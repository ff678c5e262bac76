"""A Concord of our own, on a free port, with a folder that goes away with it."""

import os
import re
import shutil
import socket
import subprocess
import tempfile
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def free_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Node:
    """`with Node(binary) as node:` serves until the block ends, however it ends."""

    def __init__(self, binary: Path, patience: float = 300):
        self.binary, self.patience = binary, patience
        self.port = free_port()
        self.folder = Path(tempfile.mkdtemp(prefix="concord-pages-"))
        self.said: list[str] = []
        self.link: str | None = None

        # The slow key derivation is right for people and wrong for a check that waits for it.
        self.environment = os.environ | {
            "CONCORD_SCRYPT_COST": "10", "CONCORD_SHARE": str(ROOT / "share"), "CONCORD_PROFILE": str(ROOT / "Profiles/examplia.yaml"),
        }

    def __enter__(self):
        self.errors = open(self.folder / "errors.txt", "w")
        self.process = subprocess.Popen(
            [str(self.binary), "serve", "--data", str(self.folder / "data"), "--port", str(self.port)],
            cwd=ROOT, env=self.environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=self.errors, text=True, bufsize=1,
        )
        try:
            self._wait()
        except BaseException:
            self.__exit__()
            raise
        return self

    def _wait(self):
        """Until it has printed the one-time link, and answers."""
        threading.Thread(target=self._listen, daemon=True).start()
        end = time.monotonic() + self.patience
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise RuntimeError("Concord stopped at once:\n" + "".join(self.said) + (self.folder / "errors.txt").read_text())
            if self._is_ready():
                return
            time.sleep(0.1)
        raise RuntimeError(f"Concord did not answer within {self.patience:.0f} seconds:\n" + "".join(self.said))

    def _listen(self):
        for line in self.process.stdout:
            self.said.append(line)
            if found := re.search(rf"http://[^/\s]*:{self.port}(/\S{{20,}})", line):
                self.link = found.group(1)

    def _is_ready(self) -> bool:
        return self.link is not None and self._answers()

    def _answers(self) -> bool:
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=1):
                return True
        except OSError:
            return False

    def run(self, *arguments: str) -> str:
        """What another command of the program prints, on the same folder."""
        command = [str(self.binary), *arguments, "--data", str(self.folder / "data")]
        done = subprocess.run(command, cwd=ROOT, env=self.environment, capture_output=True, text=True, timeout=self.patience)
        if done.returncode != 0:
            raise RuntimeError(f"concord {' '.join(arguments)} ended with {done.returncode}: {done.stderr}")
        return done.stdout

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
        self.errors.close()
        shutil.rmtree(self.folder, ignore_errors=True)
