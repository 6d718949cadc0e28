"""Orders: each once, never more than there is, and nobody else's."""

import secrets


def new_key() -> dict:
    return {"Idempotency-Key": secrets.token_hex(8)}


def test_places_orders__of_what_is_in_the_cart(ada, make_product, stock_of):
    """The order has the cart's lines and total, takes the stock, and leaves the cart empty."""
    first, second = make_product(price=100), make_product(price=7)
    ada.put(first, 2)
    cart = ada.put(second, 3)
    order = ada.ask("POST /orders", 201, headers=new_key()).json()
    assert (order["status"], order["total"], order["currency"]) == ("pending", 221, "EUR"), f"POST /orders gave {order}"
    names = ("product_id", "quantity", "unit_price", "total")
    lines, expected = ([{name: item[name] for name in names} for item in thing["items"]] for thing in (order, cart))
    assert lines == expected, f"the order has the lines {lines}, the cart had {expected}"
    assert order["payment"]["id"], "the order has no payment id"
    left = (stock_of(first), stock_of(second))
    assert left == (8, 7), f"after 2 and 3 of 10 were ordered, the stocks are {left}"
    assert ada.ask("GET /cart", 200).json()["items"] == [], "the cart is not empty after the order"
    assert ada.ask(f"GET /orders/{order['id']}", 200).json() == order


def test_places_orders__not_without_cart_or_key(ada, make_product):
    """An empty cart is 409, a missing key 400; neither makes an order."""
    ada.ask("POST /orders", 409, headers=new_key())
    ada.put(make_product())
    ada.ask("POST /orders", 400)
    assert ada.ask("GET /orders", 200).json()["items"] == []
    assert len(ada.ask("GET /cart", 200).json()["items"]) == 1, "a refused order has emptied the cart"


def test_orders_once__the_same_key_again(ada, make_product, stock_of, payments):
    """The first answer comes again, though the order is paid by now, and the cart that was filled since is left alone."""
    product, key = make_product(), new_key()
    ada.put(product, 2)
    order = ada.ask("POST /orders", 201, headers=key).json()
    payments.deliver(payments.make_event(order, "payment.succeeded"))
    cart = ada.put(product, 1)
    again = ada.ask("POST /orders", 201, headers=key).json()
    assert again == order, f"the same key gave {again}, and before {order}"
    assert ada.ask("GET /cart", 200).json() == cart, "the repeated order has changed the cart"
    assert stock_of(product) == 8, f"2 of 10 were ordered, with one key twice, and {stock_of(product)} are left"
    other = ada.ask("POST /orders", 201, headers=new_key()).json()
    assert other["id"] != order["id"], "another key gave the same order"


def test_orders_once__ten_at_once(ada, make_product, stock_of, at_once):
    """Ten requests with one key at the same time make one order, and all ten get it."""
    product, key = make_product(), new_key()
    ada.put(product)
    answers = at_once(lambda _: ada.ask("POST /orders", 201, headers=key).json(), range(10))
    ids = {str(answer["id"]) for answer in answers}
    assert len(ids) == 1, f"ten requests with one key gave the orders {sorted(ids)}"
    assert len(ada.ask("GET /orders", 200).json()["items"]) == 1
    assert stock_of(product) == 9, f"one of 10 was ordered, and {stock_of(product)} are left"


def test_orders_once__keys_are_the_customers_own(ada, sign_up, make_product):
    """Another customer's same key makes another order."""
    product, key, bob = make_product(), new_key(), sign_up()
    orders = []
    for customer in (ada, bob):
        customer.put(product)
        orders.append(customer.ask("POST /orders", 201, headers=key).json())
    assert orders[0]["id"] != orders[1]["id"], "two customers with the same key got the same order"


