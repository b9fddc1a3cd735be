"""One SQLite file: what a build keeps for the next one. The tables are described in README.md.

A file that is broken, of another format or of another site is thrown away, never trusted.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from plugins.build_cache.codec import DamagedError

FORMAT = "linli build store 3"

MANY_PARTS = 100
"""A site has a few dozen templates; older sets of parts are looked for beyond this number."""

TABLES = """
create table meta (name text primary key, value text not null) without rowid;
create table story (path text primary key, mtime integer, size integer, inode integer, digest text not null,
                    row blob not null) without rowid;
create table fields (path text primary key, record text not null) without rowid;
create table body (path text primary key, html text not null);
create table file (path text primary key, mtime integer, size integer, inode integer, digest text not null)
                  without rowid;
create table output (name text primary key, fingerprint text, size integer, mtime integer) without rowid;
create table made_from (name text primary key, shared text not null, own text not null) without rowid;
create table parts (shared text primary key, digests text not null) without rowid;
create table template (name text primary key, inputs text not null) without rowid;
create table told (name text primary key, feed integer not null, told text not null) without rowid;
"""


class StoryLine(NamedTuple):
    """A story as the build knows it without its text: stamps of its file, digest of its bytes, JSON row.

    The rows of ten thousand stories are handed on as bytes: nobody reads them as text.
    """

    path: str
    mtime: int
    size: int
    inode: int
    digest: str
    row: bytes


class OutputLine(NamedTuple):
    """An output as it was delivered. `fingerprint` is "" while it is not known what lies there."""

    name: str
    fingerprint: str
    size: int
    mtime: int


class MadeFrom(NamedTuple):
    """For `make why`: digests of what an output was made from, by name. `own` is JSON; `shared` is the key of
    those that many outputs have in common."""

    name: str
    shared: str
    own: str


class ToldLine(NamedTuple):
    """For a build that lists no stories: what the page of a story, or a feed, shows beside the story's own
    fields. `told` is JSON (pelican_told.py)."""

    name: str
    is_feed: bool
    told: str


FIRST_BUILD = "第一次生成"


class Store:
    """What is kept, under the digest of the code and the settings that made it."""

    def __init__(self, file: Path, made_by: str) -> None:
        """`why_new` says to staff why nothing was found, "" where all is as the last build left it; `left`
        are then the notes (`digests`) of the store that was thrown away, as far as it could be read."""
        self.why_new = ""
        self.left = ""
        self._file = file
        self._made_by = made_by
        self._process = os.getpid()
        self._reading_process = 0
        self._stories: dict[str, StoryLine] | None = None
        self._noted: set[str] = set()
        try:
            self._open()
            self._check()
        except ValueError as error:
            self.why_new = str(error)
        except sqlite3.Error as error:
            self.why_new = f"以前的记录读不出来（{error}）"
        if self.why_new:
            self._start_anew()

    def close(self) -> None:
        self._db.close()

    def throw_away(self) -> None:
        """The next build starts from nothing."""
        self._db.close()
        self._remove()

    def be_readable_elsewhere(self) -> None:
        """Processes of other machines may look at it: a write-ahead log would need shared memory."""
        self.commit()
        self._db.execute("pragma journal_mode = delete")

    def commit(self) -> None:
        self._db.commit()

    def stories(self) -> dict[str, StoryLine]:
        """By path; as this build has kept them so far."""
        if self._stories is None:
            found = self._db.execute("select path, mtime, size, inode, digest, row from story")
            self._stories = {it.path: it for it in map(StoryLine._make, found)}
        return self._stories

    def story(self, path: str) -> StoryLine | None:
        """One of them, where most are not asked for."""
        if self._stories is not None:
            return self._stories.get(path)
        query = "select path, mtime, size, inode, digest, row from story where path = ?"
        found = self._reader().execute(query, (path,)).fetchone()
        return StoryLine._make(found) if found else None

    def record(self, path: str) -> str:
        """A story's fields. Raises DamagedError where there are none."""
        return self._one("select record from fields where path = ?", path)

    def body(self, path: str) -> str:
        return self._one("select html from body where path = ?", path)

    def keep_story(self, line: StoryLine, record: str, html: str) -> None:
        self.keep_line(line)
        self._db.execute("replace into fields values (?, ?)", (line.path, record))
        self._db.execute("replace into body values (?, ?)", (line.path, html))

    def keep_line(self, line: StoryLine) -> None:
        if self._stories is not None:
            self._stories[line.path] = line
        self._db.execute("replace into story values (?, ?, ?, ?, ?, ?)", line)

    def forget_stories(self, paths: Iterable[str]) -> None:
        gone = [(path,) for path in paths if self.stories().pop(path, None)]
        for table in ("story", "fields", "body"):
            self._db.executemany(f"delete from {table} where path = ?", gone)

    def outputs(self) -> dict[str, OutputLine]:
        found = self._db.execute("select name, coalesce(fingerprint, ''), size, mtime from output")
        return {it[0]: OutputLine(*it) for it in found}

    def output_names(self) -> frozenset[str]:
        return frozenset(it[0] for it in self._db.execute("select name from output"))

    def outputs_named(self, names: Iterable[str]) -> dict[str, OutputLine]:
        query = "select name, coalesce(fingerprint, ''), size, mtime from output where name = ?"
        found = (self._db.execute(query, (name,)).fetchone() for name in names)
        return {it[0]: OutputLine(*it) for it in found if it}

    @property
    def knows_all_outputs(self) -> bool:
        """Is none of them in doubt, or made anew in each build?"""
        query = "select 1 from output where coalesce(fingerprint, '') = '' limit 1"
        return self._db.execute(query).fetchone() is None

    def told(self, name: str) -> str:
        """ "" where nothing is kept."""
        found = self._db.execute("select told from told where name = ?", (name,)).fetchone()
        return str(found[0]) if found else ""

    def told_of_feeds(self) -> list[tuple[str, str]]:
        return list(self._db.execute("select name, told from told where feed"))

    def keep_told(self, lines: Iterable[ToldLine]) -> None:
        self._db.executemany("replace into told values (?, ?, ?)", lines)

    def keep_outputs(self, lines: Iterable[OutputLine]) -> None:
        self._db.executemany("replace into output values (?, ?, ?, ?)", lines)

    def doubt_outputs(self, names: Iterable[str]) -> None:
        """From now on nobody knows what lies at these places."""
        self._db.executemany(
            "insert into output values (?, null, -1, -1) "
            "on conflict (name) do update set fingerprint = null, size = -1, mtime = -1",
            [(name,) for name in names],
        )

    def forget_outputs(self, names: Iterable[str]) -> None:
        gone = [(name,) for name in names]
        for table in ("output", "made_from", "told"):
            self._db.executemany(f"delete from {table} where name = ?", gone)

    def made_from(self, names: Iterable[str]) -> dict[str, MadeFrom]:
        query = "select name, shared, own from made_from where name = ?"
        found = (self._db.execute(query, (name,)).fetchone() for name in names)
        return {it[0]: MadeFrom(*it) for it in found if it}

    def shared_parts(self) -> dict[str, dict[str, str]]:
        return {key: json.loads(it) for key, it in self._db.execute("select shared, digests from parts")}

    def keep_made_from(self, lines: Iterable[MadeFrom], shared: Mapping[str, Mapping[str, str]]) -> None:
        """Shared parts that no output has any longer are forgotten when there are many."""
        self._db.executemany("replace into made_from values (?, ?, ?)", lines)
        parts = [(key, json.dumps(it, ensure_ascii=False)) for key, it in shared.items()]
        self._db.executemany("insert or ignore into parts values (?, ?)", parts)
        if len(shared) > MANY_PARTS:
            self._db.execute("delete from parts where shared not in (select shared from made_from)")

    def noted(self, name: str) -> str:
        """A line of the build's own notes, "" where there is none."""
        return next(
            (str(it[0]) for it in self._db.execute("select value from meta where name = ?", (name,))), ""
        )

    def note(self, name: str, value: str) -> None:
        self._db.execute("replace into meta values (?, ?)", (name, value))

    def note_once(self, name: str, value: str) -> None:
        """The same name always has the same value."""
        if name not in self._noted:
            self._noted.add(name)
            self.note(name, value)

    def templates(self) -> Iterator[tuple[str, str]]:
        yield from self._db.execute("select name, inputs from template")

    def keep_templates(self, lines: Iterable[tuple[str, str]]) -> None:
        self._db.executemany("replace into template values (?, ?)", lines)

    def file_digests(self) -> dict[str, tuple[int, int, int, str]]:
        """Of pictures and other files that stories ask for: stamps and a digest of the bytes, by path."""
        found = self._db.execute("select path, mtime, size, inode, digest from file")
        return {it[0]: (it[1], it[2], it[3], it[4]) for it in found}

    def keep_file_digests(self, digests: dict[str, tuple[int, int, int, str]]) -> None:
        lines = [(path, *it) for path, it in digests.items()]
        self._db.executemany("replace into file values (?, ?, ?, ?, ?)", lines)

    def _one(self, query: str, path: str) -> str:
        for found in self._reader().execute(query, (path,)):
            return str(found[0])
        raise DamagedError(f"nothing kept of {path}")

    def _reader(self) -> sqlite3.Connection:
        """A process that was forked opens the file for itself: SQLite's connections belong to one process."""
        if os.getpid() == self._process:
            return self._db
        if self._reading_process != os.getpid():
            self._reading_process = os.getpid()
            self._reading = sqlite3.connect(f"file:{self._file}?mode=ro", uri=True)
        return self._reading

    def _open(self) -> None:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        self._db = sqlite3.connect(
            self._file, isolation_level="DEFERRED", timeout=60, check_same_thread=False
        )
        self._db.execute("pragma journal_mode = wal")
        self._db.execute("pragma synchronous = normal")

    def _check(self) -> None:
        known = self._db.execute("select count(*) from sqlite_master where name = 'meta'").fetchone()[0]
        if not known:
            raise ValueError(FIRST_BUILD)
        if self.noted("format") != FORMAT:
            raise ValueError("以前的记录是另一个版本写的")
        if self.noted("made by") != self._made_by:
            self.left = self.noted("digests")
            raise ValueError("程序、设置或者用到的软件变了")

    def _start_anew(self) -> None:
        db = getattr(self, "_db", None)
        if db is not None:
            db.close()
        self._remove()
        self._open()
        self._db.executescript(TABLES)
        self.note("format", FORMAT)
        self.note("made by", self._made_by)
        self.commit()

    def _remove(self) -> None:
        for suffix in ("", "-wal", "-shm", "-journal"):
            self._file.with_name(self._file.name + suffix).unlink(missing_ok=True)
