"""What a scrape of prometheus_client sees of several worker processes, while they live and after they died.

As under gunicorn with several workers: each writes its numbers into files, and whoever answers the scrape adds them up.
"""

from __future__ import annotations

import os
from multiprocessing import get_context
from tempfile import mkdtemp

# Before the import, since the client decides by it where numbers live. The workers inherit it.
os.environ.setdefault("PROMETHEUS_MULTIPROC_DIR", mkdtemp(prefix="metrics-"))
from prometheus_client import REGISTRY, CollectorRegistry, Counter, Gauge  # noqa: E402
from prometheus_client.multiprocess import MultiProcessCollector, mark_process_dead  # noqa: E402

# region: workers
ORDERS = Counter("orders", "Orders sold")
POOL = Gauge("pool_size", "Connections open")  # by default a series per process
BUSY = Gauge("busy", "Requests in progress", multiprocess_mode="livesum")


def worker(orders: int) -> None:
    ORDERS.inc(orders)
    POOL.set(10)
    BUSY.inc()  # and it dies before it is done


def scrape() -> dict[str, list[float]]:
    found: dict[str, list[float]] = {}
    for metric in MultiProcessCollector(CollectorRegistry()).collect():
        found[metric.name] = sorted(sample.value for sample in metric.samples)
    return dict(sorted(found.items()))


# endregion
def main() -> None:
    workers = [get_context("spawn").Process(target=worker, args=[orders]) for orders in (3, 4)]
    for process in workers:
        process.start()
    for process in workers:
        process.join()
    print("one process alone:", REGISTRY.get_sample_value("orders_total"))
    print("all files:        ", scrape())
    for process in workers:
        mark_process_dead(process.pid)  # in gunicorn: the child_exit hook
    print("marked as dead:   ", scrape())


if __name__ == "__main__":
    main()
