"""Covers: what is taken, what is refused, and who sends them."""

import base64
import struct
import zlib

import pytest

MAX_BYTES = 2 * 1024 * 1024
JPEG = base64.b85decode(
    "|JeWF01!$>Nk#wx0RR9200961|JwjV08lqPMm#c5MnOheRZw4e$bxuoZg};txsk~K|NsC0|NsC0|NsC0|NsC0|NsC0|NsC0|NsC0|NsC0|NsC0"
    "|Np=M3kU!K009935di<h02BZL00000000000000000000|HJ?k5CH%H0000000000000000095m00;pA002J#KmXY"
)
WEBP = base64.b64decode("UklGRiQAAABXRUJQVlA4IBgAAABQAQCdASoBAAEAB0CWJaQABHQAAAAAAAA=")


def png(size: int | None = None) -> bytes:
    """A PNG of one grey pixel; with a comment that makes it as long as `size` says."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    start = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    end = chunk(b"IDAT", zlib.compress(b"\x00\x80")) + chunk(b"IEND", b"")
    if size is None:
        return start + end
    comment = b"Comment\x00"
    return start + chunk(b"tEXt", comment + b"x" * (size - len(start) - len(end) - 12 - len(comment))) + end


def upload(visitor, post, content, *expected, name="picture.png", kind="image/png"):
    """Sends a file as the cover of a post; gives its address where it was taken."""
    answer = visitor.ask(f"PUT /posts/{post['slug']}/cover", *expected, files={"file": (name, content, kind)})
    return answer.json().get("url", "")


FILES = {"image/png": png(), "image/jpeg": JPEG, "image/webp": WEBP}


@pytest.mark.parametrize("kind", FILES)
def test_stores_covers__the_same_bytes_come_back(ada, nobody, kind):
    """PNG, JPEG and WebP are taken; the address gives the same bytes, their type, and lets no browser guess."""
    url = upload(ada, ada.write(), FILES[kind], 200, name="picture", kind=kind)
    answer = nobody.ask(f"GET {url}", 200)
    assert answer.content == FILES[kind], f"GET {url} gave other bytes than were sent"
    assert answer.headers["content-type"] == kind, f"GET {url} says {answer.headers['content-type']}"
    assert answer.headers.get("x-content-type-options") == "nosniff", f"GET {url} lets browsers guess the type"


def test_stores_covers__who_may_change_may_send(ada, bob, editor, nobody):
    """Editors send a cover; another author gets 403, for a draft 404; nobody gets 401."""
    post, draft = ada.write(), ada.write("draft")
    upload(editor, post, png(), 200)
    upload(bob, post, png(), 403)
    upload(bob, draft, png(), 404)
    upload(nobody, post, png(), 401)


def test_stores_covers__an_upload_needs_its_file(ada):
    """An upload without the field `file` is 422."""
    path = f"/posts/{ada.write()['slug']}/cover"
    ada.ask(f"PUT {path}", 422, files={"other": ("picture.png", png(), "image/png")})


FALSE_IMAGES = {
    "html": b"<script>alert(1)</script>",
    "svg": b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    "gif": b"GIF89a" + bytes(20),
    "nothing": b"",
    "half-a-signature": b"\x89PNG",
    "sound": b"RIFF\x04\x00\x00\x00WAVE",
}


@pytest.mark.parametrize("content", FALSE_IMAGES.values(), ids=FALSE_IMAGES)
def test_refuses_false_images__whatever_they_are_called(ada, nobody, content):
    """What is no PNG, JPEG or WebP is 415 under any of their names; the former cover stays."""
    post = ada.write()
    url = upload(ada, post, png(), 200)
    for name, kind in (("a.png", "image/png"), ("a.jpg", "image/jpeg"), ("a.webp", "image/webp")):
        upload(ada, post, content, 415, name=name, kind=kind)
    assert nobody.ask(f"GET {url}", 200).content == png(), "a refused file has replaced the cover"


def test_refuses_false_images__names_count_for_nothing(ada, nobody):
    """A PNG that is sent as HTML under a path is kept as a PNG, and no part of the name is in its address."""
    url = upload(ada, ada.write(), png(), 200, name="../../evil.html", kind="text/html")
    assert "evil" not in url and ".." not in url, f"the name of the file is in {url}"
    answer = nobody.ask(f"GET {url}", 200)
    assert answer.headers["content-type"] == "image/png", f"GET {url} says {answer.headers['content-type']}"


def test_refuses_false_images__one_byte_more_is_too_much(ada, nobody):
    """2,097,152 bytes are taken, one more is 413, and the former cover stays."""
    post, largest = ada.write(), png(MAX_BYTES)
    url = upload(ada, post, largest, 200)
    upload(ada, post, png(MAX_BYTES + 1), 413)
    assert nobody.ask(f"GET {url}", 200).content == largest, "the refused file has replaced the cover"
