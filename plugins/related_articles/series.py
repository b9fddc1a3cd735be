"""The name of a series -> a number that is quick to compare."""

from __future__ import annotations

import hashlib


def number(name: str) -> int:
    """0 for none."""
    digest = hashlib.blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8)
    return int.from_bytes(digest.digest(), "little") if name else 0
