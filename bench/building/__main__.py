"""`python -m bench.building`: builds sites and their peers by turns -> medians and ratios, as Markdown."""

from __future__ import annotations

import argparse
import subprocess
import sys
from itertools import islice
from pathlib import Path

from bench.building.checks import faults
from bench.building.peers import PEERS, ROOT, Peer, ready, start_from_nothing, surroundings, why_not
from bench.building.runs import Run, growth, table, timed

CASES = ("cold", "no change", "one edit", "new story", "template edit")
MOST = 5
"""Faults of a site that are told."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="1000,10000", help="numbers of stories")
    parser.add_argument("--peers", default=",".join(PEERS))
    parser.add_argument("--cases", default=",".join(CASES))
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--scaling", default="", help="more sizes for ours alone, such as 50000")
    parser.add_argument("--work", type=Path, default=ROOT / ".build" / "bench")
    options = parser.parse_args()
    sizes, more = (list(map(int, filter(None, it.split(",")))) for it in (options.sizes, options.scaling))
    runs: list[Run] = []
    peers = [it for it in map(PEERS.__getitem__, options.peers.split(",")) if _is_there(it, options.work)]
    for size in [*sizes, *more]:
        for turn in range(options.rounds):
            for peer in [PEERS["ours"]] if size in more else peers:
                runs += _turn(peer, size, turn, options.cases.split(","), options.work)
    print(table(runs, against="hugo"))
    print("", *growth(runs, "ours"), sep="\n")
    return 0


def _is_there(peer: Peer, work: Path) -> bool:
    reason = why_not(peer, work)
    if reason:
        print(f"{peer.name} is left out: {reason}", file=sys.stderr)
    return not reason


def _turn(peer: Peer, size: int, turn: int, cases: list[str], work: Path) -> list[Run]:
    """All cases once, one after the other on the same site. Raises RuntimeError where a site is not whole."""
    site = ready(peer, size, work)
    if not turn:
        for left in (site / peer.stories).glob("**/b??????.md"):  # of an earlier run
            left.unlink()
    found = []
    for case in cases:
        _before(peer, site, size, turn, case)
        command = peer.command((work / "tools").absolute(), site.absolute())
        run = timed(command, site, surroundings(peer, site), Run(peer.name, size, case))
        print(run.line(), file=sys.stderr, flush=True)
        found.append(run)
        wrong = list(islice(faults(site / peer.stories, site / "output"), MOST)) if not turn else []
        if wrong:
            raise RuntimeError(f"{run.line()}\n" + "\n".join(wrong))
    return found


def _before(peer: Peer, site: Path, size: int, turn: int, case: str) -> None:
    """What somebody does before this build."""
    corpus = [sys.executable, str(ROOT / "bench" / "make_corpus.py")]
    if case == "cold":
        start_from_nothing(peer, site)
    elif case == "one edit":
        touch = [*corpus, "--touch", str(size // 2), "--out", str(site)]
        subprocess.run(touch, check=True, capture_output=True)
    elif case == "new story":
        _new_story(site / peer.stories, size, turn)
    elif case == "template edit":
        file = site / peer.template
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("</header>", f"<!-- {turn} --></header>", 1), encoding="utf-8")


def _new_story(stories: Path, size: int, turn: int) -> None:
    """A copy of the newest story under another name, a little newer."""
    newest = max(stories.glob(f"**/a{size - 1:06d}.md"))
    text = newest.read_text(encoding="utf-8").replace(f"a{size - 1:06d}", f"b{turn:06d}")
    new = newest.parent / f"b{turn:06d}.md"
    new.write_text(text.replace("08:00", f"09:{turn:02d}", 1), encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
