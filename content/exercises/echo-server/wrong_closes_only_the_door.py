"""close() only stops listening: open connections live on, and since 3.12 wait_closed() waits for them."""

import asyncio
from contextlib import suppress

MAX_LINE = 1000


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
            try:
                line = await reader.readline()
            except ValueError:
                writer.write(b"error: line too long\n")
                return
            if not line.endswith(b"\n"):
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
