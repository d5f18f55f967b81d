"""Results: results and indicators of the standard, objectives and indicators of the model."""

from collections.abc import Iterator

import attrs
import pendulum

from cooperation.errors import InvariantError
from cooperation.iati.activity import Activity
from cooperation.iati.mapping.codes import LEVELS, MEASURES, REFERENCES, RESULT_TYPES, reverse
from cooperation.iati.mapping.documents import links_of, sources_of
from cooperation.iati.mapping.marks import id_in, marked
from cooperation.iati.mapping.measured import (
    Said,
    baselines,
    dimensions_of,
    measurements,
    observations_of,
    observed_period,
)
from cooperation.iati.mapping.moments import bounds
from cooperation.iati.mapping.outcome import Notes, Path
from cooperation.iati.mapping.texts import Tongue, address, is_blank, text_of, written
from cooperation.iati.results import Baseline, Result, ResultReference
from cooperation.iati.results import Indicator as IndicatorElement
from cooperation.iati.results import IndicatorReference as ReferenceElement
from cooperation.iati.results import Period as PeriodElement
from cooperation.model import (
    Direction,
    FrameworkReference,
    Indicator,
    IndicatorReference,
    Measure,
    Objective,
    Observation,
    PartialDate,
    Project,
)

__all__ = ["objectives_of", "results"]

_OTHER = "9"
_OWN = "99"  # the only framework on the list ResultVocabulary: whoever publishes names it
_MEASURES_OF = reverse(MEASURES)
_VOCABULARIES = reverse(REFERENCES)


def objectives_of(
    activity: Activity, tongue: Tongue, places: set[str], path: Path, notes: Notes
) -> tuple[Objective, ...]:
    """The objectives that the results of an activity are, each with its indicators."""
    found = []
    for i, result in enumerate(activity.results):
        here = (*path, "results", i)
        if result.type not in (*LEVELS, _OTHER):
            notes.lose((*here, "type"), result.type, "a result is an output (1), an outcome (2) or an impact (3)")
        indicators = tuple(
            _indicator(said, f"indicator-{i + 1}-{j + 1}", tongue, places, (*here, "indicators", j), notes)
            for j, said in enumerate(result.indicators)
        )
        found.append(
            Objective(
                id=id_in(result) or f"result-{i + 1}",
                statement=text_of(result.title, tongue, (*here, "title"), notes) or "",
                description=text_of(result.description, tongue, (*here, "description"), notes),
                level=LEVELS.get(result.type or ""),
                indicators=indicators,
                references=tuple(_frameworks(result, here, notes)),
                documents=sources_of(result.document_links, tongue, (*here, "document_links"), notes),
            )
        )
    return tuple(found)


def _frameworks(result: Result, path: Path, notes: Notes) -> Iterator[FrameworkReference]:
    for i, reference in enumerate(result.references):
        here = (*path, "references", i)
        if reference.vocabulary != _OWN:
            notes.lose((*here, "vocabulary"), reference.vocabulary, "there is no such list of frameworks of results")
        if is_blank(reference.code):
            notes.lose(here, reference.vocabulary_uri, "a reference to a framework has a code")
        else:
            yield FrameworkReference(code=str(reference.code), url=reference.vocabulary_uri)


def _indicator(
    said: IndicatorElement, unnamed: str, tongue: Tongue, places: set[str], path: Path, notes: Notes
) -> Indicator:
    measure = _MEASURES_OF.get(said.measure or "")
    if measure is None and said.measure is not None:
        notes.lose((*path, "measure"), said.measure, "no measure of the model has this code")
    before = [
        ((*path, "baselines", i), one, _baseline_date(one, (*path, "baselines", i), notes), None)
        for i, one in enumerate(said.baselines)
    ]
    baseline, *further = observations_of(before, measure, tongue, places, notes) or (None,)
    for other in further:
        if other is not None:
            notes.lose((*path, "baselines"), other.value, "an indicator has one baseline")
    aimed = observations_of(_measured(said, "targets", path, notes), measure, tongue, places, notes)
    milestones, targets = _on_the_way(aimed)
    actuals = observations_of(_measured(said, "actuals", path, notes), measure, tongue, places, notes)
    before_all = () if baseline is None else (baseline,)
    return Indicator(
        id=id_in(said) or unnamed,
        statement=text_of(said.title, tongue, (*path, "title"), notes) or "",
        definition=text_of(said.description, tongue, (*path, "description"), notes),
        measure=measure,
        direction=None if said.ascending is None else Direction.INCREASE if said.ascending else Direction.DECREASE,
        baseline=baseline,
        milestones=milestones,
        targets=targets,
        actuals=actuals,
        dimensions=dimensions_of((*before_all, *milestones, *targets, *actuals)),
        references=tuple(_references(said, path, notes)),
        documents=sources_of(said.document_links, tongue, (*path, "document_links"), notes),
    )


