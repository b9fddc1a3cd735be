"""Parts of two builds -> reasons."""

from __future__ import annotations

from plugins.build_cache.why import changed_parts, reasons

BEFORE = {"template a.html": "1", "variable articles": "2", "story": "3", "attribute related": "4"}


def _reasons(**changed: str) -> tuple[tuple[str, ...], ...]:
    now = {
        **BEFORE,
        **{name.replace("__", " ").replace("_html", ".html"): it for name, it in changed.items()},
    }
    changes = {"news/a.md": ("title", "text"), "news/b.md": ("new",)}
    return reasons(BEFORE, now, "news/a.md", changes, lambda name: ["news/b.md"])


def test_each_part_has_its_reason() -> None:
    assert _reasons(template__a_html="x") == (("template", "a.html"),)
    assert _reasons(variable__articles="x") == (("variable", "articles", "news/b.md"),)
    assert _reasons(story="x") == (("story", "news/a.md", "title", "text"),)
    assert _reasons(attribute__related="x", story="y") == (
        ("story", "news/a.md", "title", "text"),
        ("attribute", "related"),
    )


def test_without_parts_nothing_is_claimed() -> None:
    assert _reasons() == (("unknown",),)
    assert reasons({}, BEFORE, "", {}, lambda name: []) == (("unknown",),)


def test_parts_that_came_and_went_count() -> None:
    assert changed_parts({"a": "1", "b": "2"}, {"b": "2", "c": "3"}) == ["c", "a"]
