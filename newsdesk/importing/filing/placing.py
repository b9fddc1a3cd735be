"""Bytes and a path -> a whole file there, never a half one, never over another. All that importing writes."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from newsdesk.importing.imported import NotImportedError


def create(path: Path, data: bytes, inside: Path) -> bool:
    """Make `path`; False where something is there already. The file appears whole.

    Here and below: raises NotImportedError where a link leads out of the folder `inside`.
    """
    written = _written(path, data, inside)
    try:
        os.link(written, path)
    except FileExistsError:
        return False
    except OSError:  # a file system without links
        return _create_slowly(path, data)
    finally:
        written.unlink(missing_ok=True)
    return True


def _create_slowly(path: Path, data: bytes) -> bool:
    try:
        file = path.open("xb")
    except FileExistsError:
        return False
    try:
        with file:
            file.write(data)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return True


def replace(path: Path, data: bytes, inside: Path) -> None:
    """Put `data` at `path` in one step, whatever is there."""
    written = _written(path, data, inside)
    try:
        written.replace(path)
    finally:
        written.unlink(missing_ok=True)


def _written(path: Path, data: bytes, inside: Path) -> Path:
    """A file beside `path` with all of `data`, safe on the disk."""
    if not path.parent.resolve().is_relative_to(inside.resolve()):
        raise NotImportedError(
            f"没有写 {path}",
            f"{path.parent} 是指向别处的链接，导入只写稿件文件夹里面",
            "请把链接换成普通文件夹，或用 --content 写明真正的位置",
        )
    path.parent.mkdir(parents=True, exist_ok=True)
    written = path.with_name(f".import-{secrets.token_hex(8)}.tmp")
    try:
        with written.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        written.unlink(missing_ok=True)
        raise
    return written
