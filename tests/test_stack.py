"""The stack: fronts, the hands of other people, addresses in a hand, labels that are too small."""

import json
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from click.testing import CliRunner

from notes.cli import notes, options
from notes.cli.monthly import compose
from notes.folders import Folder
from notes.language.texts import short
from notes.problems import BadValue
from notes.stack import address_by_hand
from notes.writing import open_hand, read_hands
from notes.writing.hand import Hand

CUSTOMERS = """\
Customer ID,First name,Last name,Company,Address 1,City,State,ZIP,Birthday,Bought,Looked after by
1,Rosa,Lindqvist,,4 Mill Lane,Troy,NY,12180,1970-11-20,the oak table,Kit
2,Ben,Hale,,9 Elm Street,Troy,NY,12180,1975-11-22,the cherry inputs,Sophie
3,Ada,Okafor,,1 Oak Road,Troy,NY,12180,1988-03-25,the shelves,Kit
"""
MILESTONES = "Customer ID,Occasion,Date,About,Approved by\n3,condolence,2026-11-02,the death of your mother,KL\n"


@pytest.fixture
def business(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    import openpyxl

    book = openpyxl.Workbook()
    for title, table in (("Customers", CUSTOMERS), ("Milestones", MILESTONES)):
        sheet = book.create_sheet(title)
        for line in table.splitlines():
            sheet.append(line.split(","))
    del book["Sheet"]
    book.save(tmp_path / "customers.xlsx")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def make(business: Path, settings: str) -> Path:
    (business / "notes.toml").write_text(f'[business]\nsender = "Kit"\n{settings}', encoding="utf-8")
    words = ["cards", "--month", "2026-11", "--today", "2026-11-05"]
    result = CliRunner().invoke(notes, words, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return business / "out/2026-11"


def text_of(pdf: Path) -> list[str]:
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def fonts_of(pdf: Path) -> set[str]:
    with pikepdf.open(pdf) as opened:
        names = {str(name) for page in opened.pages for name in page.Resources.get("/Font", {})}
    return names


def cards_of(folder: Path) -> list[dict]:
    return json.loads((folder / "batch.json").read_text(encoding="utf-8"))["cards"]


def test_a_front_is_on_every_card_but_those_of_sorrow(business: Path) -> None:
    folder = make(business, '[card]\nfront = "Hello"')
    outside, inside = text_of(folder / "cards.pdf")
    assert outside == "Hello Hello"
    assert "Hello" not in inside
    assert ["Hello" in page for page in text_of(folder / "cards-plain.pdf")] == [False]
    assert {card["occasion"]: card["pdf"] for card in cards_of(folder)} == {
        "birthday": "cards.pdf",
        "condolence": "cards-plain.pdf",
    }


@pytest.mark.parametrize("front", ["\\u00ad", "\\u200b\\u2060", "  "])
def test_a_front_that_does_not_show_is_none(business: Path, front: str) -> None:
    folder = make(business, f'[card]\nfront = "{front}"')
    assert len(text_of(folder / "cards.pdf")) == 2
    assert not (folder / "cards-plain.pdf").exists()


@pytest.mark.parametrize(("settings", "is_the_file"), [("", True), ('[card]\nfront = "Hello"', False)])
def test_the_review_shows_the_cards_as_they_are_printed(business: Path, settings: str, is_the_file: bool) -> None:
    (business / "notes.toml").write_text(f'[business]\nsender = "Kit"\n{settings}', encoding="utf-8")
    folder = Folder.find(business)
    _, batch = compose(folder, options.settings(folder, {}), "2026-11", datetime(2026, 11, 5, tzinfo=UTC), 1)
    assert batch.proof
    assert (batch.proof in batch.files) == is_the_file
    assert len(batch.proof.spots) == len(batch.cards) == 3


def test_a_front_is_not_on_a_card_to_somebody_who_is_ill(business: Path) -> None:
    import openpyxl

    book = openpyxl.load_workbook(business / "customers.xlsx")
    book["Milestones"].append(["1", "get-well", "2026-11-20", "the operation on your knee"])
    book.save(business / "customers.xlsx")
    assert {card["occasion"]: card["pdf"] for card in cards_of(make(business, '[card]\nfront = "Hello"'))} == {
        "get-well": "cards-plain.pdf",
        "birthday": "cards.pdf",
        "condolence": "cards-plain.pdf",
    }


def test_a_printer_that_does_not_turn_gets_two_files(business: Path) -> None:
    folder = make(business, '[card]\nfront = "Hello"\nturned_over = "by hand"')
    assert text_of(folder / "cards-outsides.pdf") == ["Hello Hello"]
    assert not any("Hello" in page for page in text_of(folder / "cards.pdf"))


def test_who_looks_after_a_customer_writes_in_their_own_hand(business: Path) -> None:
    folder = make(business, '[hands]\nSophie = "vera"')
    assert {card["name"]: card["hand"] for card in cards_of(folder)} == {
        "Rosa Lindqvist": "june",
        "Ben Hale": "vera",
        "Ada Okafor": "june",
    }
    written = " ".join(word for card in cards_of(folder) for word in card["text"].split())
    assert sorted(" ".join(text_of(folder / "cards.pdf")).split()) == sorted(written.split())


def test_an_address_in_a_hand_is_a_choice(business: Path) -> None:
    plain, by_hand = (
        "/Hand" in fonts_of(make(business, "") / "envelopes.pdf"),
        make(business, '[envelope]\nhand = "otto"'),
    )
    assert not plain
    assert "/Hand" in fonts_of(by_hand / "envelopes.pdf")
    assert "Rosa Lindqvist 4 Mill Lane Troy, NY 12180" in " ".join(text_of(by_hand / "envelopes.pdf"))


def test_an_address_too_long_for_its_label_has_its_envelope_all_the_same(business: Path) -> None:
    import openpyxl

    book = openpyxl.load_workbook(business / "customers.xlsx")
    firm = "The Worshipful Society of Fletchers and Longbow Makers of the Upper Valley"
    for cell, value in (
        ("D2", firm),
        ("E2", "\n".join([firm, "c/o the Honourable Treasurer of the Eastern Branch Office"])),
    ):
        book["Customers"][cell] = value
    book.save(business / "customers.xlsx")
    words = ["cards", "--month", "2026-11", "--today", "2026-11-05", "--label", "5167"]
    result = CliRunner().invoke(notes, words, catch_exceptions=False)
    assert "there is no label for Rosa Lindqvist" in result.output
    folder = business / "out/2026-11"
    assert len(cards_of(folder)) == 3
    assert "Rosa" not in " ".join(text_of(folder / "labels.pdf"))
    assert "Rosa Lindqvist" in " ".join(text_of(folder / "envelopes.pdf"))


def test_a_print_shop_gets_each_card_with_its_bleed(business: Path) -> None:
    folder = make(business, "[card]\nprint_shop = true")
    with pikepdf.open(folder / "print-shop.pdf") as opened:
        assert len(opened.pages) == 3
        for page in opened.pages:
            left, bottom, right, top = (float(one) for one in page.TrimBox)
            assert (round((right - left) / 72, 3), round((top - bottom) / 72, 3)) == (8.5, 5.5)


def test_an_envelope_lies_as_its_printer_takes_it(business: Path) -> None:
    def corner_of_return_address(top: str) -> tuple[bool, bool]:
        settings = f'return_address = ["Kit & Co"]\n[envelope]\ntop = "{top}"'
        with closing(pypdfium2.PdfDocument(make(business, settings) / "envelopes.pdf")) as document:
            page = document[0]
            text = page.get_textpage()
            left, bottom, _, _ = text.get_charbox(text.get_text_range().index("Kit & Co"))
            return left < page.get_width() / 2, bottom < page.get_height() / 2

    assert (corner_of_return_address("left"), corner_of_return_address("right")) == ((True, True), (False, False))


@pytest.fixture(scope="module")
def june(own_cache: Path) -> Hand:
    return open_hand("june", own_cache, read_hands()[0])


BOX = (190.0, 100.0)  # points; an address on a small envelope
LONG = "The Worshipful Company of Bell Ringers and Lamplighters"


@pytest.mark.parametrize(
    ("lines", "written"),
    [
        (["Rosa Holm", "4 Mill Lane", "Troy NY 12180"], ["Rosa Holm", "4 Mill Lane", "Troy NY 12180"]),
        (["Rosa Holm", LONG], ["Rosa Holm", "The Worshipful Company of", "Bell Ringers and Lamplighters"]),
        (
            ["Rosa Holm", LONG + " of Lower Saxony and Elsewhere"],
            [
                "Rosa Holm",
                "The Worshipful Company of",
                "Bell Ringers and Lamplighters",
                "of Lower Saxony and Elsewhere",
            ],
        ),
    ],
)
def test_a_long_line_of_a_written_address_is_broken(lines: list[str], written: list[str], june: Hand) -> None:
    assert list(address_by_hand(june, lines, BOX, "key").lines) == written


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (
            ["Rosa Holm", LONG.replace(" ", "")],
            f"“{short(LONG.replace(' ', ''))}” is too long for the envelope in this hand.",
        ),
        (["Rosa Holm"] * 14, "the 14 lines of the address are too many for this hand."),
    ],
)
def test_why_an_address_cannot_be_written_is_told_by_its_line(lines: list[str], told: str, june: Hand) -> None:
    with pytest.raises(BadValue) as bad:
        address_by_hand(june, lines, BOX, "key")
    assert (bad.value.message, "plain type" in bad.value.remedy) == (told, True)
