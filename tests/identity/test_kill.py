"""A build that is killed at any moment harms nothing: the next one is whole and needs no help."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.identity.paper import ROOT, TEXTS, Paper, Story

KILLS = int(os.environ.get("KILLS", "3"))
LONGEST = 1.5
"""Seconds until a build is killed, at most; about as long as one takes."""


def test_the_next_build_after_a_kill_is_whole(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    paper.begin()
    moments = random.Random(5)
    for kill in range(KILLS):
        for story in range(6):
            text = TEXTS[(kill + story) % len(TEXTS)]
            paper.put(f"news/2026/{'abcdefgh'[story]}.md", Story(f"第{kill}稿第{story}篇", text=text))
        _killed_after(paper, moments.uniform(0.05, LONGEST))
        for page in (tmp_path / "output").rglob("*.html"):
            assert page.read_bytes().rstrip().endswith(b"</html>"), f"{page} is half a page"
        assert paper.build() == 0
        assert paper.clean_build() == 0
        assert paper.files("output") == paper.files("clean")


def _killed_after(paper: Paper, seconds: float) -> None:
    """All its processes, as when the machine loses power."""
    places = {"content": "content", "output": "output", "store": "store", "conf": "conf.py"}
    words = [word for name, place in places.items() for word in (f"--{name}", str(paper.folder / place))]
    command = [sys.executable, "-m", "newsdesk", "build", *words]
    build = subprocess.Popen(command, cwd=ROOT, start_new_session=True, stdout=subprocess.DEVNULL)
    time.sleep(seconds)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(build.pid, signal.SIGKILL)
    build.wait()
