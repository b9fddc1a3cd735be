"""After any sequence of edits the site is, byte for byte, what a build from nothing makes."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.identity.paper import CATEGORIES, MORE, SIZES, TAGS, TEXTS, Paper, Story

PLACES = st.sampled_from([f"news/{year}/{name}.md" for year in (2024, 2025, 2026) for name in "abcd"])
DATES = st.sampled_from(
    ["2024-01-05 09:00", "2025-03-08 10:30", "2025-03-08 10:30", "2026-05-03 08:00", "2026-06-01 07:00"]
)
TITLES = st.sampled_from(
    ["集市开张", "供暖恢复", "电梯封顶", "送饭上门", "一个很长的标题：看看它会不会换行，还是撑破版面"]
)
LABELS = st.sampled_from(["", "街坊故事", "老楼新生"])
TEMPLATES = [
    "article.html",
    "components/page-head/page-head.html",
    "base.html",
    "index.html",
    "category.html",
]
TAG_LISTS = st.lists(st.sampled_from(TAGS), unique=True, max_size=3).map(tuple)


class Edits(RuleBasedStateMachine):
    """Each rule is what somebody does between two builds."""

    def __init__(self) -> None:
        super().__init__()
        self.paper = Paper(Path(tempfile.mkdtemp(prefix="paper-")))
        self.changed = False

    def teardown(self) -> None:
        shutil.rmtree(self.paper.folder)

    @initialize()
    def begin(self) -> None:
        self.paper.begin()
        self.changed = True

    def _one(self, data: st.DataObject) -> str:
        return data.draw(st.sampled_from(sorted(self.paper.stories)))

    @rule(place=PLACES, title=TITLES, date=DATES, tags=TAG_LISTS, text=st.sampled_from(TEXTS))
    def add(self, place: str, title: str, date: str, tags: tuple[str, ...], text: str) -> None:
        self.paper.put(place, Story(title, date, tags=tags, text=text))
        self.changed = True

    @precondition(lambda self: self.paper.stories)
    @rule(
        data=st.data(),
        what=st.sampled_from(
            ["title", "date", "tags", "text", "category", "series", "column", "status", "cover", "summary"]
        ),
    )
    def edit(self, data: st.DataObject, what: str) -> None:
        values = {"title": TITLES, "date": DATES, "tags": TAG_LISTS, "series": LABELS, "column": LABELS}
        values |= {"text": st.sampled_from(TEXTS), "category": st.sampled_from(CATEGORIES)}
        values |= {"status": st.sampled_from(["published", "published", "draft", "hidden"])}
        values |= {"cover": st.sampled_from(["", "/images/a.svg", "/images/b.svg"])}
        values |= {"summary": st.sampled_from(["", "一句话的摘要。"])}
        place = self._one(data)
        story = self.paper.stories[place]
        setattr(story, what, data.draw(values[what]))
        self.paper.put(place, story)
        self.changed = True

    @precondition(lambda self: self.paper.stories)
    @rule(data=st.data(), more=st.sampled_from(MORE), how_many=st.integers(1, 2))
    def edit_texts(self, data: st.DataObject, more: str, how_many: int) -> None:
        """So that the build takes its shortest way."""
        for _ in range(how_many):
            place = self._one(data)
            story = self.paper.stories[place]
            story.more = more
            self.paper.put(place, story)
        self.changed = True

    @precondition(lambda self: len(self.paper.stories) > 1)
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        self.paper.remove(self._one(data))
        self.changed = True

    @precondition(lambda self: self.paper.stories)
    @rule(data=st.data(), to=PLACES)
    def rename(self, data: st.DataObject, to: str) -> None:
        place = self._one(data)
        story = self.paper.stories[place]
        self.paper.remove(place)
        self.paper.put(to, story)
        self.changed = True

    @precondition(lambda self: len(self.paper.stories) > 1)
    @rule(data=st.data())
    def link(self, data: st.DataObject) -> None:
        place, target = self._one(data), self._one(data)
        story = self.paper.stories[place]
        story.link = f"/{target.removesuffix('.md')}/"
        self.paper.put(place, story)
        self.changed = True

    @precondition(lambda self: len(self.paper.stories) > 1)
    @rule(data=st.data(), kind=st.sampled_from(["", "不要 "]))
    def wish(self, data: st.DataObject, kind: str) -> None:
        place, target = self._one(data), self._one(data)
        story = self.paper.stories[place]
        story.related = (f"{kind}/{target.removesuffix('.md')}/",)
        self.paper.put(place, story)
        self.changed = True

    @precondition(lambda self: self.paper.stories)
    @rule(data=st.data())
    def touch(self, data: st.DataObject) -> None:
        self.paper.touch(self._one(data))
        self.changed = True

    @rule(which=st.integers(0, len(SIZES) - 1), name=st.sampled_from(["a", "b"]))
    def change_picture(self, which: int, name: str) -> None:
        self.paper.picture(which, name)
        self.changed = True

    @rule()
    def remove_picture(self) -> None:
        """Where a story shows it the build stops, and the site stays as it was."""
        (self.paper.folder / "content" / "images" / "b.svg").unlink(missing_ok=True)
        self.changed = True

    @rule(title=TITLES)
    def change_page(self, title: str) -> None:
        self.paper.page(title)
        self.changed = True

    @rule(name=st.sampled_from(TEMPLATES))
    def change_template(self, name: str) -> None:
        self.paper.template(name)
        self.changed = True

    @rule(colour=st.sampled_from(["red", "green"]))
    def change_style(self, colour: str) -> None:
        self.paper.style(colour)
        self.changed = True

    @rule(
        note=st.sampled_from(["示例", "", "另一句话"]),
        per_page=st.integers(2, 3),
        related=st.sampled_from([2, 5]),
    )
    def change_settings(self, note: str, per_page: int, related: int) -> None:
        self.paper.note, self.paper.per_page, self.paper.related = note, per_page, related
        self.paper.settings()
        self.changed = True

    @rule(data=st.data(), what=st.sampled_from(["remove", "write"]))
    def harm_output(self, data: st.DataObject, what: str) -> None:
        pages = sorted(it for it in (self.paper.folder / "output").rglob("*.*") if it.is_file())
        if pages:
            page = data.draw(st.sampled_from(pages))
            page.unlink() if what == "remove" else page.write_text("别的东西")
            self.changed = True

    @rule()
    def build_again(self) -> None:
        self.changed = True

    @invariant()
    def the_site_is_that_of_a_clean_build(self) -> None:
        if not self.changed:
            return
        self.changed = False
        before = self.paper.files("output")
        code = self.paper.build()
        assert self.paper.clean_build() == code
        if code:
            assert self.paper.files("output") == before, "a build that stopped changed the site"
            for place, story in list(self.paper.stories.items()):
                story.link, story.related, story.cover = "", (), ""
                self.paper.put(place, story)
            assert self.paper.build() == self.paper.clean_build() == 0
        made, clean = self.paper.files("output"), self.paper.files("clean")
        assert made.keys() == clean.keys()
        assert {name for name in made if made[name] != clean[name]} == set()


TestIdentity = Edits.TestCase
TestIdentity.settings = settings(
    max_examples=int(os.environ.get("IDENTITY_EXAMPLES", "2")),
    stateful_step_count=int(os.environ.get("IDENTITY_STEPS", "8")),
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
