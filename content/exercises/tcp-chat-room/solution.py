"""A chat room that never waits for one of its members."""

import asyncio
import contextlib
import re
from typing import Self

MAX_LINE = 1000
"""Bytes that a line may have."""
MAX_BEHIND = 64 * 1024
"""Bytes that may be waiting for a member who does not read."""
NAME = re.compile(r"[\w-]{1,20}")


class Member:
    """Somebody at the other end of a connection, with a name once it has been accepted."""

    def __init__(self, writer: asyncio.StreamWriter) -> None:
        self.name = ""
        self.writer = writer

    def send(self, line: str) -> None:
        """Never waits. Who is too far behind is disconnected."""
        transport = self.writer.transport
        if transport.is_closing():
            return
        self.writer.write(f"{line}\n".encode())
        if transport.get_write_buffer_size() > MAX_BEHIND:
            transport.abort()

    async def hang_up(self) -> None:
        """Closes the connection; gives what is still to be sent one second."""
        self.writer.close()
        try:
            async with asyncio.timeout(1):
                await self.writer.wait_closed()
        except (TimeoutError, OSError):
            self.writer.transport.abort()


class ChatServer:
    """`async with ChatServer(host, port):` keeps the room open for the length of the block."""

    def __init__(self, host: str, port: int) -> None:
        self._address = (host, port)
        self._members: dict[str, Member] = {}
        self._connections: dict[asyncio.Task[None], Member] = {}

    async def __aenter__(self) -> Self:
        host, port = self._address
        self._server = await asyncio.start_server(self._serve, host, port, limit=MAX_LINE)
        return self

    async def __aexit__(self, *exc: object) -> None:
        self._server.close()
        self._members.clear()  # no notices that the others left
        async with asyncio.TaskGroup() as group:
            for member in self._connections.values():
                member.send("* the room is closed")
                group.create_task(member.hang_up())
        if self._connections:
            await asyncio.wait(self._connections)
        await self._server.wait_closed()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        member = Member(writer)
        self._connections[task] = member
        try:
            # ConnectionError: vanished. ValueError: a line over the limit.
            with contextlib.suppress(ConnectionError, ValueError):
                await self._talk(reader, member)
        finally:
            self._leave(member)
            await member.hang_up()
            del self._connections[task]

    async def _talk(self, reader: asyncio.StreamReader, member: Member) -> None:
        member.send("* your name?")
        while (line := await reader.readline()).endswith(b"\n"):
            text = line.decode(errors="replace").strip()
            if not member.name:
                self._join(member, text)
            elif text == "/quit":
                member.send("* bye")
                return
            elif text == "/list":
                names = sorted((other.name for other in self._members.values()), key=str.casefold)
                member.send(f"* here: {', '.join(names)}")
            elif text.startswith("/"):
                member.send(f"! unknown command {text.split()[0]}")
            elif text:
                self._broadcast(f"{member.name}: {text}", member)

    def _join(self, member: Member, name: str) -> None:
        if not NAME.fullmatch(name):
            member.send("! a name has 1 to 20 letters, digits, - or _")
        elif name.casefold() in self._members:
            member.send(f"! {name} is taken")
        else:
            member.name = name
            self._members[name.casefold()] = member
            member.send(f"* welcome, {name}")
            self._broadcast(f"* {name} joined", member)

    def _leave(self, member: Member) -> None:
        if self._members.pop(member.name.casefold(), None):
            self._broadcast(f"* {member.name} left", member)

    def _broadcast(self, line: str, sender: Member) -> None:
        for member in self._members.values():
            if member is not sender:
                member.send(line)


async def visit(name: str, *lines: str) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", 8888)

    async def listen() -> None:
        async for heard in reader:
            print(f"{name:>10} hears {heard.decode().strip()}")

    async with asyncio.TaskGroup() as group:
        group.create_task(listen())
        for line in (name, *lines, "/quit"):
            await asyncio.sleep(0.1)
            writer.write(f"{line}\n".encode())
    writer.close()


async def main() -> None:
    async with ChatServer("127.0.0.1", 8888), asyncio.TaskGroup() as group:
        group.create_task(visit("ana", "is it quiet here?", "/list", "bye then"))
        await asyncio.sleep(0.15)
        group.create_task(visit("ben", "hi ana"))


if __name__ == "__main__":
    asyncio.run(main())
