"""One real Pelican run over a small content folder: what a story becomes, and what never happens to it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
CONF = r"""
from jinja2 import StrictUndefined
PLUGINS = ["plugins.article_reader.plugin"]
PATH, THEME, OUTPUT_PATH = {path!r}, {theme!r}, {output!r}
SITEURL = {siteurl!r}
ARTICLE_PATHS, PAGE_PATHS, STATIC_PATHS = [""], ["pages"], ["images"]
READERS = {{"html": None, "htm": None, "rst": None}}
DEFAULT_CATEGORY = "其他"
ARTICLE_URL, ARTICLE_SAVE_AS = "{{slug}}/", "{{slug}}/index.html"
PAGE_URL, PAGE_SAVE_AS = "{{slug}}/", "{{slug}}/index.html"
DRAFT_SAVE_AS = DRAFT_PAGE_SAVE_AS = ""
CATEGORY_URL, CATEGORY_SAVE_AS = "category/{{slug}}/", "category/{{slug}}/index.html"
TAG_URL, TAG_SAVE_AS = "tag/{{slug}}/", "tag/{{slug}}/index.html"
AUTHOR_SAVE_AS = AUTHORS_SAVE_AS = CATEGORIES_SAVE_AS = TAGS_SAVE_AS = ""
DIRECT_TEMPLATES = ["index"]
TIMEZONE, DEFAULT_LANG = "Asia/Shanghai", "zh-CN"
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
DEFAULT_METADATA = {{"source": "没人写过的来源", "slug": "not-this", "template": "none"}}
PATH_METADATA = r"(?:.*/)?(?P<stem>[^/]+)\.md"
JINJA_ENVIRONMENT = {{
    "undefined": StrictUndefined, "autoescape": True, "trim_blocks": True, "lstrip_blocks": True
}}
"""
FIELDS = """
title subtitle kicker column source source_url editor series summary cover cover_alt correction status
stem slug url date date_has_time modified_has_time author_names category.name category.url
"""
SHOWN = "\n".join(f"{name}={{{{ it.{name} }}}}" for name in FIELDS.split())
STORY = f"""{SHOWN}
modified={{{{ it.modified if it.modified is defined else "-" }}}}
tags={{% for tag in it.tags %}}{{{{ tag.name }}}}@{{{{ tag.url }}}} {{% endfor %}}|

{{{{ it.content | safe }}}}
"""
TEMPLATES = {
    "article.html": "{% set it = article %}\n" + STORY,
    "page.html": "{% set it = page %}\n" + STORY,
    "category.html": "{{ category.name }}: {% for it in articles %}{{ it.title }} {% endfor %}",
    "tag.html": "{{ tag.name }}",
    "index.html": "{% for it in articles %}{{ it.url }} {% endfor %}",
}

FAIR = """---
title: 集市 {slug} & <b>开了</b>
date: 2026-05-03 09:26
category: A/B 座
tags: [集市, 集市, "C++"]
authors: [江一帆, 苏禾]
---

槐树里的春季集市开了。

# 摊位

