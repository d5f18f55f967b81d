"""What changed between two versions of a project, and why."""

from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given

import cooperation as co
from cooperation import testing
from cooperation.measures import (
    RECORD_COLUMNS,
    DifferenceKind,
    ProjectChange,
    RecordRow,
    changes,
    differences,
    record_of_changes,
)
from cooperation.model import (
    Approval,
    ApprovedIndicator,
    Change,
    Indicator,
    Level,
    Logframe,
    Number,
    Objective,
    Observation,
    PartialDate,
    Plan,
    Project,
)

ADDED, REMOVED, CHANGED = DifferenceKind.ADDED, DifferenceKind.REMOVED, DifferenceKind.CHANGED


def seen(value: int, year: int) -> Observation:
    """An observation."""
    return Observation(value=Number(Decimal(value)), date=PartialDate(year))


def project(target: int = 40, *objectives: Objective, plan: Plan = Plan()) -> Project:  # noqa: B008
    """A project with an output that has an indicator."""
    wells = Indicator(id="wells-built", statement="Wells built", targets=(seen(target, 2020),))
    output = Objective(id="wells", statement="Wells", level=Level.OUTPUT, indicators=(wells,))
    return Project(id="water", title="Water", logframe=Logframe(objectives=(output, *objectives)), plan=plan)


ENTRY = Change(
    element="wells-built",
    field="target",
    date=PartialDate(2019, 6),
    version="1.1",
    reason="Rock was met",
    approved_by="vaxjo",
)