def test_never_oversells__ten_want_the_last_three(crowd, make_product, stock_of, at_once):
    """Of ten orders at once, exactly three get a piece, and the stock is 0."""
    product = make_product(stock=3)
    for customer in crowd:
        customer.put(product)
    statuses = at_once(lambda customer: customer.send("POST /orders", headers=new_key()).status_code, crowd)
    for customer in crowd:
        customer.ask(f"DELETE /cart/items/{product['id']}", 204)
    assert sorted(statuses) == [201] * 3 + [409] * 7, f"ten orders of 3 pieces gave {sorted(statuses)}"
    assert stock_of(product) == 0, f"3 of 3 pieces are sold, and the stock is {stock_of(product)}"


def test_never_oversells__all_or_nothing(ada, make_product, stock_of):
    """Where the last line is short, the others are not taken either, and the cart stays."""
    plenty, short = make_product(stock=5), make_product(stock=1)
    ada.put(plenty, 5)
    cart = ada.put(short, 2)
    key = new_key()
    answer = ada.ask("POST /orders", 409, headers=key).json()
    assert answer["detail"]["product_id"] == short["id"], f"product {short['id']} is short, and the answer is {answer}"
    left = (stock_of(plenty), stock_of(short))
    assert left == (5, 1), f"after an order that failed, the stocks of 5 and 1 are {left}"
    assert ada.ask("GET /cart", 200).json() == cart, "an order that failed has changed the cart"
    assert ada.ask("GET /orders", 200).json()["items"] == []
    ada.put(short, 1)
    ada.ask("POST /orders", 201, headers=new_key())
    assert (stock_of(plenty), stock_of(short)) == (0, 0), "the last pieces cannot be ordered"


def test_freezes_orders__prices_and_names_of_then(ada, admin, make_product):
    """When price and name of a product change, the order stays as it was."""
    product = make_product(price=500)
    order = ada.order(product)
    admin.ask(f"PATCH /products/{product['id']}", 200, json={"price": 1, "name": "Cheap"})
    later = ada.ask(f"GET /orders/{order['id']}", 200).json()
    assert later == order, f"after the product changed, the order is {later}, and was {order}"


def test_cancels_orders__a_pending_one(ada, make_product, stock_of):
    """The stock comes back once, though the order is cancelled twice."""
    product = make_product()
    order = ada.order(product, quantity=4)
    for time in ("first", "second"):
        cancelled = ada.ask(f"POST /orders/{order['id']}/cancel", 200).json()
        assert cancelled == order | {"status": "cancelled"}, f"the {time} cancelling gave {cancelled}"
        assert stock_of(product) == 10, f"after the {time} cancelling, {stock_of(product)} of 10 are in stock"


def test_cancels_orders__ten_times_at_once(ada, make_product, stock_of, at_once):
    """Ten requests at the same time give the stock back once."""
    product = make_product()
    order = ada.order(product, quantity=4)
    at_once(lambda _: ada.ask(f"POST /orders/{order['id']}/cancel", 200), range(10))
    assert stock_of(product) == 10, f"after ten cancellings at once, {stock_of(product)} of 10 are in stock"


def test_cancels_orders__not_a_paid_one(ada, make_product, stock_of, payments):
    """A paid order is 409 and stays paid."""
    product = make_product()
    order = ada.order(product)
    payments.deliver(payments.make_event(order, "payment.succeeded"))
    ada.ask(f"POST /orders/{order['id']}/cancel", 409)
    assert (ada.status(order), stock_of(product)) == ("paid", 9)


def test_hides_others_orders__lists_and_single_ones(ada, sign_up, make_product, stock_of):
    """One's own orders come newest first; somebody else's are 404, and cannot be cancelled."""
    product, bob = make_product(), sign_up()
    orders = [ada.order(product) for _ in range(3)]
    listed = ada.ask("GET /orders", 200).json()["items"]
    assert listed == orders[::-1], f"GET /orders shows {[order['id'] for order in listed]}, newest first"
    assert bob.ask("GET /orders", 200).json()["items"] == [], "a customer without orders sees some"
    bob.ask(f"GET /orders/{orders[0]['id']}", 404)
    bob.ask(f"POST /orders/{orders[0]['id']}/cancel", 404)
    bob.ask("GET /orders/999999999", 404)
    assert (ada.status(orders[0]), stock_of(product)) == ("pending", 7)
