"""How a value is written as a word, and the one table of all such words.

A spelling reads a word or a number into a value and writes the value back;
what cannot be said in a word is written as the mapping of the value's own fields.
Nothing else in the package knows these words: the mirrors, the converter and the schema all look here.
"""

import enum
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

import attrs
from attrs import Factory, field, frozen

from cooperation.errors import InvariantError
from cooperation.formats import words as w
from cooperation.model import (
    ActivityKind,
    AgeRange,
    AssertedValue,
    Category,
    Coordinates,
    CoreArea,
    CoreAreaTag,
    Count,
    CountPart,
    CrossCuttingValue,
    Described,
    Length,
    Marker,
    Method,
    Money,
    OrganisationName,
    PartialDate,
    Period,
    PilotStage,
    PolicyMarker,
    Quantifier,
    SdgTag,
    Sector,
    StageKind,
    Text,
    Value,
    When,
)

__all__ = ["SPELLINGS", "Memo", "Spelling"]

_MEMO_SIZE = 65_536
_LONGEST_REMEMBERED = 64


class Memo(dict[Any, Any]):
    """A bounded memory of words: most dates, amounts and counts of a document were seen before."""

    def __init__(self, read: Callable[[Any], Any]) -> None:
        super().__init__()
        self.read = read

    def __missing__(self, word: Any) -> Any:
        value = self.read(word)
        if len(word) <= _LONGEST_REMEMBERED:
            self.remember(word, value)
        return value

    def remember(self, word: Any, value: Any) -> None:
        """Keep a value, forgetting all the others when there are too many."""
        if len(self) >= _MEMO_SIZE:
            self.clear()
        self[word] = value


class Figures(Memo):
    """As a memo of words, of numbers: whole ones as they are, others as written, since 2.5 and 2.50 are one key."""

    def __missing__(self, figure: Any) -> Any:
        value = self.read(figure if figure.__class__ is int else Decimal(figure))
        self.remember(figure, value)
        return value


@frozen(kw_only=True)
class Spelling:
    """How one type is written.

    Attributes:
        name: What the type is called in the schema.
        expects: What a reader expects, for messages: "a date such as 2019, 2019-03 or 2019-03-01".
        read: A word or a number into the value; raises ``ValueError`` for anything else.
        write: The value into a word or a number, or ``None`` when no word can say it.
        schema: The JSON Schema of the word.
        fields: The class whose fields are the mapping form, where there is one.
        read_mapping: Reads a mapping that is no class's fields, such as languages to texts.
        write_mapping: Writes that mapping.
        mapping_schema: The JSON Schema of that mapping.
    """

    name: str
    expects: str
    read: Callable[[Any], Any]
    write: Callable[[Any], Any]
    schema: Mapping[str, Any]
    fields: type | None = None
    read_mapping: Callable[[dict[str, Any]], Any] | None = None
    write_mapping: Callable[[Any], dict[str, Any]] | None = None
    mapping_schema: Mapping[str, Any] | None = None
    memo: Memo = field(init=False, eq=False, repr=False, default=Factory(lambda self: Memo(self.read), takes_self=True))
    figures: Figures = field(
        init=False, eq=False, repr=False, default=Factory(lambda self: Figures(self.read), takes_self=True)
    )

    def value(self, raw: Any) -> Any:
        """The value of a word or a number."""
        kind = raw.__class__
        if kind is str:
            return self.memo[raw]
        if kind is int:
            return self.figures[raw]
        if kind is Decimal or kind is float:
            return self.figures[str(raw)]
        raise ValueError(f"expected {self.expects}, got {w.shown(raw)}")


def _wordy(
    cls: type, name: str, expects: str, key: str, of: Callable[[Any], Any], pattern: Mapping[str, Any]
) -> Spelling:
    """The spelling of a class that is one word while only one of its fields is set."""
    others = [(a.name, a.default) for a in attrs.fields(cls) if a.name != key]

    def read(raw: Any) -> Any:
        return cls(**{key: of(raw)})

    def write(value: Any) -> Any:
        if any(getattr(value, name) != default for name, default in others):
            return None
        inner = getattr(value, key)
        return inner.value if isinstance(inner, enum.Enum) else inner

    return Spelling(name=name, expects=expects, read=read, write=write, schema=pattern, fields=cls)


def _member(kind: Any, expects: str) -> Callable[[Any], Any]:
    members = {member.value: member for member in kind}

    def read(raw: Any) -> Any:
        if raw.__class__ is str and raw in members:
            return members[raw]
        near = w.nearest(raw, members)
        raise InvariantError(f"expected {expects}, got {w.shown(raw)}{near}", (), "unknown-code")

    return read


def _tag(cls: type, key: str, kind: Any, what: str) -> Spelling:
    choices = [member.value for member in kind]
    expects = f"{what} such as {choices[0]}"
    return _wordy(cls, cls.__name__, expects, key, _member(kind, expects), {"enum": choices})


