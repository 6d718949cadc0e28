import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, ClassVar

from solution import EchoServer

HOST = "127.0.0.1"
PORT = 8007
A_MOMENT = 0.1
"""Seconds in which the server notices what a client did."""


class Client:
    """One connection, with waits that end."""

    connected: ClassVar[list["Client"]] = []

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader = reader
        self.writer = writer
        self.connected.append(self)

    @classmethod
    async def connect(cls) -> "Client":
        return cls(*await asyncio.open_connection(HOST, PORT))

    async def ask(self, *pieces: bytes) -> bytes:
        """Sends the pieces, a moment apart, and returns the next line that comes back."""
        for piece in pieces:
            self.writer.write(piece)
            await asyncio.sleep(A_MOMENT)
        return await self.read_line()

    async def read_line(self) -> bytes:
        line = await self._wait_for(self.reader.readline(), "a line")
        assert line, "the client waited for a line, and the server ended the connection"
        return line

    async def read_rest(self) -> bytes:
        """What the server still sends, until it ends the connection."""
        return await self._wait_for(self.reader.read(), "the end of the connection")

    async def _wait_for(self, read: Awaitable[bytes], what: str) -> bytes:
        try:
            async with asyncio.timeout(10):
                return await read
        except TimeoutError:
            raise AssertionError(f"the client waited 10 s for {what}, and it did not come") from None
        except ConnectionError as error:
            raise AssertionError(f"the client waited for {what}, and the server broke off: {error}") from None

    async def leave(self) -> None:
        self.writer.close()
        await asyncio.sleep(A_MOMENT)


def with_server(test: Callable[[EchoServer], Awaitable[None]]) -> Callable[[], Awaitable[None]]:
    """Runs a test with a server, closes it, and fails if anything was left over or logged."""

    async def run() -> None:
        logged: list[Any] = []
        asyncio.get_running_loop().set_exception_handler(lambda _, context: logged.append(context))
        Client.connected.clear()
        server = EchoServer()
        try:
            await server.start(HOST, PORT)
            await test(server)
            await close(server)
            left = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
            assert left == [], "after close() these tasks were still there"
            assert logged == [], "asyncio reported an error that nobody handled"
        finally:
            for client in Client.connected:
                client.writer.transport.abort()

    run.__doc__ = test.__doc__
    return run


async def close(server: EchoServer) -> None:
    try:
        async with asyncio.timeout(10):
            await server.close()
    except TimeoutError:
        raise AssertionError("close() did not return within 10 s: what does it wait for?") from None


@with_server
async def test_1_each_line_comes_back(server: EchoServer) -> None:
    """Each line comes back as it was, in order, however it was cut into pieces"""
    client = await Client.connect()
    assert await client.ask(b"hello\n") == b"hello\n"
    assert await client.ask(b"he", b"llo wor", b"ld\n") == b"hello world\n"
    assert await client.ask("one\n\nñandú 🐍\r\n".encode()) == b"one\n"
    assert await client.read_line() == b"\n"
    assert await client.read_line() == "ñandú 🐍\r\n".encode()
    await client.leave()


@with_server
async def test_1_clients_do_not_wait_for_each_other(server: EchoServer) -> None:
    """While one client is silent, and another is in the middle of a line, a third is served"""
    silent, slow, third = [await Client.connect() for _ in range(3)]
    slow.writer.write(b"in the mid")
    assert await third.ask(b"hello\n") == b"hello\n"
    assert await slow.ask(b"dle\n") == b"in the middle\n"
    for client in (silent, slow, third):
        await client.leave()


@with_server
async def test_2_stats_counts(server: EchoServer) -> None:
    """`/stats` counts your lines and all, open connections and all; commands are no lines"""
    first, second = await Client.connect(), await Client.connect()
    assert await first.ask(b"/stats\n") == b"yours=0 all=0 open=2 ever=2\n"
    await first.ask(b"a\n")
    await first.ask(b"b\n")
    await second.ask(b"c\n")
    assert await first.ask(b"/stats\r\n") == b"yours=2 all=3 open=2 ever=2\n"
    assert await second.ask(b"/sta", b"ts\n") == b"yours=1 all=3 open=2 ever=2\n"
    await first.leave()
    third = await Client.connect()
    assert await third.ask(b"/stats\n") == b"yours=0 all=3 open=2 ever=3\n", "first has left, third has come"
    await second.leave()
    await third.leave()


