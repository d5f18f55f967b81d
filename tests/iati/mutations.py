"""Files that were valid before something was done to them: what the judge and the official schema must agree on.

The values are the edges of every simple type the standard uses, the names are those that mean something somewhere.
Some changes are made in the tree, others in the text that comes of it, where namespaces and encodings are declared.
"""

import copy
import re
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

from lxml import etree

__all__ = ["FILES", "MUTATIONS", "broken"]

FILES = {path.stem: path.read_bytes() for path in sorted((Path(__file__).parent / "data").glob("*.xml"))}

XSI = "{http://www.w3.org/2001/XMLSchema-instance}"
XML = "{http://www.w3.org/XML/1998/namespace}"

DAYS = (
    "2019-02-28", "2019-02-29", "2020-02-29", "1900-02-29", "2000-02-29", "2019-04-31", "2019-00-10", "2019-13-01",
    "2019-1-01", "2019-01-1", "2019-01-00", " 2019-02-28", "2019-02-28 ", "\n2019-02-28\t", "20190228", "2019-W01-1",
    "2019-059", "2019", "2019-02", "19-02-28", "0019-02-28", "0000-01-01", "-0001-01-01", "-0004-02-29", "+2019-02-28",
    "10000-01-01", "012019-02-28", "9999999999-01-01", "9223372036854775807-01-01", "9223372036854775808-01-01",
    "2019-02-28Z", "2019-02-28z", "2019-02-28 Z", "2019-02-28+00:00", "2019-02-28-00:00", "2019-02-28+14:00",
    "2019-02-28+14:01", "2019-02-28-14:00", "2019-02-28+08:60", "2019-02-28+8:00", "2019-02-28+0800", "2019-02-28+08",
    "2019/02/28", "28.02.2019", "2019-02-28T00:00:00", "2019\u20102\u201028", "\u0662\u0660\u0661\u0669-02-28",
)  # fmt: skip
MOMENTS = (
    "2019-02-28T12:00:00", "2019-02-28T12:00:00Z", "2019-02-28T12:00:00+02:00", "2019-02-28T12:00:00-14:00",
    "2019-02-28T12:00:00+14:30", "2019-02-28T12:00", "2019-02-28T12", "2019-02-28 12:00:00", "2019-02-28t12:00:00",
    "2019-02-28T24:00:00", "2019-02-28T24:00:00.0", "2019-02-28T24:00:01", "2019-02-28T25:00:00",
    "2019-02-28T12:60:00", "2019-02-28T12:00:60", "2019-02-28T12:00:00.", "2019-02-28T12:00:00.5",
    "2019-02-28T12:00:00.123456789Z", "2019-02-28T12:00:00,5", "2019-02-30T12:00:00", "-0001-02-28T12:00:00Z",
    "0000-02-28T12:00:00Z", "9999-12-31T24:00:00", " 2019-02-28T12:00:00 ", "T12:00:00", "2019-02-28T1:00:00",
    "2019-02-28T12:00:00 Z", "10000-01-01T00:00:00Z",
)  # fmt: skip
NUMBERS = (
    "0", "-0", "+0", "1", "-1", "+1", "++1", "+-1", "- 1", " 1 ", "\t1\n", "01", "1.5", ".5", "-.5", "1.", "-1.", ".",
    "+", "-", "+.", "1,5", "1.000,50", "1 000", "1e3", "1E3", "NaN", "INF", "-INF", "0x1", "1_000", "\u0661",
    "1\u00a0", "\u00a01", "9" * 30, "0." + "9" * 30, "1" * 26 + ".5", "1" * 24 + "." + "2" * 24, "0" * 40, "000.000",
    "1" + "0" * 80, "2147483647", "2147483648", "-2147483648", "-2147483649", "+2147483647", "0002147483647", "1.0",
    "\u22121", "\uff11", "4294967296", "9223372036854775808", "99.9%", "100.0000000001",
)  # fmt: skip
BOOLEANS = ("true", "false", "1", "0", "TRUE", "True", "yes", "no", " 1 ", "\ttrue", "01", "-1", "2", "t", "")
LANGUAGES = (
    "en", "EN", "en-GB", "en_GB", "eng", "abcdefgh", "abcdefghi", "en-abcdefgh", "en-abcdefghi", "en-", "-en", "en--GB",
    " en ", "e n", "e", "1a", "en-1", "sv-SE-x-abc", "x-klingon", "i-default", "i-navajo", "*", "\u00e9n", "en\u00a0",
    "zh-Hant-TW", "en-GB-", "EN-", "en.GB", "\ten\n", " ",
)  # fmt: skip
ADDRESSES = (
    "http://a b/%zz", "a:b", "1:b", "[", "]", "#a#", "%", "%2", "%20", "http://", "http:", ":", "::", "//", "///",
    "/", "", "http://[::1]/", "http://[::1", "http://a]", "http://a:b", "http://a:80", "http://a:99999999999",
    "http://a:", "http://a@b@c", "http://a/{b}", "http://a/|b", "http://a/\\b", "http://a/<b>", 'http://a/"b"',
    "http://a/^`b", "http://v\u00e4xj\u00f6.se/", "mailto:a@b", "www.example.org", "a//b", "?", "?a?b", "#", "#a[1]",
    "?a[1]", "a[1]", "http://a#b c", " http://a ", "http://a\tb", "-:a", "a+b.c-d:e", "urn:x", "HTTP://A",
    "http://a/\u20ac", "\U0001f600", "http://a?b#c?d", "file:///c|/x", "./a:b", "http://:80", "http://a:-1",
    "http://%zz/", "http://a%20b/",
)  # fmt: skip
TOKENS = (
    "title", "a b", " a ", "a:b", ":", "1a", "-a", ".", "a,b", "a/b", "\u00e9", "\u00b7a", "", " ", "a\u00a0b",
    "a\u0300", "preserve", "default", "Preserve", " default ", "_a", "a;b", "\u00d7", "\u2070", "\U00010000",
)  # fmt: skip
# None is the name of a type: that an element may choose its own is the one thing we refuse and the schema may not.
TYPES = ("string", "nothing", "x:nothing", "xsd:string", "", " ", "textrequiredtype")
TEXTS = ("", " ", "text", "\u00a0", "\n\t ", "a & b < c", "]]>", "\u2028", "\u3000", "\ufeff")
EDGES = (DAYS, MOMENTS, NUMBERS, BOOLEANS, LANGUAGES, ADDRESSES, TOKENS, TEXTS)
NAMES = (
    "code", "vocabulary", "type", "ref", "iso-date", "percentage", "currency", "value-date", "value", "year", "lang",
    "hierarchies", "version", "humanitarian", "generated-datetime", f"{XML}lang", f"{XML}space", f"{XML}base",
    f"{XML}id", f"{XML}other", "{urn:x}a", "{urn:x}iso-date", f"{XSI}nil", f"{XSI}type", f"{XSI}schemaLocation",
    f"{XSI}noNamespaceSchemaLocation", f"{XSI}other",
)  # fmt: skip
TAGS = (
    "narrative", "title", "description", "comment", "value", "iati-activity", "iati-identifier", "reporting-org",
    "sector", "tag", "recipient-country", "period-start", "dimension", "location", "name", "titles", "total-budget",
    "document-link", "budget", "{urn:x}a", "{urn:x}title", "result", "other-identifier", "conditions",
    "organisation-identifier", "iati-organisation", "iati-activities", "iati-organisations", "transaction", "period",
    "indicator", "crs-add", "fss", "{urn:x}narrative", "Title", "pos", "website", "channel-code",
)  # fmt: skip
ROOTS = ("iati-activities", "iati-organisations", "iati-activity", "narrative", "{urn:x}iati-activities", "html")
EDITS = (*"0159-+.:TZ /%#aZ_\u00e9\u0660\u00a0", "\t", "\n")


