"""A site built aside -> the output folder, file by file: a failed or killed build harms nothing."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

from newsdesk.building.plan import DeliveryPlan, plan


def deliver(site: Path, output: Path, record: Path) -> DeliveryPlan:
    """Move what `site` holds into `output` and remove what the last build left there; `record` lists it."""
    made = {path: _digest(site / path) for path in _files(site)}
    ours = _recorded(record)
    present = {path: _digest(output / path) for path in (made.keys() | ours) if (output / path).is_file()}
    delivery = plan(made, present, ours)
    _write_record(record, ours | made.keys())  # first: a file that is ours is known as ours whatever comes
    for path in delivery.send:
        _move(site / path, output / path)
    for path in delivery.remove:
        (output / path).unlink(missing_ok=True)
        _remove_empty_folders((output / path).parent, output)
    _write_record(record, frozenset(made))
    return delivery


def _files(folder: Path) -> list[str]:
    return [file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()]


def _digest(file: Path) -> str:
    return hashlib.blake2b(file.read_bytes(), digest_size=16).hexdigest()


def _move(source: Path, target: Path) -> None:
    """Replace `target` in one step. Between disks the bytes are copied beside it first."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        source.replace(target)
    except OSError:
        beside = target.with_name(f".{target.name}.new")
        shutil.copyfile(source, beside)
        beside.replace(target)


def _remove_empty_folders(folder: Path, top: Path) -> None:
    while folder != top and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _recorded(record: Path) -> frozenset[str]:
    """The paths of the last build; a path that leads out of the output folder is not believed."""
    if not record.is_file():
        return frozenset()
    lines = record.read_text(encoding="utf-8").splitlines()
    return frozenset(
        path for path in lines if path and not Path(path).is_absolute() and ".." not in Path(path).parts
    )


def _write_record(record: Path, paths: frozenset[str]) -> None:
    record.parent.mkdir(parents=True, exist_ok=True)
    beside = record.with_suffix(".new")
    beside.write_text("".join(f"{path}\n" for path in sorted(paths)), encoding="utf-8")
    beside.replace(record)
