import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from solution import ChatServer

HOST, PORT = "127.0.0.1", 9000


class Client:
    """Somebody in the room."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader = reader
        self.writer = writer

    @classmethod
    async def connect(cls) -> "Client":
        client = cls(*await asyncio.open_connection(HOST, PORT, limit=1000))
        await client.hears("* your name?")
        return client

    @classmethod
    async def join(cls, name: str) -> "Client":
        client = await cls.connect()
        client.says(name)
        await client.hears(f"* welcome, {name}")
        return client

    def says(self, *lines: str) -> None:
        self.writer.write("".join(f"{line}\n" for line in lines).encode())

    async def next_line(self) -> str:
        """What comes next, or "(the end)"."""
        try:
            async with asyncio.timeout(5):
                line = await self.reader.readline()
        except TimeoutError:
            return "(nothing in 5 seconds)"
        except ConnectionError:
            return "(the end)"
        return line.decode().rstrip("\r\n") if line else "(the end)"

    async def hears(self, *lines: str) -> None:
        for expected in lines:
            heard = await self.next_line()
            assert heard == expected, f"{heard!r} != {expected!r}"

    async def hears_nothing(self) -> None:
        try:
            async with asyncio.timeout(0.5):
                line = await self.reader.readline()
        except TimeoutError:
            return
        raise AssertionError(f"heard {line.decode()!r} and should have heard nothing")


@asynccontextmanager
async def room() -> AsyncIterator[None]:
    """A room that is closed in the end, or given up when closing does not end."""
    server = ChatServer(HOST, PORT)
    await server.__aenter__()
    try:
        yield
    finally:
        with suppress(TimeoutError):
            async with asyncio.timeout(60):
                await server.__aexit__(None, None, None)


async def test_1_join() -> None:
    """Asks for the name, welcomes, and tells the others"""
    async with room():
        ana = await Client.join("ana")
        ben = await Client.join("ben")
        await ana.hears("* ben joined")
        await ana.hears_nothing()
        await ben.hears_nothing()


async def test_1_names_are_checked() -> None:
    """Refuses names that are malformed or taken in any case, and lets the person try again"""
    async with room():
        ana = await Client.join("ana")
        other = await Client.connect()
        for name in ("", "two words", "x" * 21, "/list", "a:b"):
            other.says(name)
            await other.hears("! a name has 1 to 20 letters, digits, - or _")
        other.says("Ana")
        await other.hears("! Ana is taken")
        other.says("josé-2_x")
        await other.hears("* welcome, josé-2_x")
        await ana.hears("* josé-2_x joined")


async def test_1_same_name_at_the_same_time() -> None:
    """Of two people who ask for a name at the same moment one gets it"""
    async with room():
        first, second = await Client.connect(), await Client.connect()
        first.says("ana")
        second.says("ana")
        answers = [await first.next_line(), await second.next_line()]
        assert sorted(answers) == ["! ana is taken", "* welcome, ana"]


async def test_2_talk() -> None:
    """What one says all others hear, in order, and the speaker does not"""
    async with room():
        ana, ben, cleo = [await Client.join(name) for name in ("ana", "ben", "cleo")]
        await ana.hears("* ben joined", "* cleo joined")
        await ben.hears("* cleo joined")
        ana.says("one", "", "   ", "two\r", "  three ")
        for client in (ben, cleo):
            await client.hears("ana: one", "ana: two", "ana: three")
        ben.writer.write(b"caf\xe9 ol\xc3\xa9\n")
        await cleo.hears("ben: caf\N{REPLACEMENT CHARACTER} olé")
        await ana.hears("ben: caf\N{REPLACEMENT CHARACTER} olé")
        await ana.hears_nothing()


async def test_2_nameless_people_are_not_in_the_room() -> None:
    """Who has no name yet hears nothing, is not listed, and leaves without a notice"""
    async with room():
        ana, ben = await Client.join("ana"), await Client.join("ben")
        await ana.hears("* ben joined")
        nameless = await Client.connect()
        ben.says("hello")
        await ana.hears("ben: hello")
        await nameless.hears_nothing()
        ana.says("/list")
        await ana.hears("* here: ana, ben")
        nameless.writer.close()
        await ana.hears_nothing()


async def test_3_commands() -> None:
    """/list sorts the names, /quit says goodbye and tells the others, anything else is unknown"""
    async with room():
        zoe, adam, ben = [await Client.join(name) for name in ("zoe", "Adam", "ben")]
        await zoe.hears("* Adam joined", "* ben joined")
        await adam.hears("* ben joined")
        ben.says("/list", "/dance with me")
        await ben.hears("* here: Adam, ben, zoe", "! unknown command /dance")
        zoe.says("/quit", "not said any more")
        await zoe.hears("* bye", "(the end)")
        await adam.hears("* zoe left")
        await adam.hears_nothing()
        adam.says("/list")
        await adam.hears("* here: Adam, ben")
        await Client.join("Zoe")


async def test_4_vanished() -> None:
    """Who vanishes in the middle of a line has left; the half line is not said, the name is free"""
    async with room():
        ana = await Client.join("ana")
        for vanish in ("close", "abort"):
            ben = await Client.join("ben")
            await ana.hears("* ben joined")
            ben.writer.write(b"I was about to s")
            await asyncio.sleep(0.1)
            if vanish == "abort":
                ben.writer.transport.abort()
            else:
                ben.writer.close()
            await ana.hears("* ben left")
        await Client.join("ben")
        await ana.hears("* ben joined")


async def test_4_endless_line() -> None:
    """A line over 1,000 bytes ends the connection of its sender, and only that one"""
    async with room():
        ana, ben = await Client.join("ana"), await Client.join("ben")
        await ana.hears("* ben joined")
        ben.says("x" * 990)
        await ana.hears("ben: " + "x" * 990)
        ben.writer.write(b"x" * 5000)
        await ana.hears("* ben left")
        heard = ""
        while heard != "(the end)":
            heard = await ben.next_line()
            assert heard != "(nothing in 5 seconds)", "ben is still connected"
        ana.says("/list")
        await ana.hears("* here: ana")


async def test_4_closing_the_room() -> None:
    """Closing the room tells everybody, ends all connections and tasks, and does not wait for one who is stuck"""
    everybody: list[Client] = []
    try:
        async with asyncio.timeout(60):
            async with ChatServer(HOST, PORT):
                ana, stuck = await Client.join("ana"), await Client.join("stuck")
                await ana.hears("* stuck joined")
                everybody = [ana, await Client.connect()]
                ana.says(*("x" * 900 for _ in range(50)))
                await asyncio.sleep(0.5)
                started = time.perf_counter()
    except TimeoutError:
        raise AssertionError("the room is still not closed after a minute") from None
    took = time.perf_counter() - started
    for client in everybody:
        await client.hears("* the room is closed", "(the end)")
    await asyncio.sleep(0.1)
    assert took < 2.05, f"closing the room took {took:.2f} s"
    stuck.writer.close()
    left = asyncio.all_tasks() - {asyncio.current_task()}
    assert not left, f"these tasks are still running: {left}"
    async with room():
        await Client.join("ana")


async def test_5_nobody_waits_for_the_slow() -> None:
    """One who stops reading delays nobody and is disconnected; one who is 20 kB behind is not"""
    async with room():
        ana, ben, behind, stuck = [await Client.join(name) for name in ("ana", "ben", "behind", "stuck")]
        await ana.hears("* ben joined", "* behind joined", "* stuck joined")
        await ben.hears("* behind joined", "* stuck joined")
        await behind.hears("* stuck joined")

        async def hears_ana(listener: Client, name: str, count: int) -> None:
            heard = 0
            while heard < count:
                line = await listener.next_line()
                assert line.startswith(("ana: ", "* stuck")), f"{name} heard {heard} of {count} lines, then {line}"
                heard += line.startswith("ana: ")

        started = time.perf_counter()
        for _ in range(20):
            ana.says(*(f"{number:0900}" for number in range(20)))
            await hears_ana(ben, "ben", 20)
            await hears_ana(behind, "behind", 20)
        took = time.perf_counter() - started
        assert took < 5, f"400 lines took {took:.1f} s to be heard"
        await ana.hears("* stuck left")
        ana.says("/list")
        await ana.hears("* here: ana, behind, ben")
