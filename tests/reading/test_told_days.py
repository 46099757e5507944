"""Days that a column beside them gives a reason: which become milestones, of whom, and which are asked about."""

from datetime import date

import pytest
from offices import about, read_csv

from notes.customers import Milestone
from notes.occasions import ours
from notes.reading.values.told_reasons import told_reason

HEAD = "Name,Street,City,State,Zip"
ROSA = "Rosa Holm,1 Elm St,Akron,OH,44301"


TOLD = [
    ("12/20/1986", "wedding anniv", ("wedding-anniversary", "1986-12-20", "", "")),
    ("12/20/2026", "30th wedding anniv", ("wedding-anniversary", "1996-12-20", "", "")),
    ("12/20/2026", "anniversary", ("wedding-anniversary", "--12-20", "", "")),
    ("06/20/2015", "wedding", ("wedding-anniversary", "2015-06-20", "", "")),
    ("12/12/2026", "moves into new house", ("new-home", "2026-12-12", "the new house", "")),
    ("12/12/2026", "grad college", ("graduation", "2026-12-12", "", "")),
    ("12/18/2026", "retires, 31 yrs mail carrier",
     ("retirement", "2026-12-18", "thirty-one years as a mail carrier", "")),
    ("12/18/2026", "last day, 40 yrs at the mill", ("retirement", "2026-12-18", "forty years at the mill", "")),
    ("12/18/2026", "retires, 33 yrs up the ladder",
     ("retirement", "2026-12-18", "thirty-three years up the ladder", "")),
    ("12/15/2026", "thank-you card, Christmas", ("thanks", "2026-12-15", "", "")),
    ("12/15/2026", "opening 2nd shop", ("achievement", "2026-12-15", "the 2nd shop", "")),
    ("12/15/2026", "daughter Zara's wedding", ("wedding", "2026-12-15", "", "Zara")),
    ("12/15/2026", "dtr Zara's wedding", ("wedding", "2026-12-15", "", "Zara")),
    ("12/15/2026", "Emma graduates", ("graduation", "2026-12-15", "", "Emma")),
    ("12/15/2026", "Rosa retires", ("retirement", "2026-12-15", "", "")),
    ("12/15/2026", "zieht um", ("new-home", "2026-12-15", "", "")),
    ("12/15/2026", "geht in Rente", ("retirement", "2026-12-15", "", "")),
    ("12/15/2026", "départ à la retraite", ("retirement", "2026-12-15", "", "")),
    ("12/15/1990", "anniversaire de mariage", ("wedding-anniversary", "1990-12-15", "", "")),
    ("12/15/2026", "se jubila", ("retirement", "2026-12-15", "", "")),
]  # fmt: skip


def test_a_reason_beside_a_day_is_a_milestone():
    rows = [f'Rosa Holm,{place} Elm St,Akron,OH,44301,{day},"{reason}"' for place, (day, reason, _) in enumerate(TOLD)]
    book = read_csv("\n".join([f"{HEAD},Other date,What for", *rows]))
    found = {one.place.row: (one.occasion, str(one.on), one.about, one.person) for one in book.milestones}
    assert [found.get(row) for row, _ in enumerate(TOLD, 2)] == [expected for _, _, expected in TOLD]


DATED = [
    ("wedding ann'y 12/12/1998", ("wedding-anniversary", "1998-12-12")),
    ("retires 12/18/26", ("retirement", "2026-12-18")),
    ("graduates Dec 18 2026 (elementary ed)", ("graduation", "2026-12-18")),
    ("thank-you card for the holidays, Dec 18", ("thanks", "2026-12-18")),
    ("new home - closing 12/15/2026", ("new-home", "2026-12-15")),
    ("ann'y 12/27/86", ("wedding-anniversary", "1986-12-27")),
    ("retires on 2 January", ("retirement", "2027-01-02")),
    ("married 12/18/76", ("wedding-anniversary", "1976-12-18")),
    ("thank you, Dec 2026", ("thanks", "2026-12-15")),
    ("holiday card December 2026", ("season", "--12-15")),
    ("thank-you card, Dec", ("thanks", "2026-12-15")),
    ("Xmas card", ("season", "--12-15")),
    ("closing on house 12/11/26", ("new-home", "2026-12-11")),
]


