"""The forms in which a check is told: for people, for a mail, for programs, editors and build servers.

>>> list(OUTPUTS)
['people', 'json', 'github', 'sarif', 'junit', 'markdown']
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TypeAlias

from attrs import frozen

from cooperation.diagnostics import Severity
from cooperation.review.checking import Review
from cooperation.review.comparison import Comparison
from cooperation.review.outputs import data, github, junit, markdown, people, sarif
from cooperation.review.outputs.pieces import Options, Segment, text_of
from cooperation.review.stages import Readiness

__all__ = ["OUTPUTS", "Options", "Output", "Segment", "render"]

_Findings: TypeAlias = Callable[[Iterable[Review], Options], Iterator[Segment]]
_Comparison: TypeAlias = Callable[[Comparison, Review, Options], Iterator[Segment]]
_Readiness: TypeAlias = Callable[[Iterable[Readiness]], Iterator[Segment]]


@frozen(kw_only=True)
class Output:
    """A form in which a check is told; each writer gives pieces of text as soon as it has them.

    Attributes:
        about: What it is for.
        findings: Tells the findings of documents.
        comparison: Tells what changed between two versions of a document; ``None`` where the form has no words for it.
        readiness: Tells the counts of each stage; ``None`` where the form has no words for them.
        is_data: Whether programs read it; else it is for a terminal, and its pieces have roles.

    """

    about: str
    findings: _Findings
    comparison: _Comparison | None = None
    readiness: _Readiness | None = None
    is_data: bool = True


OUTPUTS: Mapping[str, Output] = MappingProxyType(
    {
        "people": Output(
            about="for people",
            findings=people.findings,
            comparison=people.comparison,
            readiness=people.readiness,
            is_data=False,
        ),
        "json": Output(
            about="for programs",
            findings=data.findings,
            comparison=data.comparison,
            readiness=data.readiness,
        ),
        "github": Output(
            about="annotations of a GitHub workflow", findings=github.findings, comparison=github.comparison
        ),
        "sarif": Output(about="SARIF 2.1.0", findings=sarif.findings, comparison=sarif.comparison),
        "junit": Output(about="JUnit's XML", findings=junit.findings),
        "markdown": Output(
            about="for a mail or a meeting",
            findings=markdown.findings,
            comparison=markdown.comparison,
            readiness=markdown.readiness,
        ),
    }
)
"""Every form there is, by the name that ``--format`` takes."""


def render(reviews: Iterable[Review], output: str, *, unknown: bool = False, fail_on: Severity = Severity.ERROR) -> str:
    r"""What reviews say in one of the forms.

    Args:
        reviews: What was said of documents.
        output: The name of the form, one of ``OUTPUTS``.
        unknown: Whether people are told what is missing for the rules that could not judge; other forms always tell.
        fail_on: The least severity that is a failure, for ``junit``.

    Raises:
        KeyError: There is no such form.

    >>> from cooperation.review.checking import review_text
    >>> text = "cooperation: 1\nlanguage: en\nproject: {id: a, title: A, stage: summary, period: 2021/2019}"
    >>> print(render([review_text(text, name="a.yaml")], "github"), end="")
    ::error file=a.yaml,line=3,col=52,title=TIM005 reversed-period::period ends 2019 before it starts 2021%0ACorrect...
    """
    return text_of(OUTPUTS[output].findings(reviews, Options(unknown=unknown, fail_on=fail_on)))
