"""A signal fires inside of the transaction, and what it starts stays when the transaction does not.

`post_save` says that a row was written, `transaction.on_commit` that it will be found. `bulk_create` and `update` say nothing
to signals at all.
"""

from __future__ import annotations

from bookshop import Author, Book, Order, setup
from django.db import transaction
from django.db.models import F
from django.db.models.signals import post_save
from django.dispatch import receiver

sent: list[str] = []


# region: signal
@receiver(post_save, sender=Order, dispatch_uid="mail-at-once")
def mail_at_once(sender: type[Order], instance: Order, created: bool, **kwargs: object) -> None:
    sent.append(f"at once: {instance.email}")
    transaction.on_commit(lambda: sent.append(f"on commit: {instance.email}"))


# endregion
# region: cases
def place(email: str, *, fails: bool = False) -> list[str]:
    """What was sent for an order that is written and may be rolled back."""
    sent.clear()
    try:
        with transaction.atomic():
            Order.objects.create(book=Book.objects.first(), email=email)
            if fails:
                raise ValueError
    except ValueError:
        pass
    return list(sent)


def place_in_savepoint(email: str) -> list[str]:
    """An inner block that is rolled back takes its callbacks with it; the outer one keeps its own."""
    sent.clear()
    with transaction.atomic():
        place_outer = Order.objects.create(book=Book.objects.first(), email=email)
        try:
            with transaction.atomic():
                Order.objects.create(book=place_outer.book, email=f"second-{email}")
                raise ValueError
        except ValueError:
            pass
    return [event for event in sent if event.startswith("on commit")]


def place_many(count: int) -> list[str]:
    sent.clear()
    book = Book.objects.first()
    Order.objects.bulk_create(Order(book=book, email=f"{number}@example.org") for number in range(count))
    Order.objects.update(quantity=F("quantity") + 1)
    return list(sent)


def fail_in_callback() -> tuple[list[str], bool]:
    """What a callback raises stops those behind it, but the row is there already. `robust=True` goes on."""
    sent.clear()

    def break_down() -> None:
        raise ConnectionError

    with transaction.atomic():
        author = Author.objects.create(name="New")
        transaction.on_commit(break_down, robust=True)
        transaction.on_commit(lambda: sent.append("the next one ran"))
    return list(sent), Author.objects.filter(pk=author.pk).exists()


# endregion
def main() -> None:
    import logging

    # Django logs what a robust callback raised; here it is expected.
    logging.getLogger("django.db.backends.base").disabled = True
    setup(authors=1)
    print("committed:  ", place("ada@example.org"))
    print("rolled back:", place("bob@example.org", fails=True))
    print("savepoint:  ", place_in_savepoint("cy@example.org"))
    print("in bulk:    ", place_many(3))
    print("robust:     ", *fail_in_callback())


if __name__ == "__main__":
    main()
