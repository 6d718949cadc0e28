"""A payment provider in memory. It may be slow, or fail before or after it has charged: see `before` and `after`."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock


class CardDeclinedError(Exception):
    """Final: no charge was made, and none will be for this reference."""


class ProviderUnavailableError(Exception):
    """No answer. The charge may have been made or not."""


@dataclass(frozen=True)
class Charge:
    id: str
    reference: str
    card: str
    amount: int
    currency: str


class Provider:
    def __init__(self) -> None:
        self.charges: list[Charge] = []
        """Every charge that was made: what is twice in here, somebody has paid twice."""
        self.before: Callable[[], None] = lambda: None
        self.after: Callable[[], None] = lambda: None
        """Called before and after a charge is made; what they raise, the caller gets."""
        self._lock = Lock()

    def charge(self, reference: str, card: str, amount: int, currency: str) -> Charge:
        """Charges a card. A reference that was charged before gives the same charge again."""
        self.before()
        if card == "declined":
            raise CardDeclinedError(reference)
        with self._lock:
            made = next((charge for charge in self.charges if charge.reference == reference), None)
            if made is None:
                made = Charge(f"ch_{len(self.charges) + 1}", reference, card, amount, currency)
                self.charges.append(made)
        if (made.card, made.amount, made.currency) != (card, amount, currency):
            raise ValueError(f"the reference {reference} was used for another charge: {made}")
        self.after()
        return made
