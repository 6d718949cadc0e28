"""What an HTTP server does on the wire, as `contract.md` says."""

import re

import pytest

from conftest import Ask, Build, Connect

LIMIT = 1_048_576
PAGE = "<!doctype html><title>¡Olá! 你好</title>\n".encode()
FILES = {
    "hello.txt": ("text/plain", b"Hello, world!\n"),
    "page.html": ("text/html", PAGE),
    "style.css": ("text/css", b"p { color: teal }\n"),
    "script.js": ("text/javascript", b"export {}\n"),
    "data.json": ("application/json", b'{"n": 1}\n'),
    "image.png": ("image/png", b"\x89PNG\r\n\x1a\n"),
    "data.bin": ("application/octet-stream", b"\0\xff\r\n"),
}


# The first answers


def test_answers_a_get__hello(ask: Ask) -> None:
    """GET /hello/ada answers 200 with `hello, ada` as plain text"""
    answer = ask("GET", "/hello/ada")
    assert (answer.status, answer.body) == (200, b"hello, ada"), f"GET /hello/ada gave {answer}"
    kind = answer.fields.get("content-type", "")
    assert kind.lower().replace(" ", "") == "text/plain;charset=utf-8", f"Content-Type is {kind!r}"


def test_answers_a_get__length_in_bytes(connect: Connect) -> None:
    """Content-Length counts the bytes of a name that is not ASCII, so the next answer begins where it should"""
    connection = connect()
    for target, text in (("/hello/Jos%C3%A9", "hello, José"), ("/hello/%E4%BD%A0%E5%A5%BD", "hello, 你好"), ("/hello/ada", "hello, ada")):
        answer = connection.ask("GET", target)
        length = answer.fields["content-length"]
        assert length == str(len(text.encode())), f"{text!r} has {len(text.encode())} bytes, Content-Length is {length}"
        assert answer.body.decode() == text, f"GET {target} gave {answer.body!r}"


