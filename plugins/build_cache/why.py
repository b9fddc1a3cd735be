"""What an output was made from in two builds -> Reasons: which of its parts changed.

A reason is a few texts, the first says of which kind it is; newsdesk puts it into words for staff:

    ("new",)                        nothing is known of an earlier one
    ("unfinished",)                 an earlier build was stopped before it was delivered
    ("by hand",)                    it was removed or changed in the output folder
    ("always", what)                `what` cannot be compared, so it is made in each build
    ("template", name)              a template that it is made with, or takes in, changed
    ("variable", name, *stories)    a variable shows something else; `stories` changed and are in it
    ("story", place, *fields)       the story of the page itself changed, in these fields as far as is known
    ("attribute", name)             what a stage set on that story changed: its related stories, its shelves
    ("unknown",)                    the fingerprint changed, and nothing is kept that says why
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

Reason = tuple[str, ...]
Changes = Mapping[str, tuple[str, ...]]
"""Stories that are not as in the last build, by place below content/: the fields that changed."""

PART = 12
"""Hexadecimal digits that are kept of each part's digest: enough to tell two apart."""


def changed_parts(before: Mapping[str, str], now: Mapping[str, str]) -> list[str]:
    """The names of parts that came, went or have another digest, in the order of `now`."""
    gone = [name for name in before if name not in now]
    return [*(name for name, digest in now.items() if before.get(name) != digest), *gone]


def reasons(
    before: Mapping[str, str],
    now: Mapping[str, str],
    own_story: str,
    changes: Changes,
    shown: Callable[[str], list[str]],
) -> tuple[Reason, ...]:
    """`own_story` is the place of the story that the page is about, "" if it is about none; `shown` says
    which changed stories a variable holds."""
    found = [_reason(part, own_story, changes, shown) for part in changed_parts(before, now)]
    return tuple(dict.fromkeys(found)) if before and found else (("unknown",),)


def _reason(part: str, own_story: str, changes: Changes, shown: Callable[[str], list[str]]) -> Reason:
    kind, _, name = part.partition(" ")
    if kind == "story":
        return ("story", own_story, *changes.get(own_story, ()))
    if kind == "variable":
        return ("variable", name, *shown(name))
    return (kind, name)
