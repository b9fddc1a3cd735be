"""An import from end to end: pictures from anywhere, one article twice, nothing half done."""

from __future__ import annotations

import argparse
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from newsdesk.checking.command import check_folder
from newsdesk.importing import command, reading
from newsdesk.importing.filing import placing
from newsdesk.importing.formats import plain_text
from newsdesk.importing.imported import ImportedArticle, ImportedImage, Kind, Piece
from newsdesk.importing.pictures.marks import picture_mark
from tests.newsdesk.importing.fetching.web import Web, moved, page, web
from tests.newsdesk.importing.pictures.drawn import from_a_phone

STORY = """槐树里办起春季集市

发布时间：{date}
来源：槐树里日报
责任编辑：林小满

　　三号院的小广场上，一大早就支起了三十二个摊位，居民们带来旧书、绿植和点心，热热闹闹地办起了集市。
　　{more}

本报记者江一帆
"""
MORE = "集市将在每个月的第一个周六举办，摊位由居民抽签决定。"
NAME = "huai-shu-li-ban-qi-chun-ji-ji.md"
PLACE = f"content/news/2026/{NAME}"
DRAFT = f"content/news/drafts/{NAME}"
PICTURE = "图为集市现场。"


def read_page(source: bytes) -> ImportedArticle:
    """A page of this test: the text of a story, and behind a line of = the sources of its pictures."""
    text, _, below = source.decode().partition("\n====\n")
    article = plain_text.read(text.encode())
    lines = below.split()
    address = next((line.removeprefix("url=") for line in lines if line.startswith("url=")), "")
    sources = [line for line in lines if not line.startswith("url=")]
    marks = "".join(f"\n{picture_mark(number, '', PICTURE)}\n" for number in range(len(sources)))
    pieces = tuple(Piece(99, 0, PICTURE, Kind.BODY) for _ in sources)
    return replace(
        article,
        markdown=article.markdown + marks,
        pieces=article.pieces + pieces,
        images=tuple(ImportedImage(it.rpartition("/")[2], source=it) for it in sources),
        source_url=address,
    )


Run = Callable[..., int]


@pytest.fixture
def here() -> Iterator[Web]:
    with web({"/1.jpg": page(from_a_phone(), "image/jpeg")}) as it:
        yield it


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, here: Web) -> Run:
    """`newsdesk import` in an empty folder, with .page files and a web of our own."""
    monkeypatch.chdir(tmp_path)
    readers = {".page": read_page, ".html": read_page, ".txt": plain_text.read}
    monkeypatch.setattr(reading, "READERS", readers)
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    return lambda *words: command.run(parser.parse_args(words), here.fetcher())


def source(*pictures: str, name: str = "a.page", date: str = "2026-05-03 09:26", more: str = MORE) -> str:
    text = STORY.format(date=date, more=more) + ("\n====\n" + "\n".join(pictures) if pictures else "")
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")
    return name


def files() -> dict[str, bytes]:
    return {path.as_posix(): path.read_bytes() for path in Path("content").rglob("*") if path.is_file()}


def seen() -> list[str]:
    """What the site sees."""
    return sorted(name for name in files() if "/." not in name)


