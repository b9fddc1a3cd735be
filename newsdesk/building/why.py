"""What a build made, and the reasons that it gave <-> one file of JSON beside the store."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

FORMAT = "linli reasons 1"


@dataclass(frozen=True)
class Made:
    """The last build that found something to do.

    `everything` is a sentence where it made all anew, else "". `reasons` are those of each page and feed that
    was made, by its place below the output folder; a reason is a few texts whose first is its kind.
    `copied` are other files that it brought: pictures, the stylesheet.
    """

    everything: str = ""
    reasons: Mapping[str, Sequence[Sequence[str]]] = field(default_factory=dict)
    copied: frozenset[str] = frozenset()


def write_made(file: Path, made: Made) -> None:
    beside = file.with_suffix(".new")
    whole = [FORMAT, made.everything, dict(made.reasons), sorted(made.copied)]
    beside.write_text(json.dumps(whole, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    beside.replace(file)


def read_made(file: Path) -> Made | None:
    """None where there is no such file, or none of ours."""
    try:
        form, everything, reasons, copied = json.loads(file.read_bytes())
        if form != FORMAT:
            return None
        found = {str(name): [tuple(map(str, it)) for it in each] for name, each in reasons.items()}
        return Made(str(everything), found, frozenset(map(str, cast(list[str], copied))))
    except (OSError, ValueError, TypeError, AttributeError):
        return None
