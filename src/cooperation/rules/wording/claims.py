"""TXT: what the text of a project says, and its parts do not."""

from collections.abc import Iterator

from cooperation.diagnostics import Missing, Path
from cooperation.model import ContinuationKind, CrossCuttingValue, Project, Text
from cooperation.rules._context import Context
from cooperation.rules._rule import NOT_APPLICABLE, Fail, Outcome, Rule, Unknown
from cooperation.rules._words import listing
from cooperation.rules.analyses import is_backed
from cooperation.rules.wording._reading import Reading, read, wording

__all__ = ["RULES"]


def _texts(project: Project) -> Iterator[tuple[Path, Text]]:
    """What tells of the project as a whole."""
    framing = project.framing
    yield ("title",), project.title
    if framing.summary is not None:
        yield ("framing", "summary"), framing.summary
    yield from ((("framing", "context", i, "statement"), note.statement) for i, note in enumerate(framing.context))
    yield from ((("framing", "relevance", i, "statement"), one.statement) for i, one in enumerate(framing.relevance))
    for i, objective in enumerate(project.logframe.objectives):
        yield ("logframe", "objectives", i, "statement"), objective.statement
        if objective.description is not None:
            yield ("logframe", "objectives", i, "description"), objective.description


@wording("TXT005", catalogue="K01")
def says_continuation(project: Project, context: Context) -> Iterator[Outcome]:
    """The text says that the project follows another, and none is linked.

    Why: What was learnt and left undone before is the best ground for what comes next, if one can find it.
    Fix: Add a continuation with the id of the earlier project, or what it is called.

    Example:
        project: {id: energy-2, title: Energy planning phase 2}
    Source: seed, the texts of ten municipal projects that this library starts from
    """
    if any(one.kind is not ContinuationKind.GROWS_FROM_PARTNERSHIP for one in project.continuations):
        return
    if project.series is not None:
        # A row of projects is recorded: CON001 asks for what came before.
        yield NOT_APPLICABLE
        return
    for path, text in _texts(project):

        def judge(reading: Reading, path: Path = path) -> Fail | None:
            found = reading.lexicon.continuing.found(reading.words)
            if not found:
                return None
            return Fail(f"the text says {found[0]!r}, and no earlier project is linked ({reading.language})", at=path)

        yield from read(text, context, judge)


@wording("TXT006", catalogue="M02")
def claims_win_win(project: Project, context: Context) -> Iterator[Outcome]:
    """The text claims that all gain, no claim is recorded, and a core partner has no gain of its own.

    Why: To say win-win is not to show it; a gain stated for all together is nobody's in particular.
    Fix: Say in ``win_win`` what each partner takes home that it had not before.

    Example:
        project:
          title: A win-win partnership
          partners: [{organisation: vaxjo}, {organisation: jb-marks}]
    Source: seed, the texts of ten municipal projects that this library starts from;
        bontenbal, https://ideas.repec.org/a/wly/padxxx/v33y2013i2p85-100.html
    """
    if project.win_win.claims:
        # WIN002 asks about a claim that is recorded.
        yield NOT_APPLICABLE
        return
    without = [
        name for name in sorted(context.partners) if all(benefit.joint for benefit in context.benefits.get(name, ()))
    ]
    unnamed = [i for i, partner in enumerate(project.partners) if partner.organisation is None]
    for path, text in _texts(project):

        def judge(reading: Reading, path: Path = path) -> Iterator[Outcome]:
            found = reading.lexicon.mutual.found(reading.words)
            if found and without:
                said = f"the text says {found[0]!r}, and no gain is named that is only that of {listing(without)}"
                yield Fail(f"{said} ({reading.language})", at=path)
            elif found and unnamed:
                yield Unknown(*(Missing(("partners", i, "organisation"), "which organisation it is") for i in unnamed))

        yield from read(text, context, judge)


@wording("TXT007", catalogue="X08")
def says_value(project: Project, context: Context) -> Iterator[Outcome]:
    """The text promises to respect a value that is not recorded, and nothing in the project is about it.

    Why: A sentence that the environment will be respected changes nothing by itself.
    Fix: Add the value to an objective, or name the analysis made of it.

    Example:
        project:
          title: Training for new jobs
          framing: {summary: The project is carried out with respect for the environment and human rights.}
    Source: seed, the texts of ten municipal projects that this library starts from
    """
    recorded = {asserted.value for asserted in project.tags.values}
    for path, text in _texts(project):

        def judge(reading: Reading, path: Path = path) -> Fail | None:
            promised = reading.lexicon.respecting.found(reading.words)
            bare = [
                words[0]
                for value, words in _values(reading)
                if promised and words and value not in recorded and not is_backed(project, value)
            ]
            if not bare:
                return None
            said = f"the text says {promised[0]!r} of {listing(bare)}, and nothing is about it"
            return Fail(f"{said} ({reading.language})", at=path)

        yield from read(text, context, judge)


def _values(reading: Reading) -> Iterator[tuple[CrossCuttingValue, tuple[str, ...]]]:
    for value, phrases in reading.lexicon.values.items():
        yield value, phrases.found(reading.words)


RULES: tuple[Rule, ...] = (says_continuation, claims_win_win, says_value)
