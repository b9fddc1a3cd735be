"""The few private names of Pelican that we touch, in one place, tested against the pinned version."""

from pelican.contents import Content


def html_of(content: Content) -> str:
    """The story's HTML before links are resolved."""
    return str(content._content)


def set_html(content: Content, html: str) -> None:
    """Replace the story's HTML; Pelican resolves links in it later."""
    content._content = html
