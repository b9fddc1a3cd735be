"""A site built aside -> the output folder, file by file: a failed or killed build harms nothing."""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
from collections.abc import Iterable
from pathlib import Path

from newsdesk.building.plan import DeliveryPlan, plan

FILE, FOLDER = 0o644, 0o755
NO_NAMES: frozenset[str] = frozenset()


def deliver(site: Path, output: Path, record: Path, kept: frozenset[str] = NO_NAMES) -> DeliveryPlan:
    """Move what `site` holds into `output` and remove what the last build left there; `record` lists it.

    `kept` are files of the site that lie in `output` already and are right.
    """
    names = files_below(site)
    ours = recorded(record)
    if not output.exists() and _take_whole(site, output, record, names):
        return DeliveryPlan(tuple(sorted(names)), (), ())
    there = {path for path in (*names, *(ours - kept)) if os.path.isfile(output / path)}
    present = {path: _digest(output / path) if path in names else "" for path in there}
    made = {path: _digest(site / path) if path in there else "" for path in names}
    delivery = plan(made, present, ours, kept)
    _write_record(record, ours | made.keys() | kept)  # first: what is ours is known as ours whatever comes
    _open_to_all(site, delivery.send)
    for path in delivery.send:
        _move(site / path, output / path, output)
    for path in delivery.remove:
        (output / path).unlink(missing_ok=True)
        _remove_empty_folders((output / path).parent, output)
    if delivery.remove or ours != made.keys() | kept:
        _write_record(record, frozenset(made) | kept)
    return delivery


def _take_whole(site: Path, output: Path, record: Path, names: frozenset[str]) -> bool:
    """A first site is moved in one step. Not between disks."""
    _write_record(record, names)
    _open_to_all(site, names)
    for at, _, _ in os.walk(site):  # the top was made for us alone
        os.chmod(at, FOLDER)
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        site.replace(output)
    except OSError:
        return False
    return True


def _open_to_all(site: Path, names: Iterable[str]) -> None:
    """A site is for everyone to read: its files have one mode, whatever the umask and the pictures' own."""
    for name in names:
        if stat.S_IMODE(os.stat(f"{site}/{name}").st_mode) != FILE:
            os.chmod(f"{site}/{name}", FILE)


def _make_folder(folder: Path) -> None:
    """And those above it, with one mode too."""
    if not folder.is_dir():
        _make_folder(folder.parent)
        folder.mkdir()
        folder.chmod(FOLDER)


def files_below(folder: Path) -> frozenset[str]:
    """Their paths from there, with /."""
    start = len(str(folder)) + 1
    return frozenset(
        f"{at}/{name}"[start:].replace(os.sep, "/") for at, _, names in os.walk(folder) for name in names
    )


def _digest(file: Path) -> str:
    return hashlib.blake2b(file.read_bytes(), digest_size=16).hexdigest()


def _move(source: Path, target: Path, output: Path) -> None:
    """Replace `target` in one step. Between disks the bytes are copied beside it first."""
    try:
        source.replace(target)
        return
    except FileNotFoundError:
        output.parent.mkdir(parents=True, exist_ok=True)
        _make_folder(target.parent)
    except OSError:
        pass
    try:
        source.replace(target)
    except OSError:
        beside = target.with_name(f".{target.name}.new")
        try:
            shutil.copyfile(source, beside)
            beside.chmod(FILE)
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)  # where it could not take its place


def _remove_empty_folders(folder: Path, top: Path) -> None:
    while folder != top and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def recorded(record: Path) -> frozenset[str]:
    """The paths of the last build; a path that leads out of the output folder is not believed."""
    if not record.is_file():
        return NO_NAMES
    lines = record.read_text(encoding="utf-8").splitlines()
    return frozenset(path for path in lines if path and path[0] != "/" and ".." not in path.split("/"))


def _write_record(record: Path, paths: frozenset[str]) -> None:
    record.parent.mkdir(parents=True, exist_ok=True)
    beside = record.with_suffix(".new")
    beside.write_text("".join(f"{path}\n" for path in sorted(paths)), encoding="utf-8")
    beside.replace(record)
