"""An invented business of any size whose customers all have a birthday in one month: everybody gets a card."""

import csv
from pathlib import Path
from random import Random

MONTH, TODAY = "2026-11", "2026-11-01"


def _listed(words: str, by: str = ",") -> list[str]:
    return [" ".join(one.split()) for one in words.split(by)]


HEADER = _listed("""
    Customer ID, First name, Last name, Address 1, City, State, ZIP, Country, Birthday, Customer since, Child, Pet,
    Bought, Likes, Trip, Told us, Notes
""")
_SYLLABLES = _listed("""
    an, bel, car, do, el, fen, gar, har, in, jas, kel, lor, mar, nor, os, per, ris, sel, tor, ul, ven, wil, yar,
    zel
""")
_FIRST = _listed("""
    Margaret, Rosa, Joseph, Kathryn, Quentin, Victor, Zelda, Yvonne, Ulrich, Isabel, Harold, Florence, George,
    Edith, Wilhelm, Laura, Charlotte, Trevor, Patrick, Barbara, Denise, Judith, Oliver, Nathan, Samuel, Agnes,
    František, Bjørn, Łukasz, Zoë, José, Anaïs, Desmond, Imogen, Theodore, Saoirse, Noor, Beatriz, Adaeze,
    Rufus, Clementine, Yuki, Hamish, Priya, Tomasz, Lucía, Otis, Winifred
""")
_STREETS = _listed("Street, Lane, Road, Avenue, Court, Hill, Row, Square")
_TOWNS = _listed(
    """
    Dayton,OH,45402; Troy,NY,12180; Akron,OH,44308; Salem,OR,97301; Augusta,ME,04330; Boise,ID,83702
""",
    ";",
)
_WOODS = _listed("walnut, cherry, oak, maple, ash, pine, gilt, chestnut, pear, birch, beech, elm")
_THINGS = _listed("frame, box, stand, shelf, tray, chest, case, bench, desk, clock")
_SUBJECTS = _listed("""
    regatta picture, old violin bow, heron drawings, lighthouse chart, family Bible, wedding portrait, harbor
    map, pressed flowers, war medals, christening robe, school pennant, stamp collection, quilt square, fishing
    flies
""")
_LIKES = _listed("""
    sailing prints, chamber music, bird drawings, old sea charts, quilting, baking bread, chess, crossword
    puzzles, growing dahlias, covered bridges, mystery novels, cold-water swimming, folk songs, keeping bees,
    fly fishing, ceramics
""")
_PLACES = _listed("""
    Lisbon, Oaxaca, Bergen, Kyoto, Galway, Dubrovnik, Cape Cod, Quebec, Santa Fe, Edinburgh, Porto, Savannah
""")
_TOLD = _listed("""
    the new greenhouse, the heron census, the new boathouse, the choir's spring concert, the move of the
    workshop, the garden wall, the barn roof, the community orchard, the reading group, the half marathon
""")
_PETS = _listed("spaniel, beagle, tabby, collie, terrier, pony")
_PET_NAMES = _listed("Biscuit, Pepper, Juno, Fig, Moss, Clover, Tansy, Bramble, Otto, Pickle, Hazel, Scout")
_JOTTED = (
    "learning the ukulele; pays by check",
    "dtr {child} plays the cello; parking in back",
    "son {child} started at Bowdoin Sept; prefers texts",
    "training for the half marathon",
    "grows tomatoes; brings us some every August",
    "{pet} had puppies in the spring",
    "",
    "",
)


def write(folder: Path, count: int) -> Path:
    """Write the settings and the customers into a new folder; the customers' file."""
    folder.mkdir(parents=True, exist_ok=True)
    settings = '[business]\nname = "Miter & Moss"\nsender = "Nora & Walt"\ncountry = "US"\ntrade = "shop"\n'
    settings += 'return_address = ["Miter & Moss", "7 Ropewalk Lane", "Quillhaven, ME 04698"]\n'
    (folder / "notes.toml").write_text(f"{settings}\n[picking]\ncards_a_month = {count}\n", encoding="utf-8")
    customers = folder / "customers.csv"
    with customers.open("w", newline="", encoding="utf-8") as file:
        lines = csv.writer(file)
        lines.writerow(HEADER)
        chance = Random(18)  # noqa: S311 - invented people
        lines.writerows(_customer(number, chance) for number in range(1, count + 1))
    return customers


def _customer(number: int, chance: Random) -> list[str]:
    one = chance.choice
    street, last = (_word(chance, 3) for _ in range(2))
    town, state, code = one(_TOWNS).split(",")
    child, pet = one(_FIRST), f"{one(_PET_NAMES)} ({one(_PETS)})"
    born = f"{1940 + chance.randrange(60)}-11-{5 + number % 25:02}"
    since = f"{2005 + chance.randrange(20)}-{1 + chance.randrange(9):02}-{1 + chance.randrange(28):02}"
    known = [child, pet, f"the {one(_WOODS)} {one(_THINGS)} for the {one(_SUBJECTS)}", one(_LIKES)]
    known += [f"the week in {one(_PLACES)}", one(_TOLD)]
    known = [cell if chance.random() < 0.5 else "" for cell in known]
    jotted = one(_JOTTED).format(child=child, pet=pet.split(maxsplit=1)[0])
    if not any(known[2:]):
        known[3] = one(_LIKES)
    address = [f"{1 + number % 990} {street} {one(_STREETS)}", town, state, code, "United States"]
    return [f"C{number:06}", one(_FIRST), last, *address, born, since, *known, jotted]


def _word(chance: Random, syllables: int) -> str:
    return "".join(chance.choices(_SYLLABLES, k=syllables)).capitalize()
