"""Writes the generated pages of the documentation: rules, profiles, document format, command line, and the API.

    python tools/docs.py            writes them
    python tools/docs.py --check    only says which differ, and fails when any does
    python tools/docs.py --notebooks takes out of the notebooks what running them left, too

The pages of rules and faults come from their docstrings, those of profiles from their literals, the document format
from the schema, the docstrings of the model and the table of spellings, the pages of the API from what each package
makes public.
A test fails when a committed page is not what this file writes.
"""

from __future__ import annotations

import argparse
import ast
import enum
import importlib
import importlib.util
import inspect
import itertools
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import attrs

import cooperation
from cooperation import model
from cooperation.diagnostics import PROMISES, REFUSALS, Page
from cooperation.formats import from_tree, schema
from cooperation.formats.spelling import SPELLINGS, Spelling
from cooperation.frames import SCHEMAS, Column
from cooperation.layouts import LAYOUTS, Form, Holds, Layout, Row, RowOf, Work
from cooperation.model import Level, Stage
from cooperation.model.structure import FieldShape, fields_of
from cooperation.review.outputs.pieces import language_of
from cooperation.rules import (
    CATALOGUE,
    PROFILES,
    RULES,
    Limit,
    LimitKind,
    Profile,
    Rule,
    State,
    joined,
    joined_for,
    own_pages,
    weight,
)

DOCS = Path(__file__).resolve().parents[1] / "docs"
FIGURES = DOCS.parent / "tests" / "rules" / "wording" / "figures.toml"
LANGUAGES = {"en": "English", "sv": "Swedish"}
NOTEBOOKS = tuple(sorted((DOCS / "tutorial").glob("*.ipynb")))
FOLDERS = ("rules", "profiles", "reference/api")
_SOURCE = Path(cooperation.__file__).parent

# What the letters of a code stand for, in the order of the design.
FAMILIES = {
    "DOC": "The document itself",
    "LOG": "The logframe",
    "IND": "Indicators",
    "TGT": "Baselines and targets",
    "RSK": "Assumptions and risks",
    "TIM": "Time",
    "ACT": "Activities and stated numbers",
    "MON": "Money",
    "PAR": "Partners and organisations",
    "WIN": "Mutual benefit",
    "ANA": "Analyses and cross-cutting matters",
    "TXT": "Texts",
    "CON": "Continuation and reporting",
    "ICL": "The Swedish municipal partnership programme",
    "DFI": "DFID, United Kingdom",
    "ADB": "Asian Development Bank",
    "CAN": "Global Affairs Canada",
    "IAT": "Files of the IATI standard",
}

STATES = {
    State.ASKED: "asked",
    State.REFUSED: "refused on loading",
    State.MEASURED: "kept by the measures",
    State.PROMISED: "kept by this library itself",
}

# The rooms of the model, in the order in which a project is told.
MODULES = {
    "portfolio": "Portfolios",
    "project": "Projects",
    "codes": "Codes of projects",
    "organisations": "Organisations",
    "partnerships": "Partnerships and who takes part",
    "framing": "Why, and for whom",
    "logframe": "The logframe",
    "indicators": "Indicators",
    "plan": "The work plan",
    "budget": "Budget",
    "people": "People",
    "records": "Reports, approval and changes",
    "win_win": "Mutual benefit",
    "tags": "Tags",
    "continuations": "Continuations and stated counts",
    "dates": "Dates and periods",
    "amounts": "Counts, values and money",
    "text": "Texts",
    "places": "Places",
    "sources": "Sources",
    "grades": "Grades",
    "modality": "How sure an author is",
    "answer": "Answers",
}

PACKAGES = {
    "formats": "cooperation.formats",
    "frames": "cooperation.frames",
    "iati": "cooperation.iati",
    "iati-mapping": "cooperation.iati.mapping",
    "iati-frames": "cooperation.iati.frames",
    "rules": "cooperation.rules",
    "review": "cooperation.review",
    "report": "cooperation.report",
    "diagnostics": "cooperation.diagnostics",
    "errors": "cooperation.errors",
    "measures": "cooperation.measures",
    "layouts": "cooperation.layouts",
    "codelists": "cooperation.codelists",
    "examples": "cooperation.examples",
    "views": "cooperation.views",
    "testing": "cooperation.testing",
}

# Words for each spelling, and mappings where a word cannot say it; all are read below, so none can be wrong.
EXAMPLES: dict[str, tuple[Any, ...]] = {
    "Text": ("Clean water", {"sv": "Rent vatten", "en": "Clean water"}),
    "Whole": ("12",),
    "Decimal": ("12", "0.5"),
    "PartialDate": ("2019", "2019-03", "2019-03-01"),
    "When": ("2019-03", "project-end", "project-start+P6M", "year-end-P10D"),
    "Length": ("P2Y", "P18M", "P1Y6M", "P10D"),
    "Period": (
        "2019/2021",
        "2019-03/2020-02",
        "2019",
        "2019/",
        "/2016-08-03",
        "P2Y",
        "2019/P2Y",
        "P2Y/2020",
        {"length": "P2Y", "within": "2014-12/2018-11", "ground": "A visit in 2016 fell within it."},
    ),
    "Money": ("450000 SEK", "~1200.50 EUR", {"amount": "450000", "currency": "SEK", "on": "2019-03-01"}),
    "Count": ("100", "~100", "most", {"parts": {"vaxjo": 20, "jb-marks": 20}}),
    "CountParts": ({"vaxjo": 20, "jb-marks": 20},),
    "Categories": ({"sex": "women"}, {"sex": "women", "partner": "vaxjo"}),
    "Value": ("40", "~40", "12/40", "n/a", {"text": "weekly"}),
    "AgeRange": ("10-15", "18+", {"oldest": 6}),
    "Coordinates": ("56.8777, 14.8091",),
    "SdgTag": ("7", "16.10", "16.10.2", {"code": "7", "objectives": ["clean-energy"]}),
    "Sector": ("43030", {"code": "43030", "share": 60}),
    "PolicyMarker": ("gender-equality", {"marker": "gender-equality", "significance": 1}),
    "CoreAreaTag": ("transparency",),
    "AssertedValue": ("environment",),
    "Method": ("workshop", {"kind": "workshop", "description": "Two days a year"}),
    "PilotStage": ("built", {"kind": "tested", "status": "planned"}),
    "OrganisationName": ("Komuna Vushtrri", {"text": "Tlokwe", "kind": "former", "valid": "/2016-08-03"}),
}

