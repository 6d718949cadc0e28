"""Celery with Django: a task that is sent when the order is really there, that retries, and that may run twice.

The broker is in memory and the worker runs in this process, step by step, so that each step can be looked at.
"""

from __future__ import annotations

from bookshop import Book, Order, create_tables, fill
from celery import Celery
from celery.contrib.django.task import DjangoTask
from django.db import models, transaction

app = Celery("shop", broker="memory://", backend="cache+memory://", task_cls=DjangoTask)
app.conf.update(
    # A message is taken back when a worker dies, and with it the task runs again: see `Mail`.
    task_acks_late=True,
    task_ignore_result=False,
    broker_connection_retry_on_startup=True,
)
QUEUE = "celery"
outbox: list[str] = []
outages = 0


# region: idempotent
class Mail(models.Model):
    """What was sent. The key is unique, so that a task which runs twice sends once."""

    key = models.CharField(max_length=100, unique=True)

    class Meta:
        app_label = "bookshop"


class MailServerDown(Exception):
    """Another try may help."""


@app.task(
    bind=True,
    autoretry_for=(MailServerDown,),
    max_retries=4,
    retry_backoff=True,
    retry_backoff_max=60,
    retry_jitter=False,
)
def confirm_order(self: DjangoTask, order_id: int) -> str:
    """Takes an id and not an order: what it needs is read when it runs, and nothing stale is in the message."""
    order = Order.objects.select_related("book").get(pk=order_id)
    with transaction.atomic():
        _, is_new = Mail.objects.get_or_create(key=f"confirm:{order.pk}")
        if not is_new:
            return "was sent before"
        # If this fails, the row goes with the transaction, and the retry finds none.
        send_mail(f"{order.email}: {order.book.title}")
    return f"sent at try {self.request.retries + 1}"


# endregion
def send_mail(text: str) -> None:
    global outages
    if outages > 0:
        outages -= 1
        raise MailServerDown
    outbox.append(text)


# region: on-commit
def place_order_hastily(*, fails: bool) -> None:
    """The message leaves at once: a worker may look for an order that is not there yet, or never will be."""
    with transaction.atomic():
        order = Order.objects.create(book=Book.objects.first(), email="ada@example.org")
        confirm_order.delay(order.pk)
        if fails:
            raise ValueError("card refused")


def place_order(*, fails: bool = False) -> None:
    """The message leaves when the transaction has been committed, or never."""
    with transaction.atomic():
        order = Order.objects.create(book=Book.objects.first(), email="ada@example.org")
        confirm_order.delay_on_commit(order.pk)
        if fails:
            raise ValueError("card refused")


# endregion
def count_messages() -> int:
    with app.connection_for_read() as broker, broker.SimpleQueue(QUEUE) as queue:
        return queue.qsize()


def take_messages() -> list[dict[str, object]]:
    with app.connection_for_read() as broker, broker.SimpleQueue(QUEUE) as queue:
        messages = [queue.get_nowait() for _ in range(queue.qsize())]
        for message in messages:
            message.ack()
        return [message.payload for message in messages]


def run_task(order_id: int) -> object:
    """What a worker does with a message, its retries included, without the waits between them."""
    return confirm_order.apply(args=[order_id]).get()


def try_order(place, **options: bool) -> int:
    """How many messages came of it."""
    take_messages()
    try:
        place(**options)
    except ValueError:
        pass
    return count_messages()


def main() -> None:
    global outages
    create_tables()
    fill()
    print("hasty, rolled back:", try_order(place_order_hastily, fails=True), "message, orders:", Order.objects.count())
    print("on commit, rolled back:", try_order(place_order, fails=True), "messages")
    print("on commit:", try_order(place_order), "message, orders:", Order.objects.count())
    order_id = Order.objects.get().pk
    outages = 2
    print(run_task(order_id))
    print("delivered again:", run_task(order_id))
    print("mails:", outbox)


if __name__ == "__main__":
    main()
