"""The Swedish municipal partnership programme, run by ICLD and paid by Sida.

>>> from cooperation.model import PartialDate
>>> [countries.has("VN").value for countries in ICLD.limits_on(COUNTRIES, PartialDate(2019))]
['yes']
>>> [countries.has("VN").value for countries in ICLD.limits_on(COUNTRIES, PartialDate(2026))]
['no']
"""

from decimal import Decimal

from cooperation.diagnostics import Severity
from cooperation.model import CoreArea, CostKind, Money, OrganisationKind, PartialDate, Phase, Side
from cooperation.rules.profiles._limits import (
    APPLICANTS,
    CORE_AREAS,
    COSTS,
    COUNTRIES,
    HOME_COUNTRY,
    INCEPTION_CEILINGS,
    INCEPTION_MONTHS,
    INCEPTION_SEATS,
    PROJECT_CEILINGS,
    PROJECT_MONTHS,
    REQUIRED_STEPS,
    STEERING_CEILINGS,
    TEAM_SIZE,
    WINDOWS,
    Applicants,
    Ceiling,
    Ceilings,
    Costs,
    DayOfYear,
    Listed,
    Range,
    Seats,
    Window,
    Windows,
    Zone,
)
from cooperation.rules.profiles._profile import Limit, Profile

__all__ = ["ICLD"]

_2019 = "icld-2019, https://icld.se/artikel/ansokningsomgangen-till-kommunalt-partnerskap-hosten-2019-ar-oppen/"
_2020 = (
    "icld-2020, https://5dok.org/document/"
    "y96r39ol-riktlinjer-f%C3%B6r-programmet-kommunalt-partnerskap.html (adopted 2020-02-26)"
)
_2022 = "icld-2022, https://icld.se/artikel/dags-att-ansoka-om-kommunalt-partnerskap/"
_APPLY = "icld-apply, https://icld.se/en/municipal-partnership/how-to-apply"
_BUDGET = "icld-budget, https://studylibsv.com/doc/655497/nya-riktlinjer-f%C3%B6r-kp-bugdet"
_CORE = "icld-core, https://icld.se/en/about-us/icld-core-values/"
_FAQ = "icld-faq, https://icld.se/en/municipal-partnership/faq-contact/"
_LFA = (
    "icld-lfa, https://vdocuments.site/"
    "project-planning-a-guide-for-use-when-according-to-the-applying-2019-11-07-step.html"
)
_MPP = "icld-mpp, https://icld.se/en/what-we-do/municipal-partnerships/"
_PHASES = "icld-phases, https://icld.se/en/what-we-do/municipal-partnerships/the-phases-of-a-partnership/"
_REPORT = "icld-report, https://icld.se/en/municipal-partnership/how-to-report/"
_SIDA = (
    "sida-kp, https://www.sida.se/Svenska/Samarbetsparter/aktorsgrupper/Offentlig-sektor/Kommunalt-partnerskapsprogram/"
)

_UNDATED = "The page has no date, so the limit is taken to hold always."
_UNDATED_BUDGET = "The budget guidelines bear no date, so the amounts are taken to hold always."

# Which country is in which zone the guidelines do not say. These are the countries that any of the lists names, by
# their continent; Georgia and Turkey may be counted to either side, and for Latin America no amount was found.
_EUROPE = Zone(
    "Europe",
    Listed(frozenset({"BA", "BY", "MD", "MK", "RS", "UA", "XK"}), perhaps=frozenset({"GE", "TR"}), complete=True),
)
_AFRICA_ASIA = Zone(
    "Africa/Asia",
    Listed(
        frozenset({"BW", "CN", "ID", "IN", "KE", "MZ", "NA", "TZ", "UG", "VN", "ZA", "ZM", "ZW"}),
        perhaps=frozenset({"GE", "TR"}),
        complete=True,
    ),
)
_TWO, _THREE, _MORE = Range(most=2), Range(3, 3), Range(least=3)


