"""Rows -> tables of scipy, for who searches among all stories. Nothing else loads scipy: it takes longer than
to follow an edit."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from plugins.related_articles.library import Library
from plugins.related_articles.rows import Rows
from plugins.related_articles.terms import SIZE


def table(rows: Rows) -> csr_array:
    """A line for each row, a column for each term."""
    return csr_array((rows.weights, rows.ids, rows.starts.astype(np.int32)), shape=(len(rows), SIZE))


def by_term(rows: Rows) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.uint8]]:
    """Where each term begins, the rows that hold it, its weight in each."""
    columns = table(rows).tocsc()
    return columns.indptr, columns.indices, columns.data


def tables(library: Library) -> list[csr_array]:
    """For each shelf the rows as a matrix."""
    return [table(shelf.rows) for shelf in library.shelves]


def common_tables(library: Library) -> list[csr_array]:
    """The same without the terms that lead to candidates or say nothing."""
    common = library.common
    is_common = (common.levels < common.first_lead) & (common.weights[common.levels] > 0)
    return [table(shelf.rows.only(is_common)) for shelf in library.shelves]