def _baseline_date(said: Baseline, path: Path, notes: Notes) -> PartialDate | None:
    if said.iso_date is not None:
        if said.year is not None and said.year != said.iso_date.year:
            notes.lose((*path, "year"), said.year, f"the baseline is of {said.iso_date}")
        return PartialDate.of(said.iso_date)
    if said.year is None:
        return None
    try:
        return PartialDate(said.year)
    except InvariantError as error:
        notes.lose((*path, "year"), said.year, str(error))
        return None


def _measured(said: IndicatorElement, field: str, path: Path, notes: Notes) -> Iterator[Said]:
    for i, period in enumerate(said.periods):
        here = (*path, "periods", i)
        try:
            date, between = observed_period(period.period_start, period.period_end)
        except InvariantError as error:
            notes.lose((*here, "period_end"), period.period_end, str(error))
            date, between = None, None
        for j, one in enumerate(getattr(period, field)):
            yield (*here, field, j), one, date, between


def _on_the_way(aimed: tuple[Observation, ...]) -> tuple[tuple[Observation, ...], tuple[Observation, ...]]:
    """What is aimed at last are the targets; what is aimed at before are milestones."""
    ends = [o.due.latest for o in aimed if o.due is not None]
    last = max(ends, default=None)
    before = tuple(o for o in aimed if o.due is not None and o.due.latest != last)
    return before, tuple(o for o in aimed if o not in before)


def _references(said: IndicatorElement, path: Path, notes: Notes) -> Iterator[IndicatorReference]:
    for i, reference in enumerate(said.references):
        vocabulary = _VOCABULARIES.get(reference.vocabulary or "")
        if vocabulary is None:
            notes.lose((*path, "references", i), reference.code, "the model has no such list of indicators")
            continue
        try:
            yield IndicatorReference(
                vocabulary=vocabulary, code=(reference.code or "").strip(), url=reference.indicator_uri
            )
        except InvariantError as error:
            notes.lose((*path, "references", i), reference.code, str(error))


# ---- to the standard ---------------------------------------------------------------------------------------------


def results(project: Project, places: set[str], *, extension: bool) -> tuple[Result, ...]:
    """The objectives of which an indicator can be told; a result of the standard has at least one."""
    return tuple(filter(None, (_result(o, places, extension=extension) for o in project.logframe.objectives)))


def _result(objective: Objective, places: set[str], *, extension: bool) -> Result | None:
    indicators = tuple(filter(None, (_element(one, places, extension=extension) for one in objective.indicators)))
    title = written(objective.statement)
    if not indicators or title is None:
        return None
    return Result(
        type=_OTHER if objective.level is None else RESULT_TYPES[objective.level],
        title=title,
        description=written(objective.description),
        document_links=links_of(objective.documents),
        # The standard takes references of a result or of its indicators, not of both.
        references=() if any(i.references for i in indicators) else tuple(map(_framework, objective.references)),
        indicators=indicators,
        kept=marked(objective.id if extension else None),
    )


def _element(indicator: Indicator, places: set[str], *, extension: bool) -> IndicatorElement | None:
    title = written(indicator.statement)
    if indicator.measure is None or title is None:
        return None
    up = {Direction.INCREASE: True, Direction.DECREASE: False}
    return IndicatorElement(
        measure=MEASURES[indicator.measure],
        ascending=None if indicator.direction is None else up.get(indicator.direction),
        title=title,
        description=written(indicator.definition),
        document_links=links_of(indicator.documents),
        references=tuple(_reference(r) for r in indicator.references if r.vocabulary in REFERENCES),
        baselines=baselines(indicator.baseline, indicator.measure, places),
        periods=_periods(indicator, indicator.measure, places),
        kept=marked(indicator.id if extension else None),
    )


def _reference(reference: IndicatorReference) -> ReferenceElement:
    return ReferenceElement(
        vocabulary=REFERENCES[reference.vocabulary], code=reference.code, indicator_uri=address(reference.url)
    )


def _framework(reference: FrameworkReference) -> ResultReference:
    return ResultReference(vocabulary=_OWN, code=reference.code, vocabulary_uri=address(reference.url))


def _periods(indicator: Indicator, measure: Measure, places: set[str]) -> tuple[PeriodElement, ...]:
    """The times of which a value is known, each with what was aimed at and what was reached."""
    found: dict[tuple[pendulum.Date, pendulum.Date], PeriodElement] = {}
    aimed = (*indicator.milestones, *indicator.targets)
    for field, observations in (("targets", aimed), ("actuals", indicator.actuals)):
        for observation in observations:
            when = bounds(observation.date, observation.period)
            said = measurements(observation, measure, places)
            if when is None or not said:
                continue
            period = found.get(when, PeriodElement(period_start=when[0], period_end=when[1]))
            if field == "targets":
                found[when] = attrs.evolve(period, targets=(*period.targets, *said))
            else:
                found[when] = attrs.evolve(period, actuals=(*period.actuals, *said))
    return tuple(found[when] for when in sorted(found))