def _countries(codes: str) -> frozenset[str]:
    return frozenset(codes.split())


def _kronor(amount: int) -> Money:
    return Money(amount=Decimal(amount), currency="SEK")


def _by_zone(europe: int, africa_asia: int, parties: Range) -> tuple[Ceiling, ...]:
    return (
        Ceiling(amount=_kronor(europe), parties=parties, zone=_EUROPE),
        Ceiling(amount=_kronor(africa_asia), parties=parties, zone=_AFRICA_ASIA),
    )


_PUBLIC = frozenset({OrganisationKind.LOCAL_GOVERNMENT, OrganisationKind.REGION, OrganisationKind.MUNICIPAL_FEDERATION})
# Joint boards and cooperation bodies may apply, and have no kind of their own.
_MAYBE_PUBLIC = frozenset({OrganisationKind.NETWORK, OrganisationKind.PUBLIC_AGENCY, OrganisationKind.OTHER})

ICLD = Profile(
    name="icld",
    title="ICLD, Municipal Partnership",
    about=(
        "The programme in which Swedish municipalities and regions cooperate with local governments abroad. "
        "It adds the programme's own limits to the core, and weighs most what is its purpose: that each partner gains."
    ),
    asks=(
        "ICL001",
        "ICL002",
        "ICL003",
        "ICL004",
        "ICL005",
        "ICL006",
        "ICL007",
        "ICL008",
        "ICL009",
        "ICL010",
        "ICL011",
        "LOG014",
        "MON013",
        "PAR007",
        "WIN008",
    ),
    severities={"WIN001": Severity.ERROR},
    limits=(
        Limit(kind=HOME_COUNTRY, value="SE", source=_2022),
        Limit(
            kind=COUNTRIES,
            value=Listed(frozenset({"BY", "IN"}), complete=False),
            until=PartialDate(2018),
            source=_FAQ,
            note="An older, undated state of the page; it names a text of 2018. Two of its 21 countries are held.",
        ),
        Limit(
            kind=COUNTRIES,
            value=Listed(
                _countries("BA GE XK MK MD RS TR UA ID CN VN BW KE MZ NA ZA TZ UG ZM"),
                complete=True,
            ),
            since=PartialDate(2019),
            until=PartialDate(2022),
            source=_2019,
            note="The list of autumn 2019; that it held until 2022 is read from there being no other.",
        ),
        Limit(
            kind=COUNTRIES,
            value=Listed(_countries("BA XK RS UA CO GT KE TZ UG BW ZA ZM ZW"), complete=True),
            since=PartialDate(2023),
            source=_MPP,
            note=(
                "The present page, read as the list after the revision of 2023; neither its date nor what its sentence "
                "'In addition to ...' adds could be verified."
            ),
        ),
        Limit(
            kind=APPLICANTS,
            value=Applicants(
                kinds=Listed(_PUBLIC, perhaps=_MAYBE_PUBLIC, complete=True),
                if_owned=frozenset({OrganisationKind.PUBLIC_COMPANY, OrganisationKind.FOUNDATION}),
            ),
            since=PartialDate(2015),
            until=PartialDate(2020, 2, 25),
            source=_SIDA,
            note="The text of 2015, which adds wholly owned municipal companies and foundations.",
        ),
        Limit(
            kind=APPLICANTS,
            value=Applicants(kinds=Listed(_PUBLIC, perhaps=_MAYBE_PUBLIC, complete=True)),
            since=PartialDate(2020, 2, 26),
            source=f"{_2020}; {_2022}",
        ),
        Limit(kind=PROJECT_MONTHS, value=Range(12, 36), source=_PHASES, note=_UNDATED),
        Limit(kind=INCEPTION_MONTHS, value=Range(most=12), source=_PHASES, note=_UNDATED),
        Limit(
            kind=TEAM_SIZE,
            value=Range(3, 5),
            source=_PHASES,
            note=f"{_UNDATED} Real projects had larger groups of participants, who may not have been the team.",
        ),
        Limit(
            kind=INCEPTION_SEATS,
            value=Seats(politicians=2, sides=frozenset(Side), civil_servants=2, coordinators=1),
            source=_PHASES,
            note=_UNDATED,
        ),
        Limit(
            kind=CORE_AREAS,
            value=Listed(frozenset(CoreArea), complete=True),
            source=f"{_PHASES}; {_2019}; {_CORE}",
            note=_UNDATED,
        ),
        Limit(
            kind=REQUIRED_STEPS,
            value=Listed(frozenset({"problems"}), complete=False),
            source=_LFA,
            note="Of the guide to planning only the opening could be read.",
        ),
        Limit(
            kind=PROJECT_CEILINGS,
            value=Ceilings((*_by_zone(450_000, 500_000, _TWO), *_by_zone(600_000, 650_000, _THREE)), a_year=True),
            source=_BUDGET,
            note=_UNDATED_BUDGET,
        ),
        Limit(
            kind=INCEPTION_CEILINGS,
            value=Ceilings((*_by_zone(220_000, 275_000, _TWO), *_by_zone(275_000, 330_000, _THREE)), a_year=False),
            source=_BUDGET,
            note=_UNDATED_BUDGET,
        ),
        Limit(
            kind=STEERING_CEILINGS,
            value=Ceilings(
                (
                    Ceiling(amount=_kronor(300_000), of_which_work=_kronor(150_000), parties=_TWO),
                    Ceiling(amount=_kronor(400_000), of_which_work=_kronor(200_000), parties=_MORE),
                ),
                a_year=True,
            ),
            source=_BUDGET,
            note=f"A guide, not a ceiling. {_UNDATED_BUDGET}",
        ),
        Limit(
            kind=COSTS,
            value=Costs(
                kinds=Listed(frozenset({CostKind.BOARD_AND_LODGING, CostKind.WORKING_TIME}), complete=False),
                by_day=frozenset({CostKind.BOARD_AND_LODGING, CostKind.WORKING_TIME}),
            ),
            source=_BUDGET,
            note="What the guidelines do not name is not paid; their list of what they name is not known whole.",
        ),
        Limit(
            kind=WINDOWS,
            value=Windows(
                spans=(
                    Window(DayOfYear(2, 15), DayOfYear(3, 15)),
                    Window(DayOfYear(9, 15), DayOfYear(10, 15)),
                ),
                at_any_time=frozenset({Phase.INCEPTION}),
            ),
            since=PartialDate(2022),
            source=f"{_APPLY}; {_2022}",
            note="The text of 2022, by which an inception may be sought at any time.",
        ),
    ),
    sources=(
        _MPP,
        _PHASES,
        _FAQ,
        _APPLY,
        _2019,
        _2020,
        _2022,
        _BUDGET,
        _CORE,
        _LFA,
        _REPORT,
        _SIDA,
        "icld-2008, https://docplayer.se/amp/9810683-Dnr-3-53-2008-10-15.html",
    ),
    unverified=(
        "From when on the profile as a whole holds: its sources are of several years, so each limit has its own time.",
        "The whole list of countries up to 2018: two of its 21 are held, and of any other the answer is unknown.",
        "The date of the present list of countries, and what its sentence 'In addition to ...' adds.",
        "The year of the ceilings, and which countries are in which of their zones.",
        "Any ceiling for Latin America, or for a project of more than three parties.",
        "The whole list of costs that are paid, and the rates per day.",
        "Whether a partner has to contribute money of its own, and how much.",
        "Who sits in a steering group, and any figure for the balance of women and men.",
        "The fields of the application form and of the planning tool of 2023.",
        "By which criteria proposals are assessed, and how much each weighs.",
        "The framework of results of 2016.",
        "The guidelines of 2020 and the guide to planning beyond their opening pages.",
        "Who could apply before 2015, and when one could apply before 2022.",
    ),
)