def test_answers_a_get__date(ask: Ask) -> None:
    """Date has the form that HTTP demands"""
    date = ask("GET", "/hello/ada").fields.get("date", "")
    assert re.fullmatch(r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT", date), f"Date is {date!r}"


def test_names_what_is_missing__unknown_path(connect: Connect) -> None:
    """A path that is not there answers 404, and the connection goes on"""
    connection = connect()
    assert connection.ask("GET", "/nothing/here").status == 404
    assert connection.ask("GET", "/hello/ada").body == b"hello, ada"


@pytest.mark.parametrize(
    ("method", "target", "allowed"),
    [("DELETE", "/hello/ada", {"GET", "HEAD"}), ("POST", "/files/hello.txt", {"GET", "HEAD"}), ("GET", "/echo", {"POST"})],
)
def test_names_what_is_missing__other_method(connect: Connect, method: str, target: str, allowed: set[str]) -> None:
    """A method that a path does not have answers 405 with Allow, and the connection goes on"""
    connection = connect()
    answer = connection.ask(method, target, {}, b"some body")
    assert answer.status == 405, f"{method} {target} gave {answer.status}"
    found = {name.strip() for name in answer.fields.get("allow", "").split(",")}
    assert found == allowed, f"{method} {target}: Allow is {answer.fields.get('allow')!r}, not {', '.join(sorted(allowed))}"
    assert connection.ask("GET", "/hello/ada").body == b"hello, ada"


def test_names_what_is_missing__no_method_of_http(connect: Connect) -> None:
    """A method that does not exist answers 501, and the connection goes on"""
    connection = connect()
    answer = connection.ask("BREW", "/hello/ada")
    assert answer.status == 501, f"BREW /hello/ada gave {answer.status}"
    assert connection.ask("GET", "/hello/ada").body == b"hello, ada"


@pytest.mark.parametrize("target", ["/hello/ada", "/files/hello.txt", "/nothing"])
def test_answers_head__fields_without_a_body(connect: Connect, target: str) -> None:
    """HEAD has the status and the fields of GET, Content-Length included, and no body"""
    connection = connect()
    full, head = connection.ask("GET", target), connection.ask("HEAD", target)
    assert head.status == full.status, f"{target}: GET gave {full.status}, HEAD {head.status}"
    for name in ("content-length", "content-type"):
        assert head.fields.get(name) == full.fields.get(name), f"{target}, {name}: GET {full.fields}, HEAD {head.fields}"
    connection.send(b"GET /hello/ada HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
    rest = connection.read_rest()
    assert rest.startswith(b"HTTP/1.1 200"), f"after HEAD {target} came {rest[:60]!r} instead of the next answer"


# Files


@pytest.mark.parametrize("name", FILES)
def test_serves_files__bytes_and_type(ask: Ask, name: str) -> None:
    """A file answers with its bytes and the type of its ending"""
    kind, body = FILES[name]
    answer = ask("GET", f"/files/{name}")
    assert (answer.status, answer.body) == (200, body), f"GET /files/{name} gave {answer}"
    found = answer.fields.get("content-type", "").partition(";")[0].strip()
    assert found == kind, f"GET /files/{name}: Content-Type is {found!r}, not {kind!r}"


@pytest.mark.parametrize("name", ["folder", "folder/", "", "missing.txt", "hello.txt/x"])
def test_serves_files__nothing_there(ask: Ask, name: str) -> None:
    """A folder and a missing file answer 404"""
    answer = ask("GET", f"/files/{name}")
    assert answer.status == 404, f"GET /files/{name} gave {answer.status}"


def test_serves_files__query_and_percent_signs(ask: Ask) -> None:
    """A query is no part of the name, and %74 is a t"""
    for target in ("/files/hello.txt?x=1", "/files/hello.%74xt"):
        assert ask("GET", target).body == b"Hello, world!\n", f"GET {target} did not give hello.txt"


@pytest.mark.parametrize(
    "name",
    [
        "../secret.txt",
        "%2e%2e/secret.txt",
        "..%2fsecret.txt",
        "%2E%2E%2Fsecret.txt",
        "folder/../../secret.txt",
        "./../secret.txt",
        "/../secret.txt",
        "/etc/passwd",
        "%2fetc%2fpasswd",
        "hello.txt%00",
        "hello.txt%00.png",
        "link.txt",
    ],
)
def test_stays_in_its_folder__however_it_is_written(ask: Ask, name: str) -> None:
    """A name that leads out of the folder answers 404 or 400"""
    answer = ask("GET", f"/files/{name}")
    assert answer.status in {400, 404}, f"GET /files/{name} gave {answer.status} with {answer.body[:60]!r}"


def test_revalidates_files__etag(ask: Ask) -> None:
    """A file has an ETag, the same each time, and two files have different ones"""
    tags = [ask("GET", f"/files/{name}").fields.get("etag", "") for name in ("hello.txt", "hello.txt", "data.json")]
    assert all(re.fullmatch(r'(W/)?"[^"]*"', tag) for tag in tags), f"an ETag stands in quotes: {tags}"
    assert tags[0] == tags[1] != tags[2], f"hello.txt twice and data.json have {tags}"


def test_revalidates_files__not_modified(connect: Connect) -> None:
    """The known ETag, alone, in a list or as *, answers 304 without a body; another one gets the file"""
    connection = connect()
    tag = connection.ask("GET", "/files/hello.txt").fields.get("etag", "")
    for condition in (tag, f'"other", {tag}', "*"):
        answer = connection.ask("GET", "/files/hello.txt", {"If-None-Match": condition})
        assert answer.status == 304, f"If-None-Match: {condition} gave {answer.status}"
        assert answer.fields.get("etag") == tag, f"the 304 has the ETag {answer.fields.get('etag')!r}, the file {tag!r}"
    assert connection.ask("GET", "/files/hello.txt", {"If-None-Match": '"other"'}).body == b"Hello, world!\n"


# Bodies


def test_reads_whole_bodies__any_bytes(ask: Ask) -> None:
    """POST /echo answers with the bytes and the type that were sent"""
    body = bytes(range(256)) * 200
    answer = ask("POST", "/echo", {"Content-Type": "application/x-test"}, body)
    assert answer.status == 200, f"POST /echo gave {answer.status}"
    assert answer.body == body, f"{len(body)} bytes were sent, {len(answer.body)} came back, not the same"
    assert answer.fields.get("content-type") == "application/x-test"


@pytest.mark.parametrize("size", [1, 7, 50])
def test_reads_whole_bodies__in_pieces(connect: Connect, build: Build, size: int) -> None:
    """A request that comes in pieces is put together, wherever it was cut"""
    connection = connect()
    body = "¡olá!\r\n\r\nGET / HTTP/1.1\r\n\r\n".encode()
    data = build("POST", "/echo", {"Content-Type": "text/plain"}, body)
    for start in range(0, len(data), size):
        connection.send(data[start : start + size])
    answer = connection.read()
    assert answer.body == body, f"POST /echo in pieces of {size} bytes gave back {answer.body!r}"
    assert connection.ask("GET", "/hello/ada").body == b"hello, ada", "the request after the body was not understood"


def test_limits_bodies__a_mebibyte_is_accepted(ask: Ask) -> None:
    """A body of 1,048,576 bytes is not too large"""
    answer = ask("POST", "/echo", {}, b"x" * LIMIT)
    assert (answer.status, len(answer.body)) == (200, LIMIT), f"{LIMIT} bytes gave {answer.status}, {len(answer.body)} came back"


@pytest.mark.parametrize("size", [LIMIT + 1, 10**30])
def test_limits_bodies__refused_when_announced(connect: Connect, size: int) -> None:
    """A larger Content-Length answers 413 before any of the body was sent, and the connection closes"""
    connection = connect()
    connection.send(f"POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: {size}\r\n\r\n".encode())
    connection.is_refused(413)


def test_limits_bodies__none_at_all(connect: Connect) -> None:
    """A POST without a length and without chunks has an empty body"""
    connection = connect()
    answer = connection.ask("POST", "/echo")
    assert (answer.status, answer.body) == (200, b""), f"a POST without a body gave {answer}"
    assert connection.ask("GET", "/hello/ada").body == b"hello, ada"


CHUNKED = b"POST /echo HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"


def test_reads_chunks__joined(connect: Connect) -> None:
    """Chunks come back joined; extensions and trailers are ignored; the connection goes on"""
    connection = connect()
    connection.send(CHUNKED)
    connection.send(b"5\r\nHello\r\n")
    connection.send(b"A;name=value\r\n, \r\nworld!\r\n0\r\nX-Sum: 1\r\n\r\n")
    answer = connection.read()
    assert (answer.status, answer.body) == (200, b"Hello, \r\nworld!"), f"a chunked POST /echo gave {answer}"
    assert connection.ask("GET", "/hello/ada").body == b"hello, ada", "the request after the chunks was not understood"


@pytest.mark.parametrize("size", ["xyz", "-5", "0x5", ""])
def test_reads_chunks__a_size_that_is_no_number(connect: Connect, size: str) -> None:
    """A chunk whose size is not hexadecimal answers 400"""
    connection = connect()
    connection.send(CHUNKED + f"{size}\r\nhello\r\n0\r\n\r\n".encode())
    connection.is_refused(400)


def test_reads_chunks__too_many(connect: Connect) -> None:
    """Chunks that go over the limit together answer 413"""
    connection = connect()
    connection.send(CHUNKED + b"4\r\nabcd\r\n" + f"{LIMIT - 3:x}\r\n".encode())
    connection.is_refused(413)


def test_answers_expect_continue__goes_on(connect: Connect) -> None:
    """With `Expect: 100-continue` comes 100, then the body is sent, then the answer"""
    connection = connect()
    connection.send(b"POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n")
    interim = connection.read_head()
    assert interim.status == 100, f"before the body came {interim.status}"
    connection.send(b"hello")
    assert connection.read().body == b"hello"


def test_answers_expect_continue__or_refuses(connect: Connect) -> None:
    """A body that would be too large is refused instead"""
    connection = connect()
    head = f"POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: {LIMIT + 1}\r\nExpect: 100-continue\r\n\r\n"
    connection.send(head.encode())
    connection.is_refused(413)


# Connections


def test_keeps_connections__many_requests(connect: Connect) -> None:
    """HTTP/1.1 stays open: ten requests on one connection are answered"""
    connection = connect()
    for number in range(10):
        body = f"number {number}".encode()
        answer = connection.ask("POST", "/echo", {}, body)
        assert answer.body == body, f"request {number + 1} on the connection gave {answer}"


@pytest.mark.parametrize("head", ["HTTP/1.1\r\nHost: localhost\r\nConnection: close", "HTTP/1.0\r\nHost: localhost"])
def test_keeps_connections__until_the_client_has_enough(connect: Connect, head: str) -> None:
    """With `Connection: close`, and for HTTP/1.0, the answer says that the connection closes, and it does"""
    connection = connect()
    connection.send(f"GET /hello/ada {head}\r\n\r\n".encode())
    answer = connection.read()
    assert answer.body == b"hello, ada"
    assert answer.fields.get("connection", "").lower() == "close", f"the last answer has no `Connection: close`: {answer.fields}"
    assert connection.read_rest() == b"", "more came after the answer"


def test_answers_pipelined_requests__in_their_order(connect: Connect, build: Build) -> None:
    """Requests that come in one write are answered in their order"""
    connection = connect()
    bodies = [f"number {number}".encode() for number in range(3)]
    connection.send(b"".join(build("POST", "/echo", {}, body) for body in bodies))
    answers = [connection.read().body for _ in bodies]
    assert answers == bodies, f"the answers were {answers}"


def test_serves_others_meanwhile__clients_that_wait(connect: Connect, build: Build) -> None:
    """Fifty clients that stop in the middle of a request, and one that does not read, do not delay another"""
    head = b"POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nhel"
    for number in range(50):
        connect().send(head if number % 2 else head[:20])
    deaf = connect()
    deaf.socket.settimeout(0.05)
    body = build("POST", "/echo", {}, b"x" * LIMIT)
    try:
        for _ in range(20):
            deaf.send(body)
    except TimeoutError:
        pass  # every buffer between us is full
    assert connect().ask("GET", "/hello/ada").body == b"hello, ada"


# Refusals


MALFORMED = {
    "one word": b"hello\r\n\r\n",
    "no version": b"GET /hello/ada\r\nHost: localhost\r\n\r\n",
    "no path": b"GET HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "a header without a colon": b"GET /hello/ada HTTP/1.1\r\nHost: localhost\r\nnonsense\r\n\r\n",
    "a space before the colon": b"GET /hello/ada HTTP/1.1\r\nHost: localhost\r\nX-Test : 1\r\n\r\n",
    "no Host": b"GET /hello/ada HTTP/1.1\r\nAccept: */*\r\n\r\n",
    "two Hosts": b"GET /hello/ada HTTP/1.1\r\nHost: localhost\r\nHost: example.org\r\n\r\n",
    "a carriage return in a field": b"GET /hello/ada HTTP/1.1\r\nHost: localhost\r\nX-Test: a\rb\r\n\r\n",
}


@pytest.mark.parametrize("what", MALFORMED)
def test_rejects_malformed_requests__with_400(connect: Connect, ask: Ask, what: str) -> None:
    """What is not a request answers 400 and closes, and the server lives on"""
    connection = connect()
    connection.send(MALFORMED[what])
    connection.is_refused(400)
    assert ask("GET", "/hello/ada").status == 200, f"after a request with {what} the server does not answer any more"


def test_rejects_malformed_requests__another_http(connect: Connect) -> None:
    """Another major version of HTTP answers 505"""
    connection = connect()
    connection.send(b"GET /hello/ada HTTP/2.0\r\nHost: localhost\r\n\r\n")
    connection.is_refused(505)


OVERLONG = {
    "first line": (414, b"GET /hello/" + b"x" * 8_192 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n"),
    "first line without an end": (414, b"GET /hello/" + b"x" * 9_000),
    "field": (431, b"GET /hello/ada HTTP/1.1\r\nHost: localhost\r\nX-Long: " + b"x" * 16_384 + b"\r\n\r\n"),
    "field without an end": (431, b"GET /hello/ada HTTP/1.1\r\nHost: localhost\r\nX-Long: " + b"x" * 17_000),
    "list of fields": (431, b"GET /hello/ada HTTP/1.1\r\nHost: localhost\r\n" + b"X-Test: 1\r\n" * 100 + b"\r\n"),
}


@pytest.mark.parametrize("what", OVERLONG)
def test_limits_the_head__refused(connect: Connect, what: str) -> None:
    """A head that is too long is refused, also when it has not ended yet"""
    status, data = OVERLONG[what]
    connection = connect()
    connection.send(data)
    connection.is_refused(status)


def test_limits_the_head__not_too_early(ask: Ask) -> None:
    """A line of 8,000 bytes and a head of 15,000 are read"""
    assert ask("GET", "/hello/" + "x" * 7_900).body == b"hello, " + b"x" * 7_900
    assert ask("GET", "/hello/ada", {"X-Long": "x" * 7_000, "X-Longer": "x" * 7_900}).status == 200


SMUGGLED = b"GET /hello/smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n"
AMBIGUOUS = {
    "Content-Length and Transfer-Encoding": b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "Transfer-Encoding and Content-Length": b"Transfer-Encoding: chunked\r\nContent-Length: 0\r\n\r\n0\r\n\r\n",
    "two lengths": b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
    "-1": b"Content-Length: -1\r\n\r\n",
    "+5": b"Content-Length: +5\r\n\r\nhello",
    "0x10": b"Content-Length: 0x10\r\n\r\nhello",
    "5, 6": b"Content-Length: 5, 6\r\n\r\nhello",
}


@pytest.mark.parametrize("what", AMBIGUOUS)
def test_rejects_ambiguous_lengths__with_400(connect: Connect, what: str) -> None:
    """A length that can be read in two ways answers 400, and what follows is not taken for a request"""
    connection = connect()
    connection.send(b"POST /echo HTTP/1.1\r\nHost: localhost\r\n" + AMBIGUOUS[what] + SMUGGLED)
    connection.is_refused(400)


def test_rejects_ambiguous_lengths__unknown_coding(connect: Connect) -> None:
    """A transfer coding other than chunked answers 501"""
    connection = connect()
    connection.send(b"POST /echo HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: gzip\r\n\r\n" + SMUGGLED)
    connection.is_refused(501)
