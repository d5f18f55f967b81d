"""The faults that keep a document from loading, each with its code and its page."""

from collections.abc import Mapping
from types import MappingProxyType

from cooperation.diagnostics.diagnostic import Nature, Severity
from cooperation.diagnostics.page import Page

__all__ = ["FAULTS"]

_OWN = "The document format of this library."


def _fault(
    code: str, name: str, title: str, why: str, fix: str, example: str, source: str = _OWN, catalogue: str = ""
) -> Page:
    return Page(
        code=code,
        name=name,
        title=title,
        why=why,
        fix=fix,
        example=example,
        source=source,
        severity=Severity.ERROR,
        nature=Nature.CONTRADICTION,
        catalogue=tuple(catalogue.split()),
    )


_IATI_RULES = "IATI standard ruleset 2.03, https://github.com/IATI/IATI-Rulesets (rulesets/standard.json)"

_ALL = (
    _fault(
        "DOC001",
        "unreadable-text",
        "The text is not YAML or JSON.",
        "Nothing can be read before the text has the form its suffix promises.",
        "Mend the text at the place named; often a quote, a bracket or an indentation is missing.",
        "title: Energy: a plan   # a colon and a space inside a text want quotes",
    ),
    _fault(
        "DOC002",
        "hostile-text",
        "The text is built so that reading it would never end.",
        "A document of that depth or size is no proposal, and reading it would take memory and time without bound.",
        "Take out what is nested or repeated; split a very large portfolio into JSON Lines.",
        "a: &a [x, x]\nb: [*a, *a, *a]   # aliases of aliases of aliases",
    ),
    _fault(
        "DOC003",
        "unknown-key",
        "A key that this place does not have.",
        "A misspelt key would silently lose what stands under it.",
        "Correct the key, or take it out; the message names the nearest key that is known here.",
        "projcet: {id: energy-plan}",
    ),
    _fault(
        "DOC004",
        "missing-key",
        "A key is missing that this place must have.",
        "Without it the part cannot be named or understood at all.",
        "Add the key.",
        "objectives:\n  - statement: Cleaner energy   # no id",
    ),
    _fault(
        "DOC005",
        "wrong-value",
        "A value that cannot be read as what belongs here.",
        "What it was meant to say would have to be guessed.",
        "Write it as the message shows.",
        "period: two years   # P2Y",
    ),
    _fault(
        "DOC006",
        "duplicate-id",
        "Two parts of one kind have the same id.",
        "Whatever names that id could mean either.",
        "Give one of them another id, and correct what refers to it.",
        "activities: [{id: a1, title: One}, {id: a1, title: Two}]",
    ),
    _fault(
        "DOC007",
        "duplicate-key",
        "A key stands twice in one place.",
        "Only one of the two values could be kept, and nobody would see which.",
        "Take one of them out, or join the two.",
        "title: Energy plan\ntitle: Energy strategy",
    ),
    _fault(
        "DOC008",
        "unknown-code",
        "A word or code that is not on its list.",
        "The list is complete, so the code means nothing.",
        "Use a code of the list; the message names the nearest.",
        "level: outcme",
    ),
    _fault(
        "DOC009",
        "broken-invariant",
        "Values that contradict one another in one part.",
        "No draft can sensibly hold both.",
        "Correct one of the values named.",
        "series: {number: 4, length: 3}",
    ),
    _fault(
        "DOC010",
        "unknown-version",
        "A version of the document format that this release does not read.",
        "What the keys of another version mean cannot be known.",
        "Write cooperation: 1 as the first line, or update the library.",
        "cooperation: 7",
    ),
    _fault(
        "TGT010",
        "value-not-a-number",
        "A value of an indicator that is neither a number nor marked as text.",
        "Nothing can be reckoned with it, and nobody can tell a slip from a qualitative value.",
        "Write the number, or mark words as {text: ...}, or write n/a, or leave an unknown value out.",
        "baseline: {value: about forty}",
        _IATI_RULES,
        "T10",
    ),
    _fault(
        "TIM005",
        "reversed-period",
        "A period ends before it starts.",
        "There is no such time.",
        "Correct one of the two dates; a period of one day starts and ends on it.",
        "period: 2021/2019",
        _IATI_RULES,
        "T11 A05",
    ),
    _fault(
        "MON010",
        "amount-without-currency",
        "An amount has no currency.",
        "It could mean ten times as much or as little.",
        "Write the ISO currency behind the amount.",
        "amount: 450000   # 450000 SEK",
        _IATI_RULES,
        "A10",
    ),
    _fault(
        "ANA012",
        "unknown-sdg-code",
        "An SDG code that the United Nations' list does not have.",
        "It says nothing, and a reader who looks it up finds nothing.",
        "Use a goal from 1 to 17, a target such as 16.10, or an indicator such as 16.10.2.",
        "sdgs: [18]",
        "IATI codelists UNSDG-Goals and UNSDG-Targets, https://github.com/IATI/IATI-Codelists-NonEmbedded",
        "X12",
    ),
)

FAULTS: Mapping[str, Page] = MappingProxyType({page.name: page for page in _ALL})
"""The faults by name; the code and the page of each."""
