"""The review page: what a person reads on it, and that it is one file, complete in itself."""

import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest
from review_inputs import birthday, card, held, review, skipped

from notes.picking.picks import Picks
from notes.problems import Level, Place, Problem
from notes.review.contents import PrintFile, Review
from notes.review.page import post_days, render, sentence, skipped_by_reason, spoken_day


class Reader(HTMLParser):
    """The words of a page, and its elements; raises where an element is closed that was not open."""

    VOID = frozenset({"meta", "img", "br", "link", "input", "hr"})
    SVG = frozenset({"path", "circle"})

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] != ["style"]:
            self.words.append(data)


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    assert reader.open == []
    return reader


def words(page: str) -> str:
    return " ".join(" ".join(read(page).words).split())


def test_the_summary_adds_up() -> None:
    page = words(render(review(birthday("Rosa"), held("Bo", "no initials"), skipped("Cy", "Nothing."), rows=5)))
    assert "4 customers" not in page
    assert "3 customers = 1 card + 1 held + 1 not this month" in page
    assert "5 rows read" in page


def test_it_counts_what_is_needed() -> None:
    one, two = birthday("Rosa"), birthday("Ondřej")
    files = [PrintFile("cards.pdf", 2, "Letter"), PrintFile("envelopes.pdf", 2, "A2")]
    page = words(render(review(one, two, cards=[card(one), card(two, 2, abroad=True)], files=files)))
    assert "You need 1 sheet of card paper, 2 envelopes and 2 stamps, 1 of them for abroad." in page
    assert "cards.pdf 2 pages, Letter" in page  # both sides of the one sheet


def test_a_summary_that_cannot_add_up_is_refused() -> None:
    whole = review(birthday("Rosa"), birthday("Bo"))
    with pytest.raises(ValueError, match="2 picks have a card, and 1 cards were made"):
        Review(business="", picks=whole.picks, cards=whole.cards[:1])


def test_a_card_tells_who_why_what_and_where_to() -> None:
    page = words(render(review(birthday("Rosa"))))
    for told in (
        "Rosa",
        "Birthday on 10 November.",
        "Dear Rosa,",
        "Happy birthday.",
        "Friday, 6 November",
        "bought: the walnut frame",
        "birthday/another-year",
        "Quillhaven ME 04698",
    ):
        assert told in page


def test_the_picture_stands_in_the_page() -> None:
    rosa = birthday("Rosa")
    page = render(review(rosa, cards=[card(rosa, picture=b"PNG")]))
    [(_, image)] = [(tag, attrs) for tag, attrs in read(page).seen if tag == "img"]
    assert image["src"] == "data:image/png;base64,UE5H"
    assert image["alt"] == "The card to Rosa, as it will be printed"


def test_it_says_where_the_pictures_end() -> None:
    one, two = birthday("Rosa"), birthday("Bo")
    page = render(review(one, two, cards=[card(one, picture=b"PNG"), card(two, 2)]))
    assert "Pictures are shown up to card 1" in words(page)
    assert sum(tag == "img" for tag, _ in read(page).seen) == 1


def test_it_needs_no_script_and_no_network() -> None:
    page = render(review(birthday("Rosa"), held("Bo", "x")))
    assert {tag for tag, _ in read(page).seen} & {"script", "link", "iframe"} == set()
    assert [
        attrs for _, attrs in read(page).seen for name in ("src", "href") if str(attrs.get(name)).startswith("http")
    ] == []
    assert "url(" not in page
    assert "@import" not in page


def test_every_link_leads_somewhere() -> None:
    seen = read(render(review(birthday("Rosa"), held("Bo", "x"), problems=[Problem(Place("a.csv"), "bad.")]))).seen
    targets = {attrs["id"] for _, attrs in seen if "id" in attrs}
    assert {str(attrs["href"])[1:] for tag, attrs in seen if tag == "a"} <= targets


def test_what_comes_from_the_spreadsheet_is_never_markup() -> None:
    page = render(review(birthday("<script>alert(1)</script>"), skipped("Bo & Co", "<b>x</b>")))
    assert "<script>" not in page
    assert "<b>x" not in page
    assert "Bo &amp; Co" in page


