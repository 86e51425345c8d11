"""What a terminal shows, as a picture that asks no other host for its letters."""

from __future__ import annotations

import re
from pathlib import Path

from rich.console import Console

_FONTS = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)


def save_picture(console: Console, path: Path, title: str) -> None:
    """Writes an SVG of what a recording console has shown, in whatever fixed-width letters the viewer has."""
    path.write_text(_FONTS.sub("", console.export_svg(title=title)), encoding="utf-8")
