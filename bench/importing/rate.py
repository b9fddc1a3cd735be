"""So many right of so many asked."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Rate:
    """right: how many (a score may count in part); asked: of how many."""

    right: float = 0.0
    asked: int = 0

    @classmethod
    def of(cls, right: bool) -> Rate:
        """One question."""
        return cls(float(right), 1)

    def __add__(self, other: Rate) -> Rate:
        return Rate(self.right + other.right, self.asked + other.asked)

    @property
    def value(self) -> float | None:
        """right / asked, None where nothing was asked."""
        return self.right / self.asked if self.asked else None

    def __str__(self) -> str:
        return "–" if self.value is None else f"{self.value:.2f} ({self.asked})"


NONE = Rate()
