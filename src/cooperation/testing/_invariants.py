"""What several fields of one part must be together, so that its constructor takes it."""

from collections.abc import Callable, Collection
from decimal import Decimal
from typing import Any, TypeAlias

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from cooperation import model
from cooperation.errors import InvariantError
from cooperation.testing._amounts import decimals, wholes
from cooperation.testing._codes import codes, sdg_codes
from cooperation.testing._texts import ids

__all__ = ["SETTLED", "TOGETHER", "distinct"]

Fields: TypeAlias = dict[str, Any]


def distinct(id_: str, taken: Collection[str]) -> str:
    """An id like this that is not taken; the very one if it is free."""
    number, free = 2, id_
    while free in taken:
        free, number = f"{id_}-{number}", number + 1
    return free


def _sector(draw: DrawFn) -> Fields:
    vocabulary = draw(st.sampled_from(model.SectorVocabulary))
    if vocabulary is model.SectorVocabulary.DAC_5:
        return {"code": draw(codes("Sector", "43030")), "vocabulary": vocabulary}
    if vocabulary is model.SectorVocabulary.DAC_3:
        return {"code": draw(codes("SectorCategory", "430")), "vocabulary": vocabulary}
    return {"code": draw(ids()), "vocabulary": vocabulary}


_MEDIA_TYPES = st.sampled_from((None, "text/html", "application/pdf", "video/mp4", "a/b+c", "1e3/x.y"))


def _source(draw: DrawFn) -> Fields:
    return {"media_type": draw(_MEDIA_TYPES)}


def _logframe(values: Fields, given: Collection[str]) -> Fields:
    if values.get("conditional") is False and values.get("preconditions"):
        values["preconditions" if "preconditions" not in given else "conditional"] = (
            () if "preconditions" not in given else None
        )
    return values


def _indicator_reference(draw: DrawFn) -> Fields:
    vocabulary = draw(st.sampled_from(model.IndicatorVocabulary))
    return {
        "vocabulary": vocabulary,
        "code": draw(sdg_codes() if vocabulary is model.IndicatorVocabulary.SDG else ids()),
    }


def _policy_marker(draw: DrawFn) -> Fields:
    marker = draw(st.sampled_from(model.Marker))
    score = draw(st.sampled_from((None, 0, 1, 2, 4, 3)))
    return {"marker": marker, "significance": 2 if score == 3 and marker is not model.Marker.DESERTIFICATION else score}  # noqa: PLR2004


def _series(draw: DrawFn) -> Fields:
    number, more = draw(st.none() | st.integers(1, 9)), draw(st.none() | wholes())
    return {"number": number, "length": None if more is None else more + (number or 0)}


def _part(draw: DrawFn) -> Fields:
    groups = draw(
        st.lists(
            st.builds(model.Category, st.sampled_from(("sex", "partner", "age", "no", "1e3")), ids()),
            min_size=1,
            max_size=3,
            unique_by=lambda group: group.dimension,
        )
    )
    return {"of": tuple(groups)}


def _exchange_rate(draw: DrawFn) -> Fields:
    return {"rate": draw(decimals().map(lambda number: abs(number) or Decimal(1)))}


def _transfer(values: Fields, given: Collection[str]) -> Fields:
    changed = "from_partner" if "to_partner" in given else "to_partner"
    kept = "to_partner" if changed == "from_partner" else "from_partner"
    return values | {changed: distinct(values[changed], (values[kept],))}


def _activity(values: Fields, given: Collection[str]) -> Fields:
    if "after" not in given:
        values["after"] = tuple(id_ for id_ in values.get("after", ()) if id_ != values["id"])
    return values


def _organisation(values: Fields, given: Collection[str]) -> Fields:
    if "events" in given or len(values.get("events", ())) < 2:  # noqa: PLR2004
        return values
    try:
        model.Organisation(id="a", events=values["events"])
    except InvariantError:
        # It ended before it was founded: the dates go, the events stay.
        values["events"] = tuple(evolve(event, date=None) for event in values["events"])
    return values


def _partnership(values: Fields, given: Collection[str]) -> Fields:
    since, ended = values.get("since"), values.get("ended")
    if since is not None and ended is not None and ended.latest < since.earliest:
        values["ended" if "ended" not in given else "since"] = None
    return values


def _approval(values: Fields, given: Collection[str]) -> Fields:
    if "indicators" in given:
        return values
    return values | {"indicators": tuple({one.id: one for one in values.get("indicators", ())}.values())}


def _budget(values: Fields, _given: Collection[str]) -> Fields:
    taken: set[str] = set()
    lines = []
    for line in values.get("lines", ()):
        free = line if line.id is None else evolve(line, id=distinct(line.id, taken))
        taken |= {free.id} - {None}
        lines.append(free)
    return values | {"lines": tuple(lines)}


TOGETHER: dict[type, Callable[[DrawFn], Fields]] = {
    model.ExchangeRate: _exchange_rate,
    model.IndicatorReference: _indicator_reference,
    model.Part: _part,
    model.PolicyMarker: _policy_marker,
    model.SdgTag: lambda draw: {"code": draw(sdg_codes())},
    model.Sector: _sector,
    model.Series: _series,
    model.Source: _source,
}
"""Fields that are drawn together."""

SETTLED: dict[type, Callable[[Fields, Collection[str]], Fields]] = {
    model.Activity: _activity,
    model.Approval: _approval,
    model.Budget: _budget,
    model.Logframe: _logframe,
    model.Organisation: _organisation,
    model.Partnership: _partnership,
    model.Transfer: _transfer,
}
"""Fields that are mended once all are drawn, without touching what the caller gave."""
