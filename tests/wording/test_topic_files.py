"""What a topic of a file is, and what another file adds to it."""

from said_of_things import phrasebook_of

from notes.wording.topics import Topic

ROSES = """\
= roses
kind: garden
finds: Roses; rose ;
not: rose wine
called: the roses
doing: growing roses
number: plural
* Out?
"""


def topic(name: str, **files: str) -> Topic:
    found = phrasebook_of({f"topics/{file}": text for file, text in files.items()}).topic(name)
    assert found is not None
    return found


def test_what_a_topic_has() -> None:
    roses = topic("roses", mine=ROSES)
    assert (roses.name, roses.kind, roses.finds, roses.never) == ("roses", "garden", ("roses", "rose"), ("rose wine",))
    assert (roses.called, roses.doing, roses.plural) == ("the roses", "growing roses", True)
    assert [one.text for one in roses.passages] == ["Out?"]
    bare = topic("chess", mine="= chess\nkind: game\nfinds: chess\n* Mate?")
    assert (bare.plural, bare.called, bare.doing, bare.never) == (False, "", "", ())


def test_what_another_file_adds() -> None:
    more = "= roses\nfinds: tea rose\nnot: rosewood\n* In bloom?"
    for files in ({"a": ROSES, "b": more}, {"a": more, "b": ROSES}):  # whichever file has it
        roses = topic("roses", **files)
        assert (roses.kind, roses.called, roses.doing) == ("garden", "the roses", "growing roses")
        assert (roses.finds, roses.never) == (("roses", "rose", "tea rose"), ("rose wine", "rosewood"))
        assert [one.text for one in roses.passages] == ["Out?", "In bloom?"]
    other = topic("roses", a=ROSES, b="= roses\nkind: collecting\ncalled: her roses\ndoing: picking roses\n* X.")
    assert (other.kind, other.called, other.doing) == ("collecting", "her roses", "picking roses")


def test_of_what_kind_an_occasion_has_bridges() -> None:
    book = phrasebook_of({
        "birthday/lines": "* open: Happy day!", "birthday/lines-first": "* open: The first!",
        "birthday/bridges": "= music\n* M {thing}.\n= pursuit\n* P {thing}.\n= active\n* A {thing}."
        "\n= anything\n* X {thing}.",
    })  # fmt: skip
    assert book.occasions == ["birthday"]
    assert [one.text for one in book.lines_of("birthday", 1)] == ["The first!"]
    assert book.lines_of("birthday", 2) == book.lines_of("birthday") != book.lines_of("birthday", 1)
    assert [(one.text[0], fits) for one, fits in book.bridges_to("birthday", "music")] == [
        ("M", 2),
        ("P", 0),
        ("X", -1),
    ]
    assert [(one.text[0], fits) for one, fits in book.bridges_to("birthday", "sport")] == [
        ("A", 1),
        ("P", 0),
        ("X", -1),
    ]
    assert [(one.text[0], fits) for one, fits in book.bridges_to("birthday", "work")] == [("X", -1)]