_ADDRESS = re.compile(r"(?<![<(\[])https?://[^\s;,)]+")


# ---- Words and lines ---------------------------------------------------------------------------------------------


def linked(text: str) -> str:
    """A text with its addresses as links."""
    return _ADDRESS.sub(lambda found: f"<{found[0]}>", text)


def cell(text: str) -> str:
    """A text that may stand in a table."""
    return " ".join(text.split()).replace("|", "\\|")


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> list[str]:
    """A table in Markdown, or nothing when it has no rows."""
    body = [f"| {' | '.join(cell(one) for one in row)} |" for row in rows]
    return [f"| {' | '.join(head)} |", f"|{'---|' * len(head)}", *body, ""] if body else []


def page_of(origin: str, lines: Iterable[str]) -> str:
    """A whole page, with a word on where it comes from."""
    text = "\n".join([f"<!-- Written by tools/docs.py from {origin}: change it there. -->", "", *lines])
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def spaced(name: str) -> str:
    """The name of a class in words."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()


# ---- Rules -------------------------------------------------------------------------------------------------------


def rule_pages() -> Iterator[tuple[str, str]]:
    """A page a rule, a fault and a promise, the index and the catalogue."""
    others = joined()
    asked = {rule.code: rule for rule in (*RULES, *(rule for family in others for rule in family.rules))}
    beside = (page for family in others for page in family.pages)
    all_pages = {page.code: page for page in (*own_pages(), *beside)}
    for code, page in all_pages.items():
        yield f"rules/{code}.md", _rule_page(page, asked.get(code))
    yield "rules/index.md", _rule_index(all_pages, asked)
    yield "rules/catalogue.md", _catalogue(all_pages)
    yield "rules/table.md", _rule_table()


# What is no XML, as the fault of unreadable text shows it, no highlighter takes for XML.
_BARE_AMPERSAND = re.compile(r"&(?![#\w]+;)")


def _rule_page(page: Page, rule: Rule | None) -> str:
    facts = [
        f"- Severity: {_severities(page, rule)}",
        f"- Nature: {page.nature.value}",
        f"- Asked: {_asked(page, rule)}",
    ]
    if rule is not None and rule.wording:
        facts.append("- Looks for words, in English and Swedish: a hint, never more than an info")
    if rule is not None:
        facts.append(f"- Looks at: {' and '.join(f'every {spaced(node.__name__)}' for node in rule.nodes)}")
    if page.catalogue and joined_for(page.code) is not None:
        facts.append(f"- In the official ruleset: {', '.join(page.catalogue)}")
    elif page.catalogue:
        facts.append(f"- In the [catalogue](catalogue.md): {', '.join(page.catalogue)}")
    return page_of(
        _origin(page, rule),
        [
            f"# {page.code}: {page.name.replace('-', ' ')}",
            "",
            linked(page.title),
            "",
            *facts,
            "",
            "## Why",
            "",
            linked(page.why),
            "",
            "## How to mend it",
            "",
            linked(page.fix),
            "",
            "## Example",
            "",
            f"```{'text' if _BARE_AMPERSAND.search(page.example) else language_of(page.example)}",
            page.example,
            "```",
            "",
            "## Source",
            "",
            linked(page.source),
            *_which_profiles(rule),
            *(_how_often_right(page.code) if rule is not None and rule.wording else ()),
        ],
    )


def _which_profiles(rule: Rule | None) -> list[str]:
    """Which profiles ask a rule that not all ask, and where it weighs otherwise."""
    if rule is None:
        return []
    rows = []
    for profile in PROFILES.values():
        is_asked = any(weight(rule, profile, stage) is not None for stage in Stage)
        if not is_asked and not rule.by_profile:
            rows.append((_profile_link(profile), "does not ask it"))
        elif is_asked and (rule.by_profile or rule.code in profile.severities):
            rows.append((_profile_link(profile), _weight(profile, rule)))
    if not rows and not rule.by_profile:
        return []
    told = (
        "Only the profiles in this table ask it." if rule.by_profile else "Every profile asks it alike, but for these."
    )
    return ["", "## Which profiles ask it", "", told, "", *table(("Profile", "Severity"), rows)]


def _weight(profile: Profile, rule: Rule) -> str:
    """How much a finding of a rule weighs in a profile, from stage to stage."""
    found: list[tuple[Stage, str]] = []
    for stage in Stage:
        held = weight(rule, profile, stage)
        if held is not None and (not found or found[-1][1] != held.value):
            found.append((stage, held.value))
    first, *later = found
    return ", ".join([first[1], *(f"{held} from the stage {stage.value} on" for stage, held in later)])


def _origin(page: Page, rule: Rule | None) -> str:
    if rule is not None:
        return "the rule's docstring"
    if joined_for(page.code) is not None:
        return "the fault's entry in its own package"
    kind = "refusal" if page.code in REFUSALS else "promise" if page.name in PROMISES else "fault"
    return f"the {kind}'s entry in cooperation.diagnostics"


# Before anybody who wrote the word lists had seen the texts; and after the lists were mended once with them in view.
_MEASURED = {"before": "as first written, the texts unseen", "after": "now, mended with the texts in view"}


def _how_often_right(code: str) -> Iterator[str]:
    """How often a rule that looks for words was right on the labelled texts."""
    recorded = tomllib.loads(FIGURES.read_text(encoding="utf-8"))
    rows = [
        (
            LANGUAGES[one["language"]],
            told,
            *(str(one[name]) for name in ("texts", "labelled", "found", "right")),
            _share(one["right"], one["found"]),
            _share(one["right"], one["labelled"]),
        )
        for when, told in _MEASURED.items()
        for one in recorded[when]
        if one["rule"] == code
    ]
    yield from ("", "## How often it is right", "")
    if not rows:
        yield from ("No labelled texts have its fault, so this was not measured.", "")
        return
    head = ("Language", "Lists", "Texts", "With the fault", "Found", "Rightly", "Precision", "Recall")
    yield from table(head, rows)
    if code in _BESIDE_THE_FIGURES:
        yield from (*_BESIDE_THE_FIGURES[code], "")
    yield from (
        "The rows of the first lists say what to expect of other texts; those of the present lists say only that what",
        "was seen to be wrong was mended.",
        "[How this was measured, and what such rules cannot see](../explanation/wording.md).",
    )


# What the figures of a rule do not say.
_BESIDE_THE_FIGURES = {
    "PAR005": (
        'Only its words, such as "former", could be measured: the rule also wants a merger in the register and one of',
        "those that merged by its name, so a former teacher or factory is no finding of it.",
    ),
    "IND005": (
        "On 80 indicators that donors published, the first lists found 5 with two measures, 2 of them rightly; the",
        "present ones find these 2.",
    ),
    "IND007": (
        "On 80 indicators that donors published, the first lists found a vague term in 26, rightly in 3 of them; the",
        "present ones find 2 of those 3 and nothing else.",
    ),
}


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.0%}" if whole else "none"


def _severities(page: Page, rule: Rule | None) -> str:
    later = [] if rule is None else [f"{held.value} from the stage {stage.value} on" for stage, held in rule.by_stage]
    return ", ".join([page.severity.value, *later])


def _asked(page: Page, rule: Rule | None) -> str:
    family = joined_for(page.code)
    if family is not None:
        return f"of {family.about}, by the profile `{family.profile}` where no other is named"
    if page.name in PROMISES:
        return "never, since no document can show it; this library keeps to it wherever it writes or adds up values"
    if page.code in REFUSALS:
        return "whenever values are rolled up"
    if rule is None:
        return "whenever a document is read"
    when = "at every stage" if rule.since is Stage.SUMMARY else f"from the stage {rule.since.value} on"
    return f"{when}, where a profile names it" if rule.by_profile else when


def _since(page: Page, rule: Rule | None) -> str:
    if page.name in PROMISES:
        return "never"
    if page.code in REFUSALS:
        return "measuring"
    if rule is None:
        return "reading"
    asking = [_profile_link(profile, "../") for profile in PROFILES.values() if rule.code in profile.asks]
    return f"{rule.since.value} in {', '.join(asking)}" if rule.by_profile else rule.since.value


def _rule_index(all_pages: dict[str, Page], asked: dict[str, Rule]) -> str:
    lines = [
        "# Rules",
        "",
        "Every code that a check may print has a page here; `cooperation explain LOG003` shows the same page.",
        "",
        "A rule looks at one part of a project and passes, fails, has nothing to judge, or cannot judge because",
        "something is unknown.",
        "The last column says from which stage of a document it is asked: a *contradiction* is one even in a public",
        "`summary`, an *omission* or a *weakness* only once the document claims to be a `proposal`.",
        "Codes that say *reading* are faults that keep a document from loading; *measuring* says what the measures",
        "refuse to add up; *never* is a promise: no document can show such a fault, and this library never makes it.",
        "Where the column names [profiles](../profiles/index.md), only these ask the rule.",
        "",
        "Codes of a standard's files, such as IAT, are asked of those files; their last column but one has the ids of",
        "the standard's own rules.",
        "",
        "Codes are never used twice.",
        "[Rule by stage and profile](table.md) is a table of what each weighs when.",
        "[The catalogue](catalogue.md) tells which rule of the written catalogue has which code, and how far it is.",
        "",
    ]
    for family, title in FAMILIES.items():
        rows = [
            (
                f"[{code}]({code}.md)",
                page.title,
                page.nature.value,
                _severities(page, asked.get(code)),
                " ".join(page.catalogue),
                _since(page, asked.get(code)),
            )
            for code, page in sorted(all_pages.items())
            if code.startswith(family)
        ]
        if rows:
            head = ("Code", "What it finds", "Nature", "Severity", "Catalogue", "Asked from")
            lines += [f"## {family}: {title}", "", *table(head, rows)]
    strays = [code for code in all_pages if code[:3] not in FAMILIES]
    if strays:
        raise SystemExit(f"no family is named for {', '.join(strays)}")
    return page_of(
        "the rules",
        [*lines, "```{toctree}", ":hidden:", ":titlesonly:", "", "table", "catalogue", "```"],
    )


def _rule_table() -> str:
    """What every rule weighs at every stage, by the core and by each profile that differs."""
    core = PROFILES["core"]
    stages = tuple(stage.value for stage in Stage)
    lines = [
        "# Rule by stage and profile",
        "",
        "What a finding weighs, by the stage that a document is at; where nothing stands, the rule is not asked.",
        "`cooperation rules --profile icld --stage final` lists one column.",
        "",
        "## The core: every proposal",
        "",
    ]
    for family, title in FAMILIES.items():
        rows = [_weights(rule, core) for rule in RULES if rule.code.startswith(family)]
        asked = [row for row in rows if any(row[2:])]
        if asked:
            lines += [f"### {family}: {title}", "", *table(("Code", "What it finds", *stages), sorted(asked))]
    for name, profile in PROFILES.items():
        if profile is core:
            continue
        rows = [
            (*_weights(rule, profile), _change(rule, profile))
            for rule in RULES
            if _weights(rule, profile) != _weights(rule, core)
        ]
        lines += [
            f"## {name}: {profile.title}",
            "",
            profile.about or "This profile says nothing yet.",
            "",
            "As the core, apart from these." if rows else "As the core.",
            "",
            *table(("Code", "What it finds", *stages, "Against the core"), sorted(rows)),
        ]
    return page_of("the rules and the profiles", lines)


def _weights(rule: Rule, profile: Profile) -> tuple[str, ...]:
    held = (weight(rule, profile, stage) for stage in Stage)
    return f"[{rule.code}]({rule.code}.md)", rule.page.title, *(one.value if one else "" for one in held)


def _change(rule: Rule, profile: Profile) -> str:
    before, now = (any(_weights(rule, one)[2:]) for one in (PROFILES["core"], profile))
    if before and now:
        return "weighs otherwise"
    return "not asked" if before else "asked here"


def _catalogue(all_pages: dict[str, Page]) -> str:
    rows = []
    for entry in CATALOGUE:
        codes = [f"[{code}]({code}.md)" if code in all_pages else code for code in entry.codes]
        rows.append((entry.id, ", ".join(codes), STATES[entry.state], linked(entry.note)))
    return page_of(
        "cooperation.rules.CATALOGUE",
        [
            "# The rule catalogue",
            "",
            "Before the first rule was written, a catalogue of rules was gathered from the guides of donors, the",
            "standards of the field and the issues of programs like this one.",
            "This table tells which rule of the catalogue has which code, and how far each has come.",
            "A code without a link is kept for its rule, which is not asked yet.",
            "",
            *table(("Catalogue", "Code", "State", "Note"), rows),
        ],
    )


# ---- Profiles ----------------------------------------------------------------------------------------------------


def profile_pages() -> Iterator[tuple[str, str]]:
    """A page a profile, and the index."""
    for profile in PROFILES.values():
        yield f"profiles/{profile.name}.md", _profile_page(profile)
    yield "profiles/index.md", _profile_index()


def _profile_link(profile: Profile, way: str = "../") -> str:
    return f"[{profile.name}]({way}profiles/{profile.name}.md)"


def _profile_page(profile: Profile) -> str:
    codes = {rule.code: rule for rule in RULES}
    since = "its sources do not say" if profile.since is None else str(profile.since)
    asked = f"`cooperation check proposal.yaml --profile {profile.name}`"
    adds = [
        (_rule_link(code), codes[code].page.title, codes[code].nature.value, _weight(profile, codes[code]))
        for code in profile.asks
    ]
    otherwise = [
        (
            _rule_link(code),
            codes[code].page.title,
            _severities(codes[code].page, codes[code]),
            _weight(profile, codes[code]),
        )
        for code in profile.severities
    ]
    left_out = [(_rule_link(code), codes[code].page.title) for code in profile.leaves_out]
    return page_of(
        f"the profile {profile.name}",
        [
            f"# {profile.name}: {profile.title}",
            "",
            profile.about,
            "",
            f"- Ask it: {asked}, or `{profile.name}@2026` for the limits of a date",
            f"- Holds from: {since}",
            "",
            "## Rules it adds",
            "",
            *(table(("Code", "What it finds", "Nature", "Severity"), adds) or ["None.", ""]),
            "## Rules it leaves out",
            "",
            *(table(("Code", "What it finds"), left_out) or ["None.", ""]),
            "## Rules it weighs otherwise",
            "",
            *(table(("Code", "What it finds", "Elsewhere", "Here"), otherwise) or ["None.", ""]),
            *_limits(profile),
            "## Sources",
            "",
            *(f"- {linked(source)}" for source in profile.sources),
            "",
            "## What could not be verified",
            "",
            *([f"- {said}" for said in profile.unverified] or ["Nothing is left open."]),
        ],
    )


def _rule_link(code: str) -> str:
    return f"[{code}](../rules/{code}.md)"


def _limits(profile: Profile) -> list[str]:
    """The limits of a profile, kind by kind, each with its time and its source."""
    if not profile.limits:
        return []
    lines = [
        "## Limits",
        "",
        "The day of submission chooses the limit, else the start of the project, else `--profile` with a date.",
        "Where the date is not known and the limits differ, a rule cannot judge.",
        "",
    ]
    by_kind: dict[LimitKind[Any], list[Limit[Any]]] = {}
    for limit in profile.limits:
        by_kind.setdefault(limit.kind, []).append(limit)
    for kind, limits in by_kind.items():
        rows = [(_limit_told(limit.value), _held_when(limit), linked(limit.source), limit.note) for limit in limits]
        lines += [f"### {kind.name}", "", kind.meaning, "", *table(("Limit", "Holds", "Source", "Note"), rows)]
    return lines


def _limit_told(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _held_when(limit: Limit[Any]) -> str:
    if limit.since is None and limit.until is None:
        return "undated"
    if limit.since is None:
        return f"until {limit.until}"
    return f"from {limit.since}" if limit.until is None else f"{limit.since} to {limit.until}"


def _profile_index() -> str:
    rows = [
        (
            f"[{profile.name}]({profile.name}.md)",
            profile.title,
            profile.about,
            "not dated" if profile.since is None else str(profile.since),
            f"{len(profile.asks)}, {len(profile.leaves_out)}, {len(profile.severities)}",
            str(len(profile.limits)),
        )
        for profile in PROFILES.values()
    ]
    return page_of(
        "the profiles",
        [
            "# Profiles",
            "",
            "A profile is what one donor or programme asks: rules beyond the core, rules it does not share, how much",
            "each weighs, and limits that hold for a time.",
            "[Choose a profile](../how-to/choose-a-profile.md) shows how to ask one, or one of your own.",
            "",
            *table(
                ("Profile", "Title", "What it is", "Holds from", "Rules added, left out, weighed otherwise", "Limits"),
                rows,
            ),
            "```{toctree}",
            ":hidden:",
            ":titlesonly:",
            "",
            *PROFILES,
            "```",
        ],
    )


# ---- The document format -----------------------------------------------------------------------------------------


def format_page() -> str:
    """The document format: its root, its words, its parts and its lists of words."""
    told = schema()
    definitions = told["$defs"]
    lines = [
        "# The document format",
        "",
        "This page lists every key of a document and every way to write a value, for version 1 of the format.",
        "`cooperation schema` prints the same as a JSON Schema, with which editors complete and check while you write.",
        "",
        "Keys that are not listed are refused, since a misspelt key would silently lose what stands under it.",
        "A key that is not marked *required* may be left out, and leaving it out is how you say that you do not know.",
        "",
        "## The document",
        "",
        *_keys(told, {}),
        "A document has either `project` or `projects`.",
        "",
        "## How values are written",
        "",
        "The key decides what a word means, so `country: NO` is Norway and `2019-03` in a period is March.",
        "Where one word cannot say it, write the mapping.",
        "",
    ]
    for tp, spelling in SPELLINGS.items():
        if spelling.name in EXAMPLES:
            lines += _spelling(tp, spelling, definitions)
    lines += [line for module, title in MODULES.items() for line in _parts_of(module, title, definitions)]
    lines += ["## What is accepted", "", *_class_section(cooperation.diagnostics.Allowance, definitions)]
    lines += ["## Lists of words", "", "Where a key takes one word of a list, these are the lists.", ""]
    for name, cls in _enums():
        if name in definitions:
            words = ", ".join(f"`{word}`" for word in definitions[name]["enum"])
            lines += [_anchor(name), f"### {name}", "", _first(cls), "", words, ""]
    return page_of("the schema, the docstrings and the spellings", lines)


def _anchor(name: str) -> str:
    return f"(format-{name.lower()})="


def _link(name: str) -> str:
    return f"[{name}](#format-{name.lower()})"


def _first(cls: type) -> str:
    return " ".join((inspect.getdoc(cls) or "").partition("\n\n")[0].split())


def _spelling(tp: Any, spelling: Spelling, definitions: dict[str, Any]) -> list[str]:
    rows = []
    for example in EXAMPLES[spelling.name]:
        value = spelling.value(example) if isinstance(example, str) else _mapped(tp, spelling, example)
        rows.append((f"`{_flow(example)}`", _meaning(value)))
    expects = spelling.expects[0].upper() + spelling.expects[1:]
    lines = [_anchor(spelling.name), f"### {spelling.name}", "", f"{expects}.", "", *table(("Written", "Means"), rows)]
    fields = definitions.get(f"{spelling.name}Fields")
    if fields is not None and spelling.fields is not None:
        lines += ["The keys of the mapping:", "", *_keys(fields, _shapes(spelling.fields))]
    return lines


def _mapped(tp: Any, spelling: Spelling, example: dict[str, Any]) -> Any:
    if spelling.read_mapping is not None:
        return spelling.read_mapping(example)
    return from_tree(tp, example)


def _meaning(value: Any) -> str:
    if isinstance(value, model.Money) and value.on is not None:
        return f"{value}, worth what it was on {value.on}"
    if isinstance(value, (model.CountPart, model.Category)):
        return " ".join(str(held) for held in attrs.astuple(value))
    if isinstance(value, model.Translated):
        return "; ".join(f"{text} ({language})" for language, text in value.versions)
    if attrs.has(type(value)) and type(value).__str__ is object.__str__:
        given = [
            (field.name, getattr(value, field.name))
            for field in attrs.fields(type(value))
            if getattr(value, field.name) != field.default
        ]
        return ", ".join(f"{name} {_meaning(held)}" for name, held in given)
    if isinstance(value, tuple):
        return ", ".join(_meaning(one) for one in value)
    return str(value.value if isinstance(value, enum.Enum) else value)


def _flow(example: Any) -> str:
    """A tree on one line, as YAML's flow style has it."""
    if isinstance(example, dict):
        return f"{{{', '.join(f'{key}: {_flow(held)}' for key, held in example.items())}}}"
    if isinstance(example, list):
        return f"[{', '.join(map(_flow, example))}]"
    return str(example)


