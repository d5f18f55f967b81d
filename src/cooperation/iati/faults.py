"""The faults of structure a file can have, each with its code."""

from collections.abc import Mapping
from types import MappingProxyType

from attrs import frozen

from cooperation.diagnostics import Diagnostic, Path, Position, Severity

__all__ = ["FAULTS", "Fault", "diagnostic"]


@frozen(kw_only=True)
class Fault:
    """One kind of structural fault.

    Attributes:
        code: Its code; codes are never reused.
        name: Its name.
        title: What it is, as a fact.
        fix: How to mend it, where the place itself does not say more.
    """

    code: str
    name: str
    title: str
    fix: str


def _fault(code: str, name: str, title: str, fix: str) -> Fault:
    return Fault(code=code, name=name, title=title, fix=fix)


_ALL = (
    _fault("IAT001", "not-well-formed", "The text is not XML.", "Mend the markup at the place named."),
    _fault(
        "IAT002",
        "hostile-xml",
        "The file has what no IATI file needs and what can be used to harm its reader.",
        "Take out the DOCTYPE; split a file that is too large or nested too deeply.",
    ),
    _fault("IAT003", "damaged-file", "The packed file cannot be unpacked.", "Pack it again, or give the XML itself."),
    _fault(
        "IAT004",
        "not-iati",
        "The root of the file is not one of the standard.",
        "The root is iati-activities or iati-organisations, without a namespace.",
    ),
    _fault(
        "IAT005",
        "unknown-version",
        "The version of the standard is not one that is read.",
        'Convert the file to version 2.03, and say version="2.03" on its root.',
    ),
    _fault("IAT006", "missing-element", "An element is missing that the standard demands.", "Add the element."),
    _fault(
        "IAT007",
        "unknown-element",
        "An element that the standard does not have in this place.",
        "Correct its name, or move it into a namespace of your own, behind the elements of the standard.",
    ),
    _fault(
        "IAT008",
        "misplaced-element",
        "An element stands behind one that the standard puts after it.",
        "Put the elements in the order of the standard; writing the file with this library does so.",
    ),
    _fault(
        "IAT009",
        "repeated-element",
        "An element stands twice where the standard has it once.",
        "Keep one of them; of a text in several languages, put the narratives into one element.",
    ),
    _fault("IAT010", "missing-attribute", "An attribute is missing that the standard demands.", "Add the attribute."),
    _fault(
        "IAT011",
        "unknown-attribute",
        "An attribute that the standard does not have on this element.",
        "Correct its name, or take it out.",
    ),
    _fault("IAT012", "wrong-value", "A value that is not what belongs here.", "Write it as the message says."),
    _fault(
        "IAT013",
        "stray-text",
        "Text stands where only elements can.",
        "Put the text into a narrative, or take it out.",
    ),
    _fault(
        "IAT014",
        "foreign-element-first",
        "An element of another namespace stands before one of the standard.",
        "Put elements of other namespaces behind all those of the standard.",
    ),
)

FAULTS: Mapping[str, Fault] = MappingProxyType({fault.name: fault for fault in _ALL})
"""The faults by name."""


def diagnostic(
    name: str,
    message: str,
    path: Path = (),
    *,
    help: str | None = None,  # noqa: A002  # as Diagnostic has it
    position: Position | None = None,
    severity: Severity = Severity.ERROR,
) -> Diagnostic:
    """A finding of one of the faults."""
    fault = FAULTS[name]
    return Diagnostic(
        code=fault.code, severity=severity, message=message, path=path, help=help or fault.fix, position=position
    )
