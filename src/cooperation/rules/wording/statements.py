"""TXT: how objectives are worded."""

from collections.abc import Iterator

from cooperation.diagnostics import Missing
from cooperation.model import Level, Objective, Project, Translated
from cooperation.rules._context import Context
from cooperation.rules._rule import NOT_APPLICABLE, Fail, Outcome, Rule, Unknown
from cooperation.rules._words import called
from cooperation.rules.wording._reading import Reading, read, wording
from cooperation.rules.words import tokens

__all__ = ["RULES"]

_OUTCOMES = (Level.OUTCOME, Level.INTERMEDIATE_OUTCOME)


@wording("TXT001", catalogue="W01")
def objective_worded_as_activity(objective: Objective, context: Context) -> Iterator[Outcome]:
    """An objective says what is done, and not what is reached.

    Why: Work can be done to the last day and change nothing; only a state can be found reached or not.
    Fix: Say how things are when the work has succeeded, such as "Teachers use ..." for "Train teachers in ...".

    Example:
        objectives:
          - {id: training, level: outcome, statement: Train teachers in environmental education}
    Source: objhier, https://www.scribd.com/doc/64047202/Objective-Hierarchy-1;
        ess, https://evaluationsupportscotland.org.uk/resources/how-to-write-an-outcome/
    """

    def judge(reading: Reading) -> Fail | None:
        said = _verb(reading) or _work(reading)
        if not said:
            return None
        return Fail(f"{called(objective)} begins with {said!r} ({reading.language})", at=("statement",))

    yield from read(objective.statement, context, judge)


def _verb(reading: Reading) -> str:
    """The verb that a text begins with, if it says what is done; a noun is told by the preposition after it."""
    words, start, lexicon = reading.words, reading.start, reading.lexicon
    long = lexicon.doing.at(words, start)
    is_noun = start == 0 and lexicon.following.at(words, long) and not lexicon.joining.at(words, long)
    return "" if is_noun else " ".join(words[start : start + long])


def _work(reading: Reading) -> str:
    """The noun that a text begins with, if it says what is done and nothing is said of it."""
    words, start, lexicon = reading.words, reading.start, reading.lexicon
    long = lexicon.doing_nouns.at(words, start)
    return "" if long and lexicon.holding.found(words, start) else " ".join(words[start : start + long])


@wording("TXT002", catalogue="W02")
def outcome_without_change(objective: Objective, context: Context) -> Iterator[Outcome]:
    """An outcome has no word of change, and none for a state that is reached.

    Why: What names a subject, as in "Sustainable water use", can be neither reached nor missed.
    Fix: Say what will be more, less or better, or how things are then.

    Example:
        objectives:
          - {id: water, level: outcome, statement: Sustainable water management}
    Source: ess, https://evaluationsupportscotland.org.uk/resources/how-to-write-an-outcome/;
        objhier, https://www.scribd.com/doc/64047202/Objective-Hierarchy-1
    """
    if objective.level is None:
        yield Unknown(Missing(("level",), "the level of the objective"))
        return
    if objective.level not in _OUTCOMES:
        yield NOT_APPLICABLE
        return

    def judge(reading: Reading) -> Fail | None:
        if _changes(reading) or _states(reading):
            return None
        said = f"{called(objective)} names no change and no state that is reached: {reading.shown}"
        return Fail(f"{said} ({reading.language})", at=("statement",))

    yield from read(objective.statement, context, judge)


def _changes(reading: Reading) -> bool:
    words, start, lexicon = reading.words, reading.start, reading.lexicon
    return bool(lexicon.comparing.found(words, start) or lexicon.changing.found(words, start))


def _states(reading: Reading) -> bool:
    words, start, lexicon = reading.words, reading.start, reading.lexicon
    if lexicon.holding.found(words, start):
        return True
    if _verb(reading):
        # "Organise study visits": no noun after an order says what somebody does.
        return False
    return any(_is_reached(reading, i) or _is_act(reading, i) for i in range(start + 1, len(words)))


def _is_reached(reading: Reading, i: int) -> bool:
    """Whether a word says what has been done to something, as in "plans adopted by the council"."""
    words, lexicon = reading.words, reading.lexicon
    if not lexicon.is_reached(words[i]):
        return False
    attributive = lexicon.articles.at(words, i - 1) or lexicon.following.at(words, i - 1)
    return not attributive and (i + 1 == len(words) or lexicon.following.at(words, i + 1) > 0)


def _is_act(reading: Reading, i: int) -> bool:
    """Whether a word says what somebody does, as in "planners use": one that agrees with the word before it."""
    words, lexicon = reading.words, reading.lexicon
    before = words[i - 1]
    if lexicon.articles.at(words, i - 1) or lexicon.following.at(words, i - 1):
        return False
    several = before in lexicon.plurals or (before.endswith(lexicon.plural_ending) and not before.endswith("ss"))
    return words[i] in (lexicon.many_act if several else lexicon.one_acts)


@wording("TXT003", catalogue="W03")
def nobody_named_who_benefits(objective: Objective, context: Context) -> Iterator[Outcome]:
    """An outcome names nobody for whom or by whom something is different.

    Why: A change is always somebody's; who that is decides what to measure and whom to ask.
    Fix: Name a target group or a partner in the statement, or in ``target_groups``.

    Example:
        framing: {target_groups: [{id: teachers, name: Teachers in Vushtrri}]}
        logframe:
          objectives:
            - {id: water, level: outcome, statement: Improved water quality}
    Source: ukad, https://cdn.slideserve.com/aledesma/uk-aid-direct-introduction-to-logframes-only-required-at-proposal-stage-powerpoint-ppt-presentation;
        ess, https://evaluationsupportscotland.org.uk/resources/how-to-write-an-outcome/
    """
    if objective.level is None:
        yield Unknown(Missing(("level",), "the level of the objective"))
        return
    if objective.level not in _OUTCOMES:
        yield NOT_APPLICABLE
        return
    if objective.target_groups or objective.partner is not None:
        return

    def judge(reading: Reading) -> Iterator[Outcome]:
        if reading.lexicon.people.found(reading.words, reading.start):
            return
        named = _named(context)
        if not named:
            yield Unknown(Missing(("framing", "target_groups"), "whom the project is for"), of=Project)
        elif not any(_alike(word, name) for word in reading.words for name in named):
            said = f"{called(objective)} names no target group and no partner: {reading.shown}"
            yield Fail(f"{said} ({reading.language})", at=("statement",))

    yield from read(objective.statement, context, judge)


# Endings such as those of "lärarna" and "teachers"; shorter words carry the grammar.
_ENDING, _SHORT = 3, 3


def _alike(word: str, name: str) -> bool:
    shorter, longer = sorted((word, name), key=len)
    return len(shorter) > _SHORT and len(longer) - len(shorter) <= _ENDING and longer.startswith(shorter)


def _named(context: Context) -> frozenset[str]:
    """The words of the names of target groups and partners."""
    project = context.project
    if project is None:
        return frozenset()
    names = [group.name for group in project.framing.target_groups]
    for organisation in (one.organisation for one in project.partners):
        if organisation is not None:
            names += [organisation.name, *(name.text for name in organisation.names)]
    versions = (
        version
        for name in names
        if name is not None
        for version in (dict(name.versions).values() if isinstance(name, Translated) else (name,))
    )
    return frozenset(word for version in versions for word in tokens(version) if len(word) > _SHORT)


RULES: tuple[Rule, ...] = (objective_worded_as_activity, outcome_without_change, nobody_named_who_benefits)
