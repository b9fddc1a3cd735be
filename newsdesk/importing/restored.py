"""Text of a page -> the same with its half-width marks restored, all of them counted."""

from __future__ import annotations

from article.punctuation import restore


class Restorer:
    """`count` is of the marks that were changed so far."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, text: str) -> str:
        mended = restore(text)
        self.count += sum(1 for old, new in zip(text, mended, strict=True) if old != new)
        return mended
