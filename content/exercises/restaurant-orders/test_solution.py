from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Self

from solution import (
    Dish,
    DuplicateOrder,
    Event,
    FullPrice,
    IllegalMove,
    InMemoryUnitOfWork,
    InvalidOrder,
    Line,
    Order,
    OrderFactory,
    OrderMoved,
    OrderPlaced,
    OrderService,
    PricingRule,
    Repository,
    State,
    UnknownOrder,
)

MENU = {dish.code: dish for dish in (Dish("soup", 450), Dish("tea", 200))}


def make_factory(pricing: PricingRule | None = None) -> OrderFactory:
    numbers = iter(range(1, 100))
    return OrderFactory(MENU, pricing or FullPrice(), lambda: f"order-{next(numbers)}")


def make_order(order_id: str, state: State = State.PLACED) -> Order:
    return Order(order_id, 4, (Line("tea", 1, 200),), 200, state)


class Kitchen:
    """A publisher that remembers what it was told."""

    def __init__(self) -> None:
        self.events: list[Event] = []

    def publish(self, event: Event) -> None:
        self.events.append(event)


class Restaurant:
    """A service with a store and a kitchen of its own."""

    def __init__(self, *orders: Order) -> None:
        self.store = {order.id: order for order in orders}
        self.kitchen = Kitchen()
        self.service = OrderService(lambda: InMemoryUnitOfWork(self.store), make_factory(), self.kitchen)


def error_of(action: Callable[[], object]) -> BaseException | None:
    try:
        action()
    except Exception as error:
        return error
    return None


def test_1_an_order_is_complete() -> None:
    """Makes an order with an id, one line for each dish at its price of now, and the total of the pricing rule"""

    class FirstDishFree:
        def total(self, lines: Sequence[Line]) -> int:
            return FullPrice().total(lines[1:])

    wanted = [("soup", 1), ("tea", 1), ("soup", 2)]
    order = make_factory().create(4, wanted)
    assert order.lines == (Line("soup", 3, 450), Line("tea", 1, 200))
    assert order == Order("order-1", 4, order.lines, 1550, State.PLACED)
    assert make_factory(FirstDishFree()).create(4, wanted).total == 200, "the rule was: the first line is free"


def test_1_a_bad_order_is_no_order() -> None:
    """Refuses an order with a dish, quantity or table that does not exist, or with nothing in it"""
    cases: dict[str, tuple[int, list[tuple[str, int]]]] = {
        "a dish that is not on the menu": (4, [("soup", 1), ("pizza", 1)]),
        "a quantity of 0": (4, [("soup", 1), ("tea", 0)]),
        "a negative quantity, even if the sum is positive": (4, [("tea", 3), ("tea", -1)]),
        "no dishes": (4, []),
        "table 0": (0, [("soup", 1)]),
    }
    for name, (table, wanted) in cases.items():
        error = error_of(lambda: make_factory().create(table, wanted))
        assert isinstance(error, InvalidOrder), f"{name}: expected InvalidOrder, got {error!r}"


def test_1_all_problems_are_told_at_once() -> None:
    """Lists all that is wrong with an order, not only the first thing, and uses up no id"""
    factory = make_factory()
    error = error_of(lambda: factory.create(0, [("pizza", 1), ("soup", 1), ("tea", -2)]))
    problems = error.problems if isinstance(error, InvalidOrder) else [repr(error)]
    assert len(problems) == 3, f"table 0, pizza and -2 teas are three problems: {problems}"
    for word in ("0", "pizza", "tea"):
        assert any(word in problem for problem in problems), f"no problem names {word}: {problems}"
    assert factory.create(4, [("tea", 1)]).id == "order-1", "the refused order took an id"


def test_2_commit_makes_it_last() -> None:
    """A unit of work sees its own changes at once; the store sees them after commit, and only those"""
    store: dict[str, Order] = {}
    with InMemoryUnitOfWork(store) as work:
        work.orders.add(make_order("a"))
        assert work.orders.get("a") == make_order("a")
        assert store == {}, "nothing may reach the store before commit"
        work.commit()
        assert store == {"a": make_order("a")}
        work.orders.update(make_order("a", State.COOKING))
        assert work.orders.get("a").state is State.COOKING
    assert store == {"a": make_order("a")}, "what came after the commit was never committed"


def test_2_no_commit_means_nothing_happened() -> None:
    """Leaving without commit, or by an error, takes everything back and lets the error through"""
    store = {"a": make_order("a")}

    def fail(work: InMemoryUnitOfWork) -> None:
        with work:
            work.orders.add(make_order("b"))
            work.orders.update(make_order("a", State.COOKING))
            raise ConnectionError("the line is down")

    work = InMemoryUnitOfWork(store)
    assert isinstance(error_of(lambda: fail(work)), ConnectionError), "the error must reach the caller"
    with work:
        work.orders.add(make_order("c"))
    with work:
        work.commit()
    assert store == {"a": make_order("a")}, "this unit of work never committed a change"


