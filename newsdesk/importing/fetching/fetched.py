"""A web address -> Fetched, its bytes: within limits of size and time, and past the guard at every step."""

from __future__ import annotations

import queue
import ssl
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from newsdesk.importing.fetching.address import WebAddress, web_address
from newsdesk.importing.fetching.exchange import ask
from newsdesk.importing.fetching.guard import (
    Policy,
    Resolver,
    checked_addresses,
    is_public,
    system_resolver,
)
from newsdesk.importing.fetching.not_fetched import NotFetchedError


@dataclass(frozen=True)
class FetchLimits:
    """How much one address may cost. `size` counts bytes after they are unpacked."""

    size: int = 10_000_000
    seconds: float = 20.0
    redirects: int = 5


@dataclass(frozen=True)
class Fetched:
    """What came. `kind` is the media type in small letters, empty where none was given."""

    data: bytes
    kind: str
    address: str
    """Where it came from in the end."""


class Fetcher:
    """Fetches by HTTP. Tests give it other parts."""

    def __init__(
        self,
        resolve: Resolver = system_resolver,
        allowed: Policy = is_public,
        clock: Callable[[], float] = time.monotonic,
        tls: Callable[[], ssl.SSLContext] = ssl.create_default_context,
    ) -> None:
        self._resolve, self._allowed, self._clock, self._tls = resolve, allowed, clock, tls

    def fetch(self, text: str, limits: FetchLimits) -> Fetched:
        """What is at the address `text`. Raises NotFetchedError.

        The work is done aside, so that the time limit holds for whatever waits: a name service, a server that
        sends one byte a second. Work that is given up ends by itself, at the latest with this program.
        """
        address = web_address(text)
        done: queue.SimpleQueue[Fetched | Exception] = queue.SimpleQueue()
        threading.Thread(target=lambda: done.put(self._outcome(address, limits)), daemon=True).start()
        try:
            outcome = done.get(timeout=limits.seconds)
        except queue.Empty:
            raise _too_slow(limits.seconds) from None
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    def _outcome(self, address: WebAddress, limits: FetchLimits) -> Fetched | Exception:
        try:
            return self._followed(address, limits)
        except Exception as error:  # raised again where the caller waits
            return error

    def _followed(self, address: WebAddress, limits: FetchLimits) -> Fetched:
        end = self._clock() + limits.seconds

        def left() -> float:
            seconds = end - self._clock()
            if seconds <= 0:
                raise _too_slow(limits.seconds)
            return seconds

        tls = self._tls()
        for _ in range(limits.redirects + 1):
            numbers = checked_addresses(address.host, address.port, self._resolve, self._allowed)
            answer = ask(address, numbers, limits.size, left, tls)
            if not answer.location:
                return Fetched(answer.data, answer.kind, str(address))
            address = address.join(answer.location)
        raise NotFetchedError("网站一再转到别的网址", f"转了 {limits.redirects} 次还没有到网页")


def _too_slow(seconds: float) -> NotFetchedError:
    return NotFetchedError("网站太慢", f"等了 {seconds:g} 秒还没有取完")
