"""What it is about: sectors, tags and policy markers."""

from collections.abc import Iterable

from cooperation.errors import InvariantError
from cooperation.iati.activity import Activity
from cooperation.iati.mapping.codes import MARKERS, SECTOR_VOCABULARIES, reverse
from cooperation.iati.mapping.outcome import Notes, Path
from cooperation.iati.mapping.texts import Tongue, address, narratives, text_of
from cooperation.iati.sectors import PolicyMarker as MarkerElement
from cooperation.iati.sectors import ShareOfSector, Tag
from cooperation.model import PolicyMarker, Project, SdgTag, Sector, SectorVocabulary, Tags

__all__ = ["markers", "sectors", "tags", "tags_of"]

_VOCABULARIES = reverse(SECTOR_VOCABULARIES)
# Where the sustainable development goals stand among tags, and where some publishers put them among sectors.
_SDG_TAGS = ("2", "3")
_SDG_SECTORS = ("7", "8", "9")


def tags_of(activity: Activity, tongue: Tongue, path: Path, notes: Notes) -> Tags:
    """What an activity is marked with."""
    sdgs: list[SdgTag] = []
    for i, tag in enumerate(activity.tags):
        here = (*path, "tags", i)
        if tag.vocabulary in _SDG_TAGS:
            stated = text_of(tag.narratives, tongue, (*here, "narratives"), notes)
            _add_sdg(sdgs, tag.code, here, notes, SdgTag(code="1", stated=stated))
        else:
            notes.lose(here, tag.code, "the model has tags of the sustainable development goals only")
    held: list[Sector] = []
    for i, sector in enumerate(activity.sectors):
        here = (*path, "sectors", i)
        if sector.vocabulary in _SDG_SECTORS:
            notes.lose((*here, "percentage"), sector.percentage or "", "a goal has no share of a project in the model")
            _add_sdg(sdgs, sector.code, here, notes, SdgTag(code="1"))
        else:
            held.extend(_sector(sector, tongue, here, notes))
    marked: list[PolicyMarker] = []
    for i, marker in enumerate(activity.policy_markers):
        marked.extend(_marker(marker, tongue, (*path, "policy_markers", i), notes))
    return Tags(sdgs=tuple(sdgs), sectors=tuple(held), policy_markers=tuple(marked))


def _add_sdg(sdgs: list[SdgTag], code: str | None, path: Path, notes: Notes, like: SdgTag) -> None:
    try:
        sdgs.append(SdgTag(code=(code or "").strip(), stated=like.stated))
    except InvariantError as error:
        notes.lose((*path, "code"), code, str(error))


def _sector(said: ShareOfSector, tongue: Tongue, path: Path, notes: Notes) -> Iterable[Sector]:
    vocabulary = _VOCABULARIES.get(said.vocabulary or "1")
    if vocabulary is None:
        notes.lose(path, f"{said.code} of vocabulary {said.vocabulary}", "the model has no such list of sectors")
        return
    try:
        yield Sector(
            code=(said.code or "").strip(),
            vocabulary=vocabulary,
            name=text_of(said.narratives, tongue, (*path, "narratives"), notes),
            url=said.vocabulary_uri,
            share=said.percentage,
        )
    except InvariantError as error:
        notes.lose(path, said.code, str(error))


def _marker(said: MarkerElement, tongue: Tongue, path: Path, notes: Notes) -> Iterable[PolicyMarker]:
    marker = MARKERS.get(said.code or "") if said.vocabulary in (None, "1") else None
    if marker is None:
        notes.lose(path, said.code, "the model has the policy markers of the OECD-DAC only")
        return
    why = text_of(said.narratives, tongue, (*path, "narratives"), notes)
    try:
        score = None if said.significance is None else int(said.significance)
        yield PolicyMarker(marker=marker, significance=score, why=why)
    except ValueError as error:
        notes.lose((*path, "significance"), said.significance, str(error))
        yield PolicyMarker(marker=marker, why=why)


# ---- to the standard ---------------------------------------------------------------------------------------------


def tags(project: Project) -> tuple[Tag, ...]:
    """The goals and targets of the 2030 Agenda; an indicator of it is told as its target."""
    return tuple(
        Tag(
            vocabulary="2" if sdg.target is None else "3",
            code=sdg.target or sdg.goal,
            narratives=narratives(sdg.stated),
        )
        for sdg in project.tags.sdgs
    )


def sectors(project: Project) -> tuple[ShareOfSector, ...]:
    """The sectors with their shares."""
    return tuple(
        ShareOfSector(
            # The first vocabulary is the one that holds where nothing is said.
            vocabulary=None if sector.vocabulary is SectorVocabulary.DAC_5 else SECTOR_VOCABULARIES[sector.vocabulary],
            vocabulary_uri=address(sector.url),
            code=sector.code,
            percentage=sector.share,
            narratives=narratives(sector.name),
        )
        for sector in project.tags.sectors
    )


def markers(project: Project) -> tuple[MarkerElement, ...]:
    """The policy markers that somebody scored; one without a score is not one with the score 0."""
    return tuple(
        MarkerElement(code=held.marker.code, significance=str(held.significance), narratives=narratives(held.why))
        for held in project.tags.policy_markers
        if held.significance is not None
    )
