"""``python -m desklit APP.py``."""

from .desktop.cli import main

if __name__ == "__main__":
    main()
