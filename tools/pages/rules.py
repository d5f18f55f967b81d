"""The pages of the rules and faults."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator

from cooperation.diagnostics import PROMISES, REFUSALS, Page
from cooperation.model import Stage
from cooperation.review.outputs.pieces import language_of
from cooperation.rules import (
    CATALOGUE,
    PROFILES,
    RULES,
    Profile,
    Rule,
    State,
    joined,
    joined_for,
    own_pages,
    weight,
)
from pages.places import FIGURES
from pages.words import linked, page_of, spaced, table

LANGUAGES = {"en": "English", "sv": "Swedish"}


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
        f"- Severity: {severities(page, rule)}",
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
            rows.append((_profile_link(profile), weight_told(profile, rule)))
    if not rows and not rule.by_profile:
        return []
    told = (
        "Only the profiles in this table ask it." if rule.by_profile else "Every profile asks it alike, but for these."
    )
    return ["", "## Which profiles ask it", "", told, "", *table(("Profile", "Severity"), rows)]


def weight_told(profile: Profile, rule: Rule) -> str:
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


def severities(page: Page, rule: Rule | None) -> str:
    """How much a finding weighs, and from which stage on it weighs something else."""
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
                severities(page, asked.get(code)),
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


def _profile_link(profile: Profile, way: str = "../") -> str:
    return f"[{profile.name}]({way}profiles/{profile.name}.md)"