def _word(rng: Random, old: str | None, name: str | None = None) -> str:
    """A word for the place of another: an edge of some type, or the old one with a character more, less or other."""
    if name == f"{XSI}type" and rng.random() < 0.8:
        return rng.choice(TYPES)
    if old and rng.random() < 0.4:
        at = rng.randrange(len(old))
        put = rng.choice(("", rng.choice(EDITS), old[at] + rng.choice(EDITS), old[at] * 2))
        return old[:at] + put + old[at + 1 :]
    return rng.choice(rng.choice(EDGES))


def _set(rng: Random, e: Any, _: list[Any]) -> None:
    name = rng.choice((*NAMES, *e.attrib))
    e.set(name, _word(rng, e.get(name), name))


def _value(rng: Random, e: Any, elements: list[Any]) -> None:
    holders = [holder for holder in (e, *rng.choices(elements, k=8)) if holder.attrib]
    if holders:
        name = rng.choice(list(holders[0].attrib))
        holders[0].set(name, _word(rng, holders[0].get(name), name))


def _lose(rng: Random, e: Any, _: list[Any]) -> None:
    if e.attrib:
        del e.attrib[rng.choice(sorted(e.attrib))]


def _misname(rng: Random, e: Any, elements: list[Any]) -> None:
    if e.attrib:
        value = e.attrib.pop(rng.choice(sorted(e.attrib)))
        e.set(rng.choice((*NAMES, *rng.choice(elements).attrib)), value)


def _text(rng: Random, e: Any, _: list[Any]) -> None:
    e.text = _word(rng, e.text)


