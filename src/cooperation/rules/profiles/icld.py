"""The Swedish municipal partnership programme."""

from cooperation.rules.profiles._profile import Profile

__all__ = ["ICLD"]

ICLD = Profile(name="icld", title="ICLD, Municipal Partnership")
