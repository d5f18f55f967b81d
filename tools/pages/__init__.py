"""The generated pages of the documentation, each kind in a module of its own."""
