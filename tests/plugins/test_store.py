"""What a plugin keeps comes back as it was, or not at all."""

from __future__ import annotations

import logging
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.store import Store, UnsoundError

PARTS = {"a": np.arange(5), "empty": np.empty(0, np.int32), "table": np.ones((3, 2), np.uint8)}


def written(folder: Path) -> bytes:
    Store(folder).save("x", "us", PARTS)
    return (folder / "x.store").read_bytes()


def test_what_was_kept_comes_back(tmp_path: Path) -> None:
    number = Store(tmp_path / "new").save("x", "us", PARTS)
    found = Store(tmp_path / "new").load("x", "us")
    assert found is not None
    assert found.number == number != 0
    assert found.parts.keys() == PARTS.keys()
    for name, part in PARTS.items():
        assert found.parts[name].whole().dtype == part.dtype
        assert np.array_equal(found.parts[name].whole(), part)
    assert [it.name for it in (tmp_path / "new").iterdir()] == ["x.store"]


def test_nothing_was_kept(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    assert Store(tmp_path).load("x", "us") is None
    assert caplog.records == []


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        (b"PK\3\4 a zip file", "不是这里写的文件"),
        (b"linli store 2\n\0\0", "torn in the head"),
        (b"linli store 2\n\0\0" + (1 << 60).to_bytes(8, "little") + b"{}", "a head longer than the file"),
        (b"linli store 2\n\0\0" + (2).to_bytes(8, "little") + b"[]", "a head of another kind"),
        (b"linli store 2\n\0\0" + (4).to_bytes(8, "little") + b"\xff\xfe\xfd\xfc", "no text"),
    ],
)
def test_a_foreign_file_goes_with_one_line(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, data: bytes, why: str
) -> None:
    (tmp_path / "x.store").write_bytes(data)
    assert Store(tmp_path).load("x", "us") is None, why
    assert [it.levelno for it in caplog.records] == [logging.WARNING]
    assert not (tmp_path / "x.store").exists()


def test_a_file_of_other_code_goes_with_one_line(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    written(tmp_path)
    assert Store(tmp_path).load("x", "others") is None
    assert len(caplog.records) == 1
    assert "别的版本" in caplog.text


@settings(deadline=None)
@given(st.data())
def test_a_damaged_file_is_never_believed(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("store")
    whole = written(folder)
    at = data.draw(st.integers(0, len(whole) - 1))
    torn = whole[:at]
    flipped = whole[:at] + bytes([whole[at] ^ data.draw(st.integers(1, 255))]) + whole[at + 1 :]
    for damaged in (torn, flipped):
        (folder / "x.store").write_bytes(damaged)
        found = Store(folder).load("x", "us")
        for part in found.parts.values() if found else ():
            try:
                its = part.whole()
            except UnsoundError:
                continue
            # harmed was a filler between two arrays, or the name of one
            assert any(np.array_equal(its, one) for one in PARTS.values())


def test_what_is_looked_at_is_checked_and_nothing_else(tmp_path: Path) -> None:
    long = np.arange(10_000)
    Store(tmp_path).save("x", "us", {"long": long})
    file = tmp_path / "x.store"
    data = bytearray(file.read_bytes())
    at = data.index(np.array([7_000]).tobytes())
    data[at] ^= 1
    file.write_bytes(data)
    found = Store(tmp_path).load("x", "us")
    assert found is not None
    part = found.parts["long"]
    part.check(np.array([9_000, 0]), np.array([10_000, 5_000]))
    assert np.array_equal(part.array[:5_000], long[:5_000])
    with pytest.raises(UnsoundError):
        part.check(np.array([6_999]), np.array([7_001]))
    with pytest.raises(UnsoundError):
        part.whole()
    for begin, end in ((-1, 5), (5, 10_001), (5, 4)):
        with pytest.raises(UnsoundError):
            part.check(np.array([begin]), np.array([end]))


def test_a_folder_that_cannot_be_written_costs_time_alone(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("no folder")
    assert Store(tmp_path / "file" / "below").save("x", "us", PARTS) == 0
    assert len(caplog.records) == 1
