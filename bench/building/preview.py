"""`python -m bench.building.preview`: edits stories while `newsdesk serve` runs -> seconds until it is seen.

From the moment that the file is saved, over the event that makes the open page reload, to its new text.
"""

from __future__ import annotations

import argparse
import http.client
import re
import signal
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.building.peers import PEERS, ROOT, ready

PATIENCE = 600


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=1000)
    parser.add_argument("--edits", type=int, default=9)
    parser.add_argument("--pause", type=float, default=2.0, help="seconds between two edits")
    parser.add_argument("--work", type=Path, default=ROOT / ".build" / "bench")
    options = parser.parse_args()
    site = ready(PEERS["ours"], options.size, options.work).absolute()
    with _served(site) as port:
        found = []
        for edit in range(options.edits):
            time.sleep(options.pause)
            found.append(_seconds(site, port, options.size // 2 + edit))
            print(f"{found[-1]:.2f} s", file=sys.stderr, flush=True)
    median, most = statistics.median(found), max(found)
    times = f"shown after {median:.2f} s (median), {most:.2f} s (most)"
    print(f"{options.size:,} stories, {len(found)} edits: {times}")
    return 0


@contextmanager
def _served(site: Path) -> Iterator[int]:
    """The port of a preview whose first build is done."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    places = ["--content", site / "content", "--output", site / "output", "--conf", site / "benchconf.py"]
    command = [
        sys.executable,
        "-m",
        "newsdesk",
        "serve",
        *places,
        "--port",
        port,
        "--",
        "--store",
        site / "store",
    ]
    with (site / "serve.log").open("wb") as log:
        process = subprocess.Popen(list(map(str, command)), cwd=ROOT, stdout=log, stderr=log)
    try:
        end = time.monotonic() + PATIENCE
        while _number(port) < 1:
            if process.poll() is not None or time.monotonic() > end:
                raise RuntimeError(f"the preview did not start, see {site / 'serve.log'}")
            time.sleep(0.2)
        yield port
    finally:
        process.send_signal(signal.SIGINT)
        process.wait()


def _number(port: int) -> int:
    """That of the last build, as a page says it to its script; -1 before there is a server."""
    try:
        found = re.search(rb"after=(\d+)", _get(port, "/"))
    except OSError:
        return -1
    return int(found[1]) if found else -1


def _get(port: int, path: str) -> bytes:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET", path)
        return connection.getresponse().read()
    finally:
        connection.close()


def _seconds(site: Path, port: int, story: int) -> float:
    """Save an edit of one story as an editor does; wait as its open page waits."""
    file = next(site.glob(f"content/**/a{story:06d}.md"))
    mark = f"改动{time.time_ns()}"
    waiting = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    waiting.request("GET", f"/-reload?after={_number(port)}")
    events = waiting.getresponse()
    beside = file.with_name(f".{file.name}.tmp")
    beside.write_text(f"{file.read_text(encoding='utf-8')}\n{mark}。\n", encoding="utf-8")
    start = time.perf_counter()
    beside.replace(file)
    while True:
        while not events.readline().startswith(b"event: built"):
            pass
        if mark.encode() in _get(port, f"/articles/{file.stem}/"):
            waiting.close()
            return time.perf_counter() - start


if __name__ == "__main__":
    raise SystemExit(main())
