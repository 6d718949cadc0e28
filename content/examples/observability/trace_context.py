"""Which ways of handing work on keep it in the trace of the request, and which begin a trace of their own.

The spans are kept in memory, so that no collector is needed.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context

from opentelemetry import propagate
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

exporter = InMemorySpanExporter()
provider = TracerProvider()
provider.add_span_processor(SimpleSpanProcessor(exporter))
tracer = provider.get_tracer("shop")


# region: carriers
def work(name: str) -> None:
    """Its parent is the span that is current in the context of the caller."""
    tracer.start_span(name).end()


async def async_work(name: str) -> None:
    work(name)


def consume(name: str, headers: dict[str, str]) -> None:
    """In another process: the parent is what the headers say."""
    tracer.start_span(name, context=propagate.extract(headers)).end()


async def handle_request() -> dict[str, str]:
    loop, headers = asyncio.get_running_loop(), dict[str, str]()
    with tracer.start_as_current_span("request"), ThreadPoolExecutor() as pool:
        await asyncio.create_task(async_work("create_task"))
        await asyncio.to_thread(work, "to_thread")
        await loop.run_in_executor(pool, work, "run_in_executor")
        pool.submit(work, "pool.submit").result()
        pool.submit(copy_context().run, work, "pool.submit with a copy").result()
        propagate.inject(headers)  # into those of an HTTP request or a message
    return headers


# endregion
def run() -> tuple[dict[str, bool], str]:
    """For each span, whether it is in the trace of the request; and the header that went out."""
    exporter.clear()
    headers = asyncio.run(handle_request())
    consume("consumer with headers", headers)
    consume("consumer without", {})
    trace_ids = {span.name: span.context.trace_id for span in exporter.get_finished_spans()}
    request = trace_ids.pop("request")
    return {name: trace_id == request for name, trace_id in trace_ids.items()}, headers["traceparent"]


def main() -> None:
    kept, header = run()
    print("traceparent: lengths", [len(part) for part in header.split("-")])
    for name, same in kept.items():
        print(f"{name:24}", "in the trace of the request" if same else "a trace of its own")


if __name__ == "__main__":
    main()