def test_2_units_keep_out_of_each_other() -> None:
    """Two units of work at once do not see each other's changes and do not undo them"""
    store = {"a": make_order("a")}
    with InMemoryUnitOfWork(store) as first, InMemoryUnitOfWork(store) as second:
        first.orders.add(make_order("b"))
        assert isinstance(error_of(lambda: second.orders.get("b")), UnknownOrder), "b is not committed yet"
        second.orders.add(make_order("c"))
        first.commit()
        second.commit()
    assert sorted(store) == ["a", "b", "c"], "one commit undid the other"


def test_2_ids_are_checked() -> None:
    """Refuses to get or update an order that is not there, and to add one that is"""
    with InMemoryUnitOfWork({"a": make_order("a")}) as work:
        work.orders.add(make_order("b"))
        errors = {
            "get z": error_of(lambda: work.orders.get("z")),
            "update z": error_of(lambda: work.orders.update(make_order("z"))),
            "add a": error_of(lambda: work.orders.add(make_order("a"))),
            "add b": error_of(lambda: work.orders.add(make_order("b"))),
        }
    names = {action: type(error).__name__ for action, error in errors.items()}
    unknown, duplicate = UnknownOrder.__name__, DuplicateOrder.__name__
    assert names == {"get z": unknown, "update z": unknown, "add a": duplicate, "add b": duplicate}


def test_2_stores_share_nothing() -> None:
    """Two stores know nothing of each other"""
    here, there = Restaurant(), Restaurant()
    here.service.place(1, [("tea", 1)])
    assert (sorted(here.store), sorted(there.store)) == (["order-1"], []), "the order belongs in the first store, and in no other"
    assert there.service.place(1, [("tea", 1)]).id == "order-1", "two restaurants may use the same ids"


def test_3_placed_means_stored_and_told() -> None:
    """Stores the order in the unit of work that it was given, then tells the kitchen"""
    restaurant = Restaurant()
    seen: list[bool] = []

    class Watch(Kitchen):
        def publish(self, event: Event) -> None:
            super().publish(event)
            seen.append(isinstance(event, OrderPlaced) and event.order_id in restaurant.store)

    watch = Watch()
    service = OrderService(lambda: InMemoryUnitOfWork(restaurant.store), make_factory(), watch)
    order = service.place(4, [("soup", 2)])
    assert restaurant.store == {order.id: order}, "the order is not in the store that the service was given"
    assert watch.events == [OrderPlaced("order-1", 4, 900)]
    assert seen == [True], "the kitchen was told of an order that was not stored yet"


def test_3_refused_means_nothing_happened() -> None:
    """Stores nothing and tells nobody when the order is refused or the commit fails"""

    class FailingUnit:
        """A unit of work whose database is full."""

        def __init__(self) -> None:
            self.orders: Repository = InMemoryUnitOfWork({}).orders
            self.left_by: object = "never left"

        def commit(self) -> None:
            raise OSError("disk full")

        def __enter__(self) -> Self:
            return self

        def __exit__(
            self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
        ) -> None:
            self.left_by = kind

    restaurant = Restaurant()
    refused = error_of(lambda: restaurant.service.place(4, [("pizza", 1)]))
    assert isinstance(refused, InvalidOrder), f"expected InvalidOrder, got {refused!r}"
    assert (restaurant.store, restaurant.kitchen.events) == ({}, [])

    unit, kitchen = FailingUnit(), Kitchen()
    service = OrderService(lambda: unit, make_factory(), kitchen)
    failed = error_of(lambda: service.place(4, [("soup", 1)]))
    assert isinstance(failed, OSError), f"the commit of the given unit failed, so place must fail: got {failed!r}"
    assert unit.left_by is OSError, "use the unit of work in a with statement, so that it can roll back"
    assert kitchen.events == [], "the kitchen cooks an order that was never stored"


def test_4_moves_follow_the_table() -> None:
    """Makes each move that MOVES allows, stores it and tells the kitchen"""
    restaurant = Restaurant(make_order("a"))
    for state in (State.COOKING, State.SERVED, State.PAID):
        moved = restaurant.service.move("a", state)
        assert (moved, restaurant.store["a"]) == (make_order("a", state), make_order("a", state))
    assert restaurant.kitchen.events == [
        OrderMoved("a", State.COOKING),
        OrderMoved("a", State.SERVED),
        OrderMoved("a", State.PAID),
    ]


def test_4_an_illegal_move_changes_nothing() -> None:
    """Refuses any other move, and one of an unknown order, with nothing stored and nobody told"""
    for before, after in ((State.PLACED, State.PAID), (State.PAID, State.CANCELLED), (State.COOKING, State.COOKING)):
        restaurant = Restaurant(make_order("a", before))
        error = error_of(lambda: restaurant.service.move("a", after))
        assert isinstance(error, IllegalMove), f"{before} to {after}: expected IllegalMove, got {error!r}"
        assert restaurant.store["a"].state is before, "the move was refused, and stored all the same"
        assert restaurant.kitchen.events == [], "the move was refused, and announced all the same"
    assert isinstance(error_of(lambda: Restaurant().service.move("z", State.COOKING)), UnknownOrder)