@pytest.mark.parametrize("header", ["Other date", "Big dates", "Coming up", "Card?"])
def test_a_reason_and_its_day_may_stand_in_one_cell(header: str):
    rows = [f'Rosa Holm,{place} Elm St,Akron,OH,44301,"{said}"' for place, (said, _) in enumerate(DATED)]
    book = read_csv("\n".join([f"{HEAD},{header}", *rows]))
    assert [(one.occasion, str(one.on)) for one in book.milestones] == [expected for _, expected in DATED]
    assert not book.problems


@pytest.mark.parametrize("header", ["Big day", "Anniversary", "Anniv."])
def test_among_the_days_of_weddings_a_cell_may_say_what_else_happens(header: str):
    book = read_csv(
        f"{HEAD},{header}\n{ROSA},12/12/2009\nIda Lund,2 Elm St,Akron,OH,44301,retires 12/18/26\n"
        'Jo Berg,3 Elm St,Akron,OH,44301,wedding 6/20/2014\nAl Moe,4 Elm St,Akron,OH,44301,"Paris, 12/9/26"'
    )
    assert [str(one.anniversary) for one in book.customers] == ["2009-12-12", "None", "None", "None"]
    assert [(one.place.row, one.occasion, str(one.on)) for one in book.milestones] == [
        (3, "retirement", "2026-12-18"), (4, "wedding-anniversary", "2014-06-20")
    ]  # fmt: skip
    assert [one.message for one in book.problems if "Paris" in one.message] == [
        f"no card goes by the days under “{header}” where “{header}” says “Paris, 12/9/26” (F5): it is not clear what "
        "to write, or to whom."
    ]


def test_what_is_jotted_down_with_its_day_brings_its_card_and_without_the_year_the_nearest_is_taken_and_told():
    book = read_csv(
        f'{HEAD},Last talk\n{ROSA},"asked about hens; retires 12/18/2026, 31 yrs. two goats"\n'
        'Ida Lund,2 Elm St,Akron,OH,44301,"closing on the house Dec 11!! moving in that weekend, first fenced yard"\n'
        'Jo Berg,3 Elm St,Akron,OH,44301,"dtr Mia graduates Dec 19 2026 - nursing. bakes her own rye bread"\n'
        'Al Moe,4 Elm St,Akron,OH,44301,"retired in 2019, plays the cello in church; turns pages for the choir"\n'
    )
    told = [(one.place.cell, one.occasion, str(one.on), one.person, one.year_told) for one in book.milestones]
    assert sorted(told) == [
        ("F2", "retirement", "2026-12-18", "", True),
        ("F3", "new-home", "2026-12-11", "", False),
        ("F4", "graduation", "2026-12-19", "Mia", True),
    ]
    assert [(one.message, one.remedy) for one in book.problems if "no year is said" in one.message] == [
        (
            "no year is said in “closing on the house Dec 11” (F3), so the nearest is taken.",
            "If one is of another year, write the year behind the day, like 12/18/2024, and no card goes.",
        )
    ]


def test_who_is_to_move_is_written_to_and_who_has_moved_is_asked_about():
    book = read_csv(
        f"{HEAD},Date coming up\n{ROSA},moving house 12/30/26\nIda Lund,2 Elm St,Akron,OH,44301,moved house 3/14/26\n"
    )
    assert [(one.occasion, str(one.on)) for one in book.milestones][:1] == [("new-home", "2026-12-30")]
    assert [[hold.kind.value for hold in one.holds] for one in book.customers] == [[], ["moved"]]


def test_the_month_of_a_card_is_no_word_of_a_death():
    book = read_csv(f'{HEAD},Upcoming\n{ROSA},"thank-you card, Dec"\nIda Lund,2 Elm St,Akron,OH,44301,retires 12/18/26')
    assert [one.holds for one in book.customers] == [(), ()]


