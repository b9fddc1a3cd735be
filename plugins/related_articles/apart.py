"""All stories -> the store, by a search from nothing in a process of its own.

The search needs about as much memory as the build has already, and Python gives little of it back. So texts
are handed on in parts, what was found is read from the store, and the build itself stays small.
"""

from __future__ import annotations

from collections.abc import Set
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection
from pathlib import Path

from plugins.related_articles.keeping import load, save
from plugins.related_articles.kept import Kept
from plugins.related_articles.listing import Listing
from plugins.related_articles.relations import related
from plugins.related_articles.said import said, story_of
from plugins.related_articles.work import workers
from plugins.store import Store, UnsoundError

AT_ONCE = 256
"""Stories that are handed on together."""

Sent = tuple[str, int, str, str]
"""What a story says, its day, its version and its text, "" where what was kept has its terms."""


def search_apart(given: Listing, before: Kept | None, how_many: int, folder: Path, processes: int) -> None:
    """Leave in the store what a search from nothing finds. Where that fails, nothing new is there."""
    known = set(zip(before.ids, before.versions, strict=True)) if before else set()
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_search, args=(theirs, how_many, folder, processes))
    process.start()
    theirs.close()
    many = len(given.ids)
    try:
        for begin in range(0, many, AT_ONCE):
            ours.send([_sent(given, it, known) for it in range(begin, min(begin + AT_ONCE, many))])
        ours.send([])
        process.join()
    except OSError:  # it ended before it knew all
        process.join()
    finally:
        ours.close()
        process.terminate()


def _sent(given: Listing, number: int, known: Set[tuple[str, str]]) -> Sent:
    it, version = given.story(number), given.versions[number]
    text = "" if (it.id, version) in known else it.text()
    return said(it), it.date.toordinal(), version, text


def _search(theirs: Connection, how_many: int, folder: Path, processes: int) -> None:
    sent: list[Sent] = []
    try:
        while part := theirs.recv():
            sent += part
    except EOFError:  # the build was ended
        return
    stories = [story_of(line, day, text) for line, day, _, text in sent]
    given = Listing([it.id for it in stories], [it[2] for it in sent], stories.__getitem__)
    store = Store(folder)
    before = load(store)
    with workers("processes", processes) as pool:
        try:
            found = related(given, [], how_many, before, None, pool)
        except (UnsoundError, IndexError):  # the build looks for itself, and says so
            return
    build = parent_process()
    if build is not None and build.is_alive():
        save(store, found.kept, before)
