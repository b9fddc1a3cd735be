"""Names that stand side by side without a mark (江一帆苏禾林小满) -> where each of them begins and ends."""

from __future__ import annotations

from collections.abc import Callable

SHORTEST, LONGEST = 5, 24
"""Characters: four may be one name."""


def glued_names(text: str, is_name: Callable[[str], bool]) -> list[tuple[int, int]]:
    """The places of two or more names that are all of `text`, [] where it is none such.

    Where it can be parted in several ways, the longer name comes first.
    """
    if not SHORTEST <= len(text) <= LONGEST:
        return []
    rest: dict[int, list[tuple[int, int]]] = {len(text): []}
    for start in range(len(text) - 2, -1, -1):
        for size in (3, 2):
            end = start + size
            if end in rest and is_name(text[start:end]):
                rest[start] = [(start, end), *rest[end]]
                break
    return rest.get(0, [])