def _typed_text(rng: Random, e: Any, elements: list[Any]) -> None:
    leaves = [leaf for leaf in elements if not len(leaf) and leaf.text and leaf.tag != "narrative"]
    if leaves:
        leaf = rng.choice(leaves)
        leaf.text = _word(rng, leaf.text)


def _tail(rng: Random, e: Any, _: list[Any]) -> None:
    if e.getparent() is not None:
        e.tail = rng.choice(TEXTS)


def _add(rng: Random, e: Any, _: list[Any]) -> None:
    e.insert(rng.randint(0, len(e)), etree.Element(rng.choice(TAGS)))


def _add_foreign(rng: Random, e: Any, elements: list[Any]) -> None:
    foreign = etree.Element("{urn:x}a")
    e.insert(rng.choice((0, len(e), rng.randint(0, len(e)))), foreign)
    inside = etree.Element(rng.choice(TAGS)) if e.getparent() is None or rng.random() < 0.5 else copy.deepcopy(e)
    foreign.append(inside)
    if rng.random() < 0.5:
        name = rng.choice((*NAMES, *inside.attrib))
        rng.choice((foreign, inside)).set(name, _word(rng, None, name))


def _comment(rng: Random, e: Any, _: list[Any]) -> None:
    """In a text the comment comes between what stands there."""
    node = rng.choice((etree.Comment, etree.ProcessingInstruction))("a")
    if e.text and rng.random() < 0.5:
        at = rng.randint(0, len(e.text))
        e.text, node.tail = e.text[:at], e.text[at:]
        e.insert(0, node)
    else:
        e.insert(rng.randint(0, len(e)), node)


def _drop(_: Random, e: Any, __: list[Any]) -> None:
    if e.getparent() is not None:
        e.getparent().remove(e)


def _double(rng: Random, e: Any, _: list[Any]) -> None:
    parent = e.getparent()
    if parent is not None:
        beside = parent.index(e) + rng.randint(0, 1)
        parent.insert(rng.choice((beside, rng.randint(0, len(parent)))), copy.deepcopy(e))


def _move(rng: Random, e: Any, _: list[Any]) -> None:
    parent = e.getparent()
    if parent is not None:
        parent.insert(rng.randint(0, len(parent)), e)


def _reverse(_: Random, e: Any, __: list[Any]) -> None:
    e[:] = reversed(e)


def _rename(rng: Random, e: Any, elements: list[Any]) -> None:
    e.tag = rng.choice((*TAGS, rng.choice(elements).tag)) if e.getparent() is not None else rng.choice(ROOTS)


def _copy(rng: Random, e: Any, elements: list[Any]) -> None:
    if e.getparent() is not None:
        target = rng.choice(elements)
        target.insert(rng.choice((0, len(target))), copy.deepcopy(e))


def _wrap(rng: Random, e: Any, _: list[Any]) -> None:
    if e.getparent() is not None:
        around = etree.Element(rng.choice(("{urn:x}a", "{urn:x}title", "title")))
        e.getparent().replace(e, around)
        around.append(e)


def _unwrap(_: Random, e: Any, __: list[Any]) -> None:
    parent = e.getparent()
    if parent is not None:
        at = parent.index(e)
        parent[at : at + 1] = list(e)


MUTATIONS: tuple[Callable[[Random, Any, list[Any]], None], ...] = (
    _set, _set, _value, _value, _value, _lose, _misname, _text, _typed_text, _typed_text, _tail, _add, _add_foreign,
    _comment, _drop, _double, _move, _reverse, _rename, _copy, _wrap, _unwrap,
)  # fmt: skip

_START = re.compile(rb"<[A-Za-z][^\s/>]*")
DECLARED = (b' xmlns="urn:x"', b' xmlns=""', b' xmlns:p="urn:x"', b' xmlns:p="urn:x" p:a="1"')
ENCODINGS = ("utf-8", "utf-16", "iso-8859-1", "us-ascii", "windows-1252")


def broken(rng: Random, files: dict[str, bytes] = FILES) -> bytes:
    """A file to which something was done, once to a few times; not all of that breaks it."""
    root = etree.fromstring(files[rng.choice(sorted(files))])
    for _ in range(rng.randint(1, 3)):
        elements = [e for e in root.iter() if isinstance(e.tag, str)]
        one = root if len(elements) < 2 or rng.random() < 0.03 else rng.choice(elements[1:])
        rng.choice(MUTATIONS)(rng, one, elements)
    data = bytes(etree.tostring(root, encoding=rng.choice(ENCODINGS) if rng.random() < 0.1 else None))
    if rng.random() < 0.05 and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        at = rng.choice([found.end() for found in _START.finditer(data)])
        data = data[:at] + rng.choice(DECLARED) + data[at:]
    return data
