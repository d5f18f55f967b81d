"""Rules that look for words: hints, never more than an info, in the languages there are lists for.

Each has the code of its family and the mark ``Rule.wording``, by which ``ignore=["wording"]`` leaves all of them out.
How often each is right is measured on texts that the lists were not written from, and stands on its page.
"""

from cooperation.rules._rule import Rule
from cooperation.rules.wording import claims, conditions, language, measures, mergers, promises, statements
from cooperation.rules.wording._reading import Reading, read, wording

__all__ = ["RULES", "Reading", "read", "wording"]

RULES: tuple[Rule, ...] = (
    *statements.RULES,
    *language.RULES,
    *claims.RULES,
    *measures.RULES,
    *promises.RULES,
    *conditions.RULES,
    *mergers.RULES,
)
