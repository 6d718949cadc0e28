"""The factory leaves out what it does not understand, and returns what is left as an order."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from types import TracebackType
from typing import Protocol, Self

# The domain. It is given, and knows nothing of storage, screens or services.


class State(Enum):
    PLACED = "placed"
    COOKING = "cooking"
    SERVED = "served"
    PAID = "paid"
    CANCELLED = "cancelled"


MOVES: Mapping[State, frozenset[State]] = {
    State.PLACED: frozenset({State.COOKING, State.CANCELLED}),
    State.COOKING: frozenset({State.SERVED, State.CANCELLED}),
    State.SERVED: frozenset({State.PAID}),
    State.PAID: frozenset(),
    State.CANCELLED: frozenset(),
}


@dataclass(frozen=True, slots=True)
class Dish:
    code: str
    price: int
    """In cents."""


@dataclass(frozen=True, slots=True)
class Line:
    dish: str
    quantity: int
    price: int
    """In cents each, when it was ordered."""


@dataclass(frozen=True, slots=True)
class Order:
    id: str
    table: int
    lines: tuple[Line, ...]
    total: int
    state: State = State.PLACED


class InvalidOrder(ValueError):
    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("; ".join(problems))
        self.problems = list(problems)


class IllegalMove(ValueError):
    """The order cannot go from the state it is in to the one asked for."""


class UnknownOrder(LookupError):
    """No order has this id."""


class DuplicateOrder(ValueError):
    """Another order has this id."""


@dataclass(frozen=True, slots=True)
class OrderPlaced:
    order_id: str
    table: int
    total: int


@dataclass(frozen=True, slots=True)
class OrderMoved:
    order_id: str
    state: State


Event = OrderPlaced | OrderMoved

# What the service needs from others. They are protocols: whoever has the methods fits.


class PricingRule(Protocol):
    def total(self, lines: Sequence[Line]) -> int: ...


class Publisher(Protocol):
    def publish(self, event: Event) -> None: ...


class Repository(Protocol):
    def add(self, order: Order) -> None: ...

    def get(self, order_id: str) -> Order: ...

    def update(self, order: Order) -> None: ...


class UnitOfWork(Protocol):
    @property
    def orders(self) -> Repository: ...

    def commit(self) -> None: ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


class FullPrice:
    """The rule of a day without offers."""

    def total(self, lines: Sequence[Line]) -> int:
        return sum(line.quantity * line.price for line in lines)


# Your part.


class OrderFactory:
    """Makes orders that are valid, or none."""

    def __init__(self, menu: Mapping[str, Dish], pricing: PricingRule, new_id: Callable[[], str]) -> None:
        self._menu = menu
        self._pricing = pricing
        self._new_id = new_id

    def create(self, table: int, wanted: Sequence[tuple[str, int]]) -> Order:
        if table < 1:
            raise InvalidOrder([f"there is no table {table}"])
        quantities: dict[str, int] = {}
        for code, quantity in wanted:
            if code not in self._menu or quantity < 1:
                continue
            quantities[code] = quantities.get(code, 0) + quantity
        lines = tuple(Line(code, quantity, self._menu[code].price) for code, quantity in quantities.items())
        return Order(self._new_id(), table, lines, self._pricing.total(lines))


class StagedOrders:
    """The orders of a store as one unit of work sees them: its own changes first, then what is stored."""

    def __init__(self, store: Mapping[str, Order]) -> None:
        self._store = store
        self.changes: dict[str, Order] = {}

    def add(self, order: Order) -> None:
        if order.id in self.changes or order.id in self._store:
            raise DuplicateOrder(order.id)
        self.changes[order.id] = order

    def get(self, order_id: str) -> Order:
        order = self.changes.get(order_id) or self._store.get(order_id)
        if order is None:
            raise UnknownOrder(order_id)
        return order

    def update(self, order: Order) -> None:
        self.get(order.id)
        self.changes[order.id] = order


class InMemoryUnitOfWork:
    """What happens in a `with` block reaches the store by `commit`, all at once, or not at all."""

    def __init__(self, store: dict[str, Order]) -> None:
        self._store = store
        self.orders = StagedOrders(store)

    def commit(self) -> None:
        self._store.update(self.orders.changes)
        self.orders.changes.clear()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.orders.changes.clear()


class OrderService:
    """Places orders and moves them on. Builds nothing that it uses."""

    def __init__(self, start_work: Callable[[], UnitOfWork], factory: OrderFactory, publisher: Publisher) -> None:
        self._start_work = start_work
        self._factory = factory
        self._publisher = publisher

    def place(self, table: int, wanted: Sequence[tuple[str, int]]) -> Order:
        order = self._factory.create(table, wanted)
        with self._start_work() as work:
            work.orders.add(order)
            work.commit()
        self._publisher.publish(OrderPlaced(order.id, order.table, order.total))
        return order

    def move(self, order_id: str, state: State) -> Order:
        with self._start_work() as work:
            before = work.orders.get(order_id)
            if state not in MOVES[before.state]:
                raise IllegalMove(f"{order_id} is {before.state.value} and cannot become {state.value}")
            order = replace(before, state=state)
            work.orders.update(order)
            work.commit()
        self._publisher.publish(OrderMoved(order.id, order.state))
        return order


class Printer:
    """A kitchen display made of print."""

    def publish(self, event: Event) -> None:
        print("kitchen:", event)


def main() -> None:
    menu = {dish.code: dish for dish in (Dish("soup", 450), Dish("tea", 200))}
    store: dict[str, Order] = {}
    numbers = iter(range(1, 1000))
    factory = OrderFactory(menu, FullPrice(), lambda: f"order-{next(numbers)}")
    service = OrderService(lambda: InMemoryUnitOfWork(store), factory, Printer())
    order = service.place(4, [("soup", 2), ("tea", 1)])
    service.move(order.id, State.COOKING)
    try:
        service.place(4, [("soup", 0)])
    except InvalidOrder as error:
        print("refused:", error)
    print("stored:", *store.values(), sep="\n  ")


if __name__ == "__main__":
    main()
