"""The core: what every proposal is asked, whoever pays."""

from cooperation.rules.profiles._profile import Profile

__all__ = ["CORE"]

CORE = Profile(
    name="core",
    title="Every proposal",
    about="Asks every rule that rests on no single donor's instructions.",
    sources=("The sources of its rules, each named on the rule's page.",),
)
