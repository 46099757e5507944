"""`python -m notes` is the command `notes`; who stops it while it starts is not shown where it was."""

import sys


def main() -> None:
    try:
        from notes import cli

        cli.main()
    except KeyboardInterrupt:
        sys.exit("Aborted!")


if __name__ == "__main__":
    main()
