"""Bytes become text unchanged, or are refused with a reason that says where."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import InputError
from sayso.sources.encoding import decode

_ENGLISH = "The ministry’s spokesman said that the café was hit on Monday, and that nobody in it was hurt."
_RUSSIAN = "Президент заявил в понедельник, что войска освободили город, и это было объявлено по телевидению. " * 3
_POLISH = "Ministerstwo oświadczyło w poniedziałek, że siły zostały wyparte z miasta, ale nie podało szczegółów. " * 3


@pytest.mark.parametrize(
    ("text", "written", "found"),
    [
        (_ENGLISH, "utf-8", "utf-8"),
        (_RUSSIAN, "utf-8", "utf-8"),
        (_ENGLISH, "cp1252", "cp1252"),
        ("One ‘word’ – two “words”…", "cp1252", "cp1252"),
        (_RUSSIAN, "cp1251", "cp1251"),
        (_POLISH, "cp1250", "cp1250"),
    ],
)
def test_the_encoding_is_found(text: str, written: str, found: str) -> None:
    decoded = decode(text.encode(written), "file")
    assert (decoded.text, decoded.encoding) == (text, found)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_a_byte_order_mark_decides_and_stays(encoding: str) -> None:
    """It is the file's first code point: without it every offset would be one too small."""
    text = "\ufeff" + _ENGLISH
    decoded = decode(text.encode(encoding), "file")
    assert (decoded.text, decoded.encoding) == (text, encoding)


def test_line_endings_stay() -> None:
    assert decode(b"one\r\ntwo\rthree\n", "file").text == "one\r\ntwo\rthree\n"


def test_mixed_encodings_are_named_with_their_place() -> None:
    captured = _ENGLISH.encode() * 2 + b" caf\xe9"
    with pytest.raises(InputError, match=rf"mixed encodings: UTF-8, but not at byte {len(captured) - 1} \(0xe9\)"):
        decode(captured, "file")


@pytest.mark.parametrize(
    "captured", [bytes(range(256)), b"%PDF-1.7 text", b"PK\x03\x04text", b"text\0text", b"\x89PNG"]
)
def test_binary_is_refused(captured: bytes) -> None:
    with pytest.raises(InputError, match="binary, not text"):
        decode(captured, "file")


@pytest.mark.parametrize(
    ("captured", "kind"), [(b"WARC/1.0\r\nWARC-Type: response", "WARC"), (b"\x1f\x8b\x08", "gzip")]
)
def test_a_known_kind_of_file_is_named(captured: bytes, kind: str) -> None:
    with pytest.raises(InputError, match=f"binary, not text: {kind}"):
        decode(captured, "file")


def test_a_declared_encoding_is_used_where_it_is_not_utf_8() -> None:
    assert decode(_RUSSIAN.encode("koi8-r"), "page", "koi8-r").text == _RUSSIAN
    assert decode(_ENGLISH.encode("cp1252"), "page", "no such encoding").text == _ENGLISH
    with pytest.raises(InputError, match="not ascii, as it is declared: byte 12"):
        decode(_ENGLISH.encode("cp1252"), "page", "us-ascii")


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(captured: bytes) -> None:
    """Promise: what is returned encodes back to the very bytes, but for codes that East Asian tables hold twice."""
    try:
        decoded = decode(captured, "file")
    except InputError:
        return
    again = decoded.text.encode(decoded.encoding)
    assert again == captured or decoded.encoding in ("big5", "gb18030", "shift_jis", "euc_jp", "euc_kr")
