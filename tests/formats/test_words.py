"""The words of the document format: what each means, how it is written back, and what is refused with which words."""

from decimal import Decimal
from typing import Any

import pytest

from cooperation.diagnostics import LoadError
from cooperation.errors import InvariantError
from cooperation.formats import dumps, from_tree, loads, to_tree, words
from cooperation.model import (
    ActivityKind,
    AgeRange,
    Anchor,
    AssertedValue,
    Category,
    Contribution,
    ContributionKind,
    Coordinates,
    CoreArea,
    CoreAreaTag,
    Count,
    CountPart,
    CrossCuttingValue,
    Described,
    Length,
    Marker,
    Method,
    Money,
    NotApplicable,
    Number,
    OrganisationName,
    Part,
    PartialDate,
    Period,
    PilotStage,
    PolicyMarker,
    Project,
    Quantifier,
    Ratio,
    RelativeDate,
    SdgTag,
    Sector,
    SectorVocabulary,
    StageKind,
    Tags,
    Text,
    Translated,
    Value,
    When,
    WinWin,
)

YEAR = PartialDate(2019)
TWO_YEARS = Length(years=2)
SEK = {"amount": Decimal(450000), "currency": "SEK"}

# What a document may say, what that means, and how it is written back where that is not the same.
WORDS: list[tuple[Any, Any, Any, Any]] = [
    (PartialDate, "2019", YEAR, "2019"),
    (PartialDate, 2019, YEAR, "2019"),
    (PartialDate, "2019-03", PartialDate(2019, 3), "2019-03"),
    (PartialDate, "2020-02-29", PartialDate(2020, 2, 29), "2020-02-29"),
    (PartialDate, "0001", PartialDate(1), "0001"),
    (PartialDate, "9999-12-31", PartialDate(9999, 12, 31), "9999-12-31"),
    (When, "2019", YEAR, "2019"),
    (When, 2019, YEAR, "2019"),
    (When, "project-start", RelativeDate(Anchor.PROJECT_START), "project-start"),
    (When, "year-end", RelativeDate(Anchor.YEAR_END), "year-end"),
    (When, "project-start+P6M", RelativeDate(Anchor.PROJECT_START, Length(months=6)), "project-start+P6M"),
    (When, "project-end-P1Y", RelativeDate(Anchor.PROJECT_END, Length(years=1), before=True), "project-end-P1Y"),
    (Length, "P2Y", TWO_YEARS, "P2Y"),
    (Length, "P18M", Length(months=18), "P18M"),
    (Length, "P1Y6M", Length(years=1, months=6), "P1Y6M"),
    (Length, "P2W", Length(days=14), "P14D"),
    (Length, "P0Y1M02D", Length(months=1, days=2), "P1M2D"),
    (Length, "P999999999Y", Length(years=999999999), "P999999999Y"),
    (Period, "2019/2021", Period.of_years(2019, 2021), "2019/2021"),
    (Period, "2019", Period.of_years(2019), "2019"),
    (Period, 2019, Period.of_years(2019), "2019"),
    (Period, "2019/2019", Period.of_years(2019), "2019"),
    (Period, "2019/", Period(start=YEAR), "2019/"),
    (Period, "/2016-08-03", Period(end=PartialDate(2016, 8, 3)), "/2016-08-03"),
    (Period, "P2Y", Period(length=TWO_YEARS), "P2Y"),
    (Period, "2019/P2Y", Period(start=YEAR, length=TWO_YEARS), "2019/P2Y"),
    (Period, "P2Y/2020", Period(end=PartialDate(2020), length=TWO_YEARS), "P2Y/2020"),
    (
        Period,
        {"start": "2019", "end": "2020", "length": "P3Y"},
        Period(start=YEAR, end=PartialDate(2020), length=Length(years=3)),
        {"start": "2019", "end": "2020", "length": "P3Y"},
    ),
    (
        Period,
        {"within": "2007/2009", "ground": {"en": "a council's term"}},
        Period(within=Period.of_years(2007, 2009), ground=Translated((("en", "a council's term"),))),
        {"within": "2007/2009", "ground": {"en": "a council's term"}},
    ),
    (Period, {"start": 2019, "end": None}, Period(start=YEAR), "2019/"),
    (Count, "100", Count(number=100), 100),
    (Count, 100, Count(number=100), 100),
    (Count, "010", Count(number=10), 10),
    (Count, "~100", Count(number=100, approximate=True), "~100"),
    (Count, "most", Count(quantifier=Quantifier.MOST), "most"),
    (
        Count,
        {"parts": {"vaxjo": 20, "jb-marks": "20"}},
        Count(parts=(CountPart("vaxjo", 20), CountPart("jb-marks", 20))),
        {"parts": {"vaxjo": 20, "jb-marks": 20}},
    ),
    (
        Count,
        {"number": "40", "approximate": True, "parts": {"a": 20}},
        Count(number=40, approximate=True, parts=(CountPart("a", 20),)),
        {"number": 40, "approximate": True, "parts": {"a": 20}},
    ),
    (
        Count,
        {"quantifier": "many", "approximate": True},
        Count(quantifier=Quantifier.MANY, approximate=True),
        {"approximate": True, "quantifier": "many"},
    ),
    (Value, "40", Number(Decimal(40)), Decimal(40)),
    (Value, 40, Number(Decimal(40)), Decimal(40)),
    (Value, "2.50", Number(Decimal("2.50")), Decimal("2.50")),
    (Value, Decimal("2.50"), Number(Decimal("2.50")), Decimal("2.50")),
    (Value, "-0", Number(Decimal(0)), Decimal(0)),
    (Value, "~40", Number(Decimal(40), approximate=True), "~40"),
    (Value, "12/40", Ratio(Decimal(12), Decimal(40)), "12/40"),
    (Value, "n/a", NotApplicable(), "n/a"),
    (Value, {"text": "weekly"}, Described("weekly"), {"text": "weekly"}),
    (Money, "450000 SEK", Money(**SEK), "450000 SEK"),
    (Money, "~450000 SEK", Money(**SEK, approximate=True), "~450000 SEK"),
    (Money, "-5.50 ZAR", Money(amount=Decimal("-5.50"), currency="ZAR"), "-5.50 ZAR"),
    (
        Money,
        {"amount": 450000, "currency": "SEK", "on": "2019"},
        Money(**SEK, on=YEAR),
        {"amount": Decimal(450000), "currency": "SEK", "on": "2019"},
    ),
    (Money, {"amount": "450000", "currency": "SEK"}, Money(**SEK), "450000 SEK"),
    (AgeRange, "10-15", AgeRange(10, 15), "10-15"),
    (AgeRange, "18+", AgeRange(18), "18+"),
    (AgeRange, {"oldest": 5}, AgeRange(oldest=5), {"oldest": 5}),
    (AgeRange, {"youngest": 1000}, AgeRange(1000), {"youngest": 1000}),
    (
        Coordinates,
        "56.8777, 14.8091",
        Coordinates(Decimal("56.8777"), Decimal("14.8091")),
        "56.8777, 14.8091",
    ),
    (Coordinates, "-90,180", Coordinates(Decimal(-90), Decimal(180)), "-90, 180"),
    (Coordinates, {"latitude": "5", "longitude": 6}, Coordinates(Decimal(5), Decimal(6)), "5, 6"),
    (SdgTag, "7", SdgTag(code="7"), "7"),
    (SdgTag, 7, SdgTag(code="7"), "7"),
    (SdgTag, "16.10", SdgTag(code="16.10"), "16.10"),
    (SdgTag, {"code": "7", "quote": "energy"}, SdgTag(code="7", quote="energy"), {"code": "7", "quote": "energy"}),
    (Sector, "43030", Sector(code="43030"), "43030"),
    (Sector, 43030, Sector(code="43030"), "43030"),
    (
        Sector,
        {"code": "010", "vocabulary": "own"},
        Sector(code="010", vocabulary=SectorVocabulary.OWN),
        {"code": "010", "vocabulary": "own"},
    ),
    (PolicyMarker, "gender-equality", PolicyMarker(marker=Marker.GENDER_EQUALITY), "gender-equality"),
    (
        PolicyMarker,
        {"marker": "trade", "significance": 0},
        PolicyMarker(marker=Marker.TRADE, significance=0),
        {"marker": "trade", "significance": 0},
    ),
    (CoreAreaTag, "transparency", CoreAreaTag(area=CoreArea.TRANSPARENCY), "transparency"),
    (AssertedValue, "environment", AssertedValue(value=CrossCuttingValue.ENVIRONMENT), "environment"),
    (Method, "workshop", Method(kind=ActivityKind.WORKSHOP), "workshop"),
    (PilotStage, "built", PilotStage(kind=StageKind.BUILT), "built"),
    (OrganisationName, "Komuna Vushtrri", OrganisationName(text="Komuna Vushtrri"), "Komuna Vushtrri"),
    (Text, "NO", "NO", "NO"),
    (Text, "", "", ""),
    (Text, {"sv": "skola", "en": "school"}, Translated((("sv", "skola"), ("en", "school"))), None),
    (
        Part,
        {"of": {"sex": "women", "partner": "vaxjo"}, "value": "12/40"},
        Part(of=(Category("sex", "women"), Category("partner", "vaxjo")), value=Ratio(Decimal(12), Decimal(40))),
        None,
    ),
]