@with_server
async def test_2_quit_ends_the_connection(server: EchoServer) -> None:
    """`/quit` says bye and ends this connection only; what the client sent after it is not answered"""
    quitter, other = await Client.connect(), await Client.connect()
    assert await quitter.ask(b"last\n/quit\nlate\n") == b"last\n"
    assert await quitter.read_rest() == b"bye\n"
    await quitter.leave()
    assert await other.ask(b"/stats\n") == b"yours=0 all=1 open=1 ever=2\n"
    await other.leave()


@with_server
async def test_2_what_only_looks_like_a_command_comes_back(server: EchoServer) -> None:
    """A command is the whole line, in lower case: ` /quit`, `/quit now` and `/STATS` come back"""
    client = await Client.connect()
    for line in (b" /quit\n", b"/quit now\n", b"/STATS\n", b"quit\n", b"/\n"):
        assert await client.ask(line) == line
    await client.leave()


@with_server
async def test_3_clients_may_vanish(server: EchoServer) -> None:
    """A client that closes, breaks off in a line, or resets is no longer counted, and no error is logged"""
    stays = await Client.connect()
    closes, breaks_off, resets = [await Client.connect() for _ in range(3)]
    assert await stays.ask(b"/stats\n") == b"yours=0 all=0 open=4 ever=4\n"
    await closes.leave()
    breaks_off.writer.write(b"half a li")
    breaks_off.writer.write_eof()
    assert await breaks_off.read_rest() == b"", "a line without an end is not a line"
    await breaks_off.leave()
    resets.writer.transport.abort()
    await asyncio.sleep(A_MOMENT)
    assert await stays.ask(b"/stats\n") == b"yours=0 all=0 open=1 ever=4\n"
    await stays.leave()


@with_server
async def test_3_a_line_that_is_too_long_ends_the_connection(server: EchoServer) -> None:
    """1,000 bytes come back; one more is answered with an error and the end, before its line is complete"""
    client, other = await Client.connect(), await Client.connect()
    longest = b"x" * 1000 + b"\n"
    assert await client.ask(longest) == longest
    client.writer.write(b"x" * 1001)
    assert await client.read_rest() == b"error: line too long\n"
    await client.leave()
    assert await other.ask(b"/stats\n") == b"yours=0 all=1 open=1 ever=2\n"
    await other.leave()


async def fill(client: Client) -> int:
    """Sends lines and reads nothing, until nothing more can be sent. Returns the megabytes that could."""
    megabyte = (b"x" * 999 + b"\n") * 1000
    for sent in range(10):
        client.writer.write(megabyte)
        try:
            async with asyncio.timeout(1):
                await client.writer.drain()
        except TimeoutError:
            return sent
        except ConnectionError as error:
            raise AssertionError(f"while a client sent, the server broke off: {error}") from None
    return 10


@with_server
async def test_3_a_client_that_does_not_read_is_not_read_from(server: EchoServer) -> None:
    """If a client sends and never reads, the server stops reading from it instead of filling its memory"""
    greedy, other = await Client.connect(), await Client.connect()
    sent = await fill(greedy)
    assert sent < 10, "the server took 10 MB from a client that reads nothing: where does it keep the answers?"
    assert await other.ask(b"hello\n") == b"hello\n"
    await other.leave()


@with_server
async def test_4_close_ends_everything(server: EchoServer) -> None:
    """close() ends open connections, then nobody is listening; a second close() does nothing"""
    clients = [await Client.connect() for _ in range(3)]
    assert await clients[0].ask(b"hello\n") == b"hello\n"
    await close(server)
    for client in clients:
        assert await client.read_rest() == b""
    try:
        await Client.connect()
    except ConnectionRefusedError:
        pass
    else:
        raise AssertionError("after close() a client could still connect")
    await close(server)


@with_server
async def test_4_close_does_not_wait_for_one_who_does_not_read(server: EchoServer) -> None:
    """A client that does not read its answers delays close() by two seconds, not for ever"""
    greedy = await Client.connect()
    await fill(greedy)
    start = asyncio.get_running_loop().time()
    await close(server)
    took = asyncio.get_running_loop().time() - start
    assert 1.95 < took < 2.5, f"close() took {took:.2f} s: it should give the client 2 s and then break off"
