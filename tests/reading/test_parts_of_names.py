"""A name in its parts: who it is, how they are addressed, what is on the envelope, and what stands beside the name."""

import pytest

from notes.reading.values.couples import alone, in_order, is_of_initials
from notes.reading.values.name_order import surname_first
from notes.reading.values.person_names import from_columns, parsed

# kind | title | first | last | suffix | greeted as | on the envelope, if otherwise than written | what stands beside it
NAMES = """
Rosa Lindqvist = person | - | Rosa | Lindqvist | - | Rosa | - | -
LINDQVIST, ROSA = person | - | Rosa | Lindqvist | - | Rosa | Rosa Lindqvist | -
Dr. Rosa Lindqvist, MD = person | Dr. | Rosa | Lindqvist | MD | Rosa | - | -
Dr. Rosa Lindqvist, DMD = person | Dr. | Rosa | Lindqvist | DMD | Rosa | Rosa Lindqvist, DMD | -
Mrs. Rosa Maria Lindqvist = person | Mrs. | Rosa | Lindqvist | - | Rosa | - | -
Rosa M. Lindqvist = person | - | Rosa | Lindqvist | - | Rosa | - | -
R. Lindqvist = person | - | R. | Lindqvist | - | R. Lindqvist | - | -
J. R. Lindqvist = person | - | J. | Lindqvist | - | J. Lindqvist | - | -
Dr. Lindqvist = unsure | Dr. | - | Lindqvist | - | Dr. Lindqvist | - | -
Mr. Lindqvist = unsure | Mr. | - | Lindqvist | - | Mr. Lindqvist | - | -
Rosa = person | - | Rosa | - | - | Rosa | - | -
Rosa Lindqvist Jr. = person | - | Rosa | Lindqvist | Jr. | Rosa | - | -
Rosa Lindqvist III, PhD = person | - | Rosa | Lindqvist | III, PhD | Rosa | - | -
Rosa & Jan Lindqvist = couple | - | Rosa & Jan | Lindqvist | - | Rosa and Jan | - | -
Rosa Lindqvist and Jan Peeters = couple | - | Rosa and Jan | - | - | Rosa and Jan | - | -
Mr. & Mrs. Jan Peeters = couple | Mr. & Mrs. | Jan | Peeters | - | Mr. & Mrs. Peeters | - | -
Mr. and Mrs. Peeters = couple | Mr. and Mrs. | - | Peeters | - | Mr. and Mrs. Peeters | - | -
Dr. Eva & Max Klein = couple | - | Eva & Max | Klein | - | Eva and Max | - | -
Mr O Hale and Miss P Quick = couple | - | O and P | - | - | Mr Hale and Miss Quick | - | -
O & P Hale = couple | - | O & P | Hale | - | O & P Hale | - | -
Messrs O and P Hale = couple | Messrs | - | Hale | - | Messrs Hale | - | -
Hale, Mr. & Mrs. Otto = couple | Mr. & Mrs. | Otto | Hale | - | Mr. & Mrs. Hale | Mr. & Mrs. Otto Hale | -
Hale, Otto & Hale, Petra = couple | - | Otto & Petra | Hale | - | Otto and Petra | Otto Hale & Petra Hale | -
Otto Hale/Petra Quick = couple | - | Otto & Petra | - | - | Otto and Petra | Otto Hale & Petra Quick | -
Dana Ruiz, Marcus Ruiz = couple | - | Dana & Marcus | Ruiz | - | Dana and Marcus | Dana Ruiz & Marcus Ruiz | -
Ruiz, Dana Maria = person | - | Dana | Ruiz | - | Dana | Dana Maria Ruiz | -
Otto Hale and wife = person | - | Otto | Hale | - | Otto | Otto Hale | -
The Peeters Family = couple | - | - | Peeters | - | Peeters family | - | -
Fam. Klein = couple | - | - | Klein | - | Familie Klein | Familie Klein | -
Famille Dupont = couple | - | - | Dupont | - | Famille Dupont | - | -
family Klein = couple | - | - | Klein | - | Klein family | - | -
Klein household = couple | - | - | Klein | - | Klein family | - | -
Klein Residence = couple | - | - | Klein | - | Klein family | The Klein Family | -
Mrs. Eva Klein & Family = couple | Mrs. | Eva | Klein | - | Eva and family | - | -
Eva and Max Klein and family = couple | - | Eva and Max | Klein | - | Eva and Max and family | - | -
The Pomeroys = couple | - | - | Pomeroy | - | Pomeroy family | - | -
The Willows = firm | - | - | - | - | - | - | -
The Joneses = couple | - | - | Jones | - | Jones family | - | -
The Foxes = couple | - | - | Fox | - | Fox family | - | -
The Rosses = couple | - | - | Ross | - | Ross family | - | -
Hajoca Corp = firm | - | - | - | - | - | - | -
+1 Fitness = firm | - | - | - | - | - | - | -
Grace Lutheran Church = firm | - | - | - | - | - | - | -
Alice Church = person | - | Alice | Church | - | Alice | - | -
Rosa's Kitchen = firm | - | - | - | - | - | - | -
Klein Bros. = firm | - | - | - | - | - | - | -
Pine Lodge:Kitchen remodel = firm | - | - | - | - | - | Kitchen remodel | Pine Lodge
Rosa Klein - USD = person | - | Rosa | Klein | - | Rosa | Rosa Klein | -
Rosa Klein - DO NOT CALL = person | - | Rosa | Klein | - | Rosa | Rosa Klein | DO NOT CALL
"Peg" Rosa Klein = person | - | Peg | Klein | - | Peg | Peg Rosa Klein | -
C/O Pine Lodge, Rosa Klein = person | - | Rosa | Klein | - | Rosa | Rosa Klein | c/o Pine Lodge
Rosa Klein c/o Pine Lodge = person | - | Rosa | Klein | - | Rosa | Rosa Klein | c/o Pine Lodge
Estate of Rosa Klein = firm | - | - | - | - | - | - | Estate of
Rosa Klein Trustee = person | - | Rosa | Klein | - | Rosa | Rosa Klein | -
Karen Hoffman Family Trust = firm | - | - | - | - | - | - | -
M/M Jan Peeters = couple | Mr. and Mrs. | Jan | Peeters | - | Mr. and Mrs. Peeters | Mr. and Mrs. Jan Peeters | -
Klein, M/M Jan = couple | Mr. and Mrs. | Jan | Klein | - | Mr. and Mrs. Klein | Mr. and Mrs. Jan Klein | -
Nagy László = unsure | - | László | Nagy | - | Nagy László | - | -
Nguyen Van Binh = unsure | - | Van Binh | Nguyen | - | Nguyen Van Binh | - | -
Kim Min-jun = unsure | - | Min-jun | Kim | - | Kim Min-jun | - | -
Kim Park = person | - | Kim | Park | - | Kim | - | -
山田太郎 = unsure | - | 田太郎 | 山 | - | 山田太郎 | - | -
王 伟 = unsure | - | 伟 | 王 | - | 王 伟 | - | -
María José Muñoz López = person | - | María José | Muñoz López | - | María José | - | -
Anna Maria Holm = person | - | Anna | Holm | - | Anna | - | -
Ana Muñoz Gómez = person | - | Ana | Muñoz Gómez | - | Ana | - | -
ANNA VAN DER ROHE = person | - | Anna | van der Rohe | - | Anna | Anna van der Rohe | -
RONALD MCDONALD = person | - | Ronald | McDonald | - | Ronald | Ronald McDonald | -
jacques-yves cousteau = person | - | Jacques-Yves | Cousteau | - | Jacques-Yves | Jacques-Yves Cousteau | -
eBay Peeters = person | - | eBay | Peeters | - | eBay | - | -
S and L = couple | - | S and L | - | - | - | - | -
Sir Otto = person | Sir | Otto | - | - | Otto | - | -
Prof. Dr. Eva Klein = person | Prof. Dr. | Eva | Klein | - | Eva | - | -
Rosa Holm, Esq. = person | - | Rosa | Holm | Esq. | Rosa | - | -
Rev & Mrs O Hale = couple | Rev & Mrs | O | Hale | - | Rev & Mrs Hale | - | -
Otto B. and Petra C. Hale = couple | - | Otto and Petra | Hale | - | Otto and Petra | - | -
Mr. Otto & Petra = couple | - | Otto & Petra | - | - | Otto and Petra | - | -
Otto and Petra = couple | - | Otto and Petra | - | - | Otto and Petra | - | -
"""


