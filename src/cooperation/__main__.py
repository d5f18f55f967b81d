"""``python -m cooperation`` is the command line too."""

from cooperation.cli import main

if __name__ == "__main__":
    main()
