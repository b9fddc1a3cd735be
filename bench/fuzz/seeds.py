"""Whole inputs of each format, in good order: the fuzzer changes them."""

from __future__ import annotations

import io

from PIL import Image

SENTENCE = "三号院的小广场上，一大早就支起了三十二个摊位，居民们带来旧书、绿植和点心，热热闹闹地办起了集市。"
_TEXT = (
    "槐树里办起春季集市\n\n发布时间：2026-05-03 09:26　来源：槐树里日报\n\n"
    f"　　{SENTENCE}\n\n一、摊位自己定\n\n　　{SENTENCE[::-1]}\n"
)
_HTML = (
    f"<html><head><title>槐树里办起春季集市</title></head><body><h1>槐树里办起春季集市</h1>"
    f"<p>2026-05-03 09:26 来源：槐树里日报</p><div><p>{SENTENCE}</p><p><strong>一、摊位自己定</strong></p>"
    f"<p>{SENTENCE[::-1]}</p><img src='a.jpg'><table><tr><td>摊位<td>三十二</table></div></body></html>"
)
TEXTS = (_TEXT.encode(), f"{_TEXT}\n（完）\n\n本报记者 江一帆\n(责编：林小满)\n".encode())
ENCODED = (
    *(_TEXT.encode(it) for it in ("utf-8", "utf-16", "utf-16-be", "gb18030")),
    "槐樹里辦起春季集市，三號院的小廣場上支起了三十二個攤位。".encode("big5"),
    _TEXT.encode().decode("latin-1").encode(),
)
PAGES = (
    _HTML.encode(),
    _HTML.encode("gb18030"),
    '<title></title>mp.weixin.qq.com<h1 id="activity-name">集市开张</h1>'
    f'<div id="js_content"><p>{SENTENCE}</p></div>'.encode(),
)
CLIPBOARDS = (
    b'Version:0.9\r\nStartHTML:0000000105\r\n<html xmlns:o="urn:schemas-microsoft-com:office:office"><body>'
    + f"<!--StartFragment--><p class=MsoTitle>槐树里办起春季集市</p><p class=MsoNormal>{SENTENCE}</p>"
    "<p style='mso-list:l0 level1 lfo1'>"
    "<span style='mso-list:Ignore'>1.</span>旧书</p><!--EndFragment-->".encode(),
)
MAILS = (
    b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n'
    b"--x\nContent-Type: text/html; charset=utf-8\n\n"
    + _HTML.encode()
    + b"\n--x\nContent-Type: image/png\nContent-Location: a.jpg\n"
    b"Content-Transfer-Encoding: base64\n\nAAAA\n--x--\n",
)
BODIES = (
    f"<w:p><w:pPr><w:jc w:val='center'/></w:pPr><w:r><w:t>槐树里办起春季集市</w:t></w:r></w:p>"
    f"<w:p><w:r><w:t>{SENTENCE}</w:t></w:r></w:p><w:p><w:r><w:t>{SENTENCE[::-1]}</w:t></w:r></w:p>".encode(),
    f"<w:tbl><w:tr><w:tc><w:p><w:r><w:t>摊位</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p><w:r><w:t>{SENTENCE}</w:t></w:r></w:p>".encode(),
)
STORIES = (
    "---\ntitle: 槐树里办起春季集市\ndate: 2026-05-03 09:26\nauthors: [江帆]\nsource: 槐树里日报\n"
    f"---\n\n{SENTENCE}\n".encode(),
    f"---\ntitle: 槐树里办起春季集市\nstatus: draft\n---\n{SENTENCE}\n".encode(),
)
MARKDOWNS = (f"## 一、摊位\n\n{SENTENCE}[^1]\n\n|一|二|\n|--|--|\n|三|四|\n\n[^1]: 注\n".encode(),)
ADDRESSES = (
    b"https://news.example/2026/a.html?x=1",
    "http://槐树里.example/".encode(),
    b"http://[::1]:8080/",
)


def pictures() -> tuple[bytes, ...]:
    """A small picture in each format that is taken."""
    made = []
    for form in ("PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF"):
        stream = io.BytesIO()
        Image.linear_gradient("L").resize((24, 18)).convert("RGB").save(stream, form)
        made.append(stream.getvalue())
    return tuple(made)
