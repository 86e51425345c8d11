"""A page fetched by its address: with limits on time, size and redirects, over HTTP and HTTPS alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime

from sayso.errors import InputError
from sayso.sources.capture import ARTICLE_BYTES

_SECONDS = 20.0
_REDIRECTS = 5
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]{1,20}://", re.IGNORECASE)
_AGENT = "Mozilla/5.0 (compatible; sayso; reads news)"


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address led to: the last address, the bytes, their kind and encoding as the server says, when (UTC)."""

    url: str
    captured: bytes
    kind: str
    charset: str | None
    when: str


def is_address(target: str) -> bool:
    """Whether a target is an address rather than a path."""
    return _SCHEME.match(target) is not None


def fetch(url: str, most: int = ARTICLE_BYTES, seconds: float = _SECONDS) -> Fetched:
    """What stands at the address. Raises InputError: no such host, refused, too slow, too large, too many redirects."""
    import httpx  # half a second to start, and most inputs are files

    when = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    try:
        with (
            httpx.Client(follow_redirects=True, max_redirects=_REDIRECTS, timeout=seconds) as client,
            client.stream(
                "GET", url, headers={"User-Agent": _AGENT, "Accept": "text/html, text/*;q=0.9, */*;q=0.1"}
            ) as answer,
        ):
            if answer.status_code >= 400:
                raise InputError(url, f"the server answers {answer.status_code} {answer.reason_phrase}".rstrip())
            captured = bytearray()
            for chunk in answer.iter_bytes():
                captured += chunk
                if len(captured) > most:
                    raise InputError(url, f"more than {most // 1024} KiB")
            kind = answer.headers.get("content-type", "").split(";")[0].strip().lower()
            return Fetched(str(answer.url), bytes(captured), kind, answer.charset_encoding, when)
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, UnicodeError) as error:
        raise InputError(url, _reason(error)) from error


def _reason(error: Exception) -> str:
    names = {
        "ConnectTimeout": "no answer in time",
        "ReadTimeout": "no answer in time",
        "ConnectError": "no connection",
        "TooManyRedirects": f"more than {_REDIRECTS} redirects",
        "UnsupportedProtocol": "neither http nor https",
        "InvalidURL": "no valid address",
    }
    name = type(error).__name__
    return f"{names.get(name, name)}: {error}".rstrip(": ")