A_DATE = "expected a date such as 2019, 2019-03 or 2019-03-01, got "
A_MOMENT = f"{A_DATE[:-6]}, or one told by another such as project-end or project-start+P6M, got "
A_PERIOD = "expected a period such as 2019/2021, 2019-03/2020-02, 2019, P2Y or 2019/P2Y, got "
A_LENGTH = "expected a length such as P2Y, P18M or P10D, got "
A_COUNT = "expected a count such as 100, ~100 or most, got "
A_VALUE = "expected a value such as 40, ~40, 12/40, n/a or {text: ...}, got "
MONEY = "expected money such as 450000 SEK, got "
NO_CURRENCY = "has no currency: write it as 450000 SEK"
AGES = "expected ages such as 10-15 or 18+, got "
A_POINT = "expected latitude and longitude such as 56.8777, 14.8091, got "
A_LANGUAGE = "is not a language's code: small letters, such as sv or pt-BR"
TOO_LONG = "1" * 41

# What no document may say, the code of the fault, and what is said of it.
REFUSED: list[tuple[Any, Any, str, str]] = [
    (PartialDate, "2019-13", "DOC009", "month 13 is not between 1 and 12"),
    (PartialDate, "2019-02-30", "DOC009", "2019-02 has no day 30"),
    (PartialDate, "0000", "DOC009", "year 0 is not between 1 and 9999"),
    (PartialDate, "20200102", "DOC005", f"{A_DATE}'20200102'"),
    (PartialDate, "2020-W01-1", "DOC005", f"{A_DATE}'2020-W01-1'"),
    (PartialDate, "2019-3", "DOC005", f"{A_DATE}'2019-3'"),
    (PartialDate, "\u0662\u0660\u0661\u0669", "DOC005", f"{A_DATE}'\u0662\u0660\u0661\u0669'"),
    (PartialDate, "2019\n", "DOC005", f"{A_DATE}'2019\\n'"),
    (PartialDate, 20191, "DOC005", f"{A_DATE}20191"),
    (PartialDate, -2019, "DOC005", f"{A_DATE}-2019"),
    (PartialDate, True, "DOC005", f"{A_DATE}true"),
    (PartialDate, None, "DOC005", f"{A_DATE}nothing (null)"),
    (PartialDate, ["2019"], "DOC005", f"{A_DATE}a list"),
    (PartialDate, {}, "DOC005", f"{A_DATE}an empty mapping"),
    (When, "project-middle", "DOC005", f"{A_MOMENT}'project-middle'"),
    (When, "project-start+6", "DOC005", f"{A_MOMENT}'project-start+6'"),
    (When, "year-end-", "DOC005", f"{A_MOMENT}'year-end-'"),
    (When, "project-end-P", "DOC005", f"{A_MOMENT}'project-end-P'"),
    (When, "project-start+P0D", "DOC009", "a length of nothing is no length: leave it out when it is unknown"),
    (Length, "2 years", "DOC005", f"{A_LENGTH}'2 years'"),
    (Length, "P", "DOC005", f"{A_LENGTH}'P'"),
    (Length, "PT5H", "DOC005", f"{A_LENGTH}'PT5H'"),
    (Length, "P2Y3W4D", "DOC005", f"{A_LENGTH}'P2Y3W4D'"),
    (Length, "P1234567890Y", "DOC005", f"{A_LENGTH}'P1234567890Y'"),
    (Length, 24, "DOC005", f"{A_LENGTH}24"),
    (Length, "P0Y", "DOC009", "a length of nothing is no length: leave it out when it is unknown"),
    (Period, "2021/2019", "TIM005", "period ends 2019 before it starts 2021"),
    (Period, {"start": "2021", "end": 2019}, "TIM005", "period ends 2019 before it starts 2021"),
    (Period, "two years", "DOC005", f"{A_PERIOD}'two years'"),
    (Period, "/", "DOC005", f"{A_PERIOD}'/'"),
    (Period, "", "DOC005", f"{A_PERIOD}''"),
    (Period, "P2Y/", "DOC005", f"{A_PERIOD}'P2Y/'"),
    (Period, "/P2Y", "DOC005", f"{A_PERIOD}'/P2Y'"),
    (Period, "P2Y/P3Y", "DOC005", f"{A_PERIOD}'P2Y/P3Y'"),
    (Period, "2019/2020/2021", "DOC005", f"{A_PERIOD}'2019/2020/2021'"),
    (
        Period,
        {},
        "DOC009",
        "a period needs a start, an end, a length or bounds: leave it out when it is unknown",
    ),
    (Period, {"within": {"within": "2019"}}, "DOC009", "the bounds of a period cannot be bounded themselves"),
    (Count, "mots", "DOC005", f"{A_COUNT}'mots' (did you mean 'most'?)"),
    (Count, "-1", "DOC005", f"{A_COUNT}'-1'"),
    (Count, -1, "DOC005", f"{A_COUNT}-1"),
    (Count, Decimal("1.5"), "DOC005", f"{A_COUNT}1.5"),
    (Count, True, "DOC005", f"{A_COUNT}true"),
    (Count, TOO_LONG, "DOC005", f"{A_COUNT}'{TOO_LONG}'"),
    (Count, int(TOO_LONG), "DOC005", f"{A_COUNT}{TOO_LONG}"),
    (Count, {"parts": {}}, "DOC005", "expected the parts of a count, got an empty mapping: leave it out"),
    (Count, {"parts": {"a": "x"}}, "DOC005", "expected a whole number, got 'x'"),
    (Value, "about forty", "TGT010", f"{A_VALUE}'about forty'"),
    (Value, "1e3", "TGT010", f"{A_VALUE}'1e3'"),
    (Value, "1_000", "TGT010", f"{A_VALUE}'1_000'"),
    (Value, "NaN", "TGT010", f"{A_VALUE}'NaN'"),
    (Value, ".inf", "TGT010", f"{A_VALUE}'.inf'"),
    (Value, "12/40/2", "TGT010", f"{A_VALUE}'12/40/2'"),
    (Value, TOO_LONG, "TGT010", f"{A_VALUE}'{TOO_LONG}'"),
    (Value, "12/0", "DOC009", "the denominator of 12/0 is not above zero"),
    (Value, Decimal("NaN"), "DOC005", "expected a number, got NaN"),
    (Value, Decimal("-Infinity"), "DOC005", "expected a number, got -Infinity"),
    (Value, Decimal("1E+999999"), "DOC005", "expected a number, got 1E+999999"),
    (Value, Decimal("1E-999999"), "DOC005", "expected a number, got 1E-999999"),
    (Value, {"text": 5}, "DOC005", "expected a text, got 5: put it in quotes"),
    (Money, "450000", "MON010", f"amount '450000' {NO_CURRENCY}"),
    (Money, 450000, "MON010", f"amount 450000 {NO_CURRENCY}"),
    (Money, Decimal("4.5"), "MON010", f"amount 4.5 {NO_CURRENCY}"),
    (Money, "450000 sek", "DOC005", f"{MONEY}'450000 sek'"),
    (Money, "SEK 450000", "DOC005", f"{MONEY}'SEK 450000'"),
    (Money, "450000  SEK", "DOC005", f"{MONEY}'450000  SEK'"),
    (Money, "450000 SEX", "DOC008", "currency 'SEX' is not on the list Currency (did you mean 'SEK'?)"),
    (Money, {"amount": 5}, "DOC004", "required key 'currency' is missing"),
    (AgeRange, "10 to 15", "DOC005", f"{AGES}'10 to 15'"),
    (AgeRange, 10, "DOC005", f"{AGES}10"),
    (AgeRange, "15-10", "DOC009", "the lowest age 15 is above the highest 10"),
    (Coordinates, "56.8", "DOC005", f"{A_POINT}'56.8'"),
    (Coordinates, "56.8; 14.8", "DOC005", f"{A_POINT}'56.8; 14.8'"),
    (Coordinates, "91, 0", "DOC009", "latitude 91 is not between -90 and 90"),
    (SdgTag, Decimal("16.10"), "DOC005", 'a code given as a number may lose a nought: write "16.10" in quotes'),
    (SdgTag, True, "DOC005", "expected an SDG code such as 7, 16.10 or 16.10.2, got true"),
    (PolicyMarker, 5, "DOC008", "expected a policy marker such as gender-equality, got 5"),
    (
        CoreAreaTag,
        "transparence",
        "DOC008",
        "expected a core area such as equity, got 'transparence' (did you mean 'transparency'?)",
    ),
    (
        AssertedValue,
        "enviroment",
        "DOC008",
        "expected a value such as gender-equality, got 'enviroment' (did you mean 'environment'?)",
    ),
    (
        Method,
        "workshops",
        "DOC008",
        "expected a kind of work such as workshop, got 'workshops' (did you mean 'workshop'?)",
    ),
    (PilotStage, "build", "DOC008", "expected a stage of a pilot such as built, got 'build' (did you mean 'built'?)"),
    (OrganisationName, 5, "DOC005", "expected a text, got 5: put it in quotes"),
    (Text, 5, "DOC005", "expected a text, got 5: put it in quotes"),
    (Text, True, "DOC005", "expected a text, or a mapping from languages to texts, got true"),
    (Text, {}, "DOC009", "a text in several languages needs at least one"),
    (Text, {"sv": 5}, "DOC005", "expected a text in language 'sv', got 5"),
    (Text, {"SV": "x"}, "DOC009", f"language 'SV' {A_LANGUAGE}"),
    (Part, {"of": {}, "value": 1}, "DOC005", "expected at least one category, got an empty mapping"),
]