def test_what_is_jotted_with_days_now_and_then_stays_notes():
    book = read_csv(f'{HEAD},Notes\n{ROSA},"retires 12/18/26, then Bergen; keeps two goats and a pony, sings alto"\n')
    assert [(one.occasion, str(one.on)) for one in book.milestones] == [("retirement", "2026-12-18")]
    assert "goats" in book.customers[0].notes


@pytest.mark.parametrize("headers", ["Event,Event date", "(what),Other date", "Why,Date to remember", "Xx,Day"])
def test_the_reason_may_stand_on_either_side_whatever_the_headers(headers: str):
    book = read_csv(f"{HEAD},{headers}\n{ROSA},grad college,12/12/2026\n")
    assert [(one.occasion, one.on and str(one.on)) for one in book.milestones] == [("graduation", "2026-12-12")]


def test_what_no_card_can_go_by_is_asked_in_one_line():
    reasons = ["baby due", "dtr's wedding", "son graduates", "husband's funeral", "valmistujaiset"]
    rows = [f"Rosa Holm,{place} Elm St,Akron,OH,44301,12/12/2026,{one}" for place, one in enumerate(reasons)]
    book = read_csv("\n".join([f"{HEAD},Other date,What for", *rows]))
    assert not book.milestones
    asked = about(book, "no card goes by the days under “Other date”", "“baby due” (G2)", "(G4) and 2 more")
    assert asked.place.column == "What for"


def test_a_list_of_events_tells_what_was_ordered_and_no_milestones():
    rows = "".join(f"{ROSA.replace('Rosa', name)},Wedding,6/{day}/2025\n" for day, name in enumerate("ABCD", 1))
    assert not read_csv(f"{HEAD},Event,Event date\n{rows}").milestones


def test_days_without_a_reason_are_no_milestones():
    book = read_csv(
        f"{HEAD},Next recall,Plan\n{ROSA},12/12/2026,graduate scheme\n{ROSA.replace('Rosa', 'Ida')},,retired\n"
    )
    assert not book.milestones
    assert "“Next recall”" in about(book, "columns not understood").message


def test_the_cell_is_named_that_says_it():
    book = read_csv(f"{HEAD},Other date,What for\n{ROSA},12/18/2026,retires\n")
    assert [str(one.place) for one in book.milestones] == ["cell G2 (column “What for”)"]
    assert isinstance(book.milestones[0], Milestone)
    assert date(2026, 12, 18) == book.milestones[0].on.in_year(2026)


def test_no_word_of_an_occasion_is_found_as_another_and_none_that_waits_for_initials():
    for one in ours():
        found = {told.occasion.name for word in one.aliases if (told := told_reason(word, ours()))}
        assert found <= ({*()} if one.solemn else {one.name, "wedding-anniversary"})


def test_what_somebody_learns_since_a_day_is_no_reason_for_a_card():
    book = read_csv(f"{HEAD},What they study,Started\n{ROSA},piano (adult),8/14/2024\n")
    assert not book.milestones
    assert not any("no card goes by" in one.message for one in book.problems)


HEADED = [
    ("HS graduation", "graduation"), ("Retires", "retirement"), ("Last day", "retirement"),
    ("Moving in", "new-home"), ("Closing date (new home)", "new-home"), ("Zieht um", "new-home"),
    ("Son’s graduation", None), ("Won", None), ("Opens", None), ("Baby due", None),
]  # fmt: skip


@pytest.mark.parametrize(("header", "occasion"), HEADED)
def test_a_header_may_say_what_happens_on_the_days_below_it(header: str, occasion: str | None):
    book = read_csv(f"{HEAD},{header}\n{ROSA},12/12/2026\n{ROSA.replace('Rosa', 'Ida')},\n")
    found = [(one.occasion, one.place.cell) for one in book.milestones]
    assert found == ([(occasion, "F2")] if occasion else [])
    assert not any(one.holds for one in book.customers)
