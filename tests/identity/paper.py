"""A small paper in a folder: what people do to its files, and two ways to build it."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass, field
from pathlib import Path

from newsdesk.cli import main

ROOT = Path(__file__).parents[2]
CATEGORIES = ("社区要闻", "民生服务", "邻里故事")
TAGS = ("集市", "供暖", "加装电梯", "志愿服务")
TEXTS = (
    "春季集市周六在东门开张，二十三个摊位摆到中午十二点。\n\n## 怎么去\n\n从三号楼穿过小广场，跟着红伞走。",
    "供暖管道检修完毕，三号楼今晚恢复供热。\n\n## 哪些楼\n\n三号楼和五号楼。\n\n## 什么时候\n\n今晚八点。",
    "电梯的井道昨天封顶，居民在楼下合影。\n\n![井道](/images/a.svg)\n\n工程队说月底试运行。",
    "志愿者给独居老人送去热饭，一共 38 份。",
)
MORE = (
    "",
    "后来又添了一段：红伞收了，摊位还在。",
    "## 后来\n\n志愿者给独居老人送去热饭，三号楼恢复供热，电梯的井道封顶。",
    "## 后来\n\n志愿者给独居老人送去热饭。\n\n## 再后来\n\n居民在楼下合影。",
)
"""What an edit adds below a text: the summary, and all that lists show, stays as it is."""

SIZES = ((640, 400), (320, 200), (900, 600))

CONF = """
import runpy
_home = runpy.run_path({home!r})
globals().update({{name: value for name, value in _home.items() if name.isupper()}})
from dataclasses import replace
THEME = {theme!r}
SITE = replace(SITE, note={note!r})
RELATED = replace(RELATED, how_many={related!r})
PAGINATED_TEMPLATES = dict.fromkeys(PAGINATED_TEMPLATES, {per_page!r})
FEED_MAX_ITEMS = 3
"""


@dataclass
class Story:
    """What the front matter and the body say."""

    title: str
    date: str = "2026-05-03 08:00"
    category: str = CATEGORIES[0]
    tags: tuple[str, ...] = ()
    status: str = "published"
    series: str = ""
    column: str = ""
    text: str = TEXTS[0]
    more: str = ""
    link: str = ""
    related: tuple[str, ...] = ()
    cover: str = ""
    summary: str = ""

    def source(self) -> str:
        fields = {"title": self.title, "date": f'"{self.date}"', "category": self.category}
        fields |= {"tags": f"[{', '.join(self.tags)}]", "status": self.status}
        fields |= {"series": self.series, "column": self.column}
        fields |= {"related": f"[{', '.join(self.related)}]" if self.related else ""}
        fields |= {"cover": self.cover, "cover_alt": "井道" if self.cover else "", "summary": self.summary}
        block = "".join(f"{name}: {value}\n" for name, value in fields.items() if value)
        link = f"\n\n[另见]({self.link})" if self.link else ""
        more = f"\n\n{self.more}" if self.more else ""
        return f"---\n{block}---\n\n{self.text}{more}{link}\n"


@dataclass
class Paper:
    """Its stories by place below content/, and the folder that holds everything."""

    folder: Path
    stories: dict[str, Story] = field(default_factory=dict)
    note: str = "示例"
    per_page: int = 2
    related: int = 5
    builds: int = 0

    def begin(self) -> None:
        shutil.copytree(ROOT / "themes" / "community", self.folder / "theme")
        self.picture(0)
        self.page("关于")
        self.settings()
        for place in ("news/2026/fair.md", "news/2025/heating.md", "news/2025/lift.md"):
            self.put(place, Story(f"第{len(self.stories)}篇", text=TEXTS[len(self.stories)]))

    def put(self, place: str, story: Story) -> None:
        file = self.folder / "content" / place
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(story.source(), encoding="utf-8")
        self.stories[place] = story

    def remove(self, place: str) -> None:
        (self.folder / "content" / place).unlink()
        del self.stories[place]

    def touch(self, place: str) -> None:
        os.utime(self.folder / "content" / place)

    def page(self, title: str) -> None:
        file = self.folder / "content" / "pages" / "about.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"---\ntitle: {title}\ndate: 2026-01-01\n---\n\n我们是谁。\n", encoding="utf-8")

    def picture(self, which: int, name: str = "a") -> None:
        width, height = SIZES[which]
        file = self.folder / "content" / "images" / f"{name}.svg"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"/>')

    def template(self, name: str) -> None:
        """A change that every page of it shows."""
        file = self.folder / "theme" / "templates" / name
        text = file.read_text(encoding="utf-8")
        end = next(it for it in ("</header>", "</body>", "</article>", "{% endblock %}") if it in text)
        file.write_text(text.replace(end, f"<!-- 改 -->{end}", 1), encoding="utf-8")

    def style(self, colour: str) -> None:
        """A change of the one stylesheet, and so of its name, which every page shows."""
        file = next((self.folder / "theme").rglob("*.css"))
        file.write_text(file.read_text(encoding="utf-8") + f"\n.sample{{color:{colour}}}\n", encoding="utf-8")

    def settings(self) -> None:
        text = CONF.format(
            home=str(ROOT / "pelicanconf.py"),
            theme=str(self.folder / "theme"),
            note=self.note,
            per_page=self.per_page,
            related=self.related,
        )
        (self.folder / "conf.py").write_text(text, encoding="utf-8")

    def build(self) -> int:
        """As it is built from one edit to the next."""
        return self._build("output", "store")

    def clean_build(self) -> int:
        """From nothing, into a folder of its own."""
        self.builds += 1
        for name in ("clean", "clean-store"):
            shutil.rmtree(self.folder / name, ignore_errors=True)
        return self._build("clean", "clean-store")

    def _build(self, output: str, store: str) -> int:
        places = {"content": "content", "output": output, "store": store, "conf": "conf.py"}
        words = [word for name, place in places.items() for word in (f"--{name}", str(self.folder / place))]
        return main(["build", *words])

    def files(self, output: str) -> dict[str, bytes]:
        top = self.folder / output
        return {str(it.relative_to(top)): it.read_bytes() for it in top.rglob("*") if it.is_file()}
