"""SVG markup, everything in it escaped: no style attribute and no script, so that a strict policy lets it stand."""

from __future__ import annotations

import re
from collections.abc import Mapping

from markupsafe import Markup, escape

# what no XML 1.0 document can hold, and the controls that would turn the direction of a page's text around
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)

Value = str | int | float | None
Given = dict[str, Value]  # the attributes of an element


def shown(text: object) -> str:
    """A text as a picture can hold it: one line, no controls; what XML has no place for is dropped."""
    return " ".join(_FORBIDDEN.sub("", str(text)).split())


def number(value: float) -> str:
    """A coordinate with at most one decimal; never "-0"."""
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")


def element(name: str, given: Mapping[str, Value], *children: Markup | str) -> Markup:
    """One element. A name's underscores stand for hyphens; attributes that are None are left out; text is escaped."""
    told = "".join(f' {key.replace("_", "-")}="{_value(value)}"' for key, value in given.items() if value is not None)
    if not children:
        return Markup(f"<{name}{told}/>")
    inner = "".join(child if isinstance(child, Markup) else escape(shown(child)) for child in children)
    return Markup(f"<{name}{told}>{inner}</{name}>")


def group(children: list[Markup], class_: str | None = None, **given: Value) -> Markup:
    """A group of elements; nothing where there are none."""
    return element("g", {"class": class_, **given}, *children) if children else Markup("")


def line(x1: float, y1: float, x2: float, y2: float, class_: str) -> Markup:
    """A straight line."""
    return element("line", {"x1": x1, "y1": y1, "x2": x2, "y2": y2, "class": class_})


def text(x: float, y: float, words: str, class_: str, anchor: str | None = None) -> Markup:
    """A label, its first line's baseline at y."""
    return element("text", {"x": x, "y": y, "class": class_, "text_anchor": anchor}, words)


def worded(x: float, y: float, words: str, tail: str, anchor: str | None = None) -> Markup:
    """A number and, softer behind it, what there is to say of it."""
    parts = [element("tspan", {"class": "value"}, words)]
    if tail:
        parts.append(element("tspan", {"class": "when", "dx": 7}, tail))
    return element("text", {"x": x, "y": y, "text_anchor": anchor, "class": "halo-text"}, *parts)


def linked(href: str | None, title: str, children: list[Markup], class_: str = "mark", **given: Value) -> Markup:
    """A mark: what it says when pointed at, and where it leads. Reached by arrow keys, not one by one with Tab:
    the table beside the picture holds the same links."""
    inner = [element("title", {}, title), *children]
    if not is_local(href):
        return element("g", {"class": class_, **given}, *inner)
    return element("a", {"href": href, "class": class_, "tabindex": -1, **given}, *inner)


def is_local(href: str | None) -> bool:
    """Whether an address leads to a page of this desk: a path or a fragment, never a scheme or another host."""
    return href is not None and re.match(r"(?:/(?![/\\])|[?#])", href) is not None


def picture(width: float, height: float, label: str, children: list[Markup], class_: str) -> Markup:
    """The whole picture. Its label is what a screen reader says of it; the marks in it stay links."""
    given: Given = {
        "viewBox": f"0 0 {number(width)} {number(height)}", "class": class_, "role": "group",
        "aria_label": shown(label),
        "width": width, "height": height, "xmlns": "http://www.w3.org/2000/svg",
    }  # fmt: skip
    return element("svg", given, *children)


def _value(value: Value) -> str:
    if isinstance(value, str):
        return escape(shown(value))
    return number(value) if isinstance(value, float) else str(value)
