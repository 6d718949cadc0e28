"""HTTP/1.1 on the wire: start line, header fields, bodies."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import TypeVar

from .headers import Headers

PIECE = 64 * 1024
"""The most that one read returns."""

Text = TypeVar("Text", str, bytes)


class MessageError(ValueError):
    """What arrived is not HTTP."""


async def read_head(reader: asyncio.StreamReader) -> tuple[str, Headers] | None:
    """The start line and the fields; `None` when the connection ended before the first byte.

    :raises MessageError: when it ended within them, or they are not HTTP
    """
    try:
        text = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    except asyncio.IncompleteReadError as error:
        if not error.partial:
            return None
        raise MessageError("the connection ended within the header") from error
    start, *lines = text.rstrip("\r\n").split("\r\n")
    fields = []
    for line in lines:
        name, colon, value = line.partition(":")
        if not colon:
            raise MessageError(f"no header field: {line!r}")
        fields.append((name.strip(), value.strip()))
    return start, Headers(fields)


def write_head(start: str, headers: Headers) -> bytes:
    """The start line and the fields as bytes.

    :raises ValueError: when a value would break out of its line
    """
    lines = [start, *(f"{name}: {value}" for name, value in headers.items())]
    if any("\r" in line or "\n" in line for line in lines):
        raise ValueError("a header field with a line break in it would be read as two (header injection)")
    return "".join(f"{line}\r\n" for line in [*lines, ""]).encode("latin-1")


async def read_body(reader: asyncio.StreamReader, headers: Headers, *, to_end: bool) -> AsyncIterator[bytes]:
    """The body, piece by piece as it arrives.

    `to_end`: without a length it goes on until the connection ends, as the body of an answer does.
    :raises asyncio.IncompleteReadError: when the connection ends before the body does
    """
    if headers.get("Transfer-Encoding", "").lower() == "chunked":
        while size := int((await _line(reader)).split(b";")[0], 16):
            yield await reader.readexactly(size)
            await _line(reader)
        while await _line(reader):
            pass
    elif "Content-Length" in headers:
        left = int(headers["Content-Length"])
        while left > 0:
            piece = await reader.read(min(left, PIECE))
            if not piece:
                raise asyncio.IncompleteReadError(b"", left)
            left -= len(piece)
            yield piece
    elif to_end:
        while piece := await reader.read(PIECE):
            yield piece


async def _line(reader: asyncio.StreamReader) -> bytes:
    return (await reader.readuntil(b"\r\n")).rstrip(b"\r\n")


def is_kept(start: str, headers: Headers) -> bool:
    """Whether the connection stays open after this message."""
    return "HTTP/1.1" in start and headers.get("Connection", "").lower() != "close"


def media_type(headers: Headers) -> str:
    """`text/html` of `text/html; charset=utf-8`."""
    return headers.get("Content-Type", "application/octet-stream").partition(";")[0].strip().lower()
