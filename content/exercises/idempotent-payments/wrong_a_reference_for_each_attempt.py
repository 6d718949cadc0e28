"""Names the charge anew with each attempt, so that the provider cannot know it again."""

import hashlib
import json
from typing import Annotated, Any
from uuid import uuid4

import psycopg
from fastapi import FastAPI, Header, HTTPException
from fastapi.responses import JSONResponse
from fastapi.testclient import TestClient
from provider import CardDeclinedError, Provider, ProviderUnavailableError
from psycopg.types.json import Jsonb
from pydantic import BaseModel, Field

LONGEST_KEY = 255
RETRY = {"Retry-After": "1"}

CLAIM = "INSERT INTO idempotency_keys (client, key, fingerprint) VALUES (%s, %s, %s) ON CONFLICT DO NOTHING"
READ = "SELECT fingerprint, reference, status, body FROM idempotency_keys WHERE client = %s AND key = %s"
PAY = "INSERT INTO payments (client, amount, currency, charge) VALUES (%s, %s, %s, %s) RETURNING id"
FINISH = "UPDATE idempotency_keys SET status = %s, body = %s WHERE client = %s AND key = %s"


class Order(BaseModel):
    amount: int = Field(gt=0)
    """In cents."""
    currency: str = Field(pattern="^[A-Z]{3}$")
    card: str


def make_fingerprint(order: Order) -> str:
    text = json.dumps(order.model_dump(), sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def create_app(database: str, provider: Provider) -> FastAPI:
    app = FastAPI()

    def charge(connection: psycopg.Connection, client: str, reference: str, order: Order) -> tuple[int, dict[str, Any]]:
        """Status and body. Raises ProviderUnavailableError, where nobody knows."""
        try:
            made = provider.charge(reference, order.card, order.amount, order.currency)
        except CardDeclinedError:
            return 402, {"detail": "declined"}
        row = connection.execute(PAY, [client, order.amount, order.currency, made.id]).fetchone()
        assert row is not None
        return 201, {"payment": row[0], "amount": order.amount, "currency": order.currency}

    @app.post("/payments")
    def pay(
        order: Order,
        client: Annotated[str, Header(alias="X-Client")],
        key: Annotated[str | None, Header(alias="Idempotency-Key")] = None,
    ) -> JSONResponse:
        if not key or len(key) > LONGEST_KEY:
            raise HTTPException(400, f"an Idempotency-Key of 1 to {LONGEST_KEY} characters is required")
        fingerprint = make_fingerprint(order)
        with psycopg.connect(database, autocommit=True) as connection:
            # Committed before anything happens: from here on the payment has a reference that outlives this process.
            connection.execute(CLAIM, [client, key, fingerprint])
            known = connection.execute(READ, [client, key]).fetchone()
            if known is not None and known[0] != fingerprint:
                raise HTTPException(422, "this Idempotency-Key came with another request")
            with connection.transaction():
                # The lock is gone with the connection, however this process ends.
                held = connection.execute(f"{READ} FOR UPDATE SKIP LOCKED", [client, key]).fetchone()
                if held is None:
                    raise HTTPException(409, "the first request with this key is still at work", RETRY)
                _, _, status, body = held
                if status is not None:
                    return JSONResponse(body, status, {"Idempotent-Replayed": "true"})
                try:
                    status, body = charge(connection, client, str(uuid4()), order)
                except ProviderUnavailableError:
                    raise HTTPException(503, "the outcome is unknown: ask again", RETRY) from None
                connection.execute(FINISH, [status, Jsonb(body), client, key])
        return JSONResponse(body, status)

    return app


def main() -> None:
    provider = Provider()
    client = TestClient(create_app("postgresql:///nowhere", provider))
    order = {"amount": 500, "currency": "EUR", "card": "visa"}
    response = client.post("/payments", json=order, headers={"X-Client": "ada"})
    print(response.status_code, response.json())


if __name__ == "__main__":
    main()
