"""What every class of the model promises: frozen, small, documented, typed, and readable without a constructor."""

import decimal
import enum
import inspect
import re
import types
import typing
from typing import Any

import attrs
import pytest

from cooperation import codelists, model
from cooperation.model import declare
from cooperation.model.structure import fields_of

CLASSES = [cls for cls in map(vars(model).get, model.__all__) if isinstance(cls, type)]
VALUES = [cls for cls in CLASSES if attrs.has(cls)]
ENUMS = [cls for cls in CLASSES if issubclass(cls, enum.Enum)]

# More than two fields, and still given in order, because everyone says them in that order.
IN_ORDER = {
    "PartialDate": "year, month, day, as ISO 8601 has them",
    "Length": "years, months, days, as ISO 8601 has them",
    "RelativeDate": "what it counts from, how far, and which way, as it is said",
}

# Where a bare text is right, since there is no list, no part and no form to hold it to.
PROSE_AND_NAMES = {
    "*.id": "a name of the author's own choosing, checked by a validator",
    "*.quote": "the source's own words, in its own language",
    "*.url": "an address; the sources have addresses of every kind, dead ones too",
    "Approval.version": "what the partners call a version",
    "Category.category": "a group that the author names",
    "Category.dimension": "the name of a dimension, which need not be declared",
    "Change.element": "the id of a part of any kind",
    "Change.field": "what of it was changed, as the record of changes calls it",
    "Change.version": "what the partners call a version",
    "Continuation.alias": "what the source calls a project that nobody may know",
    "Dimension.categories": "groups that the author names",
    "Dimension.name": "what values are divided by, as the author names it",
    "Identifier.code": "a code of one of hundreds of registers",
    "Identifier.scheme": "a register; the list of them is open",
    "FrameworkReference.code": "a code of any framework of results",
    "IndicatorReference.code": "a code of the vocabulary beside it, or of one's own list",
    "Objective.label": "the author's own word for the level",
    "OrganisationName.text": "a name, whose language stands beside it",
    "ProjectCode.code": "a code of any register",
    "Relation.code": "a code of any register",
    "Programme.profile": "the name of a rule profile, which may be installed elsewhere",
    "SdgTag.code": "goal, target or indicator: three lists in one, checked by the constructor",
    "Sector.code": "a code of the vocabulary beside it, checked by the constructor",
    "Source.media_type": "a media type; the list of them is open, and its form is checked",
    "Translated.versions": "the text itself",
}

SCALARS = {bool, int, decimal.Decimal, str}


def by_name(cls: type) -> str:
    """The name of a class, for the name of a test."""
    return cls.__name__


def leaves(hint: Any) -> typing.Iterator[Any]:
    """The types in an annotation, without the unions, tuples and marks around them."""
    origin = typing.get_origin(hint)
    if origin in (typing.Union, types.UnionType, tuple, typing.Annotated):
        for argument in typing.get_args(hint)[: 1 if origin is typing.Annotated else None]:
            if argument is not ...:
                yield from leaves(argument)
    else:
        yield hint


def test_every_class_of_the_package_is_public() -> None:
    """No module keeps a class to itself that a document could hold."""
    defined = {
        name
        for module in vars(model).values()
        if inspect.ismodule(module) and module.__name__.startswith("cooperation.model.")
        for name in getattr(module, "__all__", ())
        if name[:1].isupper() and not module.__name__.endswith((".declare", ".structure", ".succession"))
    }

    assert defined == {name for name in model.__all__ if name[:1].isupper()}


def test_the_public_names_are_sorted() -> None:
    """One finds a name where one looks for it."""
    assert sorted(model.__all__) == model.__all__


