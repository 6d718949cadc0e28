import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import stock
from stock import Product, Start


@pytest.fixture(params=["memory", "sqlite"])
def start(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Start]:
    if request.param == "memory":
        store: dict[str, Product] = {}
        yield lambda: stock.MemoryWork(store)
    else:
        stock.create_tables(tmp_path / "stock.db")
        yield lambda: stock.SqliteWork(tmp_path / "stock.db")


@pytest.mark.parametrize("check", stock.CONTRACT, ids=lambda check: check.__name__)
def test_both_storages_keep_the_contract(check: Callable[[Start], None], start: Start) -> None:
    check(start)


def test_a_reservation_is_told_after_it_is_kept(start: Start) -> None:
    stock.fill(start, 5)
    seen: list[int] = []
    assert stock.reserve(start, lambda _: seen.append(stock.left(start)), "ink", 2) == 3
    assert seen == [3]


def test_a_refused_reservation_tells_nobody(start: Start) -> None:
    stock.fill(start, 1)
    told: list[str] = []
    with pytest.raises(stock.OutOfStock):
        stock.reserve(start, told.append, "ink", 2)
    assert told == []
    assert stock.left(start) == 1


def test_a_failed_commit_tells_nobody() -> None:
    class Broken(stock.MemoryWork):
        def commit(self) -> None:
            raise OSError("the disk is full")

    told: list[str] = []
    with pytest.raises(OSError, match="full"):
        stock.reserve(lambda: Broken({"ink": Product("ink", 5)}), told.append, "ink", 1)
    assert told == []


def test_sqlite_loses_no_reservation_of_two_that_come_together(tmp_path: Path) -> None:
    path = tmp_path / "stock.db"
    stock.create_tables(path)
    stock.fill(lambda: stock.SqliteWork(path), 20)
    workers = [
        threading.Thread(target=stock.reserve, args=(lambda: stock.SqliteWork(path), print, "ink", 1)) for _ in range(8)
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert stock.left(lambda: stock.SqliteWork(path)) == 12
