"""How days, numbers and lists are said, in the languages of the notes."""

from datetime import date

import pytest

from notes.language.days import brief, month_and_year, spoken, with_weekday, with_year
from notes.language.folding import squashed
from notes.language.locales import READ, listed, month_name, month_spellings
from notes.language.numbers import counted, in_words, ordinal
from notes.post import countries
from notes.post.countries import country_code, country_line, is_country
from notes.problems import BadValue
from notes.reading.values.dates import Whole, shape


def test_a_day_is_said_in_one_way() -> None:
    day = date(2026, 11, 6)
    assert spoken(day) == "6 November"
    assert with_year(day) == "6 November 2026"
    assert with_weekday(day) == "Friday, 6 November"
    assert brief(day) == "Fri 6 Nov"
    assert month_and_year("2026-11") == "November 2026"


@pytest.mark.parametrize(
    ("language", "names", "said"),
    [
        ("en", ["Anne", "Tom", "Mia"], "Anne, Tom and Mia"),
        ("de", ["Anne", "Tom", "Mia"], "Anne, Tom und Mia"),
        ("fr", ["Anne", "Tom", "Mia"], "Anne, Tom et Mia"),
        ("es", ["Ana", "Luis", "Mía"], "Ana, Luis y Mía"),
        ("es", ["Ana", "Luis", "Irene"], "Ana, Luis e Irene"),
        ("es", ["Ana", "Hilario"], "Ana e Hilario"),
        ("es", ["Ana", "Iago"], "Ana y Iago"),
        ("xx", ["Anne", "Tom"], "Anne and Tom"),
        ("en", ["Anne"], "Anne"),
        ("en", [], ""),
    ],
)
def test_a_list_as_its_language_joins_it(language: str, names: list[str], said: str) -> None:
    assert listed(names, language) == said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "no one two sixteen twenty twenty-one ninety-nine 100"),
        ("de", "kein ein zwei sechzehn zwanzig 21 99 100"),
        ("fr", "aucun un deux seize vingt 21 99 100"),
        ("es", "ningún un dos dieciséis veinte 21 99 100"),
        ("it", "0 1 2 16 20 21 99 100"),
    ],
)
def test_a_number_before_a_noun(language: str, said: str) -> None:
    assert " ".join(in_words(number, language) for number in (0, 1, 2, 16, 20, 21, 99, 100)) == said


def test_what_is_no_number_is_left_as_it_is() -> None:
    assert (in_words("many"), in_words(-1), ordinal("last"), ordinal(0)) == ("many", "-1", "last", "0")


def test_a_number_in_its_order() -> None:
    said = " ".join(ordinal(number) for number in (1, 2, 3, 5, 8, 9, 12, 20, 21, 99, 100))
    assert said == "first second third fifth eighth ninth twelfth twentieth twenty-first ninety-ninth 100"


def test_one_is_counted_apart() -> None:
    assert [counted(number, "customer") for number in (0, 1, 1000)] == ["0 customers", "1 customer", "1,000 customers"]


@pytest.mark.parametrize(
    "month", ["november", "Nov", "Nov.", "novembre", "de-noviembre-de", "novembro", "listopad", "listopadu"]
)
def test_a_month_is_read_in_many_languages(month: str) -> None:
    found = shape(f"6 {month.replace('-', ' ')} 1980")
    assert isinstance(found, Whole) and (found.day, found.month, found.year) == (6, 11, 1980)


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("Jänner", 1),
        ("fév", 2),
        ("fevrier", 2),
        ("febr", 2),
        ("mrz", 3),
        ("Mrt", 3),
        ("août", 8),
        ("aout", 8),
        ("Sept", 9),
    ],
)
def test_a_month_with_its_accents_or_without(word: str, number: int) -> None:
    found = shape(f"6 {word} 1980")
    assert isinstance(found, Whole) and found.month == number


def test_no_word_is_two_months() -> None:
    numbers: dict[str, set[int]] = {}
    for language in READ:
        for name, number in month_spellings(language).items():
            numbers.setdefault(squashed(name), set()).add(number)
    assert [name for name, those in numbers.items() if len(those) > 1] == []


def test_a_word_that_is_no_month_is_no_date() -> None:
    with pytest.raises(BadValue, match="“6 Nevember 1980” is not a date"):
        shape("6 Nevember 1980")


def test_a_month_in_a_language_that_there_is_not() -> None:
    assert month_name(5, "xx") == "May"


@pytest.mark.parametrize(
    ("code", "written"),
    [
        ("US", "us, U.S.A., United States, Estados Unidos"),
        ("DE", "DE, Germany, Deutschland, allemagne, Alemania"),
        ("CZ", "Česko, Czechia, Czech Republic, Tschechien"),
        ("TR", "Turkey, Türkiye, turkiye"),
        ("CI", "Côte d’Ivoire, Cote d'Ivoire, Ivory Coast"),
        ("CO", "Colombia, Kolumbien, Colombie"),
        ("GB", "UK, GB, Scotland, Royaume-Uni"),
        ("CG", "Congo, Republic of the Congo"),
        ("JP", "日本"),
    ],
)
def test_a_country_as_people_write_it(code: str, written: str) -> None:
    assert {country_code(text) for text in written.split(", ")} == {code}


@pytest.mark.parametrize("text", ["Ruritania", "EU", "ZZ", "-", ""])
def test_what_is_no_country_is_left_as_it_is(text: str) -> None:
    assert country_code(text) == text


def test_the_post_has_its_lines() -> None:
    lines = {code: country_line(code) for code in ("DE", "CZ", "TR", "HK", "AX", "BA", "GB", "CI", "KR")}
    assert lines == {
        "DE": "GERMANY",
        "CZ": "CZECH REPUBLIC",
        "TR": "TURKEY",
        "HK": "HONG KONG",
        "AX": "ÅLAND ISLANDS",
        "BA": "BOSNIA AND HERZEGOVINA",
        "GB": "UNITED KINGDOM",
        "CI": "CÔTE D’IVOIRE",
        "KR": "SOUTH KOREA",
    }


@pytest.mark.parametrize("text", ["DE", "CA", "Granada", "San Martín", "Maurice", "Dayton", "NM 87501", ""])
def test_what_may_be_a_town_or_a_person_is_no_country_at_the_end_of_an_address(text: str) -> None:
    assert not is_country(text)


def test_no_name_of_a_country_is_that_of_another() -> None:
    tables = [countries._written(), countries._by_post(), *map(countries._named, ("en", "de", "fr", "es"))]
    codes: dict[str, set[str]] = {}
    for table in tables:
        for name, code in table.items():
            codes.setdefault(name, set()).add(code)
    assert [name for name, those in codes.items() if len(those) > 1] == []
