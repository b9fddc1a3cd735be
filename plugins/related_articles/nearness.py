"""Dates of two stories -> how much their nearness in time counts."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

DAYS = 365
"""A story of the same day counts twice, one a year away one and a half times: x (1 + 365 / (365 + days)).

Newer stories count as much as older ones: with older ones alone a third of the quality was lost (0007).
"""

MOST = 2.0


def nearness(days: NDArray[np.int64], others: NDArray[np.int64]) -> NDArray[np.float64]:
    """1 to MOST; dates as numbers. Division and no exp(), which differs between machines in its last bit."""
    return np.asarray(1 + DAYS / (DAYS + np.abs(others - days)), dtype=np.float64)
