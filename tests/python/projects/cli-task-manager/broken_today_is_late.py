"""What is due today counts as overdue."""

import reference

FAILS = ["filters-the-list"]


def is_overdue(due: str | None, today: str) -> bool:
    return due is not None and due <= today


reference.is_overdue = is_overdue

if __name__ == "__main__":
    reference.main()
