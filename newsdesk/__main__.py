"""`python -m newsdesk` -> the staff command line."""

from newsdesk.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