def _parts_of(module: str, title: str, definitions: dict[str, Any]) -> list[str]:
    lines: list[str] = []
    for cls in _classes_of(f"cooperation.model.{module}"):
        if cls.__name__ in definitions and "properties" in definitions[cls.__name__]:
            lines += _class_section(cls, definitions)
    return [f"## {title}", "", *lines] if lines else []


def _class_section(cls: type, definitions: dict[str, Any]) -> list[str]:
    name = cls.__name__
    return [
        _anchor(name),
        f"### {name}",
        "",
        definitions[name].get("description", ""),
        "",
        *_keys(definitions[name], _shapes(cls)),
    ]


def _keys(definition: dict[str, Any], shapes: dict[str, FieldShape]) -> list[str]:
    required = definition.get("required", [])
    return table(
        ("Key", "Holds", "What it says"),
        (
            (
                f"`{key}`{' *required*' if key in required else ''}",
                _held(held, shapes.get(key)),
                _told(held.get("description", "")),
            )
            for key, held in definition["properties"].items()
        ),
    )


def _told(description: str) -> str:
    """A description in the words of a document, in which there is no ``None``."""
    return re.sub(r"\bNone\b", "left out", description)


def _shapes(cls: type) -> dict[str, FieldShape]:
    return {shape.name: shape for shape in fields_of(cls)} if cls.__module__.startswith("cooperation.model") else {}