@pytest.mark.parametrize(("name", "parts"), [line.split(" = ") for line in NAMES.strip().splitlines()])
def test_a_whole_name_in_its_parts(name: str, parts: str) -> None:
    one = parsed(name)
    envelope = "" if one.envelope == name else one.envelope
    beside = one.mark or one.parent or one.care_of
    found = [one.kind.value, one.title, one.first, one.last, one.suffix, one.dear, envelope, beside]
    assert " | ".join(part or "-" for part in found) == parts


@pytest.mark.parametrize(
    ("columns", "parts"),  # kind | greeted as | on the envelope | whole | what stands beside it
    [
        (("Rosa", "Lindqvist"), "person | Rosa | Rosa Lindqvist | Rosa Lindqvist | -"),
        (("ROSA", "LINDQVIST"), "person | Rosa | Rosa Lindqvist | Rosa Lindqvist | -"),
        (("", "Lindqvist", "Mrs."), "person | Mrs. Lindqvist | Mrs. Lindqvist | Lindqvist | -"),
        (("", "Lindqvist"), "person | - | Lindqvist | Lindqvist | -"),
        (("Rosa", ""), "person | Rosa | Rosa | Rosa | -"),
        (("Rosa & Jan", "Lindqvist"), "couple | Rosa and Jan | Rosa & Jan Lindqvist | Rosa & Jan Lindqvist | -"),
        (("R.", "Lindqvist"), "person | R. Lindqvist | R. Lindqvist | R. Lindqvist | -"),
        (("R.", "Lindqvist", "Mrs."), "person | Mrs. Lindqvist | Mrs. R. Lindqvist | R. Lindqvist | -"),
        (("R & J", "Lindqvist"), "couple | R & J Lindqvist | R & J Lindqvist | R & J Lindqvist | -"),
        (
            ("R & J", "Lindqvist", "Mr. & Mrs."),
            "couple | Mr. & Mrs. Lindqvist | Mr. & Mrs. R & J Lindqvist | R & J Lindqvist | -",
        ),
        (("", "Lindqvist", "Mr. & Mrs."), "person | Mr. & Mrs. Lindqvist | Mr. & Mrs. Lindqvist | Lindqvist | -"),
        (("", "", "Mr. & Mrs."), "unsure | - | - | - | -"),
        (
            ("Mr. & Mrs. Jack", "Lindqvist"),
            "couple | Mr. & Mrs. Lindqvist | Mr. & Mrs. Jack Lindqvist | Jack Lindqvist | -",
        ),
        (("Dr Eva & Dr Max", "Klein"), "couple | Eva and Max | Dr Eva & Dr Max Klein | Dr Eva & Dr Max Klein | -"),
        (("Rosa", "Lindqvist", "Dr.", "Jr."), "person | Rosa | Dr. Rosa Lindqvist Jr. | Rosa Lindqvist | -"),
        (("Rosa", "Lindqvist", "", "CPA"), "person | Rosa | Rosa Lindqvist CPA | Rosa Lindqvist | -"),
        (("Rosa", "Lindqvist", "", "DDS, PC"), "person | Rosa | Rosa Lindqvist, DDS, PC | Rosa Lindqvist | -"),
        (("Rosa", "Lindqvist", "", "III"), "person | Rosa | Rosa Lindqvist III | Rosa Lindqvist | -"),
        (("Rosa", "Lindqvist", "", "", "Maria"), "person | Rosa | Rosa Maria Lindqvist | Rosa Lindqvist | -"),
        (("Rosa", "Lindqvist", "", "", "MARIA"), "person | Rosa | Rosa Maria Lindqvist | Rosa Lindqvist | -"),
        (("Rosa", "Lindqvist", "", "", "", "Peggy"), "person | Peggy | Rosa Lindqvist | Rosa Lindqvist | -"),
        (("Rosa (Peggy)", "Lindqvist"), "person | Peggy | Rosa Lindqvist | Rosa Lindqvist | -"),
        (("Rosa", "Lindqvist - DO NOT MAIL"), "person | Rosa | Rosa Lindqvist | Rosa Lindqvist | DO NOT MAIL"),
        (("Rosa", "Klein", "Familie"), "couple | Familie Klein | Familie Klein | Klein | -"),
        (("太郎", "山田"), "unsure | 山田太郎 | 山田太郎 | 山田太郎 | -"),
        (("", "Klein", "Familie"), "couple | Familie Klein | Familie Klein | Klein | -"),
        (("Mary J.", "Hale"), "person | Mary J. | Mary J. Hale | Mary J. Hale | -"),
        (("J. R.", "Hale", "Mr."), "person | Mr. Hale | Mr. J. R. Hale | J. R. Hale | -"),
        (("J", "Hale"), "person | J Hale | J Hale | J Hale | -"),
        (("JR", "Hale"), "person | JR | JR Hale | JR Hale | -"),
        (("Dr. Eva & Max", "Klein"), "couple | Eva and Max | Dr. Eva & Max Klein | Dr. Eva & Max Klein | -"),
        (("", ""), "unsure | - | - | - | -"),
    ],
)
def test_a_name_of_several_columns(columns: tuple[str, ...], parts: str) -> None:
    one = from_columns(*columns)
    found = [one.kind.value, one.dear, one.envelope, one.whole, one.mark]
    assert " | ".join(part or "-" for part in found) == parts


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Denny Castellano / And Spouse", "Denny Castellano"),
        ("Denny and wife", "Denny"),
        ("Denny + guest", "Denny"),
        ("Denny and her husband", "Denny"),
        ("Denny & significant other", "Denny"),
        ("Denny/plus one", "Denny"),
        ("Denny, his wife", ""),
        ("Denny spouse", ""),
        ("Helen guest", ""),  # “en” is “and” in Dutch, and no part of Helen
        ("Ann and Tom Lee", ""),
        ("and wife", ""),
    ],
)
def test_who_comes_with_somebody_that_is_not_named(text: str, who: str) -> None:
    assert alone(text) == who