@pytest.mark.parametrize("cls", VALUES, ids=by_name)
class TestEveryClass:
    """Held for the classes there are and for those to come."""

    def test_frozen_and_slotted(self, cls: type) -> None:
        """A value never changes, and takes no attribute that it does not declare."""
        assert cls.__setattr__ is not object.__setattr__
        assert not hasattr(object.__new__(cls), "__dict__")
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            object.__new__(cls).anything = 1

    def test_equality_is_by_value(self, cls: type) -> None:
        """Two loads of one file are equal, so every class and every field takes part in equality and in the hash."""
        assert cls.__eq__ is not object.__eq__
        assert cls.__hash__ is not object.__hash__
        assert all(field.eq and field.hash is not False for field in attrs.fields(cls))

    def test_keyword_only_past_two_fields(self, cls: type) -> None:
        """Nobody counts commas: beyond two fields they are named, but for three classes with a reason."""
        positional = [field.name for field in attrs.fields(cls) if not field.kw_only]

        assert len(positional) <= 2 or cls.__name__ in IN_ORDER

    def test_read_without_a_constructor(self, cls: type) -> None:
        """The fast path makes values without ``__init__``, so nothing may depend on it.

        It knows no converters and no aliases, cannot call a default that takes the instance, reports fields that
        ``__init__`` does not take as missing, and leaves a cached hash unset.
        """
        for field in attrs.fields(cls):
            assert field.init, f"{field.name} is not in __init__"
            assert field.converter is None, f"{field.name} has a converter"
            assert field.alias == field.name, f"{field.name} has an alias"
            assert not isinstance(field.default, attrs.Factory), f"{field.name} has a factory"  # type: ignore[arg-type]
        assert not [name for name in cls.__slots__ if "hash" in name], "the hash is cached"
        assert "__attrs_pre_init__" not in vars(cls)
        assert cls.__init__ is not object.__init__
        assert "__attrs_init__" not in vars(cls), "a constructor of its own"

    def test_defaults_are_shared_safely(self, cls: type) -> None:
        """A default stands once for all values, so it must be as immutable as they are."""
        for field in attrs.fields(cls):
            if field.default is not attrs.NOTHING:
                hash(field.default)

    def test_only_tuples_inside(self, cls: type) -> None:
        """No list, dict or set, and nothing untyped, anywhere in an annotation."""
        for name, hint in typing.get_type_hints(cls, include_extras=True).items():
            for leaf in leaves(hint):
                home = leaf in SCALARS or leaf is type(None) or leaf in CLASSES

                assert home, f"{cls.__name__}.{name} holds {leaf!r}"

    def test_tuples_are_open_ended(self, cls: type) -> None:
        """A field that holds several holds any number of them, and none by default where it is optional."""
        for field, shape in zip(attrs.fields(cls), fields_of(cls), strict=True):
            if shape.many and not shape.required:
                assert field.default == (), f"{field.name} is None or something for nothing"
                assert not shape.optional, f"{field.name} has two ways to say nothing"

    def test_documented(self, cls: type) -> None:
        """The class says what it is, and what each of its fields holds, in the order in which they stand."""
        doc = inspect.getdoc(cls) or ""
        attributes = doc.partition("Attributes:\n")[2].partition("\n\n")[0]

        assert re.match(r"[A-Z].*\.$", doc.splitlines()[0])
        assert [field.name for field in attrs.fields(cls)] == re.findall(r"^    (\w+): \S", attributes, re.MULTILINE)

    def test_says_what_it_refuses(self, cls: type) -> None:
        """Invariants over several fields are announced under ``Raises``."""
        if hasattr(cls, "__attrs_post_init__"):
            assert "Raises:\n" in (inspect.getdoc(cls) or "")

    def test_typed_homes(self, cls: type) -> None:
        """A bare text is for prose and names: each that there is has its reason on the list."""
        hints = typing.get_type_hints(cls, include_extras=True)
        for shape in fields_of(cls):
            bare = shape.holds in [(str,), (tuple[str, str],)] and shape.refers is None and shape.codelist is None
            listed = {f"{cls.__name__}.{shape.name}", f"*.{shape.name}"} & PROSE_AND_NAMES.keys()

            assert not bare or listed, f"{cls.__name__}.{shape.name} is a bare text: {hints[shape.name]}"

    def test_ids_and_codes_are_checked(self, cls: type) -> None:
        """An id of its own has the form of one; a code of a list has a validator or an invariant behind it."""
        for field, shape in zip(attrs.fields(cls), fields_of(cls), strict=True):
            if shape.name == "id":
                assert field.validator is (declare.identifier if shape.required else declare.maybe_identifier)
            if shape.codelist is not None:
                assert shape.codelist in [codelist.name for codelist in map(codelists.codelist, [shape.codelist])]
                assert field.validator in (declare.country, declare.language) or hasattr(cls, "__attrs_post_init__")

    def test_numbers_are_bounded(self, cls: type) -> None:
        """A decimal that may be infinite or a million digits long would stop whoever reckons with it."""
        checked = (declare.finite, declare.not_negative, declare.percentage)
        for field, shape in zip(attrs.fields(cls), fields_of(cls), strict=True):
            if shape.holds == (decimal.Decimal,):
                assert field.validator in checked or hasattr(cls, "__attrs_post_init__"), field.name


@pytest.mark.parametrize("cls", ENUMS, ids=by_name)
class TestEveryEnumeration:
    """The words of the format."""

    def test_words(self, cls: type[enum.Enum]) -> None:
        """A member is written as a lower-case word with hyphens, which no reader of YAML takes for anything else."""
        for member in cls:
            assert re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", member.value)
            assert member.value not in {"true", "false", "null"}

    def test_names_follow_words(self, cls: type[enum.Enum]) -> None:
        """No two names for one word."""
        assert len(cls.__members__) == len({member.value for member in cls})

    def test_documented(self, cls: type[enum.Enum]) -> None:
        """It says what its members tell."""
        assert re.match(r"[A-Z].*\.", inspect.getdoc(cls) or "")


def test_the_list_of_bare_texts_is_current() -> None:
    """No reason is kept for a field that is gone."""
    fields = {f"{cls.__name__}.{field.name}" for cls in VALUES for field in attrs.fields(cls)}
    names = {f"*.{field.name}" for cls in VALUES for field in attrs.fields(cls)}

    assert set() == PROSE_AND_NAMES.keys() - fields - names
    assert set() == IN_ORDER.keys() - {cls.__name__ for cls in VALUES}


def test_references_point_at_parts_that_have_ids() -> None:
    """Every kind that is referred to is the kind of a class with an id, and every such kind is known by name."""
    kinds = {shape.refers for cls in VALUES for shape in fields_of(cls)} - {None}
    with_ids = {
        re.sub(r"(?<!^)(?=[A-Z])", "-", cls.__name__).lower() for cls in VALUES if "id" in attrs.fields_dict(cls)
    }

    assert {"unit"} == kinds - with_ids  # an organisation's unit is an OrganisationUnit
    assert "organisation-unit" in with_ids