def _held(held: dict[str, Any], shape: FieldShape | None) -> str:
    """What a key holds, in words."""
    if shape is not None and shape.refers is not None:
        one = f"id of {'an' if shape.refers[0] in 'aeiou' else 'a'} {shape.refers.replace('-', ' ')}"
        return f"list: {one}" if shape.many else one
    if shape is not None and shape.codelist is not None:
        return f"code of the list {shape.codelist}"
    if "anyOf" in held:
        return " or ".join(_held(one, None) for one in held["anyOf"] if one != {"type": "null"})
    if held.get("type") == "array":
        return f"list: {_held(held['items'], None)}"
    return _one_held(held)


def _one_held(held: dict[str, Any]) -> str:
    if "$ref" in held:
        return _link(held["$ref"].rpartition("/")[2])
    if "enum" in held:
        return " or ".join(f"`{word}`" for word in dict.fromkeys(map(str, held["enum"])))
    if held.get("type") == "boolean":
        return "`true` or `false`"
    if held.get("description") == "The id of an organisation.":
        return "id of an organisation"
    forms = {r"^\S{1,200}$": "id", "^[A-Z]{2}$": "country code", None: "text"}
    return forms.get(held.get("pattern"), "language code")


# ---- The layouts of donors ---------------------------------------------------------------------------------------