def test_problems_stand_by_file_with_their_remedy() -> None:
    birthdate = Place("customers.xlsx", "Customers", 3, "Birthday", "C3")
    problems = [
        Problem(birthdate, "“31/02/2024” is not a date.", "Write it like 2024-02-29."),
        Problem(birthdate, "“31/02/2024” is not a date.", "Write it like 2024-02-29."),
        Problem(Place("notes.toml", key="card.hnad"), "there is no such setting.", level=Level.NOTICE),
    ]
    page = words(render(review(problems=problems)))
    line = "Customers, cell C3 (column “Birthday”): “31/02/2024” is not a date. Write it like 2024-02-29."
    assert page.count(line) == 1
    assert page.index("customers.xlsx please mend") < page.index("notes.toml just so you know card.hnad:")


@pytest.mark.parametrize(("level", "asked"), [(Level.NOTICE, False), (Level.WARNING, True), (Level.ERROR, True)])
def test_a_notice_asks_for_nothing(level: Level, asked: bool) -> None:
    page = words(render(review(problems=[Problem(Place("customers.xlsx"), "three sheets.", level=level)])))
    assert "Three sheets." in page
    assert ("Look at what could not be understood" in page) is asked


def test_who_is_held_stands_with_the_remedy() -> None:
    page = words(render(review(held("Bo", "waits for initials in Approved by"))))
    assert "Apology" in page or "apology" in page
    assert "Waits for initials in Approved by. Customers, row 2" in page


def test_who_gets_none_stands_by_reason_the_commonest_first() -> None:
    picks = [skipped("A", "moved."), skipped("B", "nothing"), skipped("C", "Nothing.")]
    groups = [(group.reason, [pick.customer.name for pick in group.picks]) for group in skipped_by_reason(picks)]
    assert groups == [("Nothing.", ["B", "C"]), ("", ["A"])]


def test_posting_goes_by_day() -> None:
    late, soon, any_day = birthday("L", date(2026, 11, 9)), birthday("S", date(2026, 11, 2)), birthday("X", None)
    cards = [card(late, 1), card(soon, 2), card(any_day, 3)]
    days = [(day.day, [one.number for one in day.cards]) for day in post_days(cards)]
    assert days == [(date(2026, 11, 2), [2]), (date(2026, 11, 9), [1]), (None, [3])]


def test_both_figures_of_the_revenue_stand_in_words() -> None:
    page = words(render(review(birthday("Rosa"))))
    assert "2 of 3 customers bring 80% of the revenue. The top 20% of them bring 50.0%, the top 20% of all" in page


def test_an_empty_month_is_a_page_too() -> None:
    page = words(render(review()))
    assert "There is nothing to print this month." in page
    assert "0 customers = 0 cards + 0 held + 0 not this month" in page


def test_the_same_month_is_the_same_page() -> None:
    assert render(review(birthday("Rosa"))) == render(review(birthday("Rosa")))


def test_nothing_on_the_page_is_a_placeholder() -> None:
    assert not re.search(r"\bNone\b|\{\{|undefined", words(render(review(birthday("Rosa", None), held("Bo", "x")))))


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (sentence(""), ""),
        (sentence("they had it"), "They had it."),
        (spoken_day(date(2026, 11, 1)), "Sunday, 1 November"),
    ],
)
def test_how_things_are_said(said: str, expected: str) -> None:
    assert said == expected


def test_picks_of_the_page_are_those_of_the_month() -> None:
    whole = review(birthday("Rosa"), skipped("Bo", "x"))
    assert isinstance(whole.picks, Picks)
    assert whole.rows_read == 2


def test_commands_are_those_of_this_computer_and_name_the_batch() -> None:
    typed = {"make review MONTH=2026-11": "py -m notes review --month 2026-11"}
    shown = replace(review(birthday("Rosa")), batch="2026-11", typed=lambda text: typed.get(text, f"./{text}"))
    page = render(shown)
    assert "<code>py -m notes review --month 2026-11</code>" in page
    for command in ("make cards MONTH=2026-11", "notes cancel 1 --month 2026-11", "make sent MONTH=2026-11"):
        assert f"<code>./{command}</code>" in page
    assert "make review" not in render(replace(shown, batch="2026-11-season"))
