"""Templates: plain text with names and conditions, checked when read, and rendered by nothing but what is here.

Jinja parses; its compiler is never asked. Of its syntax a note needs names, a few filters, `if`, `and`, `or`, `not` and
comparisons, and only these have a meaning here, so nothing else can ever run. A name that may be empty is allowed
only where the template has made sure that it is there; so no sentence can have a hole.
"""

import operator
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, nodes

from notes.problems import BadValue, did_you_mean
from notes.wording.grammar import ARGUMENTS, FILTERS

LONGEST = 4_000  # characters; a note of 60 words has 350
_COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "eq": operator.eq,
    "ne": operator.ne,
    "gt": operator.gt,
    "gteq": operator.ge,
    "lt": operator.lt,
    "lteq": operator.le,
}
_ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Const,
    nodes.If,
    nodes.Filter,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.Compare,
    nodes.Operand,
    nodes.CondExpr,
)
_ONLY_TAGS = re.compile(r"(?m)^[ \t]*(?:\{%[^%\n]*%\}[ \t]*)+\n")


class BadTemplate(BadValue):
    """A template that cannot be used, and the line that is at fault (counted within the template)."""

    def __init__(self, message: str, remedy: str, line: int) -> None:
        super().__init__(message, remedy)
        self.line = line


@dataclass(frozen=True, slots=True)
class _Said:
    """A value, and the facts that it speaks of."""

    value: Any
    of: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Template:
    """A checked template."""

    body: nodes.Template

    @classmethod
    def parse(cls, source: str, vocabulary: Collection[str], sure: Collection[str]) -> "Template":
        """The template of a text that may use the names of the vocabulary; those that are `sure` are never empty.

        Raises:
            BadTemplate: the text is too long, or has something in it that a note has no use for.
        """
        if len(source) > LONGEST:
            raise BadTemplate("this is too long for a note.", f"Keep it under {LONGEST} characters.", 1)
        # A line of tags alone leaves no empty line behind; its end becomes a comment, so that lines still count right.
        source = _ONLY_TAGS.sub(lambda match: match[0][:-1] + "{#\n#}", source)
        try:
            body = _grammar().parse(source)
            _check(body, vocabulary)
            _check_holes(body.body, frozenset(sure))
        except TemplateSyntaxError as error:
            raise BadTemplate(f"this cannot be read: {error.message}", _SYNTAX, error.lineno) from None
        except RecursionError:
            raise BadTemplate("this is nested too deeply.", _SYNTAX, 1) from None
        return cls(body)

    def render(self, values: Mapping[str, Any]) -> tuple[str, frozenset[str]]:
        """The text, and the names of the values that it speaks of."""
        pieces = list(_render(self.body.body, values))
        return "".join(f"{said.value}" for said in pieces), frozenset().union(*(said.of for said in pieces))

    def names(self) -> frozenset[str]:
        """The names that the template uses, if only in a condition."""
        return frozenset(node.name for node in self.body.find_all(nodes.Name))

    def texts(self) -> list[str]:
        """The text of the template between its names and conditions."""
        return [node.data for node in self.body.find_all(nodes.TemplateData)]

    def spoken(self) -> frozenset[str]:
        """The names that the template can write."""
        outputs = (part for output in self.body.find_all(nodes.Output) for part in output.nodes)
        return frozenset(name for part in outputs for name in _names_in(part))

    def length(self) -> tuple[int, int]:
        """The fewest and the most words that the template comes to, a name counted as one."""
        return _length(self.body.body)


_SYNTAX = "Write names like {{ pet }}, and parts that may be left out like {% if pet %}…{% endif %}."


@cache
def _grammar() -> Environment:
    return Environment(autoescape=False, extensions=())  # noqa: S701 - text for paper; nothing is compiled


def _check(tree: nodes.Node, vocabulary: Collection[str]) -> None:
    for node in _walk(tree):
        line = node.lineno
        if not isinstance(node, _ALLOWED):
            raise BadTemplate(f"a note has no use for “{type(node).__name__}”.", _SYNTAX, line)
        if isinstance(node, nodes.Name) and node.name not in vocabulary:
            raise BadTemplate(f"there is no name “{node.name}”.", did_you_mean(node.name, vocabulary), line)
        if isinstance(node, nodes.Filter):
            _check_filter(node)
        if isinstance(node, nodes.Const) and not isinstance(node.value, str | int):
            raise BadTemplate(f"a note has no use for “{node.value}”.", _SYNTAX, line)


def _check_filter(node: nodes.Filter) -> None:
    if node.name not in FILTERS:
        raise BadTemplate(f"there is no filter “{node.name}”.", did_you_mean(node.name, FILTERS), node.lineno)
    if node.node is None or node.kwargs or node.dyn_args or node.dyn_kwargs:
        raise BadTemplate(f"“{node.name}” is not used like this.", _SYNTAX, node.lineno)
    given = [arg.value for arg in node.args if isinstance(arg, nodes.Const) and isinstance(arg.value, str)]
    if len(given) != len(node.args) or len(given) not in ARGUMENTS.get(node.name, (0,)):
        remedy = 'Write it like {{ child|agree("has", "have") }} or {{ years|words }}.'
        raise BadTemplate(f"“{node.name}” is not used like this.", remedy, node.lineno)


def _walk(tree: nodes.Node) -> Iterator[nodes.Node]:
    yield tree
    for child in tree.iter_child_nodes():
        yield from _walk(child)


