"""A fault in one file -> Problem, the sentence that tells staff how to mend it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath


@dataclass(frozen=True)
class Problem:
    """One thing wrong with one file. `line` counts from 1; the three texts are Chinese, for staff."""

    path: PurePath
    line: int
    what: str
    why: str
    fix: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.what}\n    为什么：{self.why}\n    怎么改：{self.fix}"


class ArticleError(Exception):
    """Every problem of one file, found in one pass, so that staff mend them in one go."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = tuple(problems)