class TestWords:
    """Every word has one meaning and one way it is written."""

    @pytest.mark.parametrize(("tp", "word", "value", "written"), WORDS)
    def test_a_word_is_read_and_written(self, tp: Any, word: Any, value: Any, written: Any) -> None:
        """A word becomes its value, and the value becomes its word, whichever of its forms it came in."""
        read = from_tree(tp, word)

        assert value == read
        assert (word if written is None else written) == to_tree(value)
        assert value == from_tree(tp, to_tree(read))

    @pytest.mark.parametrize(("tp", "raw", "code", "message"), REFUSED)
    def test_a_refused_word_says_why(self, tp: Any, raw: Any, code: str, message: str) -> None:
        """What cannot be read is told by one fault, in the document's own words, with an example of what could."""
        with pytest.raises(LoadError) as caught:
            from_tree(tp, raw)

        assert [(code, message)] == [(d.code, d.message) for d in caught.value.diagnostics]

    @pytest.mark.parametrize("raw", [True, None, [], {}, object()])
    @pytest.mark.parametrize("tp", [PartialDate, When, Length, Count, Value, Money, AgeRange, Coordinates])
    def test_what_is_no_word_at_all(self, tp: Any, raw: Any) -> None:
        """A truth value, nothing, an empty list or a foreign object is refused by every word, and never crashes it."""
        with pytest.raises(LoadError):
            from_tree(tp, raw)


