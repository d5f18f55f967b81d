"""From a tree to the model: quickly where the document is good, and in detail where it is not."""

import builtins
from decimal import Decimal
from typing import Any, TypeVar, overload

import attrs
import msgspec

from cooperation.diagnostics import Allowance, LoadError, Path
from cooperation.errors import InvariantError
from cooperation.formats.assemble import assembler, check_version, freeze, read_raw, resolver_of
from cooperation.formats.converter import described_in, detailed, registered
from cooperation.formats.faults import Fault, diagnose, faults_in
from cooperation.formats.migrate import migrate
from cooperation.formats.mirror import VERSION, Root, mirror
from cooperation.formats.source import SourceText
from cooperation.formats.spelling import SPELLINGS
from cooperation.formats.tree import home_of
from cooperation.formats.words import shown
from cooperation.model import Portfolio, Project

__all__ = ["build_detailed", "build_fast", "decode_fast", "from_tree", "load_error", "merge", "normalise"]

T = TypeVar("T")
Built = tuple[Portfolio, tuple[Allowance, ...]]

BOTH = Fault(
    name="broken-invariant",
    message="a document has project or projects, not both",
    path=("project",),
    on_key=True,
)
"""What is said of a document that has both."""

_REFUSALS = (msgspec.MsgspecError, InvariantError, ValueError, TypeError, RecursionError)
_decoder = msgspec.json.Decoder(Root, float_hook=Decimal)


def decode_fast(data: bytes) -> Root | None:
    """The mirror of a good JSON document, or ``None`` when it is to be looked at in detail."""
    if b"\\u0000" in data:  # perhaps a NUL, which no text holds; half a surrogate pair the decoder itself refuses
        return None
    try:
        return _decoder.decode(data)
    except _REFUSALS:
        return None


def build_fast(source: Any) -> Built | None:
    """The model of a good mirror or tree, or ``None`` when it is to be looked at in detail."""
    try:
        if not isinstance(source, Root):
            source = msgspec.convert(source, Root)
        return freeze(source)
    except _REFUSALS:
        return None


def build_detailed(tree: Any) -> tuple[Built | None, list[Fault]]:
    """The model of a tree, or every fault that keeps it from being built."""
    tree, faults = normalise(migrate(tree))
    if tree is None:
        return None, faults
    faults += version_faults(tree.pop("cooperation", None))
    allowed = tree.pop("allowances", None)
    allowances = _attempt(() if allowed is None else allowed, tuple[Allowance, ...], ("allowances",), faults)
    with registered(described_in(tree)):
        if "project" in tree:
            _attempt(tree.pop("project"), Project, ("project",), faults)
        portfolio = _attempt(tree, Portfolio, (), faults, more_keys=("cooperation", "project", "allowances"))
    if faults or portfolio is None:
        return None, faults
    return (portfolio, allowances or ()), faults


def version_faults(version: Any) -> list[Fault]:
    """What is wrong with the version of a document, given what stands under its key."""
    if version is None:
        message = f"required key 'cooperation' is missing: write cooperation: {VERSION}"
        return [Fault(name="missing-key", message=message)]
    try:
        check_version(version)
    except InvariantError as error:
        return list(faults_in(error))
    return []


def normalise(tree: Any) -> tuple[dict[str, Any] | None, list[Fault]]:
    """The root of a document with its one project among its projects, and what is wrong; the tree is not changed."""
    if not isinstance(tree, dict):
        return None, [
            Fault(name="wrong-value", message=f"expected a document with the key cooperation, got {shown(tree)}")
        ]
    tree = dict(tree)
    if tree.get("project") is None:
        tree.pop("project", None)
    elif tree.get("projects") in (None, [], ()):
        tree["projects"] = [tree.pop("project")]
    else:
        return tree, [BOTH]
    return tree, []