class TestChanges:
    """Level, element, field, old, new and reason."""

    def test_a_target(self) -> None:
        """The nearest part that has an id is the element, and the objective tells the level."""
        (found,) = changes(project(40), project(30, plan=Plan(changes=(ENTRY,))))

        assert (
            ProjectChange(
                level=Level.OUTPUT,
                room="logframe",
                element="wells-built",
                field="targets[0].value",
                kind=CHANGED,
                old="40",
                new="30",
                reason="Rock was met",
                date=PartialDate(2019, 6),
                version="1.1",
                approved_by="vaxjo",
                recorded=True,
                path=("logframe", "objectives", 0, "indicators", 0, "targets", 0, "value"),
            )
            == found
        )
        assert "wells-built targets[0].value: 40 -> 30" == str(found)

    def test_without_a_record(self) -> None:
        """No reason is made up, and that none is recorded can be asked."""
        (found,) = changes(project(40), project(30))

        assert (None, None, None, None, False) == (
            found.reason,
            found.date,
            found.version,
            found.approved_by,
            found.recorded,
        )

    @pytest.mark.parametrize(
        ("fields", "recorded"),
        [
            ({}, True),
            ({"field": None}, True),
            ({"field": "targets"}, True),
            ({"field": "targets[0].value"}, True),
            ({"field": "baseline"}, False),
            ({"field": "targetsetting"}, False),
            ({"element": "wells"}, False),
        ],
    )
    def test_which_entry_speaks_of_it(self, fields: dict[str, Any], recorded: bool) -> None:
        """The one that names the element, and its field or none."""
        entry = attrs.evolve(ENTRY, **fields)
        (found,) = changes(project(40), project(30, plan=Plan(changes=(entry,))))

        assert recorded is found.recorded

    def test_an_old_entry_explains_nothing_new(self) -> None:
        """What the old version records already is about an earlier change."""
        plan = Plan(changes=(ENTRY,))
        (found,) = changes(project(40, plan=plan), project(30, plan=plan))

        assert not found.recorded

    def test_the_approved_version(self) -> None:
        """It names the version where the entry does not; approval and record themselves are no changes."""
        old, new = project(40), project(30, plan=Plan(approval=Approval(version="1.0")))
        (found,) = changes(old, new)

        assert "1.0" == found.version
        assert () == changes(old, attrs.evolve(old, plan=Plan(approval=Approval(version="2.0"), changes=(ENTRY,))))

    @pytest.mark.parametrize(
        ("approval", "entry", "version", "by", "recorded"),
        [
            (None, None, None, None, False),
            (Approval(version="1.0"), None, "1.0", None, False),
            (Approval(), None, None, None, False),
            (Approval(date=PartialDate(2019), by="the donor"), None, None, None, False),
            (None, ENTRY, "1.1", "vaxjo", True),
            (Approval(version="1.0"), ENTRY, "1.1", "vaxjo", True),
            (Approval(version="1.0"), attrs.evolve(ENTRY, version=None), "1.0", "vaxjo", True),
            (Approval(), attrs.evolve(ENTRY, version=None), None, "vaxjo", True),
            (Approval(by="the donor"), attrs.evolve(ENTRY, approved_by=None), "1.1", None, True),
            (Approval(version="1.0"), attrs.evolve(ENTRY, element="else"), "1.0", None, False),
        ],
    )
    def test_truth_of_the_approval(
        self, approval: Approval | None, entry: Change | None, version: str | None, by: str | None, recorded: bool
    ) -> None:
        """The entry's own version comes first, then the approved one; who approved a change only its entry tells."""
        plan = Plan(approval=approval, changes=() if entry is None else (entry,))
        (found,) = changes(project(40), project(30, plan=plan))

        assert (version, by, recorded) == (found.version, found.approved_by, found.recorded)

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            (None, Approval(version="1.0")),
            (Approval(version="1.0"), Approval(version="2.0")),
            (Approval(version="1.0"), None),
            (Approval(), Approval(indicators=(ApprovedIndicator(id="wells-built", unit="well"),))),
        ],
    )
    def test_an_approval_is_no_change(self, old: Approval | None, new: Approval | None) -> None:
        """It came, changed or went; what the project is to do is the same."""
        assert () == changes(project(plan=Plan(approval=old)), project(plan=Plan(approval=new)))

    def test_parts_that_came_and_went(self) -> None:
        """They are their own element and level, and have no field."""
        outcome = Objective(id="health", statement="Health", level=Level.OUTCOME)
        (added,) = changes(project(), project(40, outcome))
        (removed,) = changes(project(40, outcome), project())

        assert (ADDED, Level.OUTCOME, "health", None, None, "Health") == (
            added.kind,
            added.level,
            added.element,
            added.field,
            added.old,
            added.new,
        )
        assert (REMOVED, "Health", None, "health: removed") == (removed.kind, removed.old, removed.new, str(removed))

    def test_outside_the_logframe(self) -> None:
        """There is no level, and the room tells where."""
        (found,) = changes(project(), attrs.evolve(project(), title="Clean water"))

        assert (None, "title", "water", "title", "Water", "Clean water") == (
            found.level,
            found.room,
            found.element,
            found.field,
            found.old,
            found.new,
        )

    @pytest.mark.parametrize(
        ("field", "value", "text"),
        [
            ("status", co.model.ProjectStatus.RUNNING, "running"),
            ("period", co.model.Period.of_years(2019), "2019"),
            ("aliases", ("One",), "One"),
            ("open_lists", (co.model.ListName.THEMES,), "themes"),
            ("partners", (co.model.Participation(organisation=co.Organisation(id="vaxjo", name="Växjö")),), "Växjö"),
            ("partners", (co.model.Participation(),), "Participation"),
            ("series", co.model.Series(number=3), "Series"),
        ],
    )
    def test_values_in_words(self, field: str, value: Any, text: str) -> None:
        """Its own words, or what names it, or what it is."""
        found = changes(project(), attrs.evolve(project(), **{field: value}))

        assert text in {one.new for one in found}

    def test_another_order(self) -> None:
        """It is told by what stands in it, before and after."""
        one, other = project(), attrs.evolve(project(), aliases=("Wells", "Taps"))
        (found,) = changes(other, attrs.evolve(one, aliases=("Taps", "Wells")))

        assert ("Wells, Taps", "Taps, Wells", "water aliases: reordered") == (found.old, found.new, str(found))

    def test_yes_and_no(self) -> None:
        """A mark is told in words."""
        lasting = attrs.evolve(project().logframe.objectives[0], continuing=True)
        ending = attrs.evolve(lasting, continuing=False)
        old, new = (attrs.evolve(project(), logframe=Logframe(objectives=(one,))) for one in (lasting, ending))
        (found,) = changes(old, new)

        assert ("yes", "no") == (found.old, found.new)

    @given(testing.projects(), testing.projects())
    def test_any_two_projects(self, old: Project, new: Project) -> None:
        """Every difference is a change, but those of the record and the approval; nothing changes into itself."""
        found = changes(old, new)
        about = (("plan", "changes"), ("plan", "approval"))

        assert [one.path for one in differences(old, new) if one.path[:2] not in about] == [one.path for one in found]
        assert () == changes(old, old)


class TestRecord:
    """DFID's record of changes."""

    def test_columns(self) -> None:
        """The words of the sheet, in its order; a row has a field for each."""
        assert ("Date", "Version number", "Level of Change", "Reason for Change", "Approved by") == RECORD_COLUMNS
        assert len(RECORD_COLUMNS) == len(attrs.fields(RecordRow))

    def test_a_row(self) -> None:
        """A change with its reason, as the sheet has it."""
        found = record_of_changes(changes(project(40), project(30, plan=Plan(changes=(ENTRY,)))))

        assert (
            ("2019-06", "1.1", "OUTPUT", "wells-built targets[0].value: 40 -> 30 (Rock was met)", "vaxjo"),
        ) == tuple(attrs.astuple(row) for row in found)

    def test_what_is_not_recorded_is_empty(self) -> None:
        """Nobody fills it in."""
        (row,) = record_of_changes(changes(project(), attrs.evolve(project(), title="Clean water")))

        assert ("", "", "TITLE", "") == (row.date, row.version, row.level, row.approved_by)
        assert row.reason.endswith("(no reason recorded)")