class TestCarriers:
    """A word means the same in every carrier."""

    def test_numbers_of_json_are_words_of_yaml(self) -> None:
        """A bare number of JSON and the same digits in YAML give equal values, exact to the last digit."""
        yaml = """
            cooperation: 1
            project: {id: a, title: A, period: 2019, series: {number: 2}, tags: {sdgs: [7], sectors: [43030]},
              logframe: {objectives: [{id: o, statement: O, indicators: [
                {id: i, statement: I, baseline: {value: 0.10, date: 2018},
                 targets: [{value: 12345678901234567890}]}]}]}}
        """
        json = """
            {"cooperation": 1,
             "project": {"id": "a", "title": "A", "period": 2019, "series": {"number": 2},
              "tags": {"sdgs": [7], "sectors": [43030]}, "logframe": {"objectives": [{"id": "o", "statement": "O",
               "indicators": [{"id": "i", "statement": "I", "baseline": {"value": 0.10, "date": 2018},
                               "targets": [{"value": 12345678901234567890}]}]}]}}}
        """
        line = json.replace("\n", " ")

        assert loads(yaml) == loads(json, "json") == loads(line, "jsonl")
        assert dumps(loads(yaml)) == dumps(loads(json, "json"))

    def test_yaml_keeps_what_other_readers_lose(self) -> None:
        """Norway stays Norway, a code keeps its noughts, and a text that looks like a number stays a text."""
        portfolio = loads(
            """
            cooperation: 1
            language: no
            organisations: [{id: 010, name: 1.10, country: NO, identifiers: [{scheme: 0x1F, code: 1_000}]}]
            project: {id: 1e3, title: 2019-03-01, tags: {sdgs: [16.10]}}
            """
        )
        norway = portfolio.organisations[0]
        project = portfolio.projects[0]

        assert ("no", "010", "1.10", "NO") == (portfolio.language, norway.id, norway.name, norway.country)
        assert ("0x1F", "1_000") == (norway.identifiers[0].scheme, norway.identifiers[0].code)
        assert ("1e3", "2019-03-01", "16.10") == (project.id, project.title, project.tags.sdgs[0].code)

    def test_a_code_as_a_fraction_of_json(self) -> None:
        """16.10 without quotes may be 16.1 to whoever wrote it, so JSON refuses it and says what to do."""
        with pytest.raises(LoadError, match=r'may lose a nought: write "16\.10" in quotes'):
            loads('{"cooperation": 1, "project": {"id": "a", "title": "A", "tags": {"sdgs": [16.10]}}}', "json")