@pytest.mark.parametrize(
    ("text", "ordered"),
    [
        ("Yost, Mr. & Mrs. Carl", "Mr. & Mrs. Carl Yost"),
        ("Tran, Holly & Tran, Minh", "Holly Tran & Minh Tran"),
        ("Hale, Otto & Petra", "Otto & Petra Hale"),
        ("Van der Berg, Otto & Petra Anna", "Otto & Petra Anna Van der Berg"),
        ("John Smith/Jane Doe", "John Smith & Jane Doe"),
        ("John/Jane Doe", "John & Jane Doe"),
        ("Dana Ruiz, Marcus Ruiz", "Dana Ruiz & Marcus Ruiz"),
        ("Dana Lee, Marcus Lee", "Dana Lee & Marcus Lee"),
        ("Dana Maria Ruiz, Marcus Ruiz", "Dana Maria Ruiz & Marcus Ruiz"),
        ("Rosa Klein, Anna Holm", "Rosa Klein & Anna Holm"),
        # No couple, or nobody can tell.
        *((text, text) for text in ("John/Jane", "C/O John Smith/Jane", "1/2 Main St", "Ruiz, Dana Maria")),
        *((text, text) for text in ("Rosa Klein, Foo Bar", "Klein, Rosa, MD", "Smith & Co, Carl & Ann")),
        *((text, text) for text in ("Dana Maria de Ruiz, Marcus Ruiz", "Ng Li Tan Ho, Carl & Ann")),
    ],
)
def test_two_people_in_the_usual_order(text: str, ordered: str) -> None:
    assert in_order(text) == ordered


