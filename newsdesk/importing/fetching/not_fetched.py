"""A page or picture that could not be fetched -> the words for it."""

from __future__ import annotations


class NotFetchedError(Exception):
    """`what` and `why` are Chinese sentences without a full stop, for staff."""

    def __init__(self, what: str, why: str) -> None:
        super().__init__(what)
        self.what, self.why = what, why


NOT_AN_ADDRESS = "这个网址不对"
ONLY_WEB = "只能取 http:// 或 https:// 开头的网页"
