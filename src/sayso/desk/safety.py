"""Who may ask the desk: this machine's own browser, and no page of another site.

The desk has one user and no login, so that what protects it is: the socket is bound to loopback; the Host header must
name loopback (against DNS rebinding); what changes anything must come from the desk's own pages (Origin and
Sec-Fetch-Site) and carry the token that only they show (CSRF). After the OWASP cheat sheets on both.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Asgi = Callable[[Scope, Receive, Send], Awaitable[None]]

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_MOST_BYTES = 256 * 1024  # a form of the desk is some kilobytes

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:{tiles}; connect-src 'self';"
    " form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)


class Tokens:
    """The token that the desk's own forms carry: new with each start, known to no page of another site."""

    def __init__(self) -> None:
        self._token = secrets.token_urlsafe(24)

    @property
    def token(self) -> str:
        """What a form carries."""
        return self._token

    def holds(self, given: str | None) -> bool:
        """Whether a form has come from a page of this run of the desk."""
        return given is not None and hmac.compare_digest(given.encode(), self._token.encode())


class Guard:
    """ASGI middleware: refuses foreign hosts and origins and oversized bodies, and sets the headers of every answer."""

    def __init__(self, app: Asgi, refuse: Callable[[int, str, Scope], Asgi], tiles: str | None = None) -> None:
        """`refuse` makes the answer that says why; `tiles` is a tile server that the user has configured."""
        self.app, self.refuse = app, refuse
        place = urlsplit(tiles) if tiles else None
        policy = _POLICY.format(tiles=f" {place.scheme}://{place.netloc}" if place else "")
        self.headers = {
            "content-security-policy": policy,
            "x-content-type-options": "nosniff",
            "referrer-policy": "no-referrer",
            "cross-origin-opener-policy": "same-origin",
            "cross-origin-resource-policy": "same-origin",
            "permissions-policy": "camera=(), geolocation=(), microphone=()",
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        head = scope["method"] == "HEAD"

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self.headers.items():
                    headers[name] = value
            elif head:
                message = {**message, "body": b""}
            await send(message)

        why = reason_against(scope)
        app = self.app if why is None else self.refuse(413 if "long" in why else 403, why, scope)
        await app({**scope, "method": "GET"} if head else scope, receive, with_headers)


def reason_against(scope: Scope) -> str | None:
    """Why a request is not answered; None where nothing speaks against it."""
    headers = Headers(scope=scope)
    host = headers.get("host", "")
    if _name_of(host) not in LOOPBACK:
        return "the desk answers to 127.0.0.1 and localhost alone"
    if scope["method"] in _SAFE:
        return None
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return "another site asked for this"
    origin = headers.get("origin")
    # A page under `no-referrer` sends "null"; then Sec-Fetch-Site, which no page can set, must have vouched for it.
    if origin == "null" and headers.get("sec-fetch-site") == "same-origin":
        origin = None
    if origin is not None and origin != f"http://{host}":
        return "another site asked for this"
    length = headers.get("content-length", "0")
    if not length.isdecimal() or int(length) > _MOST_BYTES or "transfer-encoding" in headers:
        return "the form is too long"
    return None


def _name_of(host: str) -> str:
    """The host without its port: "[::1]:8000" is ::1."""
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""
