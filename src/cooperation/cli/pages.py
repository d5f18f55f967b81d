"""``cooperation explain`` and ``rules``: the page of a code, and a line for each."""

from collections.abc import Iterator
from itertools import groupby

from cooperation.cli.inputs import choose, hint, refuse
from cooperation.cli.terminal import show, width
from cooperation.diagnostics import FAULTS, Page
from cooperation.rules import CATALOGUE, State, pages
from cooperation.views.words import wrapped

__all__ = ["explain", "list_rules"]

_WIDTH = 88
_WAITING = {
    State.ASKED: "its page is missing",
    State.REFUSED: "a document that has this fault cannot be loaded",
    State.MEASURED: "the measures answer it",
    State.WITH_A_PROFILE: "it waits for a donor's profile",
    State.LATER: "it waits for its turn",
}
_FAMILIES = {
    "ACT": "activities",
    "ANA": "analyses and what is cross-cutting",
    "CON": "continuation and reporting",
    "DOC": "the document",
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


def explain(code: str) -> None:
    """Show the page of a rule or a structural fault, by its code, its name or its id in the catalogue.

    Raises:
        Exit: There is no such page.
    """
    known = _pages()
    wanted = code.casefold()
    found = [page for page in known if wanted in (page.code.casefold(), page.name.casefold())]
    found = found or [page for page in known if wanted in map(str.casefold, page.catalogue)]
    if not found:
        waiting = next((entry for entry in CATALOGUE if wanted in map(str.casefold, (entry.id, *entry.codes))), None)
        if waiting is not None:
            note = f"; {waiting.note}" if waiting.note else ""
            refuse(f"{code.upper()} has no page: {_WAITING[waiting.state]}{note}")
        names = [name for page in known for name in (page.code, page.name)]
        refuse(f"no rule {code!r}{hint(code, names)}; cooperation rules lists them all")
    for number, page in enumerate(found):
        if number:
            show([("\n", "plain")])
        show(_page(page, width() or _WIDTH))


def list_rules(family: str | None) -> None:
    """Show a line for each rule and structural fault, by family.

    Raises:
        Exit: There is no such family.
    """
    known = _pages()
    families = list(dict.fromkeys(_family(page) for page in known))
    if family is not None:
        wanted = choose("family of rules", family, families)
        known = [page for page in known if _family(page) == wanted]
    room = width() or _WIDTH
    for name, members in groupby(known, key=_family):
        show([(name, "heading"), (f"  {_FAMILIES[name]}\n" if name in _FAMILIES else "\n", "heading")])
        for page in members:
            show(_row(page, room))
        show([("\n", "plain")])
    show([(f"{len(known)} pages; cooperation explain CODE shows one of them.\n", "help")])


def _pages() -> list[Page]:
    """All there are; a code has two when a fault of structure and a rule both look for it."""
    return sorted((*FAULTS.values(), *pages()), key=lambda page: page.code)


def _family(page: Page) -> str:
    return page.code.rstrip("0123456789")


def _row(page: Page, room: int) -> Iterator[tuple[str, str]]:
    severity = page.severity.value
    margin = " " * 18
    yield (f"  {page.code:<7}", "code")
    yield (f"{severity:<9}", severity)
    for number, line in enumerate(wrapped(page.title.replace("``", ""), room - len(margin))):
        yield (f"{margin if number else ''}{line}\n", "plain")


def _page(page: Page, room: int) -> Iterator[tuple[str, str]]:
    yield (page.code, "code")
    yield (f" {page.name}  ", "heading")
    yield (f"{page.severity.value}", page.severity.value)
    yield (f", {page.nature.value}\n\n", "plain")
    yield from _prose(page.title, room, "")
    for heading, text in (("Why", page.why), ("Fix", page.fix)):
        yield (f"\n{heading}\n", "heading")
        yield from _prose(text, room, "  ")
    yield ("\nExample\n", "heading")
    for line in page.example.splitlines():
        yield (f"  {line}\n".rstrip(" "), "plain")
    yield ("\nSource\n", "heading")
    yield from _prose(page.source, room, "  ")
    if page.catalogue:
        yield (f"  Catalogue {', '.join(page.catalogue)}.\n", "help")


def _prose(text: str, room: int, margin: str) -> Iterator[tuple[str, str]]:
    for line in wrapped(text.replace("``", ""), room - len(margin)):
        yield (f"{margin}{line}\n", "plain")