def load_error(faults: list[Fault], source: SourceText) -> LoadError:
    """The error that says all faults, each at its place, in the order of the text."""
    found = [diagnose(fault, fault.position or source.locate(fault.path, key=fault.on_key)) for fault in faults]
    # A fault without a place concerns the whole text and comes first.
    found.sort(key=lambda d: (d.position.line, d.position.column) if d.position else (0, 0))
    return LoadError(tuple(dict.fromkeys(found)), source.name)


@overload
def from_tree(type: type[T], tree: Any) -> T: ...
@overload
def from_tree(type: Any, tree: Any) -> Any: ...
def from_tree(type: Any, tree: Any) -> Any:  # noqa: A002
    """The value of a plain tree: mappings, lists, texts, numbers.

    Args:
        type: A class of the model, such as ``Project`` or ``Period``, or ``Report`` or one of its parts.
        tree: What ``to_tree`` or a reader of YAML or JSON gave.

    Raises:
        LoadError: The tree has faults; all of them are told.

    >>> from cooperation.model import Period
    >>> str(from_tree(Period, "2019/2020"))
    '2019 to 2020'
    """
    faults: list[Fault] = []
    if type is Portfolio:
        built = build_fast(tree)
        if built is None:
            built, faults = build_detailed(tree)
        value: Any = None if built is None else built[0]
    else:
        home = home_of(type)
        value = _value_fast(home, tree)
        if value is None:
            with registered(described_in(tree)):
                value = _attempt(tree, home, (), faults)
        if not faults and home is not type and isinstance(type, builtins.type) and not isinstance(value, type):
            faults.append(Fault(name="wrong-value", message=f"expected {type.__name__}, got {shown(tree)}"))
    if faults:
        raise LoadError(tuple(diagnose(fault, None) for fault in faults), "<tree>")
    return value


def _value_fast(home: Any, tree: Any) -> Any:
    """The value of a good tree that is no document, or ``None`` when it is to be looked at in detail."""
    try:
        spelling = SPELLINGS.get(home)
        if spelling is not None:
            return read_raw(spelling, tree)
        if not attrs.has(home):
            return None
        struct = msgspec.convert(tree, mirror(home))
        return assembler(home)(struct, resolver_of(struct, home))
    except _REFUSALS:
        return None


def merge(documents: list[Built]) -> Built:
    """One portfolio of several documents; what several of them write the same stands once.

    Raises:
        InvariantError: Two of them contradict each other.
    """
    portfolios = [portfolio for portfolio, _ in documents]
    languages = list(dict.fromkeys(p.language for p in portfolios if p.language is not None))
    if len(languages) > 1:
        raise InvariantError(f"the documents have several languages: {', '.join(languages)}")
    known = {o.id: o for portfolio in reversed(portfolios) for o in portfolio.organisations}

    def resolve(participation: Any) -> Any:
        found = participation.organisation
        if found is None or not found.is_bare or known.get(found.id, found) is found:
            return participation
        return attrs.evolve(participation, organisation=known[found.id])

    projects = tuple(
        attrs.evolve(
            project, partners=tuple(map(resolve, project.partners)), involved=tuple(map(resolve, project.involved))
        )
        if any(o.is_bare and o.id in known for o in project.organisations)
        else project
        for portfolio in portfolios
        for project in portfolio
    )
    partnerships = dict.fromkeys(
        attrs.evolve(partnership, members=tuple(map(resolve, partnership.members)))
        for portfolio in portfolios
        for partnership in portfolio.partnerships
    )
    merged = Portfolio(
        organisations=tuple(dict.fromkeys(o for portfolio in portfolios for o in portfolio.organisations)),
        partnerships=tuple(partnerships),
        projects=projects,
        language=languages[0] if languages else None,
    )
    return merged, tuple(dict.fromkeys(a for _, allowances in documents for a in allowances))


def _attempt(tree: Any, tp: Any, path: Path, faults: list[Fault], more_keys: tuple[str, ...] = ()) -> Any:
    try:
        return detailed().structure(tree, tp)
    except Exception as error:  # noqa: BLE001  # whatever it is, it becomes a fault with a place
        faults.extend(faults_in(error, path, more_keys))
        return None