def layouts_page() -> str:
    """Every layout with its words, its tables and its sources, and all words for one level beside each other."""
    lines = [
        "# Layouts of donors",
        "",
        (
            "One project, and the words and tables in which each donor wants to see it:"
            " [`views.logframe`](../how-to/show-tables.md) fills them in."
        ),
        "What stands here was read where the sources say, and what could not be verified is listed.",
        "",
        "## One level, many words",
        "",
    ]
    every: list[RowOf] = [*reversed(Level), *Work]
    lines += table(
        ("Layout", *(spaced_word(of.value) for of in every)),
        ((f"[{name}](#layout-{name})", *(_word_of(held, of) for of in every)) for name, held in LAYOUTS.items()),
    )
    lines += ["A word in brackets is this library's: the donor has no such level, but a project may.", ""]
    for held in LAYOUTS.values():
        lines += _layout(held)
    return page_of("the layouts", lines)


def spaced_word(value: str) -> str:
    """A word of the format as a heading."""
    return value.replace("-", " ").capitalize()


def _word_of(held: Layout, of: RowOf) -> str:
    word = next((one for one in held.words if one.of is of), None)
    if word is None:
        return ""
    code = f" (`{word.code.format(_example_number(held, of))}`)" if word.code else ""
    return f"{word.one}{code}" if word.own else f"({word.one})"