class TestNoughts:
    """A nought has no sign, since in JSON it has none, and what one carrier loses no carrier keeps."""

    def test_a_nought_has_no_sign(self) -> None:
        """However deep it stands, it is written without one, and a text that is dumped again stays as it was."""
        nought = Decimal("-0.00")
        value = Contribution(
            partner="a",
            kind=ContributionKind.STAFF_DAYS,
            statement="Days",
            quantity=nought,
            amount=Money(amount=nought, currency="SEK"),
        )
        project = Project(id="a", title="A", win_win=WinWin(contributions=(value,)))

        assert ("0.00", "0.00 SEK", "0.00/1") == tuple(
            str(to_tree(x)) for x in (Number(nought), Money(amount=nought, currency="SEK"), Ratio(nought, Decimal(1)))
        )
        for carrier in ("yaml", "json", "jsonl"):
            assert "-0" not in dumps(project, carrier)
            assert dumps(project, carrier) == dumps(loads(dumps(project, carrier), carrier), carrier)


class TestBeyondWords:
    """What the model can hold and no document can is refused when it is written, not when it is read."""

    @pytest.mark.parametrize(
        "value",
        [
            Count(number=10**40),
            Count(number=10**40, approximate=True),
            Count(parts=(CountPart("a", 10**40),)),
            Number(Decimal("1." + "1" * 61)),
            Ratio(Decimal("1." + "1" * 61), Decimal(1)),
            Money(amount=Decimal("1." + "1" * 61), currency="SEK"),
            Length(years=10**9),
        ],
    )
    def test_numbers_with_too_many_digits(self, value: Any) -> None:
        """A number longer than any reader takes is refused with its bounds."""
        with pytest.raises(InvariantError, match="a document holds"):
            to_tree(value)

    def test_dumping_says_so_too(self) -> None:
        """The refusal reaches whoever writes a whole document."""
        project = Project(id="a", title="A", period=Period(length=Length(days=10**9)), tags=Tags())

        with pytest.raises(InvariantError, match="lengths of at most nine digits"):
            dumps(project)

    def test_the_longest_that_fit(self) -> None:
        """Forty digits, and sixty decimals, go to a document and back."""
        number = Number(Decimal("1" * 30 + "." + "2" * 60))
        count = Count(number=10**40 - 1)

        assert number == from_tree(Value, to_tree(number))
        assert count == from_tree(Count, to_tree(count))


class TestMessages:
    """How messages show what they found."""

    def test_long_values_are_cut(self) -> None:
        """A message stays short, whatever it is about."""
        assert 60 == len(words.shown("x" * 1000))

    def test_values_are_shown_as_the_document_has_them(self) -> None:
        """Truth values and nothing are shown as YAML and JSON write them."""
        shown = [words.shown(raw) for raw in (True, False, None, {}, {"a": 1}, [], [1], (), "a", 5, Decimal("1.10"))]

        assert ["true", "false", "nothing (null)", "an empty mapping", "a mapping"] == shown[:5]
        assert ["an empty list", "a list", "an empty list", "'a'", "5", "1.10"] == shown[5:]
