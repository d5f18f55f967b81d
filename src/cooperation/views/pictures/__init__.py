"""Pictures: diagrams, charts and timelines of a project or a portfolio, as frozen values that draw themselves."""
