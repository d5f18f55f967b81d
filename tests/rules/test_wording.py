"""What the wording rules make of parts without their document, and of texts in several languages."""

from cooperation.model import Level, Logframe, Objective, Portfolio, Project, Translated
from cooperation.rules import RULES, check

WORDING = [made for made in RULES if made.wording]


def outcome(statement: str | Translated) -> Logframe:
    """A logframe of one outcome."""
    return Logframe(objectives=(Objective(id="o", statement=statement, level=Level.OUTCOME),))


def test_a_logframe_alone_has_no_project_to_name_anybody() -> None:
    """Whether the outcome names somebody of the project cannot be judged, and what is missing is whom it is for."""
    report = check(outcome(Translated((("en", "Cleaner water"),))), rules=WORDING)

    assert ["whom the project is for"] == [missing.what for missing, _ in report.missing()]


def test_a_part_without_its_document_has_no_language() -> None:
    """A plain text is in the document's language, which a project alone has lost."""
    project = Project(id="p", title="P", logframe=outcome("Sustainable water management"))
    alone = check(project, rules=WORDING)
    within = check(Portfolio(language="en", projects=(project,)), select=["TXT002"], rules=WORDING)

    assert () == alone.findings
    assert {"the language of the texts"} == {missing.what for missing, _ in alone.missing()}
    assert ["TXT002"] == [finding.code for finding in within.findings]


def test_a_letter_is_one_letter_however_it_is_written() -> None:
    """An ö of two signs, as some keyboards and exports write it, is an ö."""
    composed = check(outcome(Translated((("sv", "Ökad läskunnighet"),))), select=["TXT002"], rules=WORDING)
    apart = check(outcome(Translated((("sv", "O\u0308kad la\u0308skunnighet"),))), select=["TXT002"], rules=WORDING)

    assert () == composed.findings == apart.findings


def test_a_language_without_lists_is_passed_over() -> None:
    """Of a text in two languages the one there are lists for is read."""
    text = Translated((("vi", "Quản lý nước"), ("en", "Sustainable water management")))
    report = check(outcome(text), select=["TXT002"], rules=WORDING)

    assert 1 == len(report.findings)
