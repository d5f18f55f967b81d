"""The pages of the faults of structure: why each is one, and what it looks like."""

from cooperation.diagnostics import Nature, Page, Severity
from cooperation.iati.faults import FAULTS

__all__ = ["fault_pages"]

_SCHEMA = "The official schemas of the IATI standard 2.03, https://github.com/IATI/IATI-Schemas"
_OWN = "own, for the safety of whoever reads files of strangers"

# Why it is a fault, an example, and where that is said.
_MORE: dict[str, tuple[str, str, str]] = {
    "not-well-formed": (
        "No program can read past the place.",
        "<title><narrative>Water & energy</narrative></title>   <!-- &amp; -->",
        "XML 1.0, https://www.w3.org/TR/xml/",
    ),
    "hostile-xml": (
        "A DOCTYPE can name files of the reader's machine or grow to any size, and depth and size can exhaust it.",
        '<!DOCTYPE iati-activities SYSTEM "iati.dtd">',
        _OWN,
    ),
    "damaged-file": ("What follows the damage is lost.", "activities.xml.gz   # cut off in the middle", _OWN),
    "not-iati": (
        "Nothing in the file can be taken for an activity or an organisation.",
        '<activities version="2.03">',
        _SCHEMA,
    ),
    "unknown-version": (
        "What the elements of another version mean cannot be known; those of version 1 are other elements.",
        '<iati-activities version="1.05">',
        _SCHEMA,
    ),
    "missing-element": (
        "Every reader counts on it, and IATI's validator refuses the file.",
        "<iati-activity>   <!-- without <title> -->",
        _SCHEMA,
    ),
    "unknown-element": (
        "Programs pass it by or refuse the file, and what it says is lost.",
        "<heading><narrative>Energy plan</narrative></heading>   <!-- title -->",
        _SCHEMA,
    ),
    "misplaced-element": (
        "The standard fixes the order of elements, and IATI's validator refuses any other.",
        "<title>...</title>\n<iati-identifier>SE-ON-202100-6354-7</iati-identifier>",
        _SCHEMA,
    ),
    "repeated-element": (
        "Which of the two holds cannot be told.",
        "<title>...</title>\n<title>...</title>",
        _SCHEMA,
    ),
    "missing-attribute": ("Without it the element says nothing that can be used.", "<activity-status/>", _SCHEMA),
    "unknown-attribute": (
        "Programs pass it by or refuse the file, and what it says is lost.",
        '<iati-activity level="2">   <!-- hierarchy -->',
        _SCHEMA,
    ),
    "wrong-value": (
        "Programs cannot read it, and people may read it in two ways.",
        '<activity-date type="1" iso-date="01/02/2019"/>',
        _SCHEMA,
    ),
    "stray-text": ("No program looks for text there, so that it is lost.", "<title>Energy plan</title>", _SCHEMA),
    "foreign-element-first": (
        "The standard has elements of other namespaces behind its own, and IATI's validator refuses any other order.",
        "<iati-activity>\n  <own:score>3</own:score>\n  <iati-identifier>SE-ON-202100-6354-7</iati-identifier>",
        _SCHEMA,
    ),
}


def fault_pages() -> tuple[Page, ...]:
    """A page for each fault of structure."""
    return tuple(
        Page(
            code=fault.code,
            name=fault.name,
            title=fault.title,
            why=_MORE[fault.name][0],
            fix=fault.fix,
            example=_MORE[fault.name][1],
            source=_MORE[fault.name][2],
            severity=Severity.ERROR,
            nature=Nature.CONTRADICTION,
        )
        for fault in FAULTS.values()
    )