def _example_number(held: Layout, of: RowOf) -> str:
    under = held.word(of).under
    return "1" if under is None else f"{_example_number(held, under)}.1"


def _layout(held: Layout) -> list[str]:
    since = [] if held.since is None else [f"In use since {held.since}."]
    lines = [f"(layout-{held.name})=", f"## {held.title}", "", f"`{held.name}`", "", held.about, *since, ""]
    for form in held.forms:
        lines += [f"**{form.title}**", ""]
        lines += table(
            ("Column", "Holds"), ((column.heading.format(1), _holds(column.holds)) for column in form.columns)
        )
        lines += table(
            ("Rows", "What differs in them"), ((held.word(row.of).many, _differs(row, form)) for row in form.rows)
        )
    for title, told in (("Sources", held.sources), ("Not verified", held.unverified)):
        if told:
            lines += [f"**{title}**", "", *(f"- {_linked(one)}" for one in told), ""]
    return lines


def _holds(held: Holds) -> str:
    return "nothing" if held is Holds.NOTHING else held.value.replace("-", " ")


def _differs(row: Row, form: Form) -> str:
    headings = {column.holds: column.heading for column in form.columns}
    told = [f"“{headings[one]}” holds {_holds(other)}" for one, other in row.instead]
    told += [
        f"“{headings[one]}” says “{text}”" if text else f"“{headings[one]}” stays empty" for one, text in row.blanks
    ]
    told += ["left out where there is nothing for it"] if row.optional else []
    return "; ".join(told)


def _linked(text: str) -> str:
    return _ADDRESS.sub(lambda found: f"<{found[0]}>", text)


# ---- Tables ------------------------------------------------------------------------------------------------------


def frames_page() -> str:
    """Every table and every column of it."""
    lines = [
        "# Tables",
        "",
        "Every table of `cooperation.frames`, with the type and the meaning of each column.",
        "[How to analyse](../how-to/analyse.md) shows how they are used.",
        "",
        "What is unknown is null, and null is all that it is: a zero, an empty text and an empty list are known.",
        "",
        *table(("Type", "In Python", "In Arrow and polars", "In pandas", "In CSV"), _FRAME_TYPES),
        "A table is asked for by its name: `co.frames.values(portfolio)`.",
        "The key is the columns that together tell a row from all others of the same portfolio.",
        "",
    ]
    for schema_ in SCHEMAS.values():
        lines += [f"## {schema_.name}", "", schema_.row, "", f"Key: {', '.join(f'`{one}`' for one in schema_.key)}", ""]
        lines += table(("Column", "Type", "Meaning"), ((f"`{c.name}`", _kind(c), _means(c)) for c in schema_.columns))
    return page_of("the schemas of cooperation.frames", lines)


_FRAME_TYPES = (
    ("text", "`str`", "string", "string", 'in quotes; empty is `""`'),
    ("texts", "tuple of `str`", "list of string", "object: tuples", "a JSON array in quotes"),
    ("whole number", "`int`", "int64", "Int64", "as it is"),
    ("exact number", "`Decimal`", "decimal of 38 digits", "object: `Decimal`", "as it is, without an exponent"),
    ("true or false", "`bool`", "bool", "boolean", "`true` or `false`"),
    ("date", "`datetime.date`", "date", "datetime64[s]", "2019-03-01"),
)


def _kind(column: Column) -> str:
    return column.type.value if column.unit is None else f"{column.type.value}, in {column.unit}"


def _means(column: Column) -> str:
    told = column.meaning
    if column.words:
        told += f" One of {', '.join(f'`{word}`' for word in column.words)}."
    return told if column.joins is None else f"{told} Joins `{column.joins}`."


# ---- The page of what becomes of each field of the IATI standard, and of the model -------------------------------


