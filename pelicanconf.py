"""The site on one page: what it is, the stages a story passes in order, and their settings."""

import logging
from pathlib import Path

from jinja2 import StrictUndefined

from plugins.build_cache.plugin import IncrementalPelican
from plugins.related_articles.settings import RelatedSettings
from plugins.site.settings import Phone, SiteSettings
from plugins.toc.settings import TocSettings

# Who we are. The sample is an invented neighbourhood.
SITE = SiteSettings(
    name="槐树里新闻",
    seal="邻里之声",
    description="槐树里社区的新闻、通知和邻里故事（示例站点，内容均为虚构）。",
    address="https://huaishuli.example",
    publisher="槐树里社区融媒体站",
    navigation=("社区要闻", "民生服务", "邻里故事", "文化生活", "通知公告"),
    notices="通知公告",
    phones=(
        Phone("“小槐”服务热线", "0000-555-0101"),
        Phone("物业报修", "0000-555-0102"),
        Phone("社区卫生站", "0000-555-0103"),
    ),
    note="示例站点：槐树里是虚构的社区，人物、单位和电话都是编的。",
)
SITENAME = SITE.name
SITEURL = ""  # links stay on the host that serves them; publishconf.py sets it
FEED_DOMAIN = SITE.address

# The stages, in order.
PLUGINS = [
    "plugins.article_reader.plugin",  # file -> checked fields + safe HTML
    "plugins.images.plugin",  # HTML -> HTML with sizes and captions + article.picture
    "plugins.typography.plugin",  # HTML -> HTML with right marks, in captions too
    "plugins.toc.plugin",  # HTML -> HTML with ids + article.toc
    "plugins.reading_length.plugin",  # HTML -> article.reading
    "plugins.related_articles.plugin",  # all stories -> article.related
    "plugins.collections.plugin",  # all stories -> column and series pages
    "plugins.navigation.plugin",  # categories and pages -> the links of every page
    "plugins.structured_data.plugin",  # story -> article.structured_data
    "plugins.feeds.plugin",  # stories -> Atom and RSS
    "plugins.stylesheet.plugin",  # the theme's CSS -> one small file
]
TOC = TocSettings(deepest_level=3)
RELATED = RelatedSettings(how_many=5)

# Where things are. A story's address is its path below content/, so reader and check agree with the file.
ROOT = Path(__file__).parent
PATH = str(ROOT / "content")
THEME = str(ROOT / "themes" / "community")
OUTPUT_PATH = str(ROOT / "output")
ARTICLE_PATHS = [""]  # every .md below content/ is a story, but those in pages/
PAGE_PATHS = ["pages"]
STATIC_PATHS = ["images"]
LOG_FILTER = [(logging.WARNING, "Empty alt attribute for image %s in %s")]  # the report says so in Chinese
READERS = {"html": None, "htm": None, "rst": None}  # only .md; newsdesk check names every other file
USE_FOLDER_AS_CATEGORY = False
DEFAULT_CATEGORY = "其他"
ARTICLE_URL, ARTICLE_SAVE_AS = "{slug}/", "{slug}/index.html"
PAGE_URL, PAGE_SAVE_AS = "{slug}/", "{slug}/index.html"
DRAFT_SAVE_AS = DRAFT_PAGE_SAVE_AS = ""  # a draft, and a story whose date is still to come, is on no page
WITH_FUTURE_DATES = False
CATEGORY_URL, CATEGORY_SAVE_AS = "category/{slug}/", "category/{slug}/index.html"
TAG_URL, TAG_SAVE_AS = "tag/{slug}/", "tag/{slug}/index.html"
AUTHOR_SAVE_AS = AUTHORS_SAVE_AS = CATEGORIES_SAVE_AS = TAGS_SAVE_AS = ""
ARCHIVES_URL, ARCHIVES_SAVE_AS = "archives/", "archives/index.html"
YEAR_ARCHIVE_URL, YEAR_ARCHIVE_SAVE_AS = "archives/{date:%Y}/", "archives/{date:%Y}/index.html"
MONTH_ARCHIVE_URL = "archives/{date:%Y}/{date:%m}/"
MONTH_ARCHIVE_SAVE_AS = "archives/{date:%Y}/{date:%m}/index.html"
DIRECT_TEMPLATES = ["index", "archives", "404", "sitemap"]
INDEX_SAVE_AS = "index.html"
SITEMAP_SAVE_AS = "sitemap.xml"
TEMPLATE_EXTENSIONS = [".html", ".xml"]
PAGINATED_TEMPLATES = {"category": 24, "tag": 24, "column": 24, "series": 24}
PAGINATION_PATTERNS = [
    (1, "{url}", "{save_as}"),
    (2, "{url}page/{number}/", "{base_name}/page/{number}/index.html"),
]

# Time and language. A date in front matter is the clock in Shanghai, whatever the machine's zone.
TIMEZONE = "Asia/Shanghai"
DEFAULT_LANG = "zh-CN"
LOCALE = ["C.UTF-8", "C"]

# Feeds.
FEED_ALL_ATOM, FEED_ALL_RSS = "feeds/all.atom.xml", "feeds/all.rss.xml"
CATEGORY_FEED_ATOM = "feeds/category/{slug}.atom.xml"
TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
FEED_MAX_ITEMS = 30
RSS_FEED_SUMMARY_ONLY = True

# Templates: text is escaped unless marked safe; a misspelt variable stops the build.
JINJA_ENVIRONMENT = {
    "undefined": StrictUndefined,
    "autoescape": True,
    "trim_blocks": True,
    "lstrip_blocks": True,
}
TYPOGRIFY = False  # plugins/typography runs it where it is right (docs/decisions/0004-typography.md)
BUILD_LOADS_AHEAD = [f"plugins.related_articles.{it}" for it in ("remembered", "after_edits")]  # with numpy
PELICAN_CLASS = IncrementalPelican  # nothing is made twice (docs/decisions/0013-the-incremental-build.md)
CACHE_CONTENT = LOAD_CONTENT_CACHE = False
DELETE_OUTPUT_DIRECTORY = False
