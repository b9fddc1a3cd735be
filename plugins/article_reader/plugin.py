"""Make Pelican read content/*.md the way `article` says: checked fields and safe HTML."""

import logging
import os
from datetime import datetime
from pathlib import PurePath, PurePosixPath
from zoneinfo import ZoneInfo

from pelican import signals
from pelican.contents import Category, Tag
from pelican.readers import BaseReader, Readers

from article import document
from article.address import address_of, label_address
from article.front_matter import guide
from article.present import present
from article.problem import ArticleError
from plugins.article_reader.local_links import local_links
from plugins.article_reader.safe_html import safe_html
from plugins.article_reader.summary import summary_of
from plugins.article_reader.variables import variables
from plugins.pelican_internals import asked_files

log = logging.getLogger(__name__)
ADDRESS = ("author", "lang", "save_as", "slug", "template", "url")
"""Names that no front matter has and that would change a story's author, place or look."""


class ArticleReader(BaseReader):
    file_extensions = ()  # Pelican would take this reader for them even where the plugin is not used

    def process_metadata(self, name: str, value: object) -> object:
        """Discard what Pelican finds elsewhere, as a date in a file's name: the front matter says all.

        A name that is no field may come from PATH_METADATA, for a site with addresses of its own (bench/).
        """
        is_ours = name in guide() or name in ADDRESS
        return super().process_metadata("slug", "") if is_ours else value

    def read(self, source_path: str) -> tuple[str, dict[str, object]]:
        """The story's HTML and template variables. Pelican would keep quiet about a fault, so say it here."""
        try:
            return self._read(source_path)
        except ArticleError as error:
            log.error(error)
            raise
        except (OSError, UnicodeDecodeError) as error:
            log.error("%s: 文件读不出来（%s）。请另存为 UTF-8 编码的文本文件", source_path, error)
            raise

    def _read(self, path: str) -> tuple[str, dict[str, object]]:
        content = os.path.abspath(self.settings["PATH"])
        place = PurePosixPath(path.removeprefix(f"{content}/"))
        with open(path, encoding="utf-8") as file:
            story = document.parse(file.read(), _shown(path))
        body = safe_html(story.body)
        fields = variables(
            story.front_matter,
            address_of(place).strip("/"),
            summary_of(body),
            ZoneInfo(self.settings["TIMEZONE"]),
        )
        if "date" in fields and self._is_to_come(fields["date"]):
            fields["status"] = "draft"  # Pelican asks the date of stories, but not of pages
        fields["category"] = self._label(
            Category, story.front_matter.category or self.settings["DEFAULT_CATEGORY"]
        )
        fields["tags"] = [self._label(Tag, name) for name in dict.fromkeys(story.front_matter.tags)]
        site = self.settings["SITEURL"]
        return local_links(body, place, site, lambda file: asked_files.exists(f"{content}/{file}")), fields

    def _is_to_come(self, date: object) -> bool:
        return not self.settings["WITH_FUTURE_DATES"] and isinstance(date, datetime) and date > present()

    def _label(self, kind: type, name: str) -> object:
        label = kind(name, self.settings)
        label.slug = label_address(name)
        return label


def _shown(path: str) -> PurePath:
    """The path that a person can click: from where the build was started, if the file lies below."""
    return PurePath(path.removeprefix(f"{os.getcwd()}{os.sep}"))


def use_article_reader(readers: Readers) -> None:
    """`.md` is ours; Pelican's own reader for its other names would publish raw HTML."""
    readers.reader_classes |= {"md": ArticleReader, "markdown": None, "mkd": None, "mdown": None}


def register() -> None:
    signals.readers_init.connect(use_article_reader)
