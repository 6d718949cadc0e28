"""A signature holds for ever: whoever once recorded a webhook can send it next year."""

import reference

FAILS = ["verifies-webhooks"]

reference.WEBHOOK_SECONDS = float("inf")

if __name__ == "__main__":
    reference.main()