SPELLINGS: dict[Any, Spelling] = {
    Text: Spelling(
        name="Text",
        expects="a text, or a mapping from languages to texts",
        read=w.read_text,
        write=lambda text: text if isinstance(text, str) else None,
        schema={"type": "string"},
        read_mapping=w.read_translations,
        write_mapping=lambda text: dict(text.versions),
        mapping_schema={
            "type": "object",
            "minProperties": 1,
            "propertyNames": {"pattern": r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"},
            "additionalProperties": {"type": "string"},
        },
    ),
    int: Spelling(
        name="Whole",
        expects="a whole number",
        read=w.read_whole,
        write=w.write_whole,
        schema={"anyOf": [{"type": "integer"}, {"type": "string", "pattern": w.anchored(w.WHOLE)}]},
    ),
    Decimal: Spelling(
        name="Decimal",
        expects="a number",
        read=w.read_number,
        write=w.write_number,
        schema={"anyOf": [{"type": "number"}, {"type": "string", "pattern": w.anchored(w.NUMBER)}]},
    ),
    PartialDate: Spelling(
        name="PartialDate",
        expects=w.A_DATE,
        read=w.read_date,
        write=str,
        schema=w.either_number_or(w.DATE),
    ),
    When: Spelling(
        name="When",
        expects=w.A_MOMENT,
        read=w.read_when,
        write=w.write_when,
        schema=w.either_number_or(f"{w.DATE}|{w.RELATIVE}"),
    ),
    Length: Spelling(
        name="Length",
        expects="a length such as P2Y, P18M or P10D",
        read=w.read_length,
        write=w.write_length,
        schema={"type": "string", "pattern": w.anchored(w.LENGTH)},
    ),
    Period: Spelling(
        name="Period",
        expects="a period such as 2019/2021, 2019-03/2020-02, 2019, P2Y or 2019/P2Y",
        read=w.read_period,
        write=w.write_period,
        schema=w.either_number_or(w.PERIOD),
        fields=Period,
    ),
    Money: Spelling(
        name="Money",
        expects="money such as 450000 SEK",
        read=w.read_money,
        write=w.write_money,
        schema={"type": "string", "pattern": w.anchored(w.MONEY)},
        fields=Money,
    ),
    Count: Spelling(
        name="Count",
        expects="a count such as 100, ~100 or most",
        read=w.read_count,
        write=w.write_count,
        schema={
            "anyOf": [
                {"type": "integer", "minimum": 0},
                {"type": "string", "pattern": w.anchored(w.COUNT)},
                {"enum": [quantifier.value for quantifier in Quantifier]},
            ]
        },
        fields=Count,
    ),
    tuple[CountPart, ...]: Spelling(
        name="CountParts",
        expects="a mapping from partners to numbers",
        read=w.refuse("a mapping from partners to numbers, such as {vaxjo: 20, jb-marks: 20}"),
        write=lambda parts: None,  # noqa: ARG005
        schema={"not": {}},
        read_mapping=w.read_count_parts,
        write_mapping=lambda parts: {part.partner: w.write_whole(part.number) for part in parts},
        mapping_schema={"type": "object", "additionalProperties": {"$ref": "#/$defs/Whole"}},
    ),
    tuple[Category, ...]: Spelling(
        name="Categories",
        expects="a mapping from dimensions to categories",
        read=w.refuse("a mapping from dimensions to categories, such as {sex: women}"),
        write=lambda categories: None,  # noqa: ARG005
        schema={"not": {}},
        read_mapping=w.read_categories,
        write_mapping=lambda categories: {c.dimension: c.category for c in categories},
        mapping_schema={"type": "object", "minProperties": 1, "additionalProperties": {"type": "string"}},
    ),
    Value: Spelling(
        name="Value",
        expects='a value such as 40, ~40, 12/40, n/a or {text: "weekly"}',
        read=w.read_value,
        write=w.write_value,
        schema=w.either_number_or(w.VALUE),
        fields=Described,
    ),
    AgeRange: Spelling(
        name="AgeRange",
        expects="ages such as 10-15 or 18+",
        read=w.read_ages,
        write=w.write_ages,
        schema={"type": "string", "pattern": w.anchored(w.AGES)},
        fields=AgeRange,
    ),
    Coordinates: Spelling(
        name="Coordinates",
        expects="latitude and longitude such as 56.8777, 14.8091",
        read=w.read_coordinates,
        write=lambda point: f"{w.plain(point.latitude)}, {w.plain(point.longitude)}",
        schema={"type": "string", "pattern": w.anchored(rf"{w.NUMBER}, ?{w.NUMBER}")},
        fields=Coordinates,
    ),
    SdgTag: _wordy(
        SdgTag, "SdgTag", "an SDG code such as 7, 16.10 or 16.10.2", "code", w.read_code, w.either_number_or(w.SDG)
    ),
    Sector: _wordy(
        Sector, "Sector", "a sector's code such as 43030", "code", w.read_code, w.either_number_or(r"\S{1,200}")
    ),
    PolicyMarker: _tag(PolicyMarker, "marker", Marker, "a policy marker"),
    CoreAreaTag: _tag(CoreAreaTag, "area", CoreArea, "a core area"),
    AssertedValue: _tag(AssertedValue, "value", CrossCuttingValue, "a value"),
    Method: _tag(Method, "kind", ActivityKind, "a kind of work"),
    PilotStage: _tag(PilotStage, "kind", StageKind, "a stage of a pilot"),
    OrganisationName: _wordy(OrganisationName, "OrganisationName", "a name", "text", w.read_text, {"type": "string"}),
}
