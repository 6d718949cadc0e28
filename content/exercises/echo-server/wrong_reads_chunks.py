"""Takes what one read() returns for a line, but TCP may cut a line in two or deliver several at once."""

import asyncio
from contextlib import suppress

MAX_LINE = 1000
GRACE = 2.0


class EchoServer:
    def __init__(self) -> None:
        self._server: asyncio.Server | None = None
        self._connections: dict[asyncio.Task[None], asyncio.StreamWriter] = {}
        self._lines = 0
        self._ever = 0

    async def start(self, host: str, port: int) -> None:
        self._server = await asyncio.start_server(self._accept, host, port, limit=MAX_LINE)

    async def close(self) -> None:
        if self._server is None:
            return
        self._server.close()
        for writer in self._connections.values():
            writer.close()
        if self._connections:
            await asyncio.wait(self._connections, timeout=GRACE)
        for writer in self._connections.values():
            writer.transport.abort()
        if self._connections:
            await asyncio.wait(self._connections)
        await self._server.wait_closed()
        self._server = None

    def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.create_task(self._handle(reader, writer))
        self._connections[task] = writer
        self._ever += 1
        task.add_done_callback(self._connections.pop)

    async def _handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError):
            try:
                await self._talk(reader, writer)
            finally:
                writer.close()
                await writer.wait_closed()

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        yours = 0
        while True:
            line = await reader.read(MAX_LINE + 1)
            if not line:
                return
            if len(line) > MAX_LINE and not line.endswith(b"\n"):
                writer.write(b"error: line too long\n")
                return
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
            await writer.drain()
