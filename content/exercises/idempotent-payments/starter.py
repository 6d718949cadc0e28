"""A payment service whose requests may be sent again."""

from typing import Annotated

from fastapi import FastAPI, Header
from fastapi.responses import JSONResponse
from fastapi.testclient import TestClient
from provider import Provider
from pydantic import BaseModel, Field

LONGEST_KEY = 255


class Order(BaseModel):
    amount: int = Field(gt=0)
    """In cents."""
    currency: str = Field(pattern="^[A-Z]{3}$")
    card: str


def create_app(database: str, provider: Provider) -> FastAPI:
    app = FastAPI()

    @app.post("/payments")
    def pay(
        order: Order,
        client: Annotated[str, Header(alias="X-Client")],
        key: Annotated[str | None, Header(alias="Idempotency-Key")] = None,
    ) -> JSONResponse:
        raise NotImplementedError

    return app


def main() -> None:
    provider = Provider()
    client = TestClient(create_app("postgresql:///nowhere", provider))
    order = {"amount": 500, "currency": "EUR", "card": "visa"}
    response = client.post("/payments", json=order, headers={"X-Client": "ada"})
    print(response.status_code, response.json())


if __name__ == "__main__":
    main()
