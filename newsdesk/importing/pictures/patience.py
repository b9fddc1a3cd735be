"""A Fetcher -> the Fetch of one page's pictures, which gives up where the network does not answer."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from newsdesk.importing.fetching.fetched import Fetcher, FetchLimits
from newsdesk.importing.fetching.not_fetched import NotFetchedError
from newsdesk.importing.pictures.refused import MOST_BYTES, PictureRefusedError

LIMITS = FetchLimits(size=MOST_BYTES, seconds=20.0)
MOST_SECONDS = 90.0
"""For all pictures of one page."""

MOST_PICTURES = 200
MOST_FAILURES = 3
"""In a row: then the network is down, or the site gives nothing to programs."""

BY_HAND = "请在浏览器里打开原文，把图片另存下来再添加"
GIVEN_UP = f"没有去取，因为前面几张都没有取到；{BY_HAND}"
TOO_MANY = f"没有去取，因为一篇里图片太多或者太慢；{BY_HAND}"


@dataclass
class PatientFetch:
    """A Fetch for one page."""

    fetcher: Fetcher
    clock: Callable[[], float] = time.monotonic
    _failures: int = 0
    _fetched: int = 0
    _seconds: float = field(default=0.0)

    def __call__(self, address: str) -> bytes:
        """The bytes at `address`. Raises PictureRefusedError."""
        if self._failures >= MOST_FAILURES:
            raise PictureRefusedError(GIVEN_UP)
        if self._fetched >= MOST_PICTURES or self._seconds >= MOST_SECONDS:
            raise PictureRefusedError(TOO_MANY)
        start = self.clock()
        try:
            data = self.fetcher.fetch(address, LIMITS).data
        except NotFetchedError as error:
            self._failures += 1
            raise PictureRefusedError(f"没有取到：{error.what}，{error.why}；{BY_HAND}") from None
        finally:
            self._seconds += self.clock() - start
        self._failures = 0
        self._fetched += 1
        return data
