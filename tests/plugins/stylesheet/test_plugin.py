from __future__ import annotations

from pathlib import Path

from tests.plugins.pelican_site import Built, build

PAGE = "{{ SITEURL }}/{{ STYLESHEET }} {{ SCRIPT }}"
TEMPLATES = {
    "stylesheet.css": '{% include "styles/a.css" %}\n{% include "styles/b.css" %}\n',
    "styles/a.css": "a { color: red; }",
    "styles/b.css": "b { color: black; }",
    "index": PAGE,
    "page": PAGE,
}
FILES = {"pages/about.md": "---\ntitle: 关于\ndate: 2026-01-01\n---\n\n我们。\n"}


def site(folder: Path, css: str = "a { color: red; }", script: str = "print()") -> Built:
    (folder / "theme/static/js").mkdir(parents=True, exist_ok=True)
    (folder / "theme/static/js/app.js").write_text(script, encoding="utf-8")
    return build(folder, FILES, ["stylesheet"], {**TEMPLATES, "styles/a.css": css})


def stylesheets(built: Built) -> list[Path]:
    return list((built.output / "theme").glob("*.css"))


def test_pages_link_to_the_file_that_is_there(tmp_path: Path) -> None:
    built = site(tmp_path)
    [file] = stylesheets(built)
    for page in ("index.html", "about/index.html"):
        assert built.text(page).startswith(f"/theme/{file.name} theme/js/app.js?v=")
    assert file.read_text(encoding="utf-8") == "a{color:red}b{color:black}\n"
    assert (built.output / "theme/js/app.js").is_file()


def test_an_earlier_file_goes(tmp_path: Path) -> None:
    [before] = stylesheets(site(tmp_path))
    [after] = stylesheets(site(tmp_path, css="a { color: green; }"))
    assert before.name != after.name


def test_another_script_has_another_address(tmp_path: Path) -> None:
    before = site(tmp_path).text("index.html")
    assert site(tmp_path, script="stop()").text("index.html") != before
