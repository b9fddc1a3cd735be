"""Text files that are empty, no text, in a strange encoding, garbled, or endless."""

from __future__ import annotations

import random
from collections.abc import Mapping

from tests.newsdesk.importing.bad_files.bad import SENTENCE, STORY, TITLE, Bad, file, text

NOISE = random.Random(3)  # the same file each time
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
TRADITIONAL = (
    "槐樹里辦起春季集市\n\n　　三號院的小廣場上，一大早就支起了三十二個攤位，"
    "居民們帶來舊書、綠植和點心，熱熱鬧鬧地辦起了集市。\n"
)

TEXTS: Mapping[str, Bad] = {
    "empty": text("empty.txt", b"", "文件是空的"),
    "only spaces": text("spaces.txt", " \u3000\t\r\n\ufeff\u200b\n" * 50, "文件是空的"),
    "only marks": text("marks.txt", "……——！？\n* * *\n", "文件是空的"),
    "only a mark of order": text("bom.txt", b"\xef\xbb\xbf", "文件是空的"),
    "only an address": text("address.txt", "https://news.example/a.html\n", "只有一个网址"),
    "only buttons": text("buttons.txt", "分享到:\n打印\n【字号 大 中 小】\n", "没有找到标题和正文"),
    "zeros": text("zeros.txt", bytes(5_000), "不是文字文件"),
    "a zero in the middle": text(
        "zero.txt", STORY.replace("广场", "广\0场"), "", refused=False, never=("\0",)
    ),
    "random bytes": text("noise.txt", NOISE.randbytes(20_000), "乱码"),
    "random bytes without zeros": text("static.txt", NOISE.randbytes(20_000).replace(b"\0", b"\xfe"), "乱码"),
    "program": text("program.txt", b"\x7fELF" + bytes(500), "不是文字文件"),
    "UTF-16 without a mark": text("utf16.txt", STORY.encode("utf-16-le"), "UTF-16", refused=False),
    "UTF-16 the other way": text("utf16be.txt", STORY.encode("utf-16-be"), "UTF-16", refused=False),
    "UTF-16 cut in a character": text("odd.txt", STORY.encode("utf-16")[:-1], "UTF-16", refused=False),
    "Big5": text("big5.txt", TRADITIONAL.encode("big5"), "Big5", refused=False),
    "GBK with one bad byte": text(
        "gbk.txt",
        STORY.encode("gbk").replace("广场".encode("gbk"), b"\xff" + "广场".encode("gbk")),
        "GB18030",
        refused=False,
    ),
    "UTF-8 cut in a character": text("cut.txt", STORY.rstrip().encode()[:-1], "截断", refused=False),
    "UTF-8 with one bad byte": text(
        "bad.txt", STORY.encode().replace("广".encode(), b"\xff"), "读不出的字", refused=False
    ),
    "UTF-8 read as GBK": text("gbk-mojibake.txt", STORY.encode().decode("gb18030", "replace"), "乱码"),
    "UTF-8 read as Latin-1": text(
        "latin.txt", STORY.encode().decode("latin-1"), "已经还原成汉字", refused=False
    ),
    "GBK read as Latin-1": text(
        "gbk-latin.txt", STORY.encode("gbk").decode("latin-1"), "已经还原成汉字", refused=False
    ),
    "the well-known 锟斤拷": text("kun.txt", "锟斤拷" * 30 + STORY, "乱码"),
    "unset memory": text("tang.txt", "烫烫烫屯屯屯" * 20 + TITLE, "乱码"),
    "lost characters": text("lost.txt", "\ufffd\ufffd" * 40 + TITLE, "乱码"),
    "one line of 5 MB": Bad(file("line.txt", lambda: SENTENCE.encode() * 36_000), "文件太大"),
    "one line of 1.9 MB": Bad(file("long.txt", lambda: (SENTENCE * 13_000).encode()), "", refused=False),
    "200,000 short lines": Bad(
        file("lines.txt", lambda: (TITLE + "\n").encode() + "槐树\n".encode() * 200_000), "文字太长"
    ),
    "200,000 empty lines": Bad(
        file("blank.txt", lambda: STORY.encode() + b"\n" * 200_000), "", refused=False
    ),
    "200,000 brackets": Bad(
        file("brackets.txt", lambda: STORY.encode() + b"[(" * 100_000), "", refused=False
    ),
    "200,000 stars": Bad(file("stars.txt", lambda: STORY.encode() + b"*_" * 100_000), "", refused=False),
    "control characters": text(
        "control.txt",
        STORY.replace("摊位", "摊\x1b[31m\x07\x08位\x9b"),
        "",
        refused=False,
        never=("\x1b", "\x07", "\x08", "\x9b"),
    ),
    "right to left": text(
        "bidi.txt",
        STORY.replace("摊位", "\u202e摊\u2066位\u200f"),
        "",
        refused=False,
        never=("\u202e", "\u2066", "\u200f"),
    ),
    "front matter of its own": text(
        "front.txt",
        f"---\nslug: ../../x\nsave_as: /etc/x\nstatus: published\n---\n{STORY}",
        "",
        refused=False,
        never=("\nsave_as:",),
    ),
    "a line that sets a status": text(
        "status.txt", f"{STORY}\nStatus: draft\n\nslug: ../../x\n", "", refused=False
    ),
    "templates": text(
        "template.txt",
        f"{STORY}\n　　{{filename}}../../x {{static}}/etc {{{{ SITEURL }}}} {{% include 'x' %}}摊位。\n",
        "",
        refused=False,
    ),
    "markup as text": text(
        "markup.txt",
        f"{STORY}\n　　<script>alert(1)</script><img src=x onerror=alert(1)>是摊位上写的字。\n",
        "",
        refused=False,
        never=("<script", "<img"),
    ),
    "a link that runs": text(
        "link.txt",
        f"{STORY}\n　　[摊位](javascript:alert(1))就在这里。\n",
        "",
        refused=False,
        never=("[摊位](javascript",),
    ),
    "a web page": text("page.txt", "<!DOCTYPE html><html><body>x</body></html>", "网页"),
    "a Word file": text("word.txt", b"PK\x03\x04....", "Word"),
    "an old Word file": text("old.txt", OLE, "旧版 Word"),
    "a PDF": text("pdf.txt", b"%PDF-1.7", "PDF"),
    "RTF": text("rtf.txt", rb"{\rtf1\ansi x}", "RTF"),
    "a photo": text("photo.txt", b"\xff\xd8\xff\xe0" + bytes(400), "照片"),
}
