"""What a program told its loggers, which live as long as the interpreter."""

from __future__ import annotations

import logging
from typing import Any

_NEW: dict[str, Any] = {"level": logging.NOTSET, "propagate": True, "disabled": False, "handlers": (), "filters": ()}


class Loggers:
    """How all loggers are set now."""

    def __init__(self) -> None:
        self._settings = {logger: _settings_of(logger) for logger in _list_loggers()}
        self._disabled = logging.root.manager.disable

    def restore(self) -> None:
        """Sets them as they were, and those that came since as if they were new: modules may hold them."""
        for logger in _list_loggers():
            settings = self._settings.get(logger, _NEW)
            logger.setLevel(settings["level"])
            logger.propagate, logger.disabled = settings["propagate"], settings["disabled"]
            logger.handlers[:], logger.filters[:] = settings["handlers"], settings["filters"]
        logging.disable(self._disabled)


def _list_loggers() -> list[logging.Logger]:
    named = list(logging.root.manager.loggerDict.values())
    return [logging.root, *(logger for logger in named if isinstance(logger, logging.Logger))]


def _settings_of(logger: logging.Logger) -> dict[str, Any]:
    settings = {name: getattr(logger, name) for name in _NEW}
    return {**settings, "handlers": logger.handlers[:], "filters": logger.filters[:]}
