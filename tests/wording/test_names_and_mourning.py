"""Which cells hold nothing but names, and whom a house in mourning is not reminded of."""

import pytest

from notes.customers import Book, Customer, CustomerId, Milestone
from notes.occasions import ours
from notes.picking.household import household_of
from notes.picking.picks import Pick
from notes.problems import Place
from notes.wording.cautions import caution, names_several
from notes.wording.given_names import names_in
from notes.wording.mourning import losses, naming_the_pet, without_the_dead

PLACE = Place("c.xlsx", "Customers", 2)


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Mia", ["Mia"]),
        ("MIA, Tom Jr. & Jo", ["Mia", "Tom Jr.", "Jo"]),
        ("Mia und Tom", ["Mia", "Tom"]),
        ("Mia; Tom/Jo", ["Mia", "Tom", "Jo"]),
        ("husband Rob", ["Rob"]),
        ("her daughter Mia", ["Mia"]),
        ("Anna van der Berg", ["Anna van der Berg"]),
        ("Anna Maria Rosa Lee", ["Anna Maria Rosa Lee"]),
        ("O'Neil", ["O'Neil"]),
        ("DJ", ["DJ"]),
        ("Rob Jr", ["Rob Jr."]),
        ("Mia 6, Tom (4)", ["Mia", "Tom"]),
        *((cell, []) for cell in ("Anna Maria Rosa Lee Fox", "died in May", "twins", "Mia, twins")),
        *((cell, []) for cell in ("ann", "and", "van Berg", "Bruno the beagle", "")),
    ],
)
def test_a_cell_of_names(cell: str, names: list[str]) -> None:
    assert names_in(cell) == names_in(cell, of_pet=True) == names


@pytest.mark.parametrize("cell", ["Golden Retriever", "Beagle", "Lab"])
def test_a_breed_is_no_name_of_an_animal(cell: str) -> None:
    assert (names_in(cell), names_in(cell, of_pet=True)) == ([cell], [])


def somebody(number: str = "1", **values) -> Customer:
    return Customer(place=PLACE, customer_id=CustomerId(number), household="h", **({"name": "Rosa Kern"} | values))


def row(occasion: str = "condolence", number: str = "1", **values) -> Milestone:
    return Milestone(place=PLACE, customer_id=CustomerId(number), occasion=occasion, **values)


@pytest.mark.parametrize(
    ("customers", "rows", "lost"),
    [
        ([somebody()], [], set()),
        ([somebody(details={"partner": "Hal (died in May)"})], [], {"hal", "may"}),
        ([somebody(details={"pet": "Otis", "partner": "Hal"})], [], set()),
        ([somebody(), somebody("2", details={"pet": "Rex (put down)"})], [], {"rex"}),
        ([somebody()], [row(person="Hal")], {"hal"}),
        ([somebody()], [row(about="her mother Ida")], {"her", "mother", "ida"}),
        ([somebody()], [row("birthday", person="Hal")], set()),
        ([somebody()], [row(number="9", person="Hal")], set()),
        # Of a pet that no row names it may be any; where one is named, the others live.
        ([somebody(details={"pet": "Otis and Rex"})], [row("pet-condolence")], {"otis", "rex"}),
        ([somebody(details={"pet": "Otis and Rex"})], [row("pet-condolence", person="Rex")], {"rex"}),
        ([somebody(details={"pet": "Otis"})], [row("pet-condolence", about="Otis the dog")], {"otis", "the", "dog"}),
    ],
)
def test_whom_a_house_has_lost(customers: list[Customer], rows: list[Milestone], lost: set[str]) -> None:
    found = losses(Book("c.xlsx", customers, milestones=rows), ours())
    assert set().union(*found.values()) == lost


@pytest.mark.parametrize(
    ("details", "kept"),
    [
        ({"partner": "Hal"}, {}),
        ({"partner": "Hal Kern"}, {}),
        ({"child": "Mia and Hal"}, {}),
        ({"pet": "Otis"}, {"pet": "Otis"}),
        ({"likes": "Hal"}, {"likes": "Hal"}),
        ({"partner": "Hallie"}, {"partner": "Hallie"}),
    ],
)
def test_nobody_is_greeted_who_has_died(details: dict[str, str], kept: dict[str, str]) -> None:
    pick = Pick(customer=somebody(details=details))
    house = household_of(pick.customer)
    assert without_the_dead(pick, {house: frozenset(["hal"])}).customer.details == kept
    assert without_the_dead(pick, {"elsewhere": frozenset(["hal"])}).customer.details == details


@pytest.mark.parametrize(
    ("occasion", "pets", "facts", "person"),
    [
        ("pet-condolence", "Otis (beagle)", {}, "Otis"),
        ("pet-condolence", "Otis and Rex", {}, None),
        ("pet-condolence", "Otis", {"about": "the old dog"}, None),
        ("pet-condolence", "Otis", {"person": "Rex"}, "Rex"),
        ("pet-condolence", "", {}, None),
        ("condolence", "Otis", {}, None),
    ],
)
def test_the_only_pet_is_the_one_that_died(occasion: str, pets: str, facts: dict[str, str], person: str | None) -> None:
    pick = Pick(customer=somebody(details={"pet": pets}), occasion=occasion, facts=facts)
    assert naming_the_pet(pick, ours()[occasion]).facts.get("person") == person


@pytest.mark.parametrize(
    ("values", "several"),
    [
        ({"name": "Rosa Kern"}, False),
        ({"name": "Rosa & Hal Kern"}, True),
        ({"name": "Rosa/Hal Kern"}, True),
        ({"name": "Kern", "dear": "Kern family"}, True),
        ({"name": "The Kern Household"}, True),
        ({"name": "Oak & Fir", "company": "Oak & Fir"}, True),
        ({"name": "Oak & Fir", "company": "Oak & Fir", "first_name": "Rosa"}, False),
        ({"name": "Andrew Sandy"}, False),
    ],
)
def test_whose_day_it_is_where_a_row_names_several(values: dict[str, str], several: bool) -> None:
    one = somebody(**values)
    assert names_several(one) is several
    assert bool(caution(Pick(customer=one), ours()["birthday"])) is several
    assert caution(Pick(customer=one, facts={"person": "Rosa"}), ours()["birthday"]) == ""
    assert caution(Pick(customer=one), ours()["thanks"]) == ""
