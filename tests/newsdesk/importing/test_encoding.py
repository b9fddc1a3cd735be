"""Bytes as programs save them -> text. What a file says of itself is not asked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.importing.encoding import decoded
from newsdesk.importing.imported import NotImportedError

TEXT = "槐树里办起春季集市，居民们带来了自家的旧书、绿植和手工点心。"
TRADITIONAL = "槐樹里辦起春季集市，居民們帶來了自家的舊書、綠植和手工點心，熱鬧得很。"


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("gb18030", "GB18030"),
        ("gbk", "GB18030"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
    ],
)
def test_simplified(codec: str, name: str) -> None:
    text = f"{TEXT}\n"
    page = decoded(text.encode(codec))
    assert (page.text, page.encoding, page.problems) == (text, name, ())


def test_big5() -> None:
    page = decoded(TRADITIONAL.encode("big5"))
    assert (page.text, page.encoding) == (TRADITIONAL, "Big5")


def test_traditional_in_gb18030() -> None:
    assert decoded(TRADITIONAL.encode("gb18030")).text == TRADITIONAL


@pytest.mark.parametrize("title", ["春季集市", "老楼加梯暖人心", "三号院的第一部电梯启用了"])
def test_a_short_title_in_gbk(title: str) -> None:
    assert decoded(title.encode("gbk")).text == title


@pytest.mark.parametrize("codec", ["utf-8", "gb18030"])
def test_a_file_cut_in_its_last_character(codec: str) -> None:
    page = decoded(TEXT[:-1].encode(codec)[:-1])
    assert page.text.rstrip("\ufffd") == TEXT[:-2]
    assert len(page.text) <= len(TEXT[:-1])


def test_a_cut_is_said() -> None:
    (problem,) = decoded(TEXT.encode()[:-1]).problems
    assert "截断" in problem


@pytest.mark.parametrize("codec", ["utf-8", "gb18030"])
def test_one_bad_byte_is_one_bad_character(codec: str) -> None:
    source = (TEXT * 3).encode(codec)
    page = decoded(source.replace("绿植".encode(codec), "绿".encode(codec) + b"\xff", 1))
    assert 1 <= page.text.count("\ufffd") <= 2
    assert page.text.count("手工点心") == 3


@pytest.mark.parametrize(
    "garbled",
    [
        TEXT.encode().decode("gb18030", "replace"),
        TEXT.encode().decode("cp1252", "replace"),
        TEXT.encode().decode("gb18030", "replace").replace("\ufffd", "?"),
        TEXT.encode("gb18030").decode("latin-1").replace("Ç", "?"),
        "锟斤拷锟斤拷锟斤拷",
        "烫烫烫烫烫烫",
    ],
)
def test_text_that_was_garbled_before(garbled: str) -> None:
    with pytest.raises(NotImportedError) as why:
        decoded(garbled.encode())
    assert "乱码" in why.value.what


def as_windows(source: bytes) -> str:
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in source)


def as_gb18030(text: str) -> str:
    """ "" where a byte would be lost."""
    try:
        return text.encode().decode("gb18030")
    except UnicodeDecodeError:
        return ""


@pytest.mark.parametrize(
    "garbled",
    [
        TEXT.encode().decode("latin-1"),
        as_windows(TEXT.encode()),
        as_windows(TEXT.encode("gb18030")),
        as_windows(as_windows(TEXT.encode()).encode()),
        "\n".join(as_windows(f"{TEXT}\n2026-05-03 09:26 <a>\n{TEXT}".encode()).split("\n")),
    ],
)
def test_garbled_text_of_which_nothing_is_lost_is_undone(garbled: str) -> None:
    page = decoded(garbled.encode())
    assert TEXT in page.text
    assert not set(page.text) & set("ÃåæçÐ")
    (problem,) = page.problems
    assert "还原" in problem


def test_utf8_read_as_gb18030_is_undone_where_every_byte_is_there() -> None:
    words = [TEXT[at : at + 2] for at in range(len(TEXT) - 1)]
    text = "".join(word for word in words if as_gb18030(word))
    assert len(text) > 20
    assert (
        decoded("".join(map(as_gb18030, (text[at : at + 2] for at in range(0, len(text), 2)))).encode()).text
        == text
    )


@given(st.text(st.sampled_from(TEXT + "年月日社区居民\n 0123<&"), min_size=30, max_size=60))
def test_what_is_right_is_never_undone(text: str) -> None:
    if text.strip():
        assert decoded(text.encode()).text == text


def test_a_text_about_garbled_text_is_none() -> None:
    text = f"{TEXT * 5}有居民问，手机上显示“锟斤拷”是怎么回事。{TEXT * 5}"
    assert decoded(text.encode()).text == text


def test_a_stray_zero_is_a_space() -> None:
    source = (TEXT * 5).encode("gb18030")
    assert decoded(source[:20] + b"\0" + source[20:]).encoding == "GB18030"


@given(st.permutations(sorted(set(TEXT) - set("，、。"))), st.integers(6, 20))
def test_what_gb18030_writes_comes_back(characters: list[str], length: int) -> None:
    text = "".join(characters[:length])
    assert decoded(text.encode("gb18030")).text == text
