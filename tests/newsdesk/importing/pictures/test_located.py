"""Where a picture is: in the file, beside the page, or at an address; never elsewhere on the disk."""

from __future__ import annotations

import base64
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdesk.importing.imported import ImportedImage
from newsdesk.importing.pictures.located import Origin, located
from newsdesk.importing.pictures.refused import MOST_BYTES, PictureRefusedError

PICTURE = b"bytes of a picture"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """`saved/春集.html` with pictures beside it, and a file that is none of its business."""
    folder = tmp_path / "saved"
    for place in ("春集_files/1.jpg", "春集_files/图 2.jpg", "img/3.jpg", "春集.files/4.jpg"):
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        (folder / place).write_bytes(PICTURE + place.encode())
    (tmp_path / "secret.jpg").write_bytes(b"secret")
    return folder / "春集.html"


def find(source: str, origin: Origin, data: bytes = b"") -> bytes | str:
    return located(ImportedImage("a.jpg", data, source=source), origin)


def test_a_picture_in_the_file() -> None:
    assert find("anything", Origin(), PICTURE) == PICTURE


@pytest.mark.parametrize(
    "source",
    [
        f"data:image/png;base64,{base64.b64encode(PICTURE).decode()}",
        f"data:;charset=x;base64,{base64.b64encode(PICTURE).decode()[:12]}\n{base64.b64encode(PICTURE).decode()[12:]}",
        "DATA:image/png,bytes%20of%20a picture",
    ],
)
def test_a_picture_in_its_address(source: str) -> None:
    assert find(source, Origin()) == PICTURE


def test_broken_data() -> None:
    with pytest.raises(PictureRefusedError):
        find("data:image/png;base64,!!!", Origin())


@pytest.mark.parametrize(
    ("source", "place"),
    [
        ("./春集_files/1.jpg", "春集_files/1.jpg"),
        ("%E6%98%A5%E9%9B%86_files/1.jpg", "春集_files/1.jpg"),
        ("春集_files/%E5%9B%BE%202.jpg", "春集_files/图 2.jpg"),
        ("春集_files\\1.jpg", "春集_files/1.jpg"),
        ("春集_files/1.jpg?wx_fmt=jpeg#top", "春集_files/1.jpg"),
        ("old-name_files/1.jpg", "春集_files/1.jpg"),
        ("old-name.files/4.jpg", "春集.files/4.jpg"),
        ("img/3.jpg", "img/3.jpg"),
        ("/img/3.jpg", "img/3.jpg"),
        ("img/../img/3.jpg", "img/3.jpg"),
    ],
)
def test_pictures_beside_the_page(page: Path, source: str, place: str) -> None:
    assert find(source, Origin(page)) == PICTURE + place.encode()


@pytest.mark.parametrize(
    "source", ["../secret.jpg", "img/../../secret.jpg", "%2e%2e/secret.jpg", "..\\secret.jpg"]
)
def test_no_way_out_of_the_folder(page: Path, source: str) -> None:
    with pytest.raises(PictureRefusedError):
        find(source, Origin(page))


def test_no_way_out_by_a_link(page: Path) -> None:
    (page.parent / "link.jpg").symlink_to(page.parent.parent / "secret.jpg")
    (page.parent / "up").symlink_to(page.parent.parent)
    for source in ("link.jpg", "up/secret.jpg"):
        with pytest.raises(PictureRefusedError) as refused:
            find(source, Origin(page))
        assert "为了安全" in refused.value.why


def test_what_is_no_file(page: Path) -> None:
    os.mkfifo(page.parent / "pipe.jpg")
    for source in ("pipe.jpg", "img", ".", "", "a\0b.jpg", "a" * 5000, "no.jpg"):
        with pytest.raises(PictureRefusedError):
            find(source, Origin(page))


def test_a_file_that_is_too_large_is_not_read(page: Path) -> None:
    with (page.parent / "large.jpg").open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    with pytest.raises(PictureRefusedError) as refused:
        find("large.jpg", Origin(page))
    assert "太大" in refused.value.why


@pytest.mark.parametrize(
    "source", ["file:///C:/Users/x/clip_image002.jpg", "cid:123@x", r"\\server\x.jpg", "C:\\x.jpg"]
)
def test_pictures_on_another_computer(source: str) -> None:
    with pytest.raises(PictureRefusedError) as refused:
        find(source, Origin(address="https://news.test/a/b.html"))
    assert "写稿人的电脑" in refused.value.why


@pytest.mark.parametrize(
    ("source", "address"),
    [
        ("https://img.test/1.jpg", "https://img.test/1.jpg"),
        ("//img.test/1.jpg", "https://img.test/1.jpg"),
        ("9.jpg", "https://news.test/a/9.jpg"),
        ("/9.jpg", "https://news.test/9.jpg"),
    ],
)
def test_pictures_on_the_web(page: Path, source: str, address: str) -> None:
    assert find(source, Origin(address="https://news.test/a/b.html")) == address
    assert find(source, Origin(page, "https://news.test/a/b.html")) == address


def test_without_an_address_a_missing_file_is_named(page: Path) -> None:
    with pytest.raises(PictureRefusedError) as refused:
        find("other/%E5%9B%BE.jpg", Origin(page))
    assert "没有找到文件 图.jpg" in refused.value.why


@settings(max_examples=300)
@given(
    st.lists(
        st.sampled_from(["..", "/", "\\", "%2e", "%2f", "secret.jpg", ".", "img", "C:", "~", "\0", "槐"])
    )
)
def test_no_source_reaches_the_secret(parts: list[str]) -> None:
    folder = Path(__file__).parent / "nowhere" / "saved"
    try:
        found = located(ImportedImage("", source="".join(parts)), Origin(folder / "page.html"))
    except PictureRefusedError:
        return
    assert isinstance(found, str)
    assert "//" in found
