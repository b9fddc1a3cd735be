"""`python -m bench.building`: builds sites and their peers by turns -> medians and ratios of time, as
Markdown."""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

from bench.building.peers import PEERS, ROOT, Peer, ready, start_from_nothing, surroundings
from bench.building.runs import Run, table, timed

CASES = ("cold", "no change", "one edit", "new story", "template edit")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="1000")
    parser.add_argument("--peers", default="ours,hugo,hugo-related,pelican")
    parser.add_argument("--cases", default=",".join(CASES))
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--work", type=Path, default=ROOT / ".bench")
    options = parser.parse_args()
    runs: list[Run] = []
    peers = [PEERS[name] for name in options.peers.split(",")]
    for size in map(int, options.sizes.split(",")):
        for turn in range(options.rounds):
            for peer in peers:
                runs += _turn(peer, size, turn, options.cases.split(","), options.work)
    print(table(runs, against="hugo"))
    return 0


def _turn(peer: Peer, size: int, turn: int, cases: list[str], work: Path) -> list[Run]:
    """All cases once, one after the other on the same site."""
    site = ready(peer, size, work)
    found = []
    for case in cases:
        _before(peer, site, size, turn, case)
        command = peer.command((work / "tools").absolute(), site.absolute())
        run = timed(command, site, surroundings(peer, site), Run(peer.name, size, case))
        print(run.line(), file=sys.stderr, flush=True)
        found.append(run)
        built = len(list((site / "output" / "articles").glob("*/index.html")))
        assert built >= size, f"{peer.name}: {built} of {size} stories were built"
    return found


def _before(peer: Peer, site: Path, size: int, turn: int, case: str) -> None:
    """What somebody does before this build."""
    corpus = [sys.executable, str(ROOT / "bench" / "make_corpus.py")]
    if case == "cold":
        start_from_nothing(peer, site)
    elif case == "one edit":
        subprocess.run(
            [*corpus, "--touch", str(size // 2), "--out", str(site)], check=True, capture_output=True
        )
    elif case == "new story":
        _new_story(site, size, turn)
    elif case == "template edit":
        file = site / peer.template
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("</header>", f"<!-- {turn} --></header>", 1), encoding="utf-8")


def _new_story(site: Path, size: int, turn: int) -> None:
    """A copy of the newest story under another name, a little newer."""
    newest = max(site.glob(f"content/**/a{size - 1:06d}.md"))
    text = newest.read_text(encoding="utf-8").replace(f"a{size - 1:06d}", f"b{turn:06d}")
    (newest.parent / f"b{turn:06d}.md").write_text(
        text.replace("08:00", f"09:{turn:02d}", 1), encoding="utf-8"
    )


if __name__ == "__main__":
    raise SystemExit(main())
