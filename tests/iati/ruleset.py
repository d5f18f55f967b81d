"""The official ruleset read word by word: a second opinion on every rule, slow and by XPath, for tests only.

What each kind of rule asks is told in the ruleset's own SPEC.rst.
Where a rule speaks of dates that must not lie in the future, each date is asked, not only the first.
"""

import datetime as dt
import json
import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from lxml import etree

RULESET = json.loads((Path(__file__).parent / "data" / "ruleset" / "standard.json").read_text(encoding="utf-8"))
_CURRENCIES = ("value", "forecast", "loan-status")
_ALL = {
    "lang": "count(descendant::narrative[not(@xml:lang)]) = 0",
    "sector": "count(transaction[not(sector)]) = 0",
    "currency": f"count(descendant::*[{' or '.join(f'self::{tag}' for tag in _CURRENCIES)}][not(@currency)]) = 0",
}


def leaves() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Every leaf rule: where it is asked, what kind it is, and its case."""
    for context, kinds in RULESET.items():
        for kind, held in kinds.items():
            for case in held["cases"]:
                if kind != "loop":
                    yield context, kind, case
                    continue
                for inner, below in case["do"].items():
                    yield from ((context, inner, leaf) for leaf in below["cases"])


def failing(root: Any, today: dt.date, agencies: set[str]) -> set[str]:
    """The ids of the rules that a file fails, of whose organisations the register knows none."""
    return {
        found
        for context, kinds in RULESET.items()
        for e in root.xpath(context)
        for kind, held in kinds.items()
        for case in held["cases"]
        for found in _failing(e, kind, case, today, agencies)
    }


def _failing(e: Any, kind: str, case: dict[str, Any], today: dt.date, agencies: set[str]) -> Iterator[str]:
    if kind == "loop":
        for value in dict.fromkeys(map(str, e.xpath(case["foreach"]))):
            for inner, below in case["do"].items():
                for leaf in below["cases"]:
                    filled = {key: _filled(held, value) if key in case["subs"] else held for key, held in leaf.items()}
                    yield from _failing(e, inner, filled, today, agencies)
    elif "condition" in case and not e.xpath(case["condition"]):
        return
    elif not _KINDS[kind](_Asked(e, case, today, agencies)):
        yield case["ruleInfo"]["id"]


def _filled(held: Any, value: str) -> Any:
    return held.replace("$1", value) if isinstance(held, str) else [one.replace("$1", value) for one in held]


class _Asked:
    """A case asked of an element."""

    def __init__(self, e: Any, case: dict[str, Any], today: dt.date, agencies: set[str]) -> None:
        self.e, self.case, self.today, self.agencies = e, case, today, agencies
        self.found = [one for path in case.get("paths", ()) for one in e.xpath(path)]
        self.texts = [str(one) if not hasattr(one, "itertext") else "".join(one.itertext()) for one in self.found]

    def dates(self, path: str) -> list[dt.date]:
        if path == "NOW":
            return [self.today]
        return [dt.date.fromisoformat(str(word)[:10]) for word in self.e.xpath(path)]

    def one_or_all(self) -> bool:
        return bool(self.e.xpath(self.case["one"])) or bool(self.e.xpath(_ALL[self.case["all"]]))

    def date_order(self) -> bool:
        less, more = self.dates(self.case["less"]), self.dates(self.case["more"])
        if self.case["more"] != "NOW":
            less = less[:1]
        return not less or not more or all(one <= more[0] for one in less)

    def between_dates(self) -> bool:
        (start,), (end,) = self.dates(self.case["start"]), self.dates(self.case["end"])
        return all(start <= one <= end for one in self.dates(self.case["date"]))

    def time_limit(self) -> bool:
        start, end = self.dates(self.case["start"]), self.dates(self.case["end"])
        return not start or not end or (end[0] - start[0]).days <= 365

    def startswith(self) -> bool:
        if self.case["prefix"] == ["ORG-ID-PREFIX"]:
            return all("-".join(text.split("-")[:2]) in self.agencies for text in self.texts)
        prefixes = [str(one) + self.case["separator"] for path in self.case["prefix"] for one in self.e.xpath(path)]
        return all(any(text.startswith(prefix) for prefix in prefixes) for text in self.texts)

    def strict_sum(self) -> bool:
        return sum(map(Decimal, self.texts), Decimal(0)) == self.case["sum"]

    def range(self) -> bool:
        try:
            return all(self.case["min"] <= Decimal(text) <= self.case["max"] for text in self.texts)
        except InvalidOperation:
            return False


_KINDS: dict[str, Any] = {
    "unique": lambda asked: len(asked.texts) == len(set(asked.texts)),
    "startswith": _Asked.startswith,
    "atleast_one": lambda asked: bool(asked.found),
    "no_more_than_one": lambda asked: len(asked.found) <= 1,
    "one_or_all": _Asked.one_or_all,
    "date_now": lambda asked: all(one <= asked.today for one in asked.dates(asked.case["date"])),
    "date_order": _Asked.date_order,
    "between_dates": _Asked.between_dates,
    "time_limit": _Asked.time_limit,
    "regex_matches": lambda asked: all(re.match(asked.case["regex"], text) for text in asked.texts),
    "no_spaces": lambda asked: all(text == text.strip() for text in asked.texts),
    "strict_sum": _Asked.strict_sum,
    "range": _Asked.range,
    "if_then": lambda asked: not asked.e.xpath(asked.case["if"]) or bool(asked.e.xpath(asked.case["then"])),
}


def parsed(data: bytes) -> Any:
    """A file as a tree."""
    return etree.fromstring(data).getroottree()
