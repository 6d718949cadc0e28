"""Has one queue and one set of workers for all channels: a silent provider holds up every other"""

import asyncio

import httpx
import reference

FAILS = ["channels-are-apart"]


class State(reference.State):
    def start_work(self, client: httpx.AsyncClient) -> list[asyncio.Task[None]]:
        queue: asyncio.Queue[reference.Notification] = asyncio.Queue()
        for channel in self.channels.values():
            channel.queue = queue
        return [asyncio.create_task(self.work(queue, client)) for _ in range(reference.WORKERS)]

    async def work(self, queue: asyncio.Queue[reference.Notification], client: httpx.AsyncClient) -> None:
        while True:
            notification = await queue.get()
            await self.channels[notification.channel].deliver(notification, client)
            self.metrics.count(notification)


reference.state = State()

if __name__ == "__main__":
    reference.main()
