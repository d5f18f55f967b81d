"""What all tests share: how long hypothesis looks for a counterexample."""

import os

from hypothesis import HealthCheck, settings

# Documents are large and slow to make; that is no fault of a test.
_SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example)

settings.register_profile("ci", max_examples=60, deadline=None, suppress_health_check=_SLOW, print_blob=True)
settings.register_profile("long", parent=settings.get_profile("ci"), max_examples=3_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))
