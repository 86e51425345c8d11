"""The desk on this machine: uvicorn on 127.0.0.1, until it is told to stop."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path
from threading import Thread

import uvicorn

from sayso.desk.app import Options, desk_of, make_app
from sayso.desk.charts.map_chart import get_ready
from sayso.errors import UsageError
from sayso.settings import Settings

HOST = "127.0.0.1"


def serve(ledger: Path, settings: Settings, port: int, options: Options, tell: Callable[[str], None]) -> None:
    """Serves a ledger until interrupted; `tell` is given the address once the port is ours.

    Port 0 takes any that is free. Raises UsageError where the port is taken, LedgerError where there is no ledger.
    """
    app = make_app(ledger, settings, options)
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((HOST, port))
    except OSError as error:
        listening.close()
        raise UsageError(f"port {port}", f"it can't be had ({error.strerror}); another --port, or 0 for any") from error
    listening.listen(128)
    Thread(target=get_ready, args=(desk_of(app).ground,), name="maps", daemon=True).start()
    tell(f"http://{HOST}:{listening.getsockname()[1]}/")
    config = uvicorn.Config(
        app, log_level="warning", access_log=False, server_header=False, timeout_graceful_shutdown=2
    )
    uvicorn.Server(config).run(sockets=[listening])
