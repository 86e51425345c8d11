"""docs/cli.md out of the commands themselves:  python -m tests.docs.cli_page > docs/cli.md"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import typer

from sayso.cli import app


def page() -> str:
    """The page, ending with a line break."""
    return "\n".join(_lines()).rstrip() + "\n"


def _lines() -> Iterator[str]:
    yield "# The program"
    yield ""
    yield "Exit codes: 0 done; 1 some inputs failed, each named on standard error; 2 wrong usage or a part"
    yield "that can't be used. Standard output carries results alone; progress and complaints go to standard error."
    root: Any = typer.main.get_command(app)
    for name in sorted(root.commands):
        command = root.commands[name]
        yield ""
        yield f"## sayso {name}"
        yield ""
        yield " ".join((command.help or "").split())
        rows = [row for row in (_row(p) for p in command.params) if row]
        if rows:
            yield ""
            yield "| | |"
            yield "|---|---|"
            yield from rows


def _row(parameter: Any) -> str | None:
    if "--help" in parameter.opts:
        return None
    said = " ".join((getattr(parameter, "help", None) or "").split()).replace("|", "\\|")
    if parameter.param_type_name == "argument":
        name = parameter.metavar or parameter.name.upper().rstrip("_")
        return f"| `{name}` | {said} |".replace("|…", "\\|…").replace("PATH|", "PATH\\|").replace("URL|", "URL\\|")
    names = ", ".join(f"`{option}`" for option in [*parameter.opts, *parameter.secondary_opts])
    kind = getattr(parameter, "type", None) or getattr(parameter, "type_descriptor", None)
    choices = getattr(kind, "choices", None)
    words = ", ".join(str(getattr(c, "value", c)) for c in choices) if choices else ""
    return f"| {names} | {said}{f' One of: {words}.' if words else ''} |"


if __name__ == "__main__":
    print(page(), end="")
