"""The small values: texts, tags, references to lists, people, places, and mutual benefit."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given

from cooperation import codelists, testing
from cooperation.errors import InvariantError
from cooperation.model import (
    Answer,
    Benefit,
    BenefitKind,
    Category,
    Coordinates,
    GenderSplit,
    Grade,
    IndicatorReference,
    IndicatorVocabulary,
    Likelihood,
    Marker,
    Measure,
    Observation,
    Part,
    PartialDate,
    Period,
    PolicyMarker,
    SdgTag,
    Sector,
    SectorVocabulary,
    Transfer,
    Translated,
    WinWin,
    text_in,
)


class TestAnswer:
    """Yes, no, or cannot be known."""

    @pytest.mark.parametrize("answer", Answer)
    def test_is_no_truth_value(self, answer: Answer) -> None:
        """Whoever forgets to compare is told, even where the answer is known."""
        with pytest.raises(TypeError, match=r"an answer may be unknown: compare it, as in 'answer is Answer\.YES'"):
            bool(answer)


class TestText:
    """Prose in one language or several."""

    @pytest.mark.parametrize(
        ("versions", "message"),
        [
            ((), "a text in several languages needs at least one"),
            ((("sv", "a"), ("en", "b"), ("sv", "c")), "a language stands twice in sv, en, sv"),
            ((("Swedish", "a"),), "language 'Swedish' is not a language's code: small letters, such as sv or pt-BR"),
        ],
    )
    def test_refused(self, versions: tuple[tuple[str, str], ...], message: str) -> None:
        """No language, one twice, or none."""
        with pytest.raises(InvariantError) as caught:
            Translated(versions)

        assert message == str(caught.value)

    def test_languages(self) -> None:
        """The author's own is first, and is what stands for the whole."""
        text = Translated((("sv", "skola"), ("en", "school")))

        assert (("sv", "en"), "skola", "school", None) == (
            text.languages,
            str(text),
            text.in_language("en"),
            text.in_language("de"),
        )

    @pytest.mark.parametrize(
        ("text", "language", "said"),
        [
            ("skola", "en", "skola"),
            (Translated((("sv", "skola"), ("en", "school"))), "en", "school"),
            (Translated((("sv", "skola"), ("en", "school"))), "de", "skola"),
            (Translated((("sv", "skola"), ("en", ""))), "en", "skola"),
        ],
    )
    def test_text_in(self, text: str | Translated, language: str, said: str) -> None:
        """In the language asked for, else as its author wrote it first; an empty version says nothing."""
        assert said == text_in(text, language)

    @given(testing.translateds())
    def test_every_version_is_found(self, text: Translated) -> None:
        """By its own language, none lost."""
        assert text.versions == tuple((language, text.in_language(language)) for language in text.languages)


class TestSdgs:
    """Goals, targets and indicators."""

    @pytest.mark.parametrize("code", ["18", "0", "7.9", "7.9.1", "010", "SDG 7", ""])
    @pytest.mark.parametrize(
        "make",
        [
            lambda code: SdgTag(code=code),
            lambda code: IndicatorReference(vocabulary=IndicatorVocabulary.SDG, code=code or " "),
        ],
    )
    def test_refused(self, make: Any, code: str) -> None:
        """No such code, wherever it stands."""
        with pytest.raises(InvariantError):
            make(code)

    def test_the_message(self) -> None:
        """It says what would be one."""
        with pytest.raises(InvariantError) as caught:
            SdgTag(code="18")

        assert "SDG code '18' does not exist: a goal is 1 to 17, a target such as 16.10" in str(caught.value)

    @pytest.mark.parametrize(
        ("code", "goal", "target"),
        [("7", "7", None), ("16.10", "16", "16.10"), ("16.10.2", "16", "16.10"), ("1.a", "1", "1.a")],
    )
    def test_goal_and_target(self, code: str, goal: str, target: str | None) -> None:
        """16.10 is a target of its own and not 16.1."""
        assert (goal, target) == (SdgTag(code=code).goal, SdgTag(code=code).target)

    def test_other_vocabularies(self) -> None:
        """Only the codes of the SDGs are held to their list."""
        assert "18" == IndicatorReference(vocabulary=IndicatorVocabulary.OWN, code="18").code


