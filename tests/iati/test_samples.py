"""What the profile says of really published files, read as their publishers would read it."""

from collections import Counter
from pathlib import Path

import pendulum
import pytest

from cooperation import iati

DATA = Path(__file__).parent / "data"
SAMPLES = {
    # Languages in large letters.
    "codeforIATI__activity_with_empty_participating_org_narrative": {"IAT021": 2},
    # The funder's identifier with a space behind it, no sector of the DAC's, and amounts with a pound sign as values.
    "invented-parts-of-a-programme": {"IAT105": 5, "IAT127": 4, "IAT163": 6},
    # Languages in large letters; two codes withdrawn in 2015; an end in fact that lies ahead; shares of its own themes
    # that add up to more than all; and baselines of qualitative indicators told as values.
    "iati-data-access__worldbank-activity": {"IAT021": 1, "IAT022": 2, "IAT116": 1, "IAT124": 1, "IAT164": 30},
    "okfn__3fi-org": {},
    # The SDGs as sectors, and no sector of the DAC's.
    "okfn__wri-521257057-strategic-plan-2023-2027": {"IAT127": 1},
    # Rounded shares of sectors and of countries that miss a hundred by a hundredth, and a withdrawn vocabulary.
    "invented-projects-and-components": {"IAT022": 3, "IAT124": 1, "IAT144": 1},
}


@pytest.mark.parametrize("name", SAMPLES)
def test_what_is_said_of_a_published_file(name: str) -> None:
    """Nothing more and nothing less, and every finding at a line of the file."""
    path = DATA / f"{name}.xml"
    lines = path.read_bytes().count(b"\n") + 1
    findings = iati.check_file(path, today=pendulum.date(2026, 1, 1)).report.findings

    assert SAMPLES[name] == Counter(one.code for one in findings)
    assert all(one.position is not None and one.position.line <= lines for one in findings)


def test_every_published_file_is_among_them() -> None:
    """A sample that is added is read, too."""
    assert set(SAMPLES) == {path.stem for path in DATA.glob("*.xml") if not path.stem.startswith("every-")}
