"""What type checkers must see of the records of IATI; checked and never run."""

from decimal import Decimal
from pathlib import Path
from typing import assert_type

import attrs
import pendulum

from cooperation import iati
from cooperation.diagnostics import Diagnostic


def read_and_ask(path: Path) -> None:
    """Records have exact types, and what a real file may lack is optional."""
    file = iati.read(path)
    assert_type(file, iati.Activities | iati.Organisations)
    for activity in iati.iter_activities(path):
        assert_type(activity.iati_identifier, str | None)
        assert_type(activity.title, iati.Text | None)
        for transaction in activity.transactions:
            assert_type(transaction.transaction_date, pendulum.Date | None)
            if transaction.value is not None:
                assert_type(transaction.value.amount, Decimal | None)
        assert_type(attrs.evolve(activity, hierarchy=2), iati.Activity)
    assert_type(iati.judge(path), tuple[Diagnostic, ...])


def make_and_write(path: Path) -> None:
    """A record is made by keyword, a narrative and a text in order."""
    title = iati.Text((iati.Narrative("Energiplan", "sv"),))
    activity = iati.Activity(iati_identifier="SE-1", title=title, activity_status="2")
    iati.write(iati.Activities(version="2.03", activities=(activity,)), path)
    assert_type(iati.dumps(iati.Organisations(version="2.03"), lenient=True), bytes)
    iati.Activity(activity_status="2", titles=title)  # type: ignore[call-arg]
