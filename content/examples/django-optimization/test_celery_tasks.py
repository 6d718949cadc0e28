import celery_tasks as example
import pytest
from bookshop import Order, fill

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def shop() -> None:
    fill(authors=1)
    example.outbox.clear()
    example.outages = 0


def test_a_message_for_an_order_that_was_rolled_back() -> None:
    assert example.try_order(example.place_order_hastily, fails=True) == 1
    assert Order.objects.count() == 0
    assert example.try_order(example.place_order, fails=True) == 0


def test_a_message_leaves_with_the_commit() -> None:
    assert example.try_order(example.place_order, fails=False) == 1


def test_an_outage_is_tried_again_and_a_second_delivery_sends_nothing() -> None:
    example.place_order()
    order = Order.objects.get()
    example.outages = 3
    assert example.run_task(order.pk) == "sent at try 4"
    assert example.run_task(order.pk) == "was sent before"
    assert len(example.outbox) == 1


def test_trying_ends_and_leaves_no_trace() -> None:
    example.place_order()
    example.outages = 9
    with pytest.raises(example.MailServerDown):
        example.run_task(Order.objects.get().pk)
    assert not example.Mail.objects.exists()
