"""``cooperation explain`` and ``rules``: the page of a code or of a profile, and a line for each rule."""

from collections.abc import Iterator
from itertools import groupby

from cooperation.cli.inputs import choose, hint, refuse, refusing
from cooperation.cli.profiles import profile_page, prose
from cooperation.cli.terminal import show, width
from cooperation.diagnostics import Page, Severity
from cooperation.model import Stage
from cooperation.review import Segment, find_settings
from cooperation.rules import (
    PROFILES,
    RULES,
    Profile,
    Rule,
    joined,
    joined_for,
    own_pages,
    profile_named,
    weight,
)
from cooperation.views.words import wrapped

__all__ = ["explain", "list_rules"]

_WIDTH = 88
_FAMILIES = {
    "ACT": "activities",
    "ADB": "Asian Development Bank",
    "ANA": "analyses and what is cross-cutting",
    "CAN": "Global Affairs Canada",
    "CON": "continuation and reporting",
    "DFI": "DFID, United Kingdom",
    "DOC": "the document",
    "ICL": "the Swedish municipal partnership programme",
    "IND": "indicators",
    "LOG": "logframe",
    "MON": "money",
    "PAR": "partners",
    "RSK": "assumptions and risks",
    "TGT": "baselines and targets",
    "TIM": "time",
    "TXT": "wording",
    "WIN": "mutual benefit",
}


def explain(what: str) -> None:
    """Show the page of a rule, a structural fault or a profile.

    Args:
        what: A code, the name of a rule or fault, an id of the catalogue, or the name of a profile.

    Raises:
        Exit: There is no such page.
    """
    room = width() or _WIDTH
    with refusing():
        profiles = find_settings().profiles
        if what.partition("@")[0] in profiles:
            show(profile_page(profile_named(what, profiles), room))
            return
    for number, page in enumerate(_meant(what)):
        if number:
            show([("\n", "plain")])
        show(_page(page, room))


def _meant(what: str) -> list[Page]:
    wanted = what.casefold()
    # Other families are loaded only where it is none of our own.
    found = [page for page in own_pages() if wanted in (page.code.casefold(), page.name.casefold())]
    known = [] if found else _pages()
    found = found or [page for page in known if wanted in (page.code.casefold(), page.name.casefold())]
    found = found or [page for page in known if wanted in map(str.casefold, page.catalogue)]
    if not found:
        names = [name for page in known for name in (page.code, page.name)]
        refuse(f"no rule {what!r}{hint(what, [*names, *PROFILES])}; cooperation rules lists them all")
    return found


def list_rules(family: str | None, *, profile: str | None = None, stage: str | None = None) -> None:
    """Show a line for each rule and structural fault, by family; or for each rule that a profile asks at a stage.

    Raises:
        Exit: There is no such family, profile or stage.
    """
    if profile is None and stage is None:
        listed = [(page, page.severity) for page in _pages()]
        end = f"{len(listed)} pages; cooperation explain CODE shows one of them.\n"
    else:
        with refusing():
            asked = profile_named(profile or "core", find_settings().profiles)
        asked_at = Stage(choose("stage", stage or Stage.PROPOSAL.value, [one.value for one in Stage]))
        listed = list(_asked(asked, asked_at))
        end = (
            f"{asked.label} asks {len(listed)} rules of a document at the stage {asked_at.value}; structural faults "
            "are told at every stage.\n"
        )
    if family is not None:
        wanted = choose("family of rules", family, dict.fromkeys(_family(page) for page in _pages()))
        listed = [(page, severity) for page, severity in listed if _family(page) == wanted]
        if profile is None and stage is None:
            end = f"{len(listed)} pages; cooperation explain CODE shows one of them.\n"
    room = width() or _WIDTH
    for name, members in groupby(listed, key=lambda item: _family(item[0])):
        show([(f"{name}  {_about(name)}".rstrip(), "heading"), ("\n", "plain")])
        for page, severity in members:
            show(_row(page, severity, room))
        show([("\n", "plain")])
    show([(end, "help")])


def _asked(profile: Profile, stage: Stage) -> Iterator[tuple[Page, Severity]]:
    others = (rule for family in joined() if family.profile == profile.name for rule in family.rules)
    for rule in sorted((*RULES, *others), key=lambda one: one.code):
        severity = weight(rule, profile, stage)
        if severity is not None:
            yield rule.page, severity


def _pages() -> list[Page]:
    """All there are."""
    others = (page for family in joined() for page in family.pages)
    return sorted((*own_pages(), *others), key=lambda page: page.code)


def _family(page: Page) -> str:
    return page.code.rstrip("0123456789")


def _about(family: str) -> str:
    """What a family's rules are about; those of a donor's own bear its name."""
    asking = (held.title for held in PROFILES.values() if any(code.startswith(family) for code in held.asks))
    others = (held.about for held in joined() if held.family == family)
    return _FAMILIES.get(family) or next(asking, "") or next(others, "")


def _row(page: Page, severity: Severity, room: int) -> Iterator[Segment]:
    margin = " " * 18
    yield (f"  {page.code:<7}", "code")
    yield (f"{severity.value:<9}", severity.value)
    for number, line in enumerate(wrapped(page.title.replace("``", ""), room - len(margin))):
        yield (f"{margin if number else ''}{line}\n", "plain")


def _page(page: Page, room: int) -> Iterator[Segment]:
    yield (page.code, "code")
    yield (f" {page.name}  ", "heading")
    yield (f"{page.severity.value}", page.severity.value)
    yield (f", {page.nature.value}\n\n", "plain")
    yield from prose(page.title, room, "")
    yield ("\nAsked\n", "heading")
    # Of two pages with one code, the rule's own is the one in which the rules are written.
    rule = next((one for one in RULES if one.code == page.code and one.page == page), None)
    family = joined_for(page.code) if rule is None else None
    if family is not None:
        yield from prose(f"Of {family.about}, by the profile {family.profile} where no other is named.", room, "  ")
    elif rule is None:
        yield from prose("Whenever a document is read, at every stage and by every profile.", room, "  ")
    else:
        yield from _weights(rule)
    for heading, text in (("Why", page.why), ("Fix", page.fix)):
        yield (f"\n{heading}\n", "heading")
        yield from prose(text, room, "  ")
    yield ("\nExample\n", "heading")
    for line in page.example.splitlines():
        yield (f"  {line}\n".rstrip(" "), "yaml")
    yield ("\nSource\n", "heading")
    yield from prose(page.source, room, "  ")
    if page.catalogue:
        yield (f"  Catalogue {', '.join(page.catalogue)}.\n", "help")


def _weights(rule: Rule) -> Iterator[Segment]:
    """A line for the core and for each profile that weighs the rule otherwise: how much, from stage to stage."""
    core = _at_each_stage(rule, PROFILES["core"])
    differing = ((name, _at_each_stage(rule, held)) for name, held in PROFILES.items() if name != "core")
    rows = [("core", core), *((name, row) for name, row in differing if row != core)]
    gutter = max(len(name) for name, _ in rows) + 2
    yield (f"  {'':<{gutter}}{''.join(f'{stage.value:<10}' for stage in Stage)}".rstrip() + "\n", "label")
    for name, row in rows:
        yield (f"  {name:<{gutter}}", "plain")
        for number, severity in enumerate(row):
            said = severity.value if severity else "-"
            last = number == len(row) - 1
            yield (said if last else f"{said:<10}", severity.value if severity else "label")
        yield ("\n", "plain")


def _at_each_stage(rule: Rule, profile: Profile) -> tuple[Severity | None, ...]:
    return tuple(weight(rule, profile, stage) for stage in Stage)
