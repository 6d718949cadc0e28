"""TCP in memory, through asyncio's own streams."""

from __future__ import annotations

import asyncio
import socket
import sys
from collections.abc import Awaitable, Callable
from typing import Any

from simulation import DeadlockError, UnsupportedError, current

Handler = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


async def raised_by(awaitable: Awaitable[Any]) -> BaseException | None:
    try:
        await awaitable
    except Exception as error:
        return error
    return None


def now() -> float:
    return asyncio.get_running_loop().time()


async def echo(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while line := await reader.readline():
        writer.write(line.upper())
        await writer.drain()
    writer.write(b"bye")
    writer.close()


async def test_lines_go_there_and_back_and_an_end_of_writing_is_no_end_of_reading() -> None:
    async with await asyncio.start_server(echo, "echo.test", 7):
        reader, writer = await asyncio.open_connection("echo.test", 7)
        writer.writelines([b"one\n", b"tw", b"o\n"])
        assert await reader.readline() == b"ONE\n"
        assert await reader.readline() == b"TWO\n"
        writer.write_eof()
        assert await reader.read() == b"bye"
        writer.close()
        await writer.wait_closed()


async def test_latency_passes_each_way_and_order_is_kept_when_it_changes() -> None:
    network = current().network
    network.latency = 0.5
    async with await asyncio.start_server(echo, "far.test", 7):
        started = now()
        reader, writer = await asyncio.open_connection("far.test", 7)
        assert abs(now() - started - 1) < 0.01
        writer.write(b"slow\n")
        network.latency = 0
        writer.write(b"fast\n")
        assert await reader.readline() == b"SLOW\n"
        assert abs(now() - started - 1.5) < 0.01
        assert await reader.readline() == b"FAST\n"
        writer.close()


async def test_names_of_both_ends() -> None:
    seen: list[Any] = []

    async def note(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        seen.append((writer.get_extra_info("peername"), writer.get_extra_info("sockname")))
        writer.close()

    server = await asyncio.start_server(note, "named.test", 80)
    port_of = await asyncio.start_server(note, "127.0.0.1", 0)
    async with server, port_of:
        address, port = port_of.sockets[0].getsockname()
        assert (address, port >= 49152) == ("127.0.0.1", True)
        _, writer = await asyncio.open_connection("named.test", 80)
        await asyncio.sleep(0.01)
        own, peer = (writer.get_extra_info(name) for name in ("sockname", "peername"))
        assert seen == [(own, peer)]
        assert server.sockets[0].getsockname() == peer == ("10.0.0.1", 80)
        _, other = await asyncio.open_connection("localhost", port)
        assert other.get_extra_info("socket").getpeername() == ("127.0.0.1", port)
        writer.close()
        other.close()


async def test_refused_unknown_black_holed_and_reset_hosts() -> None:
    network = current().network
    async with await asyncio.start_server(echo, "host.test", 80):
        unknown = await raised_by(asyncio.open_connection("nowhere.test", 80))
        assert isinstance(unknown, socket.gaierror), unknown
        closed = await raised_by(asyncio.open_connection("host.test", 81))
        assert isinstance(closed, ConnectionRefusedError), closed
        assert str(closed) == "[Errno 111] Connect call failed ('10.0.0.1', 81)"
        network.refuse("host.test")
        assert isinstance(await raised_by(asyncio.open_connection("host.test", 80)), ConnectionRefusedError)
        network.restore("host.test")
        network.black_hole("host.test", 80)
        started = now()
        silent = await raised_by(asyncio.open_connection("host.test", 80))
        assert isinstance(silent, TimeoutError)
        assert now() - started == 127
        network.restore("host.test", 80)
        network.reset("host.test")
        reader, writer = await asyncio.open_connection("host.test", 80)
        writer.write(b"hello\n")
        assert isinstance(await raised_by(reader.readline()), ConnectionResetError)
        network.restore("host.test")
        reader, writer = await asyncio.open_connection("host.test", 80)
        writer.write(b"hello\n")
        assert await reader.readline() == b"HELLO\n"
        writer.close()


async def test_a_slow_reader_makes_drain_wait() -> None:
    received = 0

    async def slow(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal received
        while chunk := await reader.read(10_000):
            received += len(chunk)
            await asyncio.sleep(0.1)
        writer.close()

    async with await asyncio.start_server(slow, "slow.test", 80):
        _, writer = await asyncio.open_connection("slow.test", 80)
        started, most = now(), 0
        for _ in range(100):
            writer.write(b"x" * 10_000)
            await writer.drain()
            most = max(most, writer.transport.get_write_buffer_size())
        assert now() - started > 5, "a million bytes at 100,000 a second"
        assert most <= 80_000
        writer.close()
        await writer.wait_closed()
        assert received < 1_000_000, "the last bytes are still under way"
        await asyncio.sleep(5)
        assert received == 1_000_000, "closing sends what was written"


async def test_writing_to_a_closed_end_resets_the_connection() -> None:
    errors: list[BaseException | None] = []

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(1)
        writer.write(b"are you there?")
        await asyncio.sleep(1)
        writer.write(b"hello?")
        errors.append(await raised_by(writer.drain()))
        writer.close()

    async with await asyncio.start_server(talk, "gone.test", 80):
        _, writer = await asyncio.open_connection("gone.test", 80)
        writer.close()
        await asyncio.sleep(3)
    assert [type(error) for error in errors] == [ConnectionResetError]


async def test_abort_is_a_reset_for_the_other_end() -> None:
    async def rude(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.transport.abort()

    async with await asyncio.start_server(rude, "rude.test", 80):
        reader, writer = await asyncio.open_connection("rude.test", 80)
        assert isinstance(await raised_by(reader.read()), ConnectionResetError)
        assert writer.is_closing()


async def test_a_server_serves_until_it_is_cancelled_and_frees_its_port() -> None:
    server = await asyncio.start_server(echo, "serving.test", 80)
    again = await raised_by(asyncio.start_server(echo, "serving.test", 80))
    assert isinstance(again, OSError), again
    assert again.errno == 98
    task = asyncio.create_task(server.serve_forever())
    reader, writer = await asyncio.open_connection("serving.test", 80)
    writer.write(b"x\n")
    assert await reader.readline() == b"X\n"
    writer.close()
    await asyncio.sleep(0.1)
    task.cancel()
    assert isinstance((await asyncio.gather(task, return_exceptions=True))[0], asyncio.CancelledError)
    assert not server.is_serving()
    assert isinstance(await raised_by(asyncio.open_connection("serving.test", 80)), ConnectionRefusedError)
    (await asyncio.start_server(echo, "serving.test", 80)).close()


async def test_wait_closed_waits_for_connections_where_python_does() -> None:
    if sys.version_info < (3, 13):
        return  # 3.11 does not wait; close_clients is new in 3.13
    async with await asyncio.start_server(echo, "open.test", 80) as server:
        reader, _writer = await asyncio.open_connection("open.test", 80)
        await asyncio.sleep(0.1)
        server.close()
        closing = asyncio.create_task(server.wait_closed())
        await asyncio.sleep(1)
        assert not closing.done()
        server.close_clients()
        await closing
        assert await reader.read() == b""


async def test_unix_sockets_have_paths() -> None:
    if not hasattr(asyncio, "start_unix_server"):
        return
    async with await asyncio.start_unix_server(echo, "/tmp/echo.sock"):
        reader, writer = await asyncio.open_unix_connection("/tmp/echo.sock")
        writer.write(b"path\n")
        assert await reader.readline() == b"PATH\n"
        writer.close()
    assert isinstance(await raised_by(asyncio.open_unix_connection("/tmp/echo.sock")), FileNotFoundError)


def test_a_port_is_free_again_after_the_loop_that_took_it() -> None:
    async def serve() -> None:
        await asyncio.start_server(echo, "localhost", 8888)

    asyncio.run(serve())
    asyncio.run(serve())


def test_waiting_for_a_client_that_never_comes_is_a_deadlock() -> None:
    async def serve() -> None:
        server = await asyncio.start_server(echo, "localhost", 8888)
        await server.serve_forever()

    try:
        asyncio.run(serve())
    except DeadlockError as error:
        assert "waits at" in str(error)
    else:
        raise AssertionError("it ended")


async def test_what_cannot_be_says_why() -> None:
    loop = asyncio.get_running_loop()

    async def attempt(call: Callable[[], Any]) -> str:
        try:
            result = call()
            if asyncio.iscoroutine(result):
                await result
        except UnsupportedError as error:
            return str(error)
        return "nothing was raised"

    import subprocess
    import threading

    calls: dict[str, Callable[[], Any]] = {
        "threads cannot start": lambda: threading.Thread(target=print).start(),
        "processes cannot start": lambda: asyncio.create_subprocess_exec("ls"),
        "processes cannot": lambda: subprocess.run(["ls"], check=False),
        "signals do not exist": lambda: loop.add_signal_handler(2, print),
        "sockets do not exist": lambda: socket.create_connection(("127.0.0.1", 9)),
        "sockets do not": lambda: loop.sock_recv(None, 1),  # type: ignore[arg-type]
        "UDP does not exist": lambda: loop.create_datagram_endpoint(asyncio.DatagramProtocol),
        "TLS does not exist": lambda: asyncio.open_connection("localhost", 443, ssl=True),
    }
    for expected, call in calls.items():
        said = await attempt(call)
        assert said.startswith(expected), (expected, said)
