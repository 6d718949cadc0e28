"""Asserts that say what was compared: a failed `assert total == 3` reports both operands, as a test runner does."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable
from typing import Any

NAME = "__check__"
_MAX_REPR = 400
_OPERATORS: dict[str, Callable[[Any, Any], Any]] = {
    "Eq": operator.eq,
    "NotEq": operator.ne,
    "Lt": operator.lt,
    "LtE": operator.le,
    "Gt": operator.gt,
    "GtE": operator.ge,
    "Is": operator.is_,
    "IsNot": operator.is_not,
    "In": lambda left, right: left in right,
    "NotIn": lambda left, right: left not in right,
}


class CheckError(AssertionError):
    """A comparison that does not hold, with the text of the comparison and both operands."""

    # As a reader should see it, without our module in front.
    __module__ = "builtins"

    def __init__(self, message: object, source: str, got: str, expected: str) -> None:
        super().__init__(source if message is None else message)
        self.source, self.got, self.expected = source, got, expected


def compile_checked(code: str, name: str) -> Any:
    """Compiles a test file so that its asserts of one comparison keep their operands."""
    return compile(_Asserts().visit(ast.parse(code, name)), name, "exec", dont_inherit=True)


def check(kind: str, left: Any, right: Any, source: str, message: Callable[[], object]) -> None:
    """What an assert becomes; the message is made only where it is needed."""
    if not _OPERATORS[kind](left, right):
        raise CheckError(message(), source, _shorten(left), _shorten(right))


class _Asserts(ast.NodeTransformer):
    def visit_Assert(self, node: ast.Assert) -> ast.AST:
        compared = node.test
        if not isinstance(compared, ast.Compare) or len(compared.ops) != 1:
            return node
        nothing = ast.arguments(posonlyargs=[], args=[], kwonlyargs=[], kw_defaults=[], defaults=[])
        arguments = [
            ast.Constant(type(compared.ops[0]).__name__),
            compared.left,
            compared.comparators[0],
            ast.Constant(ast.unparse(compared)),
            ast.Lambda(nothing, node.msg or ast.Constant(None)),
        ]
        call = ast.Expr(ast.Call(ast.Name(NAME, ast.Load()), arguments, []))
        return ast.fix_missing_locations(ast.copy_location(call, node))


def _shorten(value: object) -> str:
    try:
        text = repr(value)
    except Exception as error:  # noqa: BLE001 - the reader's own __repr__ may raise anything
        text = f"<repr failed: {type(error).__name__}: {error}>"
    return text if len(text) <= _MAX_REPR else text[:_MAX_REPR] + "…"
