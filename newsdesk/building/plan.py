"""What a build made, what lies in the output folder, what the last build put there -> DeliveryPlan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class DeliveryPlan:
    """Paths below the output folder, each in one list, sorted."""

    send: tuple[str, ...]
    unchanged: tuple[str, ...]
    remove: tuple[str, ...]
    """What an earlier build put there and this one did not make. Files that are not ours are left alone."""


def plan(
    made: Mapping[str, str],
    present: Mapping[str, str],
    ours: frozenset[str],
    kept: frozenset[str] = frozenset(),
) -> DeliveryPlan:
    """`made` and `present` map a path to a digest of its bytes; `ours` are the paths of the last build.

    `kept` are files of the site that were not made anew, for they lie there and are right.
    """
    return DeliveryPlan(
        send=tuple(sorted(path for path in made if present.get(path) != made[path])),
        unchanged=tuple(sorted({*kept, *(path for path in made if present.get(path) == made[path])})),
        remove=tuple(sorted((ours & present.keys()) - made.keys() - kept)),
    )