见[去年的](/news/2025/fair.v2/#时间)、[关于](/about/)、[栏目](/category/x/)和[图](/images/map.svg)。

![地图](/images/map.svg "摊位图")
"""
OLD = """---
title: 去年的集市
date: 2025-05-03
modified: 2025-05-04
---

# 时间

[今年](../2026/2026-05-03-fair.md)
"""
ABOUT = "---\ntitle: 关于\ndate: 2026-01-01\n---\n\n我们是谁。\n"
DRAFT = "---\ntitle: 草稿\nstatus: draft\n---\n\n还没写完。\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name, text in {
        "content/news/2026/2026-05-03-fair.md": FAIR,
        "content/news/2025/fair.v2.md": OLD,
        "content/news/drafts/2026-01-01-draft.md": DRAFT,
        "content/pages/about.md": ABOUT,
        "content/images/map.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>',
        **{f"theme/templates/{name}": text for name, text in TEMPLATES.items()},
    }.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    (tmp_path / "theme" / "static").mkdir()
    return tmp_path


def build(site: Path, siteurl: str = "", *options: str) -> subprocess.CompletedProcess[str]:
    conf = site / "conf.py"
    places = {"path": site / "content", "theme": site / "theme", "output": site / "output"}
    conf.write_text(
        CONF.format(siteurl=siteurl, **{key: str(value) for key, value in places.items()}), encoding="utf-8"
    )
    command = [sys.executable, "-m", "pelican", "-s", str(conf), "--fatal", "errors", *options]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def page(site: Path, address: str) -> str:
    return (site / "output" / address / "index.html").read_text(encoding="utf-8")


def fields(text: str) -> dict[str, str]:
    return dict(line.split("=", 1) for line in text.split("\n\n")[0].strip().splitlines())


def test_a_story_has_its_fields(site: Path) -> None:
    result = build(site)
    assert result.returncode == 0, result.stdout + result.stderr
    found = fields(page(site, "news/2026/2026-05-03-fair"))
    assert found == {
        "title": "集市 {slug} &amp; &lt;b&gt;开了&lt;/b&gt;",
        "subtitle": "",
        "kicker": "",
        "column": "",
        "source": "",
        "source_url": "",
        "editor": "",
        "series": "",
        "summary": "槐树里的春季集市开了。",
        "cover": "",
        "cover_alt": "",
        "correction": "",
        "status": "published",
        "stem": "2026-05-03-fair",
        "slug": "news/2026/2026-05-03-fair",
        "url": "news/2026/2026-05-03-fair/",
        "date": "2026-05-03 09:26:00+08:00",
        "date_has_time": "True",
        "modified_has_time": "False",
        "author_names": "(&#39;江一帆&#39;, &#39;苏禾&#39;)",
        "category.name": "A/B 座",
        "category.url": found["category.url"],
        "modified": "-",
        "tags": "集市@tag/集市/ C++@tag/C++/ |",
    }
    assert found["category.url"].startswith("category/A-B-座-")
    assert page(site, found["category.url"]).startswith("A/B 座: 集市")


def test_a_file_name_sets_no_field(site: Path) -> None:
    build(site)
    old = fields(page(site, "news/2025/fair.v2"))
    assert (old["date"], old["date_has_time"]) == ("2025-05-03 00:00:00+08:00", "False")
    assert (old["modified"], old["modified_has_time"]) == ("2025-05-04 00:00:00+08:00", "False")
    assert (old["source"], old["category.name"], old["category.url"]) == ("", "其他", "category/其他/")


def test_a_page_has_the_same_variables(site: Path) -> None:
    build(site)
    about = fields(page(site, "about"))
    assert (about["title"], about["slug"], about["url"]) == ("关于", "about", "about/")


def test_a_draft_is_on_no_page(site: Path) -> None:
    build(site)
    pages = list((site / "output").rglob("*.html"))
    assert pages
    assert not any("草稿" in file.read_text(encoding="utf-8") for file in pages)


@pytest.mark.parametrize(
    ("siteurl", "options", "links"),
    [
        ("", (), ["/news/2025/fair.v2/#时间", "/about/", "/category/x/", "/images/map.svg"]),
        (
            "https://h.example/sub",
            (),
            [
                "https://h.example/sub/news/2025/fair.v2/#时间",
                "https://h.example/sub/about/",
                "https://h.example/sub/category/x/",
                "https://h.example/sub/images/map.svg",
            ],
        ),
        (
            "",
            ("--relative-urls",),
            [
                "../../../news/2025/fair.v2/#时间",
                "../../../about/",
                "/category/x/",
                "../../../images/map.svg",
            ],
        ),
    ],
)
def test_links_lead_on_wherever_the_site_lives(
    site: Path, siteurl: str, options: tuple[str, ...], links: list[str]
) -> None:
    result = build(site, siteurl, *options)
    assert result.returncode == 0, result.stdout + result.stderr
    text = page(site, "news/2026/2026-05-03-fair")
    for link in links:
        assert f'href="{link}"' in text
    assert f'src="{links[-1]}"' in text
    assert "2026/2026-05-03-fair/" in page(site, "news/2025/fair.v2")


@pytest.mark.parametrize(
    ("story", "said"),
    [
        ("---\ntitle: 坏日期\ndate: 五月三日\n---\n\n正文\n", "bad.md:3"),
        ("没有开头\n", "bad.md:1"),
        (None, "UTF-8"),
    ],
)
def test_a_faulty_story_stops_the_build_and_says_why(site: Path, story: str | None, said: str) -> None:
    file = site / "content" / "news" / "bad.md"
    file.write_bytes("标题".encode("gb18030") if story is None else story.encode())
    result = build(site)
    assert result.returncode != 0
    assert said in (result.stdout + result.stderr).replace("\n", "").replace(" ", "")
