"""Settings, code and libraries -> one digest; where it differs, nothing that was kept is believed."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from plugins.build_cache.digest import UndigestableError, digest_of, short

NOT_INPUTS = frozenset(
    {
        "OUTPUT_PATH",
        "BUILD_STORE",
        "BUILD_FOR",
        "BUILD_EXECUTOR",
        "BUILD_WORKERS",
        "BUILD_ASKED",
        "CACHE_PATH",
        "DEBUG",
        "PORT",
    }
    | {"PATH", "THEME", "PELICAN_CLASS", "filenames", "BIND"}
    | {"CONTENT_STAMPS", "BUILD_FOLLOWS", "BUILD_TOUCHED", "BUILD_BESIDE"}
)
"""Settings that name places and ways, and say nothing of what a page shows."""


OTHER_CODE = "程序或它用的库变了"


def digest_of_code(roots: Iterable[Path]) -> str:
    """All Python files below the folders, and which libraries are installed in which version."""
    whole = hashlib.blake2b(sys.version.encode(), digest_size=16)
    for file in sorted(it for root in roots for it in _python_files(root)):
        data = file.read_bytes()
        whole.update(f"{file.name} {len(data)}\n".encode() + data)
    for name in sorted(_libraries()):
        whole.update(f"{name}\n".encode())
    return whole.hexdigest()


def digest_of_settings(settings: Mapping[str, object]) -> str:
    """Raises UndigestableError, naming the setting, where one cannot be compared with that of the last
    build."""
    return short("\n".join(f"{name}={it}" for name, it in digests_of_settings(settings).items()).encode())


def digests_of_settings(settings: Mapping[str, object]) -> dict[str, str]:
    """Each by its name. Raises UndigestableError as above."""
    found = {}
    for name in sorted(settings.keys() - NOT_INPUTS):
        try:
            found[name] = short(digest_of(settings[name]))
        except UndigestableError as error:
            raise UndigestableError(f"{name}: {error}") from None
    return found


def note_of(code: str, settings: Mapping[str, object]) -> str:
    """What `changed` wants to know of this build after the next one."""
    return json.dumps([code, digests_of_settings(settings)])


def changed(before: str, code: str, settings: Mapping[str, object]) -> str:
    """What is not as in the note of an earlier build, in words for staff.

    Other code of ours may digest settings in another way, so then nothing is said of them.
    """
    try:
        known_code, known = json.loads(before)
        now = digests_of_settings(settings)
        names = [name for name in sorted({*known, *now}) if known.get(name) != now.get(name)]
    except (ValueError, TypeError, AttributeError):
        return OTHER_CODE
    names = [name for name in names if name.isidentifier()]
    return f"设置 {'、'.join(names)} 变了" if names and known_code == code else OTHER_CODE


def _python_files(root: Path) -> Iterator[Path]:
    return (it for it in root.rglob("*.py") if "__pycache__" not in it.parts)


def _libraries() -> Iterator[str]:
    for folder in sys.path:
        if folder and Path(folder).is_dir():
            yield from (it.name for it in Path(folder).iterdir() if it.suffix == ".dist-info")
