"""What all tests share: how long hypothesis looks for a counterexample."""

import os

from hypothesis import HealthCheck, settings

# Documents are large and slow to make; that is no fault of a test.
_SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example)

# The same examples on every run, so that a change fails for what it changes; the long run looks for new ones.
settings.register_profile("ci", max_examples=60, derandomize=True, deadline=None, suppress_health_check=_SLOW)
settings.register_profile(
    "long", max_examples=3_000, derandomize=False, deadline=None, suppress_health_check=_SLOW, print_blob=True
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))
