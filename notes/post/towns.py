"""Towns: a line such as “Santa Fe, New Mexico 87501” or “10115 Berlin” taken apart, by the ways of each country."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from notes.customers import Address
from notes.language.folding import squashed
from notes.language.texts import word_set
from notes.language.vocabulary import words
from notes.post.addresses import country_rules
from notes.post.countries import country_code, is_code, is_country

FORCES = frozenset(["AA", "AE", "AP"])
# The post of the United States takes them as its states; the last three are states of their own in all but the mail.
HOME_MAIL = frozenset(["PR", "GU", "VI", "AS", "MP", "FM", "MH", "PW"])


@dataclass(frozen=True, slots=True)
class Town:
    """The town, region, postal code and country of a line."""

    city: str = ""
    region: str = ""
    postal_code: str = ""
    country: str = ""


_US = r"\d{5}(?:[-–]\d{4})?"
_CA = r"[ABCEGHJ-NPRSTVXY]\d[A-Z][ -]?\d[A-Z]\d"
_GB = r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}"
_IE = r"(?:[AC-FHKNPRTV-Y]\d[\dW]) ?(?=[A-Z]*\d)[\dA-Z]{4}"  # with letters, too, that no real one has
_AU = r"\d{4}"
# Countries whose code stands before the town, and how it is written.
_BEFORE = {
    "NL": r"\d{4} ?[A-Z]{2}", "PL": r"\d{2}-\d{3}", "PT": r"\d{4}-\d{3}", "SE": r"\d{3} ?\d{2}", "CZ": r"\d{3} ?\d{2}",
    "SK": r"\d{3} ?\d{2}", "GR": r"\d{3} ?\d{2}", "DE": r"\d{5}", "FR": r"\d{5}", "ES": r"\d{5}", "IT": r"\d{5}",
    "FI": r"\d{5}", "MX": r"\d{5}", "HR": r"\d{5}", "EE": r"\d{5}", "AT": r"\d{4}", "CH": r"\d{4}", "BE": r"\d{4}",
    "DK": r"\d{4}", "NO": r"\d{4}", "LU": r"\d{4}", "HU": r"\d{4}", "SI": r"\d{4}",
}  # fmt: skip


def town_of(line: str, home: str) -> Town | None:
    """The parts of a line that ends an address; None where it is not one. `home` decides where several could be.

    >>> town_of("Santa Fe, New Mexico 87501", "US")
    Town(city='Santa Fe', region='New Mexico', postal_code='87501', country='')
    >>> town_of("Montreal QC H2X 1Y4", "US")
    Town(city='Montreal', region='QC', postal_code='H2X 1Y4', country='CA')
    """
    text, country = without_country(" ".join(line.split()).strip(" ,"))
    for found in _possible(text, country or home):
        if not country or found.country in ("", country):
            return Town(found.city, found.region, found.postal_code, country or _abroad(found.country, home))
    return None


def _abroad(country: str, home: str) -> str:
    return "" if country == home else country


def without_country(text: str) -> tuple[str, str]:
    """A line without the country behind its last comma, and its code.

    >>> without_country("10115 Berlin, Germany"), without_country("Oaxaca, Mexico City")
    (('10115 Berlin', 'DE'), ('Oaxaca, Mexico City', ''))
    """
    before, comma, last = text.rpartition(",")
    if comma and is_country(last.strip()):
        return before.strip(" ,"), country_code(last.strip())
    if match := _AMERICAN.fullmatch(text):
        return match["before"], "US"
    return text, ""


_AMERICAN = re.compile(r"(?P<before>.*\s\d{5}(?:-\d{4})?),?\s+(?:USA?|United States(?: of America)?)")


def _possible(text: str, home: str) -> Iterator[Town]:
    if home in _BEFORE:
        yield from _code_first(text, (home,))
    match = re.fullmatch(rf"(.*?)[,\s]\s*([A-Za-z]{{2}})[,\s]\s*({_CA})", text, re.IGNORECASE)
    if match and match[2].upper() in regions("CA").values():
        yield Town(_bare(match[1]), match[2], match[3], "CA")
    if match := re.fullmatch(rf"(.*?)[,.\s]\s*({_US})", text):
        yield from _american(match[1].strip(" ,"), match[2])
    if match := re.fullmatch(rf"(.*?)[,\s]\s*({_CA})", text, re.IGNORECASE):
        city, region = _with_region(match[1], "CA")
        yield Town(city, region, match[2], "CA")
    match = re.fullmatch(rf"(.*?)[,\s]\s*({_IE})", text, re.IGNORECASE)
    if match and (home == "IE" or not re.fullmatch(_GB, match[2], re.IGNORECASE)):
        yield Town(*_with_county(match[1]), match[2], "IE")
    if match := re.fullmatch(rf"(.*?)[,\s]\s*({_GB})", text, re.IGNORECASE):
        yield Town(*_with_county(match[1]), match[2], "GB")
    if match := re.fullmatch(rf"(.*?)[,\s]\s*(ACT|NSW|NT|QLD|SA|TAS|VIC|WA)[,\s]\s*({_AU})", text):
        yield Town(_bare(match[1]), match[2], match[3], "AU")
    if home == "BR" and (match := re.fullmatch(r"(.*?)\s*[-–,/]\s*([A-Z]{2})[,\s]\s*(\d{5}-?\d{3})", text)):
        yield Town(_bare(match[1]), match[2], match[3], "BR")
    if home in ("NZ", "AU") and (match := re.fullmatch(r"(.*?[^\d,\s])[,\s]\s*(\d{4})", text)):
        yield Town(_bare(match[1]), "", match[2], home)
    state = re.fullmatch(rf"(.+?)[,\s]\s*({'|'.join(_spelled_regions('US'))})", text, re.IGNORECASE)
    if state and home == "US" and ("," in text or state[2].isupper()):
        yield Town(_bare(state[1]), state[2], "", "US")
    if home == "US" and (match := re.fullmatch(rf"([^\d]+?)[,\s]\s*({_US})", text)):
        yield Town(_bare(match[1]), "", match[2], "US")
    yield from _code_first(text, tuple(one for one in _BEFORE if one != home))


def _american(before: str, code: str) -> Iterator[Town]:
    """A town and state of the United States, the state by its letters or its name."""
    match = re.fullmatch(rf"(.*?)(?:^|[,\s])\s*({'|'.join(_spelled_regions('US'))})[.,]*", before, re.IGNORECASE)
    if match:
        yield Town(_bare(match[1]), match[2], code.replace("–", "-"), "US")


def _code_first(text: str, countries: Sequence[str]) -> Iterator[Town]:
    for country in countries:
        prefix = "|".join({country, country[:1]})
        if match := re.fullmatch(
            rf"(?:(?:{prefix})[- ])?({_BEFORE[country]})\s+([^\d,]+(?: \d{{1,2}})?)(?:,\s*([^\d]+))?", text
        ):
            certain = country if len(countries) == 1 or not match[1].replace(" ", "").isdecimal() else ""
            yield Town(_bare(match[2]), _bare(match[3] or ""), match[1], certain)
            return


def _bare(text: str) -> str:
    return text.strip(" ,.-–")


def _with_region(text: str, country: str) -> tuple[str, str]:
    if squashed(text) in regions(country):
        return "", text.strip()
    before, comma, last = text.rpartition(",")
    if comma and squashed(last) in regions(country):
        return _bare(before), last.strip()
    return _bare(text), ""


def _with_county(text: str) -> tuple[str, str]:
    """“Ludlow, Shropshire”: the county stands behind the last comma."""
    before, comma, last = text.rpartition(",")
    return (_bare(before), _bare(last)) if comma and "," not in before else (_bare(text), "")


@cache
def regions(country: str) -> Mapping[str, str]:
    """The regions of a country by their squashed names and letters, with their letters."""
    rules = country_rules(country)
    keys = str(rules.get("sub_keys", "")).split("~")
    found = {squashed(key): key for key in keys if key}
    for names in ("sub_names", "sub_lnames"):
        found |= {
            squashed(name): key for key, name in zip(keys, str(rules.get(names, "")).split("~"), strict=False) if name
        }
    return found


@cache
def _spelled_regions(country: str) -> Sequence[str]:
    """Patterns of the regions of a country, long names first, so that West Virginia is not Virginia."""
    rules = country_rules(country)
    names = [*str(rules.get("sub_keys", "")).split("~"), *str(rules.get("sub_names", "")).split("~"), r"D\.C\.?"]
    kept = [name for name in names if name and "(" not in name]
    return sorted((name.replace(" ", r"\s+") for name in kept), key=lambda one: (-len(one), one))


def taken_apart(text: str, home: str = "US") -> Address:
    """An address that stands in one cell, with line breaks or commas; what is not understood stays in its lines.

    >>> taken_apart("418 Juniper Loop, Santa Fe, New Mexico 87501")
    Address(lines=('418 Juniper Loop',), city='Santa Fe', region='New Mexico', postal_code='87501', country='')
    >>> taken_apart("88 Orchard Ln Elkhart IN 46514").city
    'Elkhart'
    """
    lines, country = _lines_and_country(text)
    if len(lines) > 1 and _is_county_before_code(*lines[-2:]):
        lines = [*lines[:-2], f"{lines[-2]}, {lines[-1]}"] if len(lines) < 3 else _without_county(lines)
    for count in (1, 2, 3):
        if count > len(lines):
            break
        town = town_of(", ".join(lines[-count:]), country or home)
        if town is None:
            continue
        above, city = lines[:-count], town.city
        if above and (named := _NAMED_HOUSE.match(above[0])):
            above = [named["street"], *above[1:]]
        if not above and (named := _NAMED_HOUSE.match(city)):
            city = named["street"]
        if not above and (split := street_and_town(city)):
            above, city = [split[0]], split[1]
        if city and (above or not any(map(str.isdigit, city))):
            return Address(tuple(above), city, town.region, town.postal_code, country or town.country)
    if (
        len(lines) > 2
        and country
        and re.fullmatch(r"[A-Z\d -]*\d[A-Z\d -]*", lines[-1])
        and lines[-2].replace(" ", "").isalpha()
    ):
        return Address(tuple(lines[:-2]), lines[-2], "", lines[-1], country)
    return Address(tuple(lines), country=country)


def _is_county_before_code(county: str, code: str) -> bool:
    """Whether a county stands between the town and a code of Britain or Ireland; Kent, OH is a town."""
    is_code = re.fullmatch(rf"{_GB}|{_IE}", code, re.IGNORECASE) is not None
    return is_code and squashed(county) in words("addresses", "counties").keys


def _without_county(lines: list[str]) -> list[str]:
    """The lines with town, county and code as one, which is how they are taken apart."""
    return [*lines[:-3], ", ".join(lines[-3:])]


def _lines_and_country(text: str) -> tuple[list[str], str]:
    several = [line.strip(" ,") for line in text.split("\n") if line.strip(" ,")]
    lines = several if len(several) > 1 else [part.strip() for part in text.split(",") if part.strip()]
    if len(lines) > 1 and is_country(lines[-1]):
        return lines[:-1], country_code(lines[-1])
    if len(lines) > 3 and lines[-1].isupper() and is_code(lines[-1]) and any(map(str.isdigit, lines[-2])):
        return lines[:-1], lines[-1]
    return lines, ""


_KINDS = word_set(
    "st street ave av avenue rd road dr drive ln lane ct court blvd boulevard way pl place ter terrace cir circle pkwy "
    "parkway hwy highway loop trl trail sq square row run path pike xing crossing cv cove walk bend alley aly close "
    "crescent cres gardens"
)
_SIDES = word_set("n s e w ne nw se sw north south east west")
_UNITS = re.compile(
    r"^(?:(?:apt|apartment|unit|ste|suite|fl|floor|rm|room|bldg|lot|trlr)\.?\s*#?\s*[\w-]+|#\s*[\w-]+)\s*", re.I
)
_BOX = re.compile(
    r"((?:p\.?\s?o\.?\s*box|box|rr|cr|sr|county road|co rd|state road|state route|route|rt|rte|hwy|highway|us)\s+\d+\w*"
    r"(?:\s+box\s+\d+)?)\s+(\D+)",
    re.IGNORECASE,
)
_SAINTS = word_set(
    "paul louis charles cloud george joseph augustine albans helens johns marys clair ann james michael peters"
)


_NAMED_HOUSE = re.compile(r"[^\d,]+\s[-–]\s(?P<street>\d+\w*\s.+)")  # “Larkspur Court - 310 Larkspur Ave”


def street_and_town(text: str) -> tuple[str, str] | None:
    """A street and a town with nothing but a space between them; None where it is not certain where one ends.

    >>> street_and_town("14 Prairie St Unit 2 Elkhart"), street_and_town("12 Broadway Elkhart")
    (('14 Prairie St Unit 2', 'Elkhart'), None)
    """
    if match := re.fullmatch(rf"(?:(\d+\w*)\s+)?{_BOX.pattern}", text, re.IGNORECASE):
        return " ".join(filter(None, [match[1], match[2]])), match[3].strip(" ,")
    parts = text.split()
    if not parts or not parts[0][:1].isdigit():
        return None
    ends = [place for place, word in enumerate(parts) if place > 1 and _bare(word).casefold() in _KINDS]
    if not ends:
        return None
    end = ends[0]
    while end + 1 < len(parts) and _bare(parts[end + 1]).casefold() in _KINDS | _SIDES:
        if _bare(parts[end + 1]).casefold() == "st" and end + 2 < len(parts):
            break
        end += 1
    rest = " ".join(parts[end + 1 :])
    unit = _UNITS.match(rest)
    street, town = " ".join(parts[: end + 1]), rest
    if unit:
        street, town = f"{street} {unit[0].strip()}", rest[unit.end() :]
    is_saint = _bare(parts[end]).casefold() == "st" and town.split()[:1] and town.split()[0].casefold() in _SAINTS
    if not town or any(map(str.isdigit, town)) or is_saint:
        return None
    return street, town.strip(" ,")
