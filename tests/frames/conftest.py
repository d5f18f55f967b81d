"""Small projects of which every cell is known."""

from decimal import Decimal

import pytest

from cooperation.model import (
    Activity,
    ActivityKind,
    Benefit,
    BenefitKind,
    Budget,
    BudgetLine,
    Category,
    CostKind,
    CostLine,
    Count,
    Described,
    Funding,
    FundingStatus,
    Indicator,
    InKind,
    InKindKind,
    Length,
    Level,
    Logframe,
    Money,
    NotApplicable,
    Number,
    Objective,
    Observation,
    Organisation,
    OrganisationKind,
    Part,
    PartialDate,
    Participation,
    Period,
    Plan,
    Project,
    Quantifier,
    Ratio,
    Role,
    Scope,
    Stage,
    Translated,
    WinWin,
)

VAXJO = Organisation(id="vaxjo", name="City of Växjö", kind=OrganisationKind.LOCAL_GOVERNMENT, country="SE")


def sek(amount: int, **more: object) -> Money:
    """So many Swedish kronor."""
    return Money(amount=Decimal(amount), currency="SEK", **more)  # type: ignore[arg-type]


@pytest.fixture
def water() -> Project:
    """A project with one of everything that is awkward."""
    wells = Indicator(
        id="wells",
        statement=Translated((("sv", "Brunnar"), ("en", "Wells"))),
        unit="well",
        baseline=Observation(value=Number(Decimal(0)), date=PartialDate(2018)),
        milestones=(Observation(value=None, date=PartialDate(2019, 6)),),
        targets=(
            Observation(
                value=Number(Decimal("20.50"), approximate=True),
                date=PartialDate(2020, 12, 31),
                parts=(
                    Part(of=(Category("place", "north"),), value=Number(Decimal(12))),
                    Part(of=(Category("place", "south"), Category("kind", "deep"))),
                ),
            ),
        ),
        actuals=(
            Observation(value=Ratio(Decimal(3), Decimal(4)), period=Period.of_years(2019)),
            Observation(value=NotApplicable(), place="village"),
            Observation(value=Described("weekly"), partner="vaxjo", unit="visit"),
        ),
    )
    return Project(
        id="water",
        title=Translated((("sv", "Vatten"), ("en", "Water"))),
        stage=Stage.PROPOSAL,
        period=Period(length=Length(years=2), within=Period.of_years(2018, 2021)),
        partners=(
            Participation(organisation=VAXJO, role=Role.COORDINATOR),
            Participation(kind=OrganisationKind.PROVINCE, description="a province", number=Count(number=2)),
        ),
        involved=(Participation(number=Count(quantifier=Quantifier.SEVERAL)),),
        logframe=Logframe(
            objectives=(
                Objective(id="health", statement="Health", level=Level.IMPACT, scope=Scope.SOCIETY),
                Objective(
                    id="clean", statement="", contributes_to=("health",), indicators=(wells,), weight=Decimal(60)
                ),
            )
        ),
        plan=Plan(
            activities=(
                Activity(
                    id="dig",
                    title="Dig",
                    kind=ActivityKind.CONSTRUCTION,
                    international=False,
                    partners=("vaxjo",),
                    period=Period(start=PartialDate(2019, 3), end=PartialDate(2019, 5)),
                    costs=(CostLine(amount=sek(10), kind=CostKind.MATERIAL),),
                ),
            ),
            budget=Budget(
                total=sek(1_000, approximate=True, on=PartialDate(2019, 1)),
                lines=(
                    BudgetLine(
                        id="b1", kind=CostKind.TRAVEL, amount=sek(400), reported=sek(-5), year=PartialDate(2019)
                    ),
                    BudgetLine(partner="vaxjo", days=Decimal("2.5")),
                ),
                funding=(Funding(source="sida", share=Decimal(90), status=FundingStatus.COMMITTED),),
                in_kind=(InKind(partner="vaxjo", kind=InKindKind.STAFF_TIME, quantity=Decimal(3), unit="week"),),
            ),
        ),
        win_win=WinWin(
            benefits=(
                Benefit(partner="vaxjo", statement="A plan", kind=BenefitKind.PLAN_OR_POLICY, indicators=("wells",)),
                Benefit(partner="vaxjo", statement="Pride", id="pride", joint=True),
            )
        ),
    )
