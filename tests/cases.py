"""A cases.md file <-> its cases: a title, what is given and what is expected, between lines of one dot."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

DOT = ".\n"


@dataclass(frozen=True)
class Case:
    """One example that a colleague can read. `line` is where its title stands, from 1."""

    file: Path
    line: int
    title: str
    given: str
    expected: str


def read_cases(file: Path) -> list[Case]:
    """The cases of `file`, in order. Raises ValueError where a dot is missing."""
    parts: list[tuple[int, str]] = []
    text, start = "", 1
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(keepends=True), 1):
        if line == DOT:
            parts.append((start, text))
            text, start = "", number + 1
        else:
            text += line
    if text.strip() or len(parts) % 3:
        raise ValueError(f"{file}: title, dot, given, dot, expected, dot: the last case is not whole")
    triples = zip(parts[0::3], parts[1::3], parts[2::3], strict=True)
    return [
        Case(file, start + _blank_lines_before(title), title.strip(), given, expected)
        for (start, title), (_, given), (_, expected) in triples
    ]


def _blank_lines_before(title: str) -> int:
    return title[: len(title) - len(title.lstrip())].count("\n")


def accept(case: Case, actual: str) -> None:
    """Write `actual` as what `case` expects."""
    text = case.file.read_text(encoding="utf-8")
    old = f"{case.title}\n{DOT}{case.given}{DOT}{case.expected}{DOT}"
    new = f"{case.title}\n{DOT}{case.given}{DOT}{actual}{DOT}"
    if text.count(old) != 1:
        raise ValueError(f"{case.file}:{case.line}: two cases are alike; give each its own title")
    case.file.write_text(text.replace(old, new), encoding="utf-8")
