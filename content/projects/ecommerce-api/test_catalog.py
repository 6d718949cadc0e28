"""Accounts and the catalog."""

import secrets

import pytest


def test_registers_customers__and_logs_them_in(nobody, ada):
    """A registered customer has a token that opens cart and orders."""
    ada.ask("GET /cart", 200)
    ada.ask("GET /orders", 200)
    nobody.ask("POST /auth/register", 409, json={"email": ada.email, "password": "another-password"})
    for user in ({"email": ada.email, "password": "wrong-password"}, {"email": f"no-{ada.email}", "password": ada.password}):
        nobody.ask("POST /auth/token", 401, json=user)


@pytest.mark.parametrize(
    "user",
    [
        {"email": "nowhere", "password": "long-enough"},
        {"email": "a@example.com", "password": "nine-char"},
        {"email": "a@example.com", "password": "x" * 129},
        {"email": "a@example.com"},
    ],
    ids=["address", "short", "long", "missing"],
)
def test_registers_customers__bad_values(nobody, user):
    """An address without @ and a password that has not 10 to 128 characters are 422."""
    nobody.ask("POST /auth/register", 422, json=user)


@pytest.mark.parametrize("token", ["", "not-a-token"])
def test_registers_customers__no_token_no_cart(nobody, make_product, token):
    """Cart and orders are 401 without a token, and with an invented one."""
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    for request in ("GET /cart", "GET /orders", "POST /orders"):
        nobody.ask(request, 401, headers=headers | {"Idempotency-Key": "k"})
    nobody.ask(f"PUT /cart/items/{make_product()['id']}", 401, headers=headers, json={"quantity": 1})


def test_shows_the_catalog__a_product_by_its_id(nobody, make_product, admin):
    """All see a product as the admin made it; a deleted or invented one is 404."""
    product = make_product(name="Ñandú", price=1, stock=0)
    expected = {"name": "Ñandú", "price": 1, "currency": "EUR", "stock": 0}
    assert {name: product.get(name) for name in expected} == expected, f"POST /products gave {product}"
    assert nobody.ask(f"GET /products/{product['id']}", 200).json() == product
    nobody.ask("GET /products/999999999", 404)


@pytest.mark.parametrize("limit", [1, 2, 5, 100])
def test_shows_the_catalog__pages_and_search(nobody, five_coffees, limit):
    """Following `next`, each product that has the words in its name comes once, in any letter case."""
    word, ids = five_coffees
    seen, sizes, query = [], [], {"q": f"RÖST {word.upper()}", "limit": limit}
    while True:
        page = nobody.ask("GET /products", 200, params=query).json()
        seen += [product["id"] for product in page["items"]]
        sizes.append(len(page["items"]))
        if page["next"] is None:
            break
        assert len(sizes) < 10, f"GET /products with {query} still has a next after ten pages"
        query["cursor"] = page["next"]
    assert sorted(map(str, seen)) == sorted(map(str, ids)), f"GET /products with {query} showed {seen}, not {ids}"
    expected = [limit] * (5 // limit) + [5 % limit] * (5 % limit > 0)
    assert sizes == expected, f"limit={limit} gave pages of {sizes}, not {expected}"


@pytest.fixture(scope="module")
def five_coffees(make_product):
    """A word that is in the names of five products, and their ids."""
    word = secrets.token_hex(6)
    make_product(name=f"Röst {word[:-1]}")
    return word, [make_product(name=f"The Röst {word} %{number}")["id"] for number in range(5)]


def test_shows_the_catalog__a_search_takes_words_literally(nobody, five_coffees):
    """`%` and `_` in the search find themselves."""
    word, ids = five_coffees
    for words, count in ((f"{word} %3", 1), (f"{word}%3", 0), (f"{word}_%3", 0), (f"{word} %", 5)):
        items = nobody.ask("GET /products", 200, params={"q": words}).json()["items"]
        assert len(items) == count, f"GET /products with q={words!r} gave {len(items)} products, not {count}"


def test_shows_the_catalog__twenty_by_default(nobody, make_product):
    """Without a limit a page has 20 products."""
    word = secrets.token_hex(6)
    for _ in range(21):
        make_product(name=word)
    page = nobody.ask("GET /products", 200, params={"q": word}).json()
    assert len(page["items"]) == 20, f"a page without a limit has {len(page['items'])} products"
    assert page["next"] is not None, "with 21 products, the first page of 20 has no next"


@pytest.mark.parametrize("limit", ["0", "-1", "101", "many"])
def test_shows_the_catalog__bad_limits(nobody, limit):
    """A limit that is not a number from 1 to 100 is 422."""
    nobody.ask(f"GET /products?limit={limit}", 422)


def test_guards_the_catalog__only_the_admin(nobody, ada, make_product):
    """Customers get 403 and others 401, and the product stays as it was."""
    product = make_product()
    new = {"sku": secrets.token_hex(6), "name": "Tea", "price": 1, "currency": "EUR", "stock": 1}
    for visitor, status in ((ada, 403), (nobody, 401)):
        visitor.ask("POST /products", status, json=new)
        visitor.ask(f"PATCH /products/{product['id']}", status, json={"price": 1})
    assert nobody.ask(f"GET /products/{product['id']}", 200).json() == product, "a refused request has changed the product"


def test_guards_the_catalog__a_sku_once(admin, make_product):
    """A sku that exists is 409, for a new product and for a change."""
    product, other = make_product(), make_product()
    admin.ask("POST /products", 409, json={name: value for name, value in product.items() if name != "id"})
    admin.ask(f"PATCH /products/{other['id']}", 409, json={"sku": product["sku"]})


def test_guards_the_catalog__a_change_of_named_fields(admin, make_product, nobody):
    """What a change does not name stays; a product that is not there is 404."""
    product = make_product()
    changed = admin.ask(f"PATCH /products/{product['id']}", 200, json={"price": 250, "stock": 0}).json()
    assert changed == product | {"price": 250, "stock": 0}, f"PATCH gave {changed}"
    assert nobody.ask(f"GET /products/{product['id']}", 200).json() == changed
    admin.ask("PATCH /products/999999999", 404, json={"price": 1})


@pytest.mark.parametrize(
    "field", [{"price": -1}, {"price": 19.9}, {"price": "1990"}, {"price": None}, {"stock": -1}, {"currency": "USD"}], ids=str
)
def test_counts_money_in_cents__bad_values(admin, make_product, nobody, field):
    """A price that is no whole number of cents, a negative stock and another currency are 422."""
    product = make_product()
    admin.ask("POST /products", 422, json={"sku": secrets.token_hex(6), "name": "T", "price": 1, "currency": "EUR", "stock": 1} | field)
    admin.ask(f"PATCH /products/{product['id']}", 422, json=field)
    assert nobody.ask(f"GET /products/{product['id']}", 200).json() == product, "a refused change has changed the product"


def test_counts_money_in_cents__sums_are_exact(ada, make_product):
    """Prices, sums of lines and the total are whole numbers, in the cart and in the order."""
    ada.put(make_product(price=1999, stock=99), 3)
    cart = ada.put(make_product(price=10, stock=99), 33)
    order = ada.order()
    for place, thing in (("cart", cart), ("order", order)):
        money = [thing["total"], *(item[name] for item in thing["items"] for name in ("unit_price", "total"))]
        assert money == [6327, 1999, 5997, 10, 330], f"the {place} has the amounts {money}"
        assert all(type(amount) is int for amount in money), f"the {place} has amounts that are no whole numbers: {money}"
        assert thing["currency"] == "EUR"