def row(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    (line,) = capsys.readouterr().out.splitlines()
    it: dict[str, Any] = json.loads(line)
    return it


def test_a_picture_beside_the_page_is_cleaned_and_stored(
    run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("a_files").mkdir()
    Path("a_files/1.jpg").write_bytes(from_a_phone())
    assert run(source("a_files/1.jpg"), "--json") == 0
    it = row(capsys)
    (image,) = it["images"]
    assert image == {
        "path": image["path"],
        "source": "a_files/1.jpg",
        "alt": "",
        "caption": PICTURE,
        "width": 400,
        "height": 300,
        "problem": "",
    }
    assert seen() == [f"content{image['path']}", PLACE]
    stored = files()[f"content{image['path']}"]
    assert b"GPS" not in stored and b"Exif" not in stored
    assert Image.open(io.BytesIO(stored)).size == (400, 300)
    assert f'![]({image["path"]} "{PICTURE}")\n' in files()[PLACE].decode()
    assert it["balance"]["difference"] == 0
    assert ["没有文字说明" in problem for problem in it["problems"]] == [True]
    assert check_folder(Path("content")).problems == ()


def test_staff_are_told_of_the_place_and_of_what_is_missing(
    run: Run, here: Web, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(source(here.address("/1.jpg"), here.address("/2.jpg"))) == 0
    said = capsys.readouterr().out
    assert "400×300，已删去照片里的拍摄地点" in said
    assert "第 2 张图片（图注：图为集市现场。）没有取到：网站答复 404" in said
    text = files()[PLACE].decode()
    assert text.count("![") == 1
    assert f"\n\n{PICTURE}\n" in text
    assert check_folder(Path("content")).problems == ()


def test_the_same_picture_is_stored_once(run: Run, here: Web) -> None:
    Path("1.jpg").write_bytes(from_a_phone())
    run(source(here.address("/1.jpg"), "1.jpg", "./1.jpg"))
    assert len([name for name in seen() if "/images/" in name]) == 1


def test_a_dry_run_opens_no_connection_and_writes_nothing(
    run: Run, here: Web, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("1.jpg").write_bytes(from_a_phone())
    assert run(source("1.jpg", here.address("/1.jpg")), "--dry-run", "--json") == 0
    it = row(capsys)
    assert [image["width"] for image in it["images"]] == [400, None]
    assert it["images"][1]["path"] == here.address("/1.jpg")
    assert run(here.address("/story"), "--dry-run") == 1
    assert "不连接网络" in capsys.readouterr().err
    assert here.asked == []
    assert not Path("content").exists()


def test_pictures_of_a_refused_story_are_not_left_behind(
    run: Run, here: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = placing.create

    def create(path: Path, data: bytes, inside: Path) -> bool:
        if path.suffix == ".md":
            raise OSError(28, "No space left on device")
        return real(path, data, inside)

    Path("content/images").mkdir(parents=True)
    monkeypatch.setattr(placing, "create", create)
    assert run(source(here.address("/1.jpg"))) == 1
    assert files() == {}


def test_a_picture_that_was_there_stays_when_a_story_is_refused(
    run: Run, here: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(source(here.address("/1.jpg")))
    before = files()
    monkeypatch.setattr(placing, "replace", _full)
    monkeypatch.setattr(placing, "create", lambda path, data, inside: False if path.exists() else _full())
    other = source(
        here.address("/1.jpg"), name="b.page", date="2026-05-04", more="第二天，集市搬到了二号院。" * 9
    )
    assert run(other) == 1
    assert files() == before


def _full(*_: object) -> bool:
    raise OSError(28, "No space left on device")


def test_a_fault_of_ours_is_told_and_stops_no_other_file(
    run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def read_twice(source: bytes) -> ImportedArticle:
        raise ValueError("two marks overlap")

    monkeypatch.setattr(reading, "READERS", {**reading.READERS, ".odd": read_twice})
    assert run(source(name="a.odd"), source(name="b.page")) == 1
    said = capsys.readouterr()
    assert "导入程序自己出了错" in said.err and "ValueError two marks overlap" in said.err
    assert "Traceback" not in said.out + said.err
    assert seen() == [PLACE]


def test_nothing_new_is_refused_without_fetching_again(
    run: Run, here: Web, capsys: pytest.CaptureFixture[str]
) -> None:
    name = source(here.address("/1.jpg"))
    assert run(name) == 0
    before = files()
    assert run(name) == 1
    assert files() == before
    assert len(here.asked) == 1
    assert f"已经导入过：{PLACE}" in capsys.readouterr().err


def test_a_story_that_nobody_touched_is_updated_in_place(
    run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(source()) == 0
    capsys.readouterr()
    assert run(source(more=MORE.replace("抽签", "摇号")), "--json") == 0
    it = row(capsys)
    assert (it["path"], it["instead_of"]) == (PLACE, PLACE)
    assert seen() == [PLACE]
    assert "摇号" in files()[PLACE].decode()
    assert run(source(more=MORE.replace("抽签", "报名"))) == 0
    assert "报名" in files()[PLACE].decode()


@pytest.mark.parametrize("change", ["\n又加了一句。\n", "\n", "![说明](/images/a.jpg)"])
def test_a_story_that_a_person_touched_stays(run: Run, change: str) -> None:
    run(source())
    path = Path(PLACE)
    path.write_text(path.read_text(encoding="utf-8") + change, encoding="utf-8")
    before = files()
    for more in (MORE, MORE.replace("抽签", "摇号")):
        assert run(source(more=more)) == 1
    assert files() == before


def test_a_story_without_a_record_counts_as_touched(run: Run) -> None:
    run(source())
    for record in Path("content/.imports").iterdir():
        record.unlink()
    before = files()
    assert run(source(more=MORE.replace("抽签", "摇号"))) == 1
    assert files() == before


@pytest.mark.parametrize("record", [b"", b"{}", b"[]", b"\xff", b'{"story": 3}'])
def test_a_broken_record_counts_as_none(run: Run, record: bytes) -> None:
    run(source())
    for path in Path("content/.imports").iterdir():
        path.write_bytes(record)
    assert run(source()) == 1


def test_line_ends_that_git_changed_are_no_touch(run: Run) -> None:
    run(source())
    path = Path(PLACE)
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert run(source(more=MORE.replace("抽签", "摇号"))) == 0
    assert "摇号" in files()[PLACE].decode()


def test_pictures_that_were_missing_are_tried_again(run: Run, here: Web) -> None:
    name = source(here.address("/2.jpg"))
    assert run(name) == 0
    assert "![" not in files()[PLACE].decode()
    here.pages["/2.jpg"] = here.pages["/1.jpg"]
    assert run(name) == 0
    assert "![" in files()[PLACE].decode()


def test_a_story_never_loses_its_pictures_to_a_broken_network(
    run: Run, here: Web, capsys: pytest.CaptureFixture[str]
) -> None:
    run(source(here.address("/1.jpg")))
    before = files()
    here.pages.clear()
    assert run(source(here.address("/1.jpg"), more=MORE.replace("抽签", "摇号"))) == 1
    assert files() == before
    assert "图片没有取到" in capsys.readouterr().err


REPORT = f"content/news/2026/.{NAME.replace('.md', '.report.txt')}"


def test_every_story_keeps_its_report_beside_it(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    cut = "上一篇：" + "槐树里的集市又热闹起来了" * 9
    assert run(source(more=f"{MORE}\n\n{cut}"), "--json") == 0
    assert row(capsys)["report"] == REPORT
    kept = files()[REPORT].decode()
    assert cut in kept
    assert check_folder(Path("content")).problems == ()
    assert run("a.page") == 1
    assert REPORT in capsys.readouterr().err
    assert run(source(more=MORE.replace("抽签", "摇号"))) == 0
    assert REPORT in capsys.readouterr().out
    assert files()[REPORT].decode() != kept
    assert cut not in files()[REPORT].decode()


def test_a_dry_run_keeps_no_report(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(source(), "--dry-run", "--json") == 0
    assert row(capsys)["report"] is None


def test_a_draft_keeps_its_report_beside_it(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(source(date="05-03 09:26")) == 0
    kept = DRAFT.replace("huai", ".huai").replace(".md", ".report.txt")
    assert kept in capsys.readouterr().out
    assert "没有写年份" in files()[kept].decode()
    assert check_folder(Path("content")).problems == ()
    assert run("a.page", "--year", "2026", "--json") == 0
    assert row(capsys)["instead_of"] == DRAFT
    assert seen() == [PLACE]
    assert kept not in files()


def test_a_draft_that_a_person_moved_is_updated_where_it_is(run: Run) -> None:
    run(source(date="05-03 09:26"))
    Path("content/news/spring").mkdir()
    Path(DRAFT).rename(f"content/news/spring/{NAME}")
    assert run("a.page", "--year", "2026") == 0
    assert seen() == [f"content/news/spring/{NAME}"]


def test_a_story_does_not_become_a_draft_again(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    name = source(date="05-03 09:26")
    run(name, "--year", "2026")
    before = files()
    assert run(name) == 1
    assert files() == before
    assert "没有读到日期" in capsys.readouterr().err


def test_an_address_is_imported_and_remembered(
    run: Run, here: Web, capsys: pytest.CaptureFixture[str]
) -> None:
    story = STORY.format(date="2026-05-03 09:26", more=MORE) + "\n====\n1.jpg"
    here.pages |= {"/a": moved("/b/story.html"), "/b/story.html": page(story.encode())}
    here.pages["/b/1.jpg"] = here.pages["/1.jpg"]
    assert run(here.address("/a"), "--json") == 0
    it = row(capsys)
    assert it["front_matter"]["source_url"] == here.address("/b/story.html")
    assert it["images"][0]["width"] == 400
    assert {"source_url", "date"} <= {evidence["field"] for evidence in it["evidence"]}
    assert [path for path, _ in here.asked] == ["/a", "/b/story.html", "/b/1.jpg"]
    assert not any("referer" in headers for _, headers in here.asked)
    shared = "/b/story.html?from=timeline"
    here.pages["/b/1.jpg?from=timeline"] = here.pages["/1.jpg"]
    here.pages[shared] = page(story.replace("抽签", "摇号").replace("办起", "办起了").encode())
    assert run(here.address(shared), "--json") == 0
    assert row(capsys)["instead_of"] == PLACE


@pytest.mark.parametrize(
    ("kind", "path", "done"),
    [
        ("text/html; charset=gbk", "/x", True),
        ("TEXT/PLAIN", "/x", True),
        ("application/octet-stream", "/x.txt", True),
        ("", "/x.txt", True),
        ("application/pdf", "/x.txt", False),
        ("image/jpeg", "/x", False),
        ("application/octet-stream", "/x.exe", False),
    ],
)
def test_what_a_server_may_send(
    run: Run, here: Web, capsys: pytest.CaptureFixture[str], kind: str, path: str, done: bool
) -> None:
    here.pages[path] = page(STORY.format(date="2026-05-03", more=MORE).encode(), kind)
    assert run(here.address(path)) == (0 if done else 1)
    assert done or "不是能导入的网页" in capsys.readouterr().err


def test_an_address_that_cannot_be_had_says_how_to_save_the_page(
    run: Run, here: Web, capsys: pytest.CaptureFixture[str]
) -> None:
    for address in (here.address("/none"), "http://unknown.test/", "http://a@news.test/"):
        assert run(address) == 1
        assert "Ctrl+S" in capsys.readouterr().err
    assert not Path("content").exists()


def test_the_real_fetcher_is_used_where_none_is_given(
    run: Run, here: Web, capsys: pytest.CaptureFixture[str]
) -> None:
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    assert command.run(parser.parse_args([f"http://127.0.0.1:{here.port}/1.jpg"])) == 1
    assert "不是公共网站" in capsys.readouterr().err
    assert here.asked == []


def test_two_much_alike_are_both_there_and_said(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    run(source())
    capsys.readouterr()
    assert run(source(name="b.page", date="2026-06-03", more=MORE.replace("抽签", "摇号")), "--json") == 0
    it = row(capsys)
    assert any(PLACE in problem and "大半相同" in problem for problem in it["problems"])
    assert len(seen()) == 2


def test_two_without_a_date_are_for_a_person_to_tell_apart(
    run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    run(source(date="05-03"))
    before = files()
    assert run(source(name="b.page", date="06-03", more=MORE.replace("抽签", "摇号"))) == 1
    assert files() == before
    assert f"很可能已经有这一篇：{DRAFT}" in capsys.readouterr().err


def test_a_folder_is_searched_for_stories_and_each_is_told(
    run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(7):
        more = "".join(chr(0x4E00 + (number * 97 + at * 31) % 20_000) for at in range(120)) + "。"
        source(name=f"in/{number}/{number}.txt", date=f"2026-05-{number + 1:02}", more=more)
    for name in ("in/.hidden.txt", "in/~$lock.docx", "in/photo.jpg", "in/old.doc"):
        Path(name).write_bytes(b"\xd0\xcf\x11\xe0")
    source(name="in/page.html", date="2026-06-01", more="页面。" * 30)
    source(name="in/page_files/advert.html", date="2026-06-01", more="广告。" * 30)
    assert run("in") == 1
    captured = capsys.readouterr()
    assert "一共 9 个文件：导入 8 个，没有导入 1 个。" in captured.out
    assert "还不认识 .doc 文件" in captured.err
    assert len(seen()) == 8
    for name in ("in/0/0.txt", "in/page.html", "in/old.doc"):
        assert name in captured.out
    assert "advert" not in captured.out
    assert "看懂了这些" not in captured.out


def test_all_words_of_json_are_the_same_for_every_outcome(
    run: Run, here: Web, capsys: pytest.CaptureFixture[str]
) -> None:
    source(here.address("/1.jpg"), name="in/a.page")
    source(name="in/b.txt", date="5-3")
    run("in/a.page", "in/b.txt", "none.txt", here.address("/none"), "--json")
    captured = capsys.readouterr()
    rows = [json.loads(line) for line in captured.out.splitlines()]
    assert len(rows) == 4
    assert len({frozenset(it) for it in rows}) == 1
    assert captured.err == ""


def test_nothing_leaves_the_content_folder(run: Run, tmp_path: Path, here: Web) -> None:
    (tmp_path / "elsewhere").mkdir()
    Path("content").mkdir()
    Path("content/images").symlink_to(tmp_path / "elsewhere")
    assert run(source(here.address("/1.jpg"))) == 1
    assert list((tmp_path / "elsewhere").iterdir()) == []
    assert seen() == []