def iati_mapping_page() -> str:
    """Both directions, field by field, and the tables of the records."""
    from cooperation.iati.frames import SCHEMAS as RECORD_SCHEMAS
    from cooperation.iati.mapping import FROM_STANDARD, NAMESPACE, TO_STANDARD
    from cooperation.iati.mapping import extension as extension_

    head = ("Field", "Goes to", "What is not carried")
    lines = [
        "# IATI and the model",
        "",
        "What becomes of each field, in both directions.",
        "[How to work with IATI files](../how-to/iati.md) shows how they are mapped.",
        "Whatever a file or a project says in a field that is not carried stands in the list of what is lost.",
        "",
        "## From an IATI file to a portfolio",
        "",
        "The fields are those of the records of `cooperation.iati`, whose docstrings name the element or attribute.",
        "",
    ]
    for cls, fates in FROM_STANDARD.items():
        lines += [f"### {cls.__name__}", "", _plain(_first(cls)), ""]
        lines += table(head, ((f"`{name}`", _goes(fate), fate.why or "") for name, fate in fates.items()))
    lines += ["## From a project to an IATI file", "", "The fields are those of the model.", ""]
    for kind, fates in TO_STANDARD.items():
        lines += [f"### {kind.__name__} of the model", "", _plain(_first(kind)), ""]
        lines += table(head, ((f"`{name}`", _goes(fate), fate.why or "") for name, fate in fates.items()))
    lines += ["## The extension", "", f"The namespace is `{NAMESPACE}`.", ""]
    lines += [*_plain(_prose(inspect.cleandoc(extension_.__doc__ or ""))).split("\n"), ""]
    lines += [
        "An element that a part of the model became has its id in the attribute `id` of the namespace.",
        "",
        "## Tables of the records",
        "",
        "The columns of `cooperation.iati.frames`, of the types that [Tables](frames.md) explains.",
        "",
    ]
    for schema_ in RECORD_SCHEMAS.values():
        lines += [
            f"### {schema_.name}",
            "",
            schema_.row,
            "",
            f"Key: {', '.join(f'`{one}`' for one in schema_.key)}",
            "",
        ]
        lines += table(("Column", "Type", "Meaning"), ((f"`{c.name}`", _kind(c), _means(c)) for c in schema_.columns))
    return page_of("the tables of cooperation.iati.mapping", lines)


def _plain(text: str) -> str:
    return text.replace("``", "`")


def _goes(fate: Any) -> str:
    return "not carried" if fate.to is None else fate.to


# ---- The pages of the API ----------------------------------------------------------------------------------------


def api_pages() -> Iterator[tuple[str, str]]:
    """A page a public package; the model's modules have one each, since it is large."""
    yield "reference/api/cooperation.md", _root_page()
    for module, title in MODULES.items():
        names = [name for name in model.__all__ if home("cooperation.model", name) == f"cooperation.model.{module}"]
        yield (
            f"reference/api/model-{module.replace('_', '-')}.md",
            _module_page("cooperation.model", module, title, names),
        )
    left = {name for name in model.__all__ if home("cooperation.model", name).rpartition(".")[2] not in MODULES}
    if left:
        raise SystemExit(f"no page has {', '.join(sorted(left))}: name the module in MODULES")
    for short, package in present().items():
        yield f"reference/api/{short}.md", _package_page(package)
    yield "reference/api/index.md", _api_index()


def present() -> dict[str, str]:
    """The public packages that there are."""
    found = {}
    for short, package in PACKAGES.items():
        spec = importlib.util.find_spec(package)
        if spec is not None and spec.origin is not None:
            found[short] = package
    return found


def home(package: str, name: str) -> str:
    """The module in which a public name is defined."""
    held = getattr(importlib.import_module(package), name)
    own = getattr(held, "__module__", None)
    if isinstance(own, str) and own.startswith(package) and (inspect.isclass(held) or inspect.isfunction(held)):
        return own
    return next((module for module, told in _constants(package).items() if name in told), package)


def meaning(package: str, name: str) -> str:
    """What is said of a public name: its docstring, or for a constant the text below it."""
    held = getattr(importlib.import_module(package), name)
    if inspect.isclass(held) or inspect.isroutine(held) or inspect.ismodule(held):
        return inspect.getdoc(held) or ""
    return next((told[name] for told in _constants(package).values() if name in told), "")


def _constants(package: str) -> dict[str, dict[str, str]]:
    """By module, the constants that have a text below them."""
    top = _SOURCE.joinpath(*package.split(".")[1:])
    if not top.is_dir():
        return {package: _told_in(top.with_suffix(".py"))}
    found = {}
    for file in sorted(top.rglob("*.py")):
        inside = file.relative_to(top).with_suffix("").parts
        found[".".join((package, *(name for name in inside if name != "__init__")))] = _told_in(file)
    return found


def _told_in(file: Path) -> dict[str, str]:
    body = ast.parse(file.read_text(encoding="utf-8")).body
    told = {}
    for statement, following in itertools.pairwise(body):
        if (
            isinstance(statement, (ast.Assign, ast.AnnAssign))
            and isinstance(following, ast.Expr)
            and isinstance(following.value, ast.Constant)
            and isinstance(following.value.value, str)
        ):
            target = statement.targets[0] if isinstance(statement, ast.Assign) else statement.target
            if isinstance(target, ast.Name):
                told[target.id] = inspect.cleandoc(following.value.value)
    return told


def _directive(package: str, name: str) -> list[str]:
    held = getattr(importlib.import_module(package), name)
    if inspect.isclass(held):
        bases = ["   :show-inheritance:"] if issubclass(held, BaseException) else []
        return [f".. autoclass:: {package}.{name}", "   :members:", *bases, ""]
    if inspect.isroutine(held):
        return [f".. autofunction:: {package}.{name}", ""]
    text = meaning(package, name).split("\n")
    return [f".. py:data:: {package}.{name}", "", *(f"   {line}" for line in text), ""]


def _rst(package: str, names: Iterable[str]) -> list[str]:
    return ["```{eval-rst}", *(line for name in names for line in _directive(package, name)), "```", ""]


def _module_page(package: str, module: str, title: str, names: list[str]) -> str:
    text = inspect.getdoc(importlib.import_module(f"{package}.{module}")) or ""
    return page_of("the docstrings", [f"# {title}", "", _prose(text), "", *_rst(package, names)])


def _package_page(package: str) -> str:
    held = importlib.import_module(package)
    text = inspect.getdoc(held) or ""
    return page_of("the docstrings", [f"# {package}", "", _prose(text), "", *_rst(package, held.__all__)])


def _prose(docstring: str) -> str:
    """What a docstring says before its examples."""
    return docstring.partition("\n>>>")[0].strip()


def _root_page() -> str:
    rows = []
    for name in cooperation.__all__:
        if name in PACKAGES and name not in present():
            continue
        if name in present() or name == "model":
            page = "index.md" if name == "model" else f"{name}.md"
            text = inspect.getdoc(importlib.import_module(f"cooperation.{name}")) or ""
            rows.append((f"[`{name}`]({page})", "package", _sentence(text)))
        else:
            package = home_package(name)
            rows.append((f"{{py:obj}}`{name} <{package}.{name}>`", f"`{package}`", _sentence(meaning(package, name))))
    return page_of(
        "the docstrings",
        [
            "# cooperation",
            "",
            "What most programs need stands at the top: `import cooperation as co`.",
            "Nothing is imported before it is asked for.",
            "",
            *table(("Name", "Lives in", "What it is"), rows),
        ],
    )


