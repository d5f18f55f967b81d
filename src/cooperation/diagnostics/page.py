"""What there is to say about a code: its page in the docs and in ``cooperation explain``."""

from attrs import frozen

from cooperation.diagnostics.diagnostic import Nature, Severity
from cooperation.display import Shown

__all__ = ["Page"]


@frozen(kw_only=True)
class Page(Shown):
    """The page of a rule or of a kind of structural fault.

    Attributes:
        code: Its code, such as ``LOG003``; codes are never reused.
        name: Its name, which names the fault, such as ``outcome-without-outputs``.
        title: What it finds, as a fact.
        why: Why that is a fault.
        fix: How to mend it.
        example: A piece of a document that has it.
        source: Where the rule comes from, with its address; or that it is the project's own.
        severity: How much it weighs where no stage or profile says otherwise.
        nature: What kind of fault it is.
        catalogue: Its ids in the rule catalogue, if it has any.
    """

    code: str
    name: str
    title: str
    why: str
    fix: str
    example: str
    source: str
    severity: Severity
    nature: Nature
    catalogue: tuple[str, ...] = ()
