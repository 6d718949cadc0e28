import asyncio
from typing import Self

MAX_LINE = 1000
"""Bytes that a line may have."""
MAX_BEHIND = 64 * 1024
"""Bytes that may be waiting for a member who does not read."""


class Member:
    """Somebody at the other end of a connection, with a name once it has been accepted."""

    def __init__(self, writer: asyncio.StreamWriter) -> None:
        self.name = ""
        self.writer = writer

    def send(self, line: str) -> None:
        """Sends a line, without waiting."""


class ChatServer:
    """`async with ChatServer(host, port):` keeps the room open for the length of the block."""

    def __init__(self, host: str, port: int) -> None:
        self._address = (host, port)
        self._members: dict[str, Member] = {}

    async def __aenter__(self) -> Self:
        host, port = self._address
        self._server = await asyncio.start_server(self._serve, host, port, limit=MAX_LINE)
        return self

    async def __aexit__(self, *exc: object) -> None:
        self._server.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection, from the first question to the end."""
        writer.write(b"* your name?\n")
        name = (await reader.readline()).decode().strip()
        writer.write(f"* welcome, {name}\n".encode())
        writer.close()


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
