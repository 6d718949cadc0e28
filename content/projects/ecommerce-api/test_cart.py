"""The cart."""

import pytest


def test_keeps_a_cart__quantities_are_set(ada, make_product):
    """A second PUT replaces the quantity; a deleted product is gone; the total follows."""
    first, second = make_product(price=100), make_product(price=7)
    ada.put(first, 2)
    ada.put(second, 3)
    cart = ada.put(first, 5)
    lines = [(item["product_id"], item["quantity"], item["unit_price"], item["total"]) for item in cart["items"]]
    assert sorted(lines, key=str) == sorted([(first["id"], 5, 100, 500), (second["id"], 3, 7, 21)], key=str), f"the cart is {cart}"
    assert cart["total"] == 521, f"the total of {lines} is {cart['total']}"
    assert ada.ask("GET /cart", 200).json() == cart
    ada.ask(f"DELETE /cart/items/{first['id']}", 204)
    cart = ada.ask("GET /cart", 200).json()
    assert ([item["product_id"] for item in cart["items"]], cart["total"]) == ([second["id"]], 21), f"the cart is {cart}"


def test_keeps_a_cart__in_every_session(ada, log_in, crowd, make_product):
    """A second login of the customer sees the same cart, another customer does not."""
    cart = ada.put(make_product())
    assert log_in(ada.email, ada.password).ask("GET /cart", 200).json() == cart
    empty = crowd[0].ask("GET /cart", 200).json()
    assert (empty["items"], empty["total"]) == ([], 0), f"another customer's cart is {empty}"


@pytest.mark.parametrize("quantity", [0, -1, 100, 1.5, None, "many"])
def test_keeps_a_cart__bad_quantities(ada, make_product, quantity):
    """A quantity that is not 1 to 99 is 422 and changes nothing; 1 and 99 are taken."""
    product = make_product()
    ada.put(product, 1)
    cart = ada.put(product, 99)
    ada.ask(f"PUT /cart/items/{product['id']}", 422, json={"quantity": quantity})
    assert ada.ask("GET /cart", 200).json() == cart, "a refused quantity has changed the cart"


def test_keeps_a_cart__unknown_products(ada):
    """A product that is not there is 404."""
    ada.ask("PUT /cart/items/999999999", 404, json={"quantity": 1})
    ada.ask("DELETE /cart/items/999999999", 404)


def test_takes_prices_from_the_server__the_price_of_now(ada, admin, make_product):
    """When a price changes, the cart shows the new one, and the order takes it."""
    product = make_product(price=500)
    ada.put(product, 2)
    admin.ask(f"PATCH /products/{product['id']}", 200, json={"price": 700})
    cart = ada.ask("GET /cart", 200).json()
    assert (cart["items"][0]["unit_price"], cart["total"]) == (700, 1400), f"after the price became 700, the cart is {cart}"
    order = ada.order()
    assert order["total"] == 1400, f"after the price became 700, the order's total is {order['total']}"


def test_takes_prices_from_the_server__the_client_has_no_say(ada, make_product):
    """Prices in a request of the customer are refused or have no effect, in the cart and in the order."""
    product = make_product(price=500)
    wish = {"unit_price": 1, "price": 1, "total": 1}
    ada.ask(f"PUT /cart/items/{product['id']}", 200, 422, json={"quantity": 2} | wish)
    cart = ada.put(product, 2)
    assert (cart["items"][0]["unit_price"], cart["total"]) == (500, 1000), f"the client's price is in the cart {cart}"
    ada.ask(f"PUT /cart/items/{product['id']}", 200, 422, json={"quantity": 2} | wish)
    ada.ask("POST /orders", 201, 422, headers={"Idempotency-Key": "first"}, json=wish | {"items": [], "status": "paid"})
    order = ada.ask("POST /orders", 201, headers={"Idempotency-Key": "first"}).json()
    assert (order["total"], order["status"]) == (1000, "pending"), f"what the client wished is in the order {order}"