INITIALS = ["S and L", "S L", "S/L", "J.-R.", "S.", "S, L & M", "A.B.", "S & L!"]
NO_INITIALS = ["TJ", "Jo", "S and Lee", "1 2", "", "S and L and M and N"]


@pytest.mark.parametrize("text", INITIALS + NO_INITIALS)
def test_nobody_is_greeted_by_initials(text: str) -> None:
    assert is_of_initials(text) is (text in INITIALS)


LAST_FIRST = ["Cashman John", "Delgado Rosa"]


@pytest.mark.parametrize(
    ("column", "turned"),
    [
        (LAST_FIRST, ["Cashman, John", "Delgado, Rosa"]),
        (LAST_FIRST[:1] * 5, LAST_FIRST[:1] * 5),  # one name shows nothing, however often it comes
        (["Cashman John", "Rosa Delgado"], ["Cashman John", "Rosa Delgado"]),
        ([*LAST_FIRST, "John Peters"], [*LAST_FIRST, "John Peters"]),
        ([*LAST_FIRST, "Holm Anna", "John Peters"], ["Cashman, John", "Delgado, Rosa", "Holm, Anna", "John, Peters"]),
        (
            [*LAST_FIRST, "Van Dyke Peter", "Hale & Sons", "Mr. Hale", "Cashman", "Petersen, William", "Hale & Rosa"],
            [
                "Cashman, John",
                "Delgado, Rosa",
                "Van Dyke, Peter",
                "Hale & Sons",
                "Mr. Hale",
                "Cashman",
                "Petersen, William",
                "Hale & Rosa",
            ],
        ),
    ],
)
def test_a_column_shows_whether_its_last_names_come_first(column: list[str], turned: list[str]) -> None:
    assert surname_first(column) == turned
