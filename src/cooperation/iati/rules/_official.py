"""The official ruleset 2.03, rule by rule: which of our codes answers it.

The ids are those of https://github.com/IATI/IATI-Rulesets (rulesets/standard.json, MIT).
Codes are never reused, so neither is a line of this table.
"""

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["OFFICIAL"]

_IDENTIFIERS = {
    "1.1.3": "IAT101",
    "1.1.21": "IAT102",
    "1.14.8": "IAT103",
    "1.18.8": "IAT103",
    "1.3.13": "IAT104",
    "1.8.13": "IAT104",
    "1.10.13": "IAT104",
    "1.11.13": "IAT104",
    "1.12.13": "IAT104",
    "1.14.13": "IAT104",
    "1.15.13": "IAT104",
    "1.18.13": "IAT104",
    "1.3.1": "IAT105",
    "1.4.1": "IAT105",
    "1.5.1": "IAT105",
    "1.6.1": "IAT105",
    "1.7.1": "IAT105",
    "1.8.1": "IAT105",
    "1.9.1": "IAT105",
    "1.10.1": "IAT105",
    "1.11.1": "IAT105",
    "1.12.1": "IAT105",
    "1.14.1": "IAT105",
    "1.15.1": "IAT105",
    "1.16.1": "IAT105",
    "1.17.1": "IAT105",
    "1.18.1": "IAT105",
}
_INFORMATION = {
    "6.11.1": "IAT110",
    "4.1.1": "IAT111",
    "4.5.1": "IAT111",
    "4.3.1": "IAT112",
    "4.4.1": "IAT113",
    "6.8.1": "IAT114",
    "6.9.1": "IAT114",
    "6.9.2": "IAT114",
    "6.10.1": "IAT114",
    "11.1.2": "IAT115",
    "11.1.3": "IAT115",
    "11.1.4": "IAT116",
    "11.1.5": "IAT116",
    "11.1.1": "IAT117",
    "11.4.1": "IAT117",
}
_CLASSIFICATIONS = {
    "6.2.2": "IAT120",
    "6.7.2": "IAT121",
    "6.6.2": "IAT122",
    "2.1.1": "IAT123",
    "2.1.2": "IAT124",
    "2.1.4": "IAT125",
    "2.2.1": "IAT126",
    "102.1.1": "IAT127",
    "12.1.1": "IAT128",
    "12.2.1": "IAT128",
    "12.3.1": "IAT128",
    "6.14.1": "IAT130",
    "6.13.1": "IAT131",
    "107.1.1": "IAT132",
    "107.2.1": "IAT132",
    "107.1.2": "IAT133",
    "107.2.2": "IAT133",
}
_GEOGRAPHY = {
    "3.7.1": "IAT140",
    "3.7.2": "IAT141",
    "3.6.2": "IAT142",
    "3.1.1": "IAT143",
    "3.4.1": "IAT143",
    "3.1.2": "IAT144",
    "3.4.2": "IAT144",
    "3.1.4": "IAT145",
    "3.4.4": "IAT145",
}
_MONEY = {
    "7.8.1": "IAT150",
    "7.8.2": "IAT150",
    "11.2.1": "IAT151",
    "11.2.2": "IAT152",
    "8.6.3": "IAT153",
    "7.5.3": "IAT154",
    "11.3.1": "IAT155",
    "7.9.1": "IAT156",
    "7.9.2": "IAT157",
    "7.9.4": "IAT158",
}
_RESULTS = {
    "8.11.1": "IAT160",
    "8.6.1": "IAT161",
    "8.8.1": "IAT162",
    "8.9.1": "IAT162",
    "8.10.1": "IAT162",
    "8.8.2": "IAT163",
    "8.9.2": "IAT163",
    "8.10.2": "IAT163",
    "8.8.3": "IAT164",
    "8.9.3": "IAT164",
    "8.10.3": "IAT164",
}

OFFICIAL: Mapping[str, str] = MappingProxyType(
    _IDENTIFIERS | _INFORMATION | _CLASSIFICATIONS | _GEOGRAPHY | _MONEY | _RESULTS
)
"""The code for each id of the official ruleset."""
