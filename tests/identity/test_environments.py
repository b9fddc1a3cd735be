"""The same stories give the same bytes and modes, on any machine and in any order of files."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

from tests.identity.paper import ROOT, TEXTS, Paper, Story

BUILDS = int(os.environ.get("ENVIRONMENTS", "4"))
EPOCH = "1735700000"  # 1 January 2025: the paper's story of June 2025 is still to come

ANY_ORDER = """
import os, random
_random, _scandir, _listdir = random.Random(int(os.environ["FILE_ORDER"])), os.scandir, os.listdir

class _Entries:
    def __init__(self, *given):
        with _scandir(*given) as found:
            self._entries = list(found)
        _random.shuffle(self._entries)
        self._left = iter(self._entries)
    def __iter__(self):
        return self
    def __next__(self):
        return next(self._left)
    def __enter__(self):
        return self
    def __exit__(self, *_):
        pass
    def close(self):
        pass

def _any_order(*given):
    return _random.sample(found := _listdir(*given), len(found))

os.scandir, os.listdir = _Entries, _any_order
"""
"""sitecustomize.py: folders list their files in another order each time."""


class Surroundings:
    """Of build number `number`; the first is plain, the others are drawn."""

    def __init__(self, number: int) -> None:
        draw = random.Random(number)
        self.cold = not number % 2
        self.umask = (0o022, 0o077, 0o002, 0o027)[number % 4]
        self.folder = ("paper", "报纸", "a folder", "x" * 60)[number % 4] + str(number)
        self.workers = (1, 2, 3, 5)[draw.randrange(4)]
        self.executor = ("serial", "processes")[draw.randrange(2)]
        self.age = draw.randrange(10**9)
        zones = ("UTC", "Asia/Shanghai", "America/New_York", "Pacific/Kiritimati", "Nowhere/Else")
        locales = ("C", "C.UTF-8", "POSIX", "zh_CN.UTF-8", "tr_TR.UTF-8", "de_DE.ISO-8859-1", "")
        self.variables = {
            "PATH": os.environ["PATH"],
            "TZ": draw.choice(zones),
            "LC_ALL": draw.choice(locales),
            "LANG": draw.choice(locales),
            "PYTHONHASHSEED": str(draw.randrange(2**32)),
            "PYTHONUTF8": str(draw.randrange(2)),
            "FILE_ORDER": str(draw.randrange(10**6)),
            "HOME": draw.choice(("/", "/nowhere")),
            "SOURCE_DATE_EPOCH": EPOCH,
        }


def test_one_hash_whatever_the_surroundings(tmp_path: Path) -> None:
    first = _tree(tmp_path, Surroundings(0))
    for number in range(1, BUILDS):
        now = Surroundings(number)
        made = _tree(tmp_path, now)
        assert made.keys() == first.keys(), vars(now)
        assert {name for name in made if made[name] != first[name]} == set(), vars(now)
    assert any(name.startswith("news/2024/") for name in first)
    assert not any(name.startswith("news/2025/later") for name in first)


def _tree(folder: Path, now: Surroundings) -> dict[str, str]:
    """Each file and folder of the site: its mode and a digest of its bytes. The program is copied too."""
    paper = Paper(folder / now.folder)
    program = folder / f"program {now.folder}"
    for name in ("article", "newsdesk", "plugins", "themes"):
        shutil.copytree(ROOT / name, program / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pelicanconf.py", program)
    (program / "order").mkdir()
    (program / "order" / "sitecustomize.py").write_text(ANY_ORDER, encoding="utf-8")
    _write(paper, program, now)
    if not now.cold:
        paper.put("news/2024/b.md", Story("还没改好的一篇", "2024-03-01"))
        paper.put("news/2024/gone.md", Story("后来删去的一篇", "2024-03-01"))
        _build(paper, program, now)
        paper.remove("news/2024/gone.md")
        _write(paper, program, now)
    _build(paper, program, now)
    top = paper.folder / "output"
    return {str(it.relative_to(top)): f"{it.stat().st_mode:o} {_digest(it)}" for it in (top, *top.rglob("*"))}


def _write(paper: Paper, program: Path, now: Surroundings) -> None:
    stories = [
        (f"news/2024/{name}.md", Story(f"第{at}篇", "2024-03-01", tags=("集市", "供暖")[: at % 3], text=text))
        for at, (name, text) in enumerate(zip("abcdefgh", TEXTS * 2, strict=True))
    ]
    stories.append(("news/2025/later.md", Story("还没到的一篇", "2025-06-01")))
    random.Random(now.variables["FILE_ORDER"]).shuffle(stories)
    if not paper.stories:
        paper.begin()
        for place in list(paper.stories):
            paper.remove(place)
    for place, story in stories:
        paper.put(place, story)
    more = f"BUILD_WORKERS, BUILD_EXECUTOR = {now.workers}, {now.executor!r}\n"
    conf = (paper.folder / "conf.py").read_text(encoding="utf-8").replace(str(ROOT), str(program))
    (paper.folder / "conf.py").write_text(conf + more, encoding="utf-8")
    for at, file in enumerate(sorted((paper.folder / "content").rglob("*"))):
        os.utime(file, (now.age + at, now.age + at))
        file.chmod(0o700 if file.is_dir() else (0o600, 0o644)[at % 2])


def _build(paper: Paper, program: Path, now: Surroundings) -> None:
    places = {"content": "content", "output": "output", "store": "store", "conf": "conf.py"}
    words = [word for name, place in places.items() for word in (f"--{name}", str(paper.folder / place))]
    variables = {**now.variables, "PYTHONPATH": str(program / "order"), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "newsdesk", "build", *words]
    built = subprocess.run(
        command, cwd=program, env=variables, umask=now.umask, capture_output=True, check=False
    )
    assert built.returncode == 0, (built.stderr.decode(errors="replace"), vars(now))


def _digest(place: Path) -> str:
    return hashlib.sha256(place.read_bytes()).hexdigest() if place.is_file() else ""
