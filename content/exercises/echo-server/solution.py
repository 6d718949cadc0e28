import asyncio
from contextlib import suppress

MAX_LINE = 1000
"""Bytes that a line may have, not counting its end."""
GRACE = 2.0
"""Seconds that `close()` gives a connection to send what is left."""


class EchoServer:
    """Sends each line back. `/stats` answers with counts, `/quit` ends the connection."""

    def __init__(self) -> None:
        self._server: asyncio.Server | None = None
        self._connections: dict[asyncio.Task[None], asyncio.StreamWriter] = {}
        self._lines = 0
        self._ever = 0

    async def start(self, host: str, port: int) -> None:
        self._server = await asyncio.start_server(self._accept, host, port, limit=MAX_LINE)

    async def close(self) -> None:
        """Stop listening, end every connection and wait until the last is gone."""
        if self._server is None:
            return
        self._server.close()
        for writer in self._connections.values():
            writer.close()  # sends what is left; its handler then reads the end
        if self._connections:
            await asyncio.wait(self._connections, timeout=GRACE)
        for writer in self._connections.values():
            writer.transport.abort()  # the client does not read: nothing else would end this
        if self._connections:
            await asyncio.wait(self._connections)
        await self._server.wait_closed()
        self._server = None

    def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        # A plain function, so that there is no moment at which a connection exists that close() does not know.
        task = asyncio.create_task(self._handle(reader, writer))
        self._connections[task] = writer
        self._ever += 1
        task.add_done_callback(self._connections.pop)

    async def _handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError):  # the client has vanished: nobody is left to tell
            try:
                await self._talk(reader, writer)
            finally:
                writer.close()
                await writer.wait_closed()

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        yours = 0
        while True:
            try:
                line = await reader.readline()
            except ValueError:
                writer.write(b"error: line too long\n")
                return
            if not line.endswith(b"\n"):
                return  # the end, perhaps in the middle of a line
            match line.rstrip(b"\r\n"):
                case b"/quit":
                    writer.write(b"bye\n")
                    return
                case b"/stats":
                    counts = f"yours={yours} all={self._lines} open={len(self._connections)} ever={self._ever}\n"
                    writer.write(counts.encode())
                case _:
                    yours += 1
                    self._lines += 1
                    writer.write(line)
            await writer.drain()  # reads nothing more from a client that does not read


async def main() -> None:
    server = EchoServer()
    await server.start("127.0.0.1", 8007)
    reader, writer = await asyncio.open_connection("127.0.0.1", 8007)
    for line in ["hello", "world", "/stats", "/quit"]:
        writer.write(f"{line}\n".encode())
        print(f"{line:>6} -> {(await reader.readline()).decode().rstrip()}")
    print("   end ->", await reader.read())
    writer.close()
    await server.close()


if __name__ == "__main__":
    asyncio.run(main())