def home_package(name: str) -> str:
    """The public package that a name at the top comes from."""
    held = getattr(cooperation, name)
    for package in ("cooperation.model", *present().values()):
        public = importlib.import_module(package)
        if name in public.__all__ and getattr(public, name) is held:
            return package
    raise SystemExit(f"cooperation.{name} is public in no package")


def _sentence(docstring: str) -> str:
    text = " ".join(docstring.partition("\n\n")[0].split())
    return re.sub(r":\w+:`([^`]*)`", r"`\1`", text)


def _api_index() -> str:
    modules = [f"model-{module.replace('_', '-')}" for module in MODULES]
    return page_of(
        "the docstrings",
        [
            "# API",
            "",
            "Everything public, from the docstrings.",
            "The classes of the model all live in `cooperation.model`; their pages follow the rooms of a project.",
            "",
            "```{toctree}",
            ":maxdepth: 1",
            ":caption: Packages",
            "",
            "cooperation",
            *present(),
            "```",
            "",
            "```{toctree}",
            ":maxdepth: 1",
            ":caption: cooperation.model",
            "",
            *modules,
            "```",
        ],
    )


def _classes_of(module: str) -> list[type]:
    held = importlib.import_module(module)
    found = [value for value in vars(held).values() if inspect.isclass(value) and value.__module__ == module]
    return [cls for cls in found if attrs.has(cls) and cls.__name__ in model.__all__]


def _enums() -> list[tuple[str, type]]:
    held = [(name, getattr(model, name)) for name in model.__all__]
    return [(name, cls) for name, cls in held if inspect.isclass(cls) and issubclass(cls, enum.Enum)]


# ---- The command line --------------------------------------------------------------------------------------------


def command_line_page() -> str:
    """Every command with what it takes, from what its ``--help`` knows."""
    from typer.main import get_command

    from cooperation.cli.app import app

    root: Any = get_command(app)
    lines = ["# The command line", "", root.help, "", "Install it with `pip install 'cooperation[cli]'`.", ""]
    for name, command in root.commands.items():
        lines += [f"## cooperation {name}", "", *_flowing(command.help), ""]
        lines += table(("Takes", "What it says"), (_parameter(one) for one in command.params if one.name != "help"))
        examples = (command.epilog or "").partition("Examples:\n")[2]
        if examples:
            lines += ["```text", *(f"$ {line.strip()}" for line in examples.splitlines() if line.strip()), "```", ""]
    return page_of("the help of the commands", lines)


def _parameter(one: Any) -> tuple[str, str]:
    if one.param_type_name == "argument":
        return f"`{one.metavar or one.name.upper()}`{'' if one.required else ' (optional)'}", one.help or ""
    value = "" if one.is_flag else f" {one.metavar or one.type.name.upper()}"
    return f"`{max(one.opts, key=len)}{value}`", one.help or ""


def _flowing(text: str | None) -> list[str]:
    """The paragraphs of a help text."""
    return [line.strip() for line in inspect.cleandoc(text or "").replace("\b", "").splitlines()]


# ---- Writing -----------------------------------------------------------------------------------------------------


def generated() -> dict[str, str]:
    """Every generated page by its path below ``docs``."""
    return {
        **dict(rule_pages()),
        **dict(profile_pages()),
        "reference/format.md": format_page(),
        "reference/layouts.md": layouts_page(),
        "reference/command-line.md": command_line_page(),
        "reference/frames.md": frames_page(),
        "reference/iati-mapping.md": iati_mapping_page(),
        **dict(api_pages()),
    }


def differing(folder: Path = DOCS) -> list[str]:
    """The paths of the pages that are not as they would be written, and of those that would not be written at all."""
    wanted = generated()
    there = {f"{part}/{file.name}" for part in FOLDERS for file in (folder / part).glob("*.md")}
    differ = {path for path, text in wanted.items() if _read(folder / path) != text}
    return sorted(differ | (there - set(wanted)))


def write(folder: Path = DOCS) -> None:
    """Write every page, and remove those that are generated no longer."""
    wanted = generated()
    for path in differing(folder):
        file = folder / path
        if path in wanted:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(wanted[path], encoding="utf-8")
        else:
            file.unlink()


def _read(file: Path) -> str | None:
    return file.read_text(encoding="utf-8") if file.is_file() else None


def emptied(notebook: Any) -> Any:
    """A notebook with nothing in it that running it left: no outputs, no counts, no name of whoever ran it."""
    import nbformat

    cells = [
        nbformat.v4.new_markdown_cell(cell.source, id=f"cell-{number:02}")
        if cell.cell_type == "markdown"
        else nbformat.v4.new_code_cell(cell.source, id=f"cell-{number:02}")
        for number, cell in enumerate(notebook.cells)
    ]
    metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    return nbformat.v4.new_notebook(cells=cells, metadata=metadata, nbformat_minor=5)


def empty_notebooks() -> None:
    """Take out of the notebooks what running them left, as after an hour in Jupyter."""
    import nbformat

    for file in NOTEBOOKS:
        nbformat.write(emptied(nbformat.read(file, as_version=4)), file)


def main(arguments: list[str] | None = None) -> int:
    """Write the pages, or only tell which differ."""
    parser = argparse.ArgumentParser(description="Writes the generated pages of the documentation.")
    parser.add_argument("--check", action="store_true", help="only say which pages differ")
    parser.add_argument("--notebooks", action="store_true", help="empty the notebooks of what running them left, too")
    options = parser.parse_args(arguments)
    differ = differing()
    print("\n".join(differ) or "every page is as it would be written")
    if options.check:
        return 1 if differ else 0
    write()
    if options.notebooks:
        empty_notebooks()
    return 0


if __name__ == "__main__":
    sys.exit(main())
