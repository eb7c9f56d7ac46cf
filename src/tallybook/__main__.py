"""`python -m tallybook` is the command line."""

from tallybook.cli import main

if __name__ == "__main__":
    main()
