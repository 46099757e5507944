"""Cases in a text: a line at the left, and what is expected of it indented below."""


def cases(text: str) -> list[tuple[str, list[str]]]:
    """The lines that are not indented, each with the indented ones below it."""
    found: list[tuple[str, list[str]]] = []
    for line in text.strip().splitlines():
        if line.startswith(" "):
            found[-1][1].append(line.strip())
        else:
            found.append((line, []))
    return found


def tables(text: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """Headers, each with the rows below them: a row, an arrow, and what is expected of it."""
    return [
        (headers, [(row.strip(), expected.strip()) for row, _, expected in (line.partition("=>") for line in lines)])
        for headers, lines in cases(text)
    ]
