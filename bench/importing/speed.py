"""How fast `newsdesk import` is: many texts, one more beside many stories, a Word file with a large photo.

    python -m bench.importing.speed [--texts 1000]

Times are processor seconds of one process on one core, files read and written included, and seconds of the
clock behind them. What the first must stay below is printed too; the exit code is 1 where one does not. The
texts are made by bench/make_corpus.py.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import random
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from bench.make_corpus import build
from newsdesk.cli import main as newsdesk

TEXTS_SECONDS, DOCX_SECONDS, ONE_MORE_SECONDS = 20.0, 1.0, 4.0
PHOTO_BYTES = 8_000_000
MANY = 10_000

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def text_of(number: int) -> str:
    """One story as staff paste it."""
    story = build("speed", number)
    day = f"2026-{number // 28 % 12 + 1:02}-{number % 28 + 1:02} {number % 24:02}:{number % 60:02}"
    paragraphs = [line.lstrip("#>-*0123456789. ") for line in story["body"].split("\n") if line.strip()]
    return (
        f"{story['title']}\n\n  • 发布时间:{day}\n  • 新闻来源:{story['source']}\n"
        f"  • 责任编辑:{story['editor']}\n\n"
        + "".join(f"　　{line}\n\n" for line in paragraphs)
        + f"    本报记者{story['author']}\n\n分享到:\n\n相关新闻\n\n{build('other', number)['title']}\n"
    )


def photo() -> bytes:
    """A JPEG of eight megabytes from a camera that knows where it is, lying on its side."""
    noise = Image.frombytes("RGB", (4000, 3000), random.Random(1).randbytes(36_000_000))
    exif = Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[1] = "N"
    for quality in range(50, 96, 5):
        out = io.BytesIO()
        noise.save(out, "JPEG", quality=quality, exif=exif)
        if len(out.getvalue()) >= PHOTO_BYTES:
            break
    return out.getvalue()


def word_file(picture: bytes) -> bytes:
    """The smallest .docx that Word opens, with a title, three paragraphs and the picture."""
    lines = [line for line in text_of(1).split("\n") if line.strip()][:8]
    drawing = (
        '<w:p><w:r><w:drawing><wp:inline><wp:extent cx="4000000" cy="3000000"/><wp:docPr id="1" name="p"/>'
        f'<a:graphic><a:graphicData uri="{DRAWING}/picture"><pic:pic><pic:blipFill><a:blip r:embed="r1"/>'
        "</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )
    text = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    names = (
        f'xmlns:w="{W}" xmlns:r="{OFFICE}" xmlns:a="{DRAWING}/main" xmlns:pic="{DRAWING}/picture" '
        f'xmlns:wp="{DRAWING}/wordprocessingDrawing"'
    )
    relation = '<Relationship Id="r1" Type="{}" Target="{}"/>'
    relations = f'<Relationships xmlns="{PACKAGE}/relationships">{relation}</Relationships>'
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="jpg" ContentType="image/jpeg"/></Types>',
        "_rels/.rels": relations.format(f"{OFFICE}/officeDocument", "word/document.xml"),
        "word/_rels/document.xml.rels": relations.format(f"{OFFICE}/image", "media/image1.jpg"),
        "word/document.xml": f"<w:document {names}><w:body>{text}{drawing}</w:body></w:document>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, part in parts.items():
            file.writestr(name, part)
        file.writestr("word/media/image1.jpg", picture)
    return out.getvalue()


@dataclass(frozen=True)
class Spent:
    """Seconds of one `newsdesk import`, and what they must stay below."""

    what: str
    processor: float
    clock: float
    limit: float

    def __str__(self) -> str:
        times = f"{self.processor:6.2f} s  ({self.clock:6.2f} s by the clock)"
        return f"{self.what:<40} {times}  below {self.limit:4.1f} s"


def spent(what: str, limit: float, expected: int, *words: str) -> Spent:
    """Run it once. `expected` is the exit code; another one would measure something else."""
    out = io.StringIO()
    clock, start = time.perf_counter(), time.process_time()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        code = newsdesk(["import", *words])
    result = Spent(what, time.process_time() - start, time.perf_counter() - clock, limit)
    if code != expected:
        raise SystemExit(f"{what}: exit code {code}\n{out.getvalue()[-2000:]}")
    return result


def measured(texts: int) -> Iterator[Spent]:
    """Each measurement in turn."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "in").mkdir()
        for number in range(texts):
            (folder / "in" / f"{number:05}.txt").write_text(text_of(number), encoding="utf-8")
        words = (str(folder / "in"), "--content", str(folder / "content"))
        limit = TEXTS_SECONDS * texts / 1000
        yield spent(f"{texts} texts", limit, 0, *words)
        yield spent(f"the same {texts} again, all refused", limit, 1, *words)
        (folder / "photo.docx").write_bytes(word_file(photo()))
        words = (str(folder / "photo.docx"), "--content", str(folder / "empty"))
        yield spent("one .docx with a photo of 8 MB", DOCX_SECONDS, 0, *words)
        write_stories(folder / "many" / "news" / "2026", MANY)
        (folder / "one.txt").write_text(text_of(0), encoding="utf-8")
        words = (str(folder / "one.txt"), "--content", str(folder / "many"))
        yield spent(f"one text beside {MANY} stories", ONE_MORE_SECONDS, 0, *words)


def write_stories(folder: Path, total: int) -> None:
    """A site's stories of many years."""
    folder.mkdir(parents=True)
    for number in range(total):
        story = build("many", number)
        front = f"title: {story['title']}\ndate: 2026-05-03\nsource_url: https://news.test/{number}.html"
        (folder / f"{number}.md").write_text(f"---\n{front}\n---\n\n{story['body']}", encoding="utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--texts", type=int, default=1000)
    options = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    slow = False
    for it in measured(options.texts):
        print(it)
        slow |= it.processor >= it.limit
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