class TestTags:
    """Sectors and markers."""

    @pytest.mark.parametrize(
        ("code", "vocabulary", "message"),
        [
            ("430", SectorVocabulary.DAC_5, "sector '430' is not on the list Sector"),
            ("43030", SectorVocabulary.DAC_3, "sector '43030' is not on the list SectorCategory"),
            ("99999", SectorVocabulary.DAC_5, "sector '99999' is not on the list Sector"),
        ],
    )
    def test_no_such_sector(self, code: str, vocabulary: SectorVocabulary, message: str) -> None:
        """A code is of the list that it claims."""
        with pytest.raises(InvariantError) as caught:
            Sector(code=code, vocabulary=vocabulary)

        assert str(caught.value).startswith(message)

    @pytest.mark.parametrize("vocabulary", [SectorVocabulary.COFOG, SectorVocabulary.OWN])
    def test_other_vocabularies(self, vocabulary: SectorVocabulary) -> None:
        """Of other lists any code may be."""
        assert "010" == Sector(code="010", vocabulary=vocabulary).code

    @pytest.mark.parametrize(
        ("marker", "score", "message"),
        [
            (Marker.GENDER_EQUALITY, 5, "significance '5' is not on the list PolicySignificance"),
            (Marker.GENDER_EQUALITY, -1, "significance '-1' is not on the list PolicySignificance"),
            (Marker.NUTRITION, 3, "significance 3 is for desertification only, not for nutrition"),
        ],
    )
    def test_no_such_score(self, marker: Marker, score: int, message: str) -> None:
        """0 to 4, and 3 for one marker alone."""
        with pytest.raises(InvariantError) as caught:
            PolicyMarker(marker=marker, significance=score)

        assert str(caught.value).startswith(message)

    @pytest.mark.parametrize("score", [None, 0, 1, 2, 3, 4])
    def test_scores(self, score: int | None) -> None:
        """Not scored is not the same as 0."""
        assert score == PolicyMarker(marker=Marker.DESERTIFICATION, significance=score).significance

    def test_markers_are_numbered_as_iati_has_them(self) -> None:
        """The order of the members is the order of the list: each name is found in the name of its code."""
        names = {marker: codelists.policy_marker[marker.code].name.casefold() for marker in Marker}
        telling = {
            Marker.GENDER_EQUALITY: "gender",
            Marker.ENVIRONMENT: "environment",
            Marker.GOVERNANCE: "governance",
            Marker.TRADE: "trade",
            Marker.BIODIVERSITY: "bio",
            Marker.MITIGATION: "mitigation",
            Marker.ADAPTATION: "adaptation",
            Marker.DESERTIFICATION: "desertification",
            Marker.MATERNAL_HEALTH: "maternal",
            Marker.DISASTER_RISK: "disaster",
            Marker.DISABILITY: "disab",
            Marker.NUTRITION: "nutrition",
        }

        assert [] == [marker for marker, word in telling.items() if word not in names[marker]]


class TestIndicators:
    """Values and their parts."""

    def test_a_part_of_nothing(self) -> None:
        """A part is of a group."""
        with pytest.raises(InvariantError, match="a part is of no group: name at least one"):
            Part(of=())

    def test_a_part_of_two_groups(self) -> None:
        """Nobody is in two groups of one dimension at once, as far as one value goes."""
        with pytest.raises(InvariantError) as caught:
            Part(of=(Category("sex", "women"), Category("age", "old"), Category("sex", "men")))

        assert "a part is of two groups of one dimension: sex women, age old, sex men" == str(caught.value)

    @pytest.mark.parametrize(
        ("observation", "due"),
        [
            (Observation(), None),
            (Observation(date=PartialDate(2019)), PartialDate(2019)),
            (Observation(period=Period.of_years(2019, 2020)), PartialDate(2020)),
            (Observation(date=PartialDate(2019), period=Period.of_years(2019, 2020)), PartialDate(2019)),
            (Observation(period=Period(start=PartialDate(2019))), None),
        ],
    )
    def test_due(self, observation: Observation, due: PartialDate | None) -> None:
        """On its date, else at the end of its period."""
        assert due == observation.due

    def test_numbers_and_others(self) -> None:
        """Only units and percentages are quantitative."""
        assert [Measure.UNIT, Measure.PERCENTAGE] == [measure for measure in Measure if measure.is_quantitative]


class TestPeopleAndPlaces:
    """Those who take part, and where."""

    @pytest.mark.parametrize("gender", ["women", "men", "others"])
    def test_fewer_than_none(self, gender: str) -> None:
        """Nobody counts below zero."""
        with pytest.raises(InvariantError, match=f"{gender} -1 is below zero"):
            GenderSplit(**{gender: -1})

    @pytest.mark.parametrize(
        ("latitude", "longitude", "message"),
        [
            ("90.01", "0", "latitude 90.01 is not between -90 and 90"),
            ("-91", "0", "latitude -91 is not between -90 and 90"),
            ("0", "180.5", "longitude 180.5 is not between -180 and 180"),
            ("NaN", "0", "latitude NaN is not a finite number"),
            ("0", "Infinity", "longitude Infinity is not a finite number"),
        ],
    )
    def test_off_the_earth(self, latitude: str, longitude: str, message: str) -> None:
        """Degrees have bounds."""
        with pytest.raises(InvariantError) as caught:
            Coordinates(Decimal(latitude), Decimal(longitude))

        assert message == str(caught.value)

    def test_at_its_edges(self) -> None:
        """The poles and the date line are on it."""
        assert "-90, 180" == str(Coordinates(Decimal(-90), Decimal(180)))


class TestMutualBenefit:
    """Who gains and who gives."""

    def test_to_itself(self) -> None:
        """Nobody teaches itself."""
        with pytest.raises(InvariantError, match="'vaxjo' cannot transfer something to itself"):
            Transfer(from_partner="vaxjo", to_partner="vaxjo", topic="")

    @pytest.mark.parametrize(
        ("kind", "stated", "tangible"),
        [
            (BenefitKind.PLAN_OR_POLICY, None, True),
            (BenefitKind.KNOWLEDGE, None, False),
            (BenefitKind.KNOWLEDGE, True, True),
            (BenefitKind.EQUIPMENT, False, False),
            (None, None, None),
            (None, False, False),
        ],
    )
    def test_tangible(self, kind: BenefitKind | None, stated: bool | None, tangible: bool | None) -> None:
        """As stated, else as the kind tells, else not known."""
        assert tangible is Benefit(partner="a", statement="", kind=kind, tangible=stated).is_tangible

    def test_benefits_of_a_partner(self) -> None:
        """Its own, in the author's order."""
        benefits = tuple(Benefit(partner=partner, statement=str(i)) for i, partner in enumerate("aba"))

        assert (benefits[0], benefits[2]) == WinWin(benefits=benefits).benefits_of("a")

    def test_scales_rise(self) -> None:
        """Five steps each, from one."""
        assert [1, 2, 3, 4, 5] == [grade.rank for grade in Grade] == [step.rank for step in Likelihood]
