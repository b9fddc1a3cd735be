"""A Target and its corpus -> a Hypothesis strategy of inputs: put together, cut up, or changed in bytes."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from bench.fuzz.targets import Target

Inputs = st.SearchStrategy[bytes]
MOST_WORDS, MOST_CHANGES = 40, 8


def inputs(target: Target, corpus: Sequence[bytes]) -> Inputs:
    """Words in any order; a whole input of which places are changed; noise."""
    word = st.sampled_from(target.words) | st.binary(max_size=6) | st.text(max_size=4).map(_utf8)
    together = st.lists(word, max_size=MOST_WORDS).map(b"".join)
    whole = st.sampled_from([*target.seeds, *corpus])
    return together | _changed(whole, word) | _changed(whole, word) | st.binary(max_size=200)


@st.composite
def _changed(draw: st.DrawFn, whole: Inputs, word: Inputs) -> bytes:
    """An input with runs of it left out, doubled, moved, or with words put in."""
    data = draw(whole)
    for _ in range(draw(st.integers(1, MOST_CHANGES))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 30)))
        run = draw(st.sampled_from((b"", data[start:end] * 2, data[end:start:-1])) | word)
        data = data[:start] + run + data[end:]
    return data


def _utf8(text: str) -> bytes:
    return text.encode("utf-8", "replace")
