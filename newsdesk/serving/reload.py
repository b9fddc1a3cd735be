"""A page of the site -> the same page that reloads itself when the site was built anew."""

from __future__ import annotations

SCRIPT_ADDRESS = "/-reload.js"
EVENTS_ADDRESS = "/-reload"

SCRIPT = f"""
const events = new EventSource("{EVENTS_ADDRESS}" + new URL(document.currentScript.src).search);
events.addEventListener("built", () => location.reload());
events.addEventListener("failed", event => {{
  let box = document.getElementById("-problems");
  if (!box) {{
    box = document.createElement("dialog");
    box.id = "-problems";
    document.body.append(box);
  }}
  const text = document.createElement("pre");
  text.textContent = "网页还是改动前的样子，因为：\\n\\n" + JSON.parse(event.data);
  text.style.whiteSpace = "pre-wrap";
  box.replaceChildren(text);
  if (!box.open) box.showModal();
}});
""".encode()


def with_reload(page: bytes, number: int) -> bytes:
    """`page` (HTML) with the script at its end; a page without a closing body gets it too.

    `number` is that of the build which made the page, so that one that ends before the script asks counts.
    """
    tag = f'<script src="{SCRIPT_ADDRESS}?after={number}" defer></script>'.encode()
    head, found, tail = page.rpartition(b"</body>")
    return head + tag + found + tail if found else page + tag
