"""A process beside the build answers calls, and whatever happens to it the build goes on."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator

import pytest

from newsdesk.building.aside import Aside, aside

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")


@pytest.fixture
def beside() -> Iterator[Aside]:
    process = Aside(["colorsys"])
    yield process
    process.close()


def test_a_call_is_answered_there(beside: Aside) -> None:
    assert beside("operator", "add", 1, 2) == 3
    there = beside("os", "getpid")
    assert there != os.getpid()
    assert beside("os", "getpid") == there, "one process answers one call after the other"


def test_it_has_loaded_what_it_was_told_to(beside: Aside) -> None:
    sys.modules.pop("colorsys", None)
    assert beside(__name__, "is_loaded", "colorsys")
    assert "colorsys" not in sys.modules


def is_loaded(name: str) -> bool:
    return name in sys.modules


@pytest.mark.parametrize(
    "fault", [("operator", "truediv", 1, 0), ("no_such_module", "nothing"), ("os", "_exit", 0)]
)
def test_where_it_ends_there_is_no_answer(fault: tuple[str, ...], capfd: pytest.CaptureFixture[str]) -> None:
    beside = Aside([])
    with pytest.raises((EOFError, OSError)):
        beside(*fault)
    with pytest.raises((EOFError, OSError)):
        beside("operator", "add", 1, 2)
    beside.close()
    assert "Traceback" not in capfd.readouterr().err


def test_it_ends_with_the_build() -> None:
    beside = Aside([])
    process = beside("os", "getpid")
    assert isinstance(process, int)
    beside.close()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_it_outlives_ctrl_c_but_not_the_build() -> None:
    beside = Aside([])
    process = beside("os", "getpid")
    assert isinstance(process, int)
    os.kill(process, signal.SIGINT)
    assert beside("operator", "add", 1, 2) == 3, "the build decides"
    beside.close()


def test_nothing_is_started_where_nothing_is_to_be_loaded() -> None:
    assert aside([]) is None
    assert aside(["os", "sys"]) is None
