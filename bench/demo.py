"""What `make demo` does: reads the example reports, shows who says what in each, and serves the desk over them.

    python -m bench.demo [--no-serve]

Serves only where a person sits before it: a standard input that is a terminal, and no CI.
"""

from __future__ import annotations

import argparse
import os
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
_PORT = 8031


def main() -> int:
    """Runs the demo; the exit code of what failed, 0 otherwise."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--no-serve", action="store_true", help="End after the reports were shown.")
    serve = not parser.parse_args().no_serve and sys.stdin.isatty() and not os.environ.get("CI")
    with tempfile.TemporaryDirectory(prefix="sayso-demo-") as folder:
        ledger = str(Path(folder) / "demo.db")
        keys = sorted(path.name if path.suffix == ".txt" else path.stem for path in (ROOT / "examples").iterdir())
        for words in (["read", str(ROOT / "examples")], ["show", *keys]):
            code = _sayso(*words, "--ledger", ledger)
            if code:
                return code
        if not serve:
            return 0
        print("\nThe same on the desk, in your browser (Ctrl-C ends it):", flush=True)
        try:
            return _sayso("desk", "--ledger", ledger, "--port", str(_port()))
        except KeyboardInterrupt:
            return 0


def _sayso(*words: str) -> int:
    given = {**os.environ, "SAYSO_ROSTER": str(ROOT / "docs/roster-example.toml")}
    return subprocess.run([sys.executable, "-m", "sayso", *words], env=given, check=False).returncode


def _port() -> int:
    """The desk's own port, or any where that is taken."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind(("127.0.0.1", _PORT))
        except OSError:
            return 0
    return _PORT


if __name__ == "__main__":
    sys.exit(main())
