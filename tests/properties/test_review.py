"""What holds for every review page: it is well formed, adds up, and shows no cell of the spreadsheet as markup."""

import re
from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st

from notes.customers import Customer, CustomerId
from notes.picking.picks import Outcome, Pick, Picks, Revenue
from notes.problems import Place, Problem
from notes.review.contents import Review, ReviewCard
from notes.review.curve import HEIGHT, WIDTH, Curve
from notes.review.page import render, skipped_by_reason
from notes.wording.note import Note

TEXTS = st.text(max_size=12) | st.sampled_from(["</style>", "<b>", "{{ 7 * 7 }}", "a & b", '"><script>', "ř", "\x00"])
ALLOWED = {
    *("html", "head", "meta", "title", "style", "body", "header", "main", "footer", "section", "article", "div"),
    *("p", "span", "a", "b", "br", "h1", "h2", "h3", "ol", "ul", "li", "dl", "dt", "dd", "code", "address"),
    *("img", "figure", "figcaption", "svg", "path", "circle", "text"),
}


class Tags(HTMLParser):
    """The elements of a page, and that they are nested."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.seen.add(tag)
        if tag not in {"meta", "img", "br"}:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        self.seen.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@st.composite
def picks(draw: st.DrawFn) -> list[Pick]:
    rows = draw(st.lists(st.tuples(TEXTS, TEXTS, st.sampled_from(Outcome)), max_size=6))
    return [
        Pick(
            customer=Customer(place=Place(text), customer_id=CustomerId(f"{number}"), name=name),
            occasion=text,
            why=text,
            outcome=outcome,
            reason=text,
        )
        for number, (name, text, outcome) in enumerate(rows)
    ]


def card(pick: Pick, number: int) -> ReviewCard:
    text = pick.why
    note = Note(
        pick=pick, wording=text, salutation=text, paragraphs=(text,), closing=text, signature=text, envelope_name=text
    )
    return ReviewCard(number=number, note=note, envelope=(text,))


@settings(max_examples=60)
@given(picks=picks(), text=TEXTS)
def test_whatever_the_cells_hold_the_page_is_whole_and_adds_up(picks: list[Pick], text: str) -> None:
    cards = [card(pick, number) for number, pick in enumerate(picks, 1) if pick.outcome is Outcome.CARD]
    page = render(
        Review(
            business=text,
            picks=Picks("2026-11", Revenue(text, 0, text, 0, 0.0), picks),  # type: ignore[arg-type]
            cards=cards,
            problems=[Problem(Place(text), text, text)],
        )
    )
    tags = Tags()
    tags.feed(page)
    assert tags.open == []
    assert tags.seen <= ALLOWED
    numbers = re.findall(r'class="term[^>]*><b>(\d+)</b>', page)
    customers, *outcomes = map(int, numbers)
    assert customers == sum(outcomes) == len(picks)


@settings(max_examples=60)
@given(picks=picks())
def test_who_gets_no_card_is_named_exactly_once(picks: list[Pick]) -> None:
    named = [pick.customer.customer_id for group in skipped_by_reason(picks) for pick in group.picks]
    assert sorted(named) == sorted(pick.customer.customer_id for pick in picks)


@settings(max_examples=60)
@given(amounts=st.lists(st.integers(1, 10**6), min_size=2, max_size=500))
def test_the_curve_climbs_within_its_frame(amounts: list[int]) -> None:
    ordered = sorted(amounts, reverse=True)
    shares = [sum(ordered[: place + 1]) / sum(ordered) for place in range(len(ordered))]
    at_80 = next(place for place, share in enumerate(shares, 1) if share >= 0.8 - 1e-12)
    curve = Curve.of(Revenue("", 1, "USD", at_80, shares[-(-len(shares) // 5) - 1], 0.0, shares))  # type: ignore[arg-type]
    assert curve is not None
    assert curve.points[0] == (0, HEIGHT)
    assert curve.points[-1] == (WIDTH, 0)
    assert list(curve.points) == sorted(curve.points, key=lambda point: (point[0], -point[1]))
    assert curve.at_80[1] <= 0.2 * HEIGHT + 0.1
