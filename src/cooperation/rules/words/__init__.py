"""The words that the wording rules look for, language by language.

A further language is one more module with one more ``Lexicon``, named in ``LEXICONS``.
"""

from collections.abc import Mapping
from types import MappingProxyType

from cooperation.rules.words._lexicon import Lexicon, Phrases, tokens
from cooperation.rules.words.english import ENGLISH
from cooperation.rules.words.swedish import SWEDISH

__all__ = ["LEXICONS", "Lexicon", "Phrases", "tokens"]

LEXICONS: Mapping[str, Lexicon] = MappingProxyType({lexicon.code: lexicon for lexicon in (ENGLISH, SWEDISH)})
"""The word lists by the codes of their languages."""