def _check_holes(body: list[nodes.Node], sure: frozenset[str]) -> None:
    """Every name that is written is there, whatever is missing."""
    for node in body:
        if isinstance(node, nodes.If):
            _check_condition(node, sure)
        elif isinstance(node, nodes.Output):
            for part in node.nodes:
                _check_value(part, sure)


def _check_condition(node: nodes.If, sure: frozenset[str]) -> None:
    _check_holes(node.body, sure | _granted(node.test, True))
    otherwise = sure | _granted(node.test, False)
    for branch in node.elif_:
        _check_condition(nodes.If(branch.test, branch.body, [], [], lineno=branch.lineno), otherwise)
        otherwise |= _granted(branch.test, False)
    _check_holes(node.else_, otherwise)


def _check_value(node: nodes.Node, sure: frozenset[str]) -> None:
    if isinstance(node, nodes.Name) and node.name not in sure:
        remedy = f"Put {{% if {node.name} %}}…{{% endif %}} around it, or “needs: {node.name}” into the first line."
        raise BadTemplate(f"“{node.name}” may be empty, and would leave a hole.", remedy, node.lineno)
    if isinstance(node, nodes.Filter) and node.node is not None:
        _check_value(node.node, sure)
    elif isinstance(node, nodes.CondExpr):
        _check_value(node.expr1, sure | _granted(node.test, True))
        if node.expr2 is None:
            raise BadTemplate("this says nothing when the condition is not met.", "Add else and a word.", node.lineno)
        _check_value(node.expr2, sure | _granted(node.test, False))
    elif isinstance(node, nodes.Or):
        _check_value(node.right, sure)
    elif isinstance(node, nodes.And | nodes.Not | nodes.Compare):
        raise BadTemplate("this is a condition, not a word.", "Put it into {% if … %}.", node.lineno)


def _granted(test: nodes.Node | None, outcome: bool) -> frozenset[str]:
    """The names that are surely there once the test came out so."""
    if isinstance(test, nodes.Name):
        return frozenset({test.name}) if outcome else frozenset()
    if isinstance(test, nodes.Not):
        return _granted(test.node, not outcome)
    if isinstance(test, nodes.And | nodes.Or):
        left, right = _granted(test.left, outcome), _granted(test.right, outcome)
        return left | right if isinstance(test, nodes.And) is outcome else left & right
    if isinstance(test, nodes.Compare) and outcome and isinstance(test.expr, nodes.Name):
        first = test.ops[0]
        # A number that is more than one, or equal to one, is there.
        if first.op in {"gt", "gteq", "eq"} and isinstance(first.expr, nodes.Const) and first.expr.value:
            return frozenset({test.expr.name})
    return frozenset()


def _render(body: list[nodes.Node], values: Mapping[str, Any]) -> Iterator[_Said]:
    for node in body:
        if isinstance(node, nodes.Output):
            for part in node.nodes:
                yield _Said(part.data) if isinstance(part, nodes.TemplateData) else _said(part, values)
        elif isinstance(node, nodes.If):
            yield from _render(_branch(node, values), values)


def _names_in(node: nodes.Node) -> Iterator[str]:
    return (one.name for one in _walk(node) if isinstance(one, nodes.Name))


def _length(body: list[nodes.Node]) -> tuple[int, int]:
    fewest = most = 0
    for node in body:
        if isinstance(node, nodes.Output):
            words = sum(len(p.data.split()) if isinstance(p, nodes.TemplateData) else 1 for p in node.nodes)
            fewest, most = fewest + words, most + words
        elif isinstance(node, nodes.If):
            branches = [_length(one) for one in (node.body, *(branch.body for branch in node.elif_), node.else_)]
            fewest, most = fewest + min(few for few, _ in branches), most + max(many for _, many in branches)
    return fewest, most


def _branch(node: nodes.If, values: Mapping[str, Any]) -> list[nodes.Node]:
    for one in [node, *node.elif_]:
        if _said(one.test, values).value:
            return one.body
    return node.else_


def _said(node: nodes.Node, values: Mapping[str, Any]) -> _Said:
    match node:
        case nodes.Name(name=name):
            return _Said(values[name], frozenset({name}))
        case nodes.Const(value=value):
            return _Said(value)
        case nodes.Filter(node=inner, name=name, args=args):
            said = _said(inner, values) if inner else _Said("")
            return _Said(FILTERS[name](said.value, *(arg.value for arg in args)), said.of)  # type: ignore[attr-defined]
        case nodes.CondExpr(test=test, expr1=yes, expr2=no):
            return _said(yes if _said(test, values).value else no or nodes.Const(""), values)
        case nodes.Not(node=inner):
            return _Said(not _said(inner, values).value)
        case nodes.And(left=left, right=right):
            return _said(right if _said(left, values).value else left, values)
        case nodes.Or(left=left, right=right):
            return said if (said := _said(left, values)).value else _said(right, values)
        case nodes.Compare():
            return _Said(_compared(node, values))
    raise AssertionError(f"{node} was checked when it was read")


def _compared(node: nodes.Compare, values: Mapping[str, Any]) -> bool:
    left = _said(node.expr, values).value
    for operand in node.ops:
        right = _said(operand.expr, values).value
        if type(left) is not type(right) or not _COMPARE[operand.op](left, right):
            return False
        left = right
    return True
