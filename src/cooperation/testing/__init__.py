"""Hypothesis strategies for every class of the model."""


def register() -> None:
    """Register the strategies with hypothesis; its plugin calls this."""
