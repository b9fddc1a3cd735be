"""A page of our own, as saved pages are, and its label."""

from __future__ import annotations

from bench.importing.blocks import fingerprint
from bench.importing.labels import Label

LEAD = "槐树里社区的春季集市昨天开张，两百多位居民带着旧书和盆栽来到小广场。摊位从早上八点摆到傍晚。"
SECOND = "社区工作人员说，集市以后每个月办一次。居民可以在服务站登记摊位，不收费用。"
HEADING = "旧书换新书"
TABLE_HEAD = "摊位"
CAPTION = "居民在集市上挑选旧书。 何叶 摄"

PAGE = f"""<html><head><meta charset="gb2312"><title>槐树里办起春季集市_槐树里在线</title></head><body>
<div>首页</div><div>新闻</div><div>正文</div>
<h1>槐树里办起春季集市</h1>
<div>2026年05月03日 09:30<span>来源：槐树里周报</span></div><div>分享到：</div>
<div style="visibility:hidden"><p>　　{LEAD}</p>
<p><img src="data:image/gif;base64,R0lGOD" data-src="//img.example.org/books.jpg?w=640" alt=""></p>
<p>{CAPTION}</p><p><strong>{HEADING}</strong></p><p>{SECOND}</p>
<table><tr><td>{TABLE_HEAD}</td></tr></table></div>
<p>责任编辑：柳青</p></body></html><div>相关新闻</div><ul><li><a href="/1">槐树里修好了长椅</a></li></ul>
<script>var hidden = "不是正文";</script>
"""

LABEL = Label(
    repo="GNE",
    path="sample.html",
    sha256="0" * 64,
    site="example.org",
    kind="news",
    half="tune",
    title="槐树里办起春季集市",
    date="2026-05-03 09:30",
    source="槐树里周报",
    editor="柳青",
    authors=("何叶",),
    headings=(HEADING,),
    body=tuple(map(fingerprint, (LEAD, HEADING, SECOND, TABLE_HEAD))),
    captions=(fingerprint(CAPTION),),
    pictures=("//img.example.org/books.jpg?w=640",),
)
