"""The site as it is, with the addresses of the benchmark corpus: /articles/NAME/ whatever the folder."""

import runpy
from pathlib import Path

# By path: while Pelican reads this file, the name "pelicanconf" is this module's own.
_home = runpy.run_path(str(Path(__file__).parent.parent / "pelicanconf.py"))
globals().update({name: value for name, value in _home.items() if name.isupper()})

PATH_METADATA = r"(?:.*/)?(?P<stem>[^/]+)\.md"
ARTICLE_URL, ARTICLE_SAVE_AS = "articles/{stem}/", "articles/{stem}/index.html"
