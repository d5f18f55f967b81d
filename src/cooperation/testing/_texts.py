"""Words, prose and ids: mostly readable, often hostile to careless readers of YAML and JSON."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from cooperation.model import Text, Translated

__all__ = ["ids", "languages", "texts", "translateds", "words"]

# Each has undone somebody: read as a truth value, a number, nothing, a date, a mapping, a comment, a list or an alias;
# or lost its edges, its line breaks or its direction on the way.
_HOSTILE = (
    "no",
    "NO",
    "Yes",
    "on",
    "true",
    "null",
    "Null",
    "~",
    "n/a",
    "010",
    "0x1F",
    "0o7",
    "1e3",
    "1_000",
    "10.10",
    ".5",
    "+1",
    ".inf",
    "NaN",
    "12/40",
    "~100",
    "12:30:45",
    "2019-03-01",
    "P2Y",
    "<<",
    "=",
    "a: b",
    "a:",
    "- a",
    "#x",
    "a #b",
    "{a}",
    "[a]",
    "&a",
    "*a",
    "!a",
    "%a",
    "@a",
    "|",
    ">",
    "? a",
    "'",
    '"',
    "\\",
    "`",
    "---",
    "...",
)
_HOSTILE_PROSE = (
    "",
    " ",
    " leading",
    "trailing ",
    "two\nlines\n",
    "\n\nblank lines first",
    "  indented\nthen not",
    "tab\tand\rreturn\r\n",
    "next\x85line, line\u2028and paragraph\u2029separators",
    "\ufeffmark",
    "bell\x07, escape\x1b, delete\x7f",
    "a, b; c",
    "<b>&amp;</b>",
    "e\u0301 is not \xe9",
    "Miljöpedagogik i förskolan",
    "שלום עולם",
    "\u202eright to left",
    "水と衛生",
    "👩‍🏫 teaches 🧪",
    "A sentence that is long enough to be folded by a writer that keeps its lines to eighty characters, if not more.",
)
_LANGUAGES = ("en", "sv", "no", "tn", "pt-BR", "zh-Hant", "nds", "es-419", "xx")

_PLAIN_WORDS = ("A", "B", *_HOSTILE, *_HOSTILE_PROSE)
_PLAIN_IDS = (
    "a",
    "b",
    "c",
    "vaxjo",
    "jb-marks",
    "ÅÄÖ",
    "a.b",
    "a[0]",
    "a/b",
    "🌍",
    *(w for w in _HOSTILE if " " not in w),
)
# NUL and halves of surrogate pairs cannot stand in a document.
_ANY_WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
_ANY_IDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Z"]), min_size=1, max_size=12)
# One choice for what is on the list, and one in five for what is not: the fewer choices a part takes, the better can
# hypothesis take it out again.
_WORD_NUMBERS = st.integers(0, len(_PLAIN_WORDS) * 5 // 4)
_ID_NUMBERS = st.integers(0, len(_PLAIN_IDS) * 5 // 4)


@st.composite
def _words(draw: DrawFn) -> str:
    number = draw(_WORD_NUMBERS)
    return _PLAIN_WORDS[number] if number < len(_PLAIN_WORDS) else draw(_ANY_WORDS)


@st.composite
def _ids(draw: DrawFn) -> str:
    number = draw(_ID_NUMBERS)
    return _PLAIN_IDS[number] if number < len(_PLAIN_IDS) else draw(_ANY_IDS)


@st.composite
def _texts(draw: DrawFn) -> Text:
    number = draw(_WORD_NUMBERS)
    if number < len(_PLAIN_WORDS):
        return _PLAIN_WORDS[number]
    return draw(_ANY_WORDS) if number % 2 else draw(_TRANSLATEDS)


_WORDS = _words()
_IDS = _ids()
_CODES = st.sampled_from(_LANGUAGES)
_TRANSLATEDS = st.dictionaries(_CODES, _WORDS, min_size=1, max_size=2).map(
    lambda versions: Translated(tuple(versions.items()))
)
_TEXTS = _texts()


def words() -> SearchStrategy[str]:
    """Any text a document can hold, for names and quotes; the simplest is ``A``."""
    return _WORDS


def ids() -> SearchStrategy[str]:
    """Any id: 1 to 200 characters without spaces, here at most 12; the simplest is ``a``."""
    return _IDS


def languages() -> SearchStrategy[str]:
    """Codes that have the form of a language's."""
    return _CODES


def translateds() -> SearchStrategy[Translated]:
    """Texts in one language or two."""
    return _TRANSLATEDS


def texts() -> SearchStrategy[Any]:
    """Prose in the document's language, or in several that are named."""
    return _TEXTS
