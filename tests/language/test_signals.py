"""What a cell says against a cheerful card, of whom, how surely, and what only looks like it."""

from datetime import date

import pytest

from notes.language.headers import header_of
from notes.language.lexicon import Kind
from notes.language.remarks import Finding
from notes.language.signals import Part, findings
from notes.language.subjects import Who


def told(header: str, text: str, part: Part = Part.NOTE, field: str = "", name: str = "") -> list[str]:
    return [f"{one.kind.value} {one.who.value}" for one in findings(header_of(header, field), text, part, name)]


def only(header: str, text: str, name: str = "") -> Finding:
    (found,) = findings(header_of(header), text, Part.NOTE, name)
    return found


@pytest.mark.parametrize(
    ("header", "cell", "found"),
    [
        ("Deceased Date", "2024-03-01", "death customer"),
        ("RIP", "x", "death customer"),
        ("Bereavement", "mother, 3/2025", "death house"),
        ("Pet Deceased", "Y", "death animal"),
        ("Mail?", "N", "refusal customer"),
        ("Opt in", "No", "refusal customer"),
        ("Do Not Mail", "yes", "refusal customer"),
        ("Returned Mail", "1", "moved customer"),
        ("Address valid", "FALSE", "moved customer"),
        ("Active", "0", "closed customer"),
        ("Open Complaint", "Y", "dispute customer"),
        ("Is Living", "No", "death customer"),
        ("Werbesperre", "ja", "refusal customer"),
        ("Décédé le", "2024-03-01", "death customer"),
        ("Fallecido", "sí", "death customer"),
        ("Marital Status", "Widowed 10/26", "death house"),
        ("Familienstand", "verw.", "death house"),
        ("Status", "NLC", "closed customer"),
        ("Status", "86'd 9/14 per Ron", "closed customer"),
        ("Acct status", "DISCONT.", "closed customer"),
        ("Status", "discont'd", "closed customer"),
        ("Left", "30.9.", "closed customer"),
        ("Finished", "T3", "closed customer"),
        ("Reason left", "price", "closed customer"),
        ("Date passed", "Oct 3", "death customer"),
        ("Décédé(e)", "oui", "death customer"),
        ("F. defunción", "3/11", "death customer"),
        ("Exclude", "mailing", "refusal customer"),
        ("Xmas card?", "no ta", "refusal customer"),
        ("Cards", "wants none", "refusal customer"),
        ("Returned", "PO 3/11", "moved customer"),
        ("By post", "Nothing", "refusal customer"),
        ("Mailer", "take off", "refusal customer"),
        ("Promo", "never", "refusal customer"),
        ("Werbepost", "nein", "refusal customer"),
        ("Pass", "revoked", "closed customer"),
        ("Coming?", "finished July 26", "closed customer"),
    ],
)
def test_a_header_says_it_and_the_cell_is_an_answer(header: str, cell: str, found: str) -> None:
    assert told(header, cell) == [found]


@pytest.mark.parametrize(
    ("header", "cell"),
    [
        *(("Deceased", cell) for cell in ("", "N", "no", "0", "n/a", "alive")),
        *(("Do Not Mail", cell) for cell in ("no", "FALSE", "0")),
        ("Mail?", "Y"),
        ("Active", "yes"),
        ("E-mail opt-in", "N"),
        ("E-mail opt-out", "Y"),
        ("SMS consent", "No"),
        ("Photo consent", "No"),
        ("Death benefit", "250000"),
        ("Critical illness cover", "Yes"),
        ("Claim status", "Closed"),
        ("Order status", "Cancelled"),
        ("Zodiac", "Cancer"),
        ("Card on file", "N"),
        ("Complaints", "0"),
        ("Contact", "Mary"),
        ("PTS", "120"),
        ("Stop #", "14"),
        ("Closed", "17.30"),
        ("Returned", "2 pairs"),
        ("Reason left", "n/a"),
        ("Marital Status", "Divorced 2015"),
        ("Estado civil", "casada"),
    ],
)
def test_a_header_that_only_looks_like_it(header: str, cell: str) -> None:
    assert told(header, cell) == []


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("passed away in May", "death customer"),
        ("dec'd per wife", "death customer"),
        ("decesed", "death customer"),
        ("†", "death customer"),
        ("wife passed", "death house"),
        ("lost her husband", "death house"),
        ("widow of Bill", "death house"),
        ("Drew died", "death house"),
        ("euthanized Max", "death animal"),
        ("PTS 3/2", "death animal"),
        ("DO NOT MAIL", "refusal customer"),
        ("#do-not-mail", "refusal customer"),
        ("GDPR – no marketing please", "refusal customer"),
        ("take us off your list", "refusal customer"),
        ("gone away", "moved customer"),
        ("moved, mail returned", "moved customer"),
        ("NCOA 3/24", "moved customer"),
        ("threatening to sue", "dispute customer"),
        ("sent to collections", "dispute customer"),
        ("account closed", "closed customer"),
        ("terminally ill", "illness customer"),
        ("in hospice", "illness customer"),
        ("lost his job", "job customer"),
        ("going through a divorce", "parting customer"),
        ("verstorben laut Tochter", "death customer"),
        ("unbekannt verzogen", "moved customer"),
        ("sa femme est décédée", "death house"),
        ("parti sans laisser d'adresse", "moved customer"),
        ("no quiere recibir cartas", "refusal customer"),
        ("falleció su marido", "death house"),
    ],
)
def test_a_remark_says_it(cell: str, found: str) -> None:
    assert told("Notes", cell)[:1] == [found]


@pytest.mark.parametrize(
    "cell",
    [
        *(
            "moved by your kindness",
            "moved to tears",
            "moved to Tuesdays",
            "moved to C14, a bigger pen",
            "moved 2022, address updated",
        ),
        *("passed the bar exam", "passed on the offer", "dead-end street", "car battery died", "dead straight hair"),
        *(
            "put down a deposit",
            "new carpet put down in Sept",
            "lost 20 lb",
            "lost her keys",
            "late for the appointment",
            "Cancer (zodiac)",
        ),
        *(
            "works at the hospital",
            "oncology nurse",
            "cancer survivor",
            "biopsy was benign",
            "homebound, loves visitors",
        ),
        *("do not e-mail", "no calls after 8", "do not mail invoices", "no contact lenses", "prefers mail"),
        *(
            "no complaints",
            "complaint settled in May",
            "never moved",
            "not deceased, a namesake",
            "his lawyer daughter",
        ),
        *("neighbor passed away", "referred by the late Dr. Cole", "daughter moved to Denver", "suing his landlord"),
        *(
            "Sternzeichen Krebs",
            "keine Beschwerden",
            "mort de rire",
            "litige réglé",
            "muerto de risa",
            "queja resuelta",
        ),
    ],
)
def test_a_remark_that_only_looks_like_it(cell: str) -> None:
    assert told("Notes", cell) == []


@pytest.mark.parametrize(
    ("field", "cell", "found"),
    [
        ("pet", "Max (put to sleep)", ["death animal"]),
        ("pet", "Rip", []),
        ("pet", "Luna (black lab, 7)", []),
        ("pet", "Luna (see chart)", ["unclear customer"]),
        ("partner", "the late Hal", ["death house"]),
        ("partner", "ex-husband Rob", ["parting customer"]),
        ("partner", "NH", []),
        ("child", "Ida (in hospital)", ["illness house"]),
    ],
)
def test_a_cell_for_somebodys_name(field: str, cell: str, found: list[str]) -> None:
    assert told("", cell, Part.PERSON, field) == found


@pytest.mark.parametrize(
    ("part", "cell", "found"),
    [
        (Part.NAME, "Estate of Rosa Holm", ["death customer"]),
        (Part.NAME, "Rosa Holm - DO NOT CALL", []),
        (Part.NAME, "Rosa Holm - deceased", ["death customer"]),
        (Part.NAME, "Mr. Coffin", []),
        (Part.NAME, "+ Rosa Holm", ["death customer"]),
        (Part.NAME, "Anna + Ben", []),
        (Part.FIRM, "Graves & Late Funeral Home", []),
        (Part.FIRM, "Pine & Co. (closed)", ["closed customer"]),
        (Part.ADDRESS, "12 Dead End Road", []),
        (Part.ADDRESS, "RETURN TO SENDER", ["moved customer"]),
        (Part.DETAIL, "late summer, lost causes", []),
        (Part.DETAIL, "the bereavement group", ["death house"]),
    ],
)
def test_a_name_an_address_and_what_they_like(part: Part, cell: str, found: list[str]) -> None:
    assert told("", cell, part) == found


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("lost Barney in May", ["death animal"]),
        ("Duke is gone", ["death animal"]),
        ("empty stable now", ["death animal"]),
        ("old age finally got him", ["death animal"]),
        ("lost a toenail", []),
        ("passed his fecal test", []),
    ],
)
def test_in_a_column_of_pets_fewer_words_are_needed(cell: str, found: list[str]) -> None:
    assert told("Pet notes", cell) == found


@pytest.mark.parametrize(
    ("header", "cell", "found"),
    [
        ("Mail Returned", "never", []),
        ("Do Not Mail", "never", ["refusal customer"]),
        ("Date of Death", "00/00/0000", []),
        ("Deceased", "not that we know", []),
        ("Todestag", "entf.", []),
        ("Fecha óbito", "12/10/2026", ["death customer"]),
        ("Title", "Exors of Mr", ["death customer"]),
        ("Vital status", "D", ["death customer"]),
        ("Vital status", "A", []),
        ("Deceased on", "--", []),
    ],
)
def test_none_is_said_in_more_than_one_way(header: str, cell: str, found: list[str]) -> None:
    assert told(header, cell, field="title" if header == "Title" else "") == found


@pytest.mark.parametrize(
    "cell",
    [
        *("Anwältin, kommt nach Feierabend", "avocat au barreau, pressé", "abogada, viene los viernes"),
        *("möchte keine Tüte", "ne veut pas de ruban", "no quiere lazo"),
        *("was sick of the commute", "croque-mort, très drôle", "se murió la batería de su coche"),
        *("clerk in the coroner's office", "Richterin am Landgericht", "juge au tribunal", "abogado en el juzgado"),
        *("works at the cemetery office", "writes about widows", "owes us a coffee", "gave a 5 star review"),
        *("card declined once, paid cash", "left at noon", "moved on from level 2 to 3", "quarrel ended with a hug"),
        "cut own hair in the mirror. back of head = crime scene",
        "dropped off Otto, O v. upset, cried at the gate",
        "emergency contact: son, Rip Daley",
        "divorced, moved here on acct of it, don't ask",
    ],
)
def test_a_trade_a_thing_and_what_is_over_are_no_sorrow(cell: str) -> None:
    assert told("Notes", cell) == []


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("schickt alles über ihren Anwalt", "dispute customer"),
        ("courrier de son avocat reçu", "dispute customer"),
        ("carta de su abogado", "dispute customer"),
        ("möchte keine Karten", "refusal customer"),
        ("ne veut plus rien recevoir", "refusal customer"),
        ("no quiere recibir cartas", "refusal customer"),
        ("gave us a 1 star review", "dispute customer"),
        ("buyer says the old owners left no address", "moved customer"),
        ("G/A per the postman", "moved customer"),
        ("solicitor on to us about the fall, house boarded up", "moved customer"),
        ("Hirntumor, es sind Wochen", "illness customer"),
        ("w/drew her consent", "refusal customer"),
        ("frames returned by the estate trustee", "death house"),
        ("grandmother died, out of town for services", "death house"),
        ("father no longer living", "death house"),
        ("†Hund", "death animal"),
        ("†Oma", "death house"),
        ("husband v. upset with us", "dispute customer"),
    ],
)
def test_the_same_said_of_them(cell: str, found: str) -> None:
    assert told("Notes", cell)[:1] == [found]


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("heard the final whistle Sunday", "death"),
        ("Ehemann: braucht ja nun keiner mehr", "death"),
        ("flown off the hill by helicopter", "illness"),
        ("wird beatmet", "illness"),
        ("struck off the roll", "closed"),
        ("collected our key and lockbox", "closed"),
        ("abgegeben an Inkasso", "dispute"),
        ("they don't speak to us any more", "dispute"),
    ],
)
def test_what_is_told_by_its_outcome(cell: str, found: str) -> None:
    assert found in [one.kind.value for one in findings(header_of("Notes"), cell)]


def test_of_a_name_that_is_not_theirs_one_is_not_sure() -> None:
    assert only("Notes", "Rosa died in 2024", "Rosa Holm") == Finding(
        Kind.DEATH, Who.CUSTOMER, "Rosa died in 2024", True, date(2024, 12, 31)
    )
    somebody = only("Notes", "Jan died last week", "Rosa Holm")
    assert (somebody.who, somebody.sure) == (Who.HOUSE, False)
    assert not only("Notes", "deceased?").sure and not only("Notes", "heard that he died").sure


@pytest.mark.parametrize(
    ("cell", "on"),
    [("died 3/14/2024", date(2024, 3, 14)), ("passed in March 2024", date(2024, 3, 31)), ("died in May", None)],
)
def test_when_it_was_where_it_is_told(cell: str, on: date | None) -> None:
    assert only("Notes", cell).on == on


@pytest.mark.parametrize(
    ("header", "cell", "found"),
    [
        ("Acct Class", "Private", []),
        ("Billing Type", "Term", []),
        ("Gift Type", "Memorial", []),
        ("Acct Class", "Discharged", ["closed customer"]),
        ("Billing Type", "Collections", ["dispute customer"]),
        ("Client Status", "Private", ["refusal customer"]),
        ("Status group", "Private", ["refusal customer"]),
        ("Plan", "Term 20", []),
        ("Plan", "Terminated 10/26", ["closed customer"]),
        ("Move-out", "10/26", ["closed customer"]),
        ("Opt-outs", "e-mail, SMS", []),
        ("Unsubscribed from", "e-newsletter", []),
        ("Opt-outs", "post, SMS", ["refusal customer"]),
        ("Biopsy", "benign", []),
        ("Biopsy", "malignant", ["illness customer"]),
        ("Tenancy State", "NTQ served", ["closed customer"]),
        ("Order State", "NTQ served", []),
        ("Folder", "Closed files", ["closed customer"]),
        ("Folder", "Past papers", []),
        ("Every", "n/a - sold the cello", ["closed customer"]),
        ("Every", "2 wks, sold the old cello", []),
        ("Paid by", "estate", ["death customer"]),
        ("Paid by", "real estate agency", []),
        ("Promo", "0", []),
        ("Promo", "SUMMER26", []),
        ("Plan", "finished basement", []),
    ],
)
def test_a_column_of_classes_has_words_that_would_say_more_elsewhere(header: str, cell: str, found: list[str]) -> None:
    assert told(header, cell) == found


@pytest.mark.parametrize(
    "cell",
    [
        "wife wants the mustache gone",
        "2nd half due 4/12, an aunt wants red, say nothing",
        "she rang from the hospital, he was born before it",
        "last stop every night = nursing home",
        "final inv mailed",
        "left our trench shovel, get it",
        "barn cat, not allowed in house",
        "says I charge too little, don't argue",
        "rowed the length of the canal for the hospice",
        "rang to ask for a legal word of nine letters",
        "sister's bankruptcy - separate file",
        "sold the boat, still comes",
        "in the corner if Ned is there, they don't speak",
        "the yarn she died with onion skins",
        "killed it at karaoke, dead and buried under applause",
        "no contact at W terminal, rewired",
        "perished with the cold, wants 300 L",
    ],
)
def test_what_is_of_a_birth_a_job_a_thing_or_an_animal_says_nothing(cell: str) -> None:
    assert told("Notes", cell) == []


@pytest.mark.parametrize(
    ("harmless", "meant", "found"),
    [
        ("tram driver 30 yrs, ret'd; sings bass", "card 12/3, ret'd", "moved customer"),
        ("mail carrier, retd", "letter ret'd 10/3", "moved customer"),
        ("40 pts applesauce this yr", "Buddy 14 pts", "death animal"),
        ("410 pts to the next free wash", "Rex 12 PTS 3/11", "death animal"),
        ("lost to his niece at dominoes", "lost to us in May", "death house"),
        ("lost her heart to a red kettle", "lost her husband in May", "death house"),
        ("buried in coursework till Friday", "buried her dad on Friday", "death house"),
        ("hospice nurse, two cats", "hospice nurse there nights, ring softly", "illness customer"),
        ("moved to table 9 for the view", "moved to Leeds", "moved customer"),
        ("umgezogen in Zi. 9", "umgezogen nach Ulm", "moved customer"),
        ("likes nae mair than three sugars", "wants nae mair letters fae us", "refusal customer"),
        ("do not drive on the septic drain", "leg is septic", "illness customer"),
        ("unhappy w/ her last tuner", "unhappy w/ her last bill", "dispute customer"),
        ("furious with the other lot", "furious with the lot of us", "dispute customer"),
        ("only complaint was the rain", "complaint was about us", "dispute customer"),
        ("surgeon at the hospital, on call", "at the hospital since Tues, ring the surgeon", "illness customer"),
        ("collects after the late train", "collects for the late Mr Train", "death house"),
        ("boot dropped, lost her laces", "says we lost her laces", "dispute customer"),
        ("nurse called from the hospital for her boots", "nurse called, he had a stroke", "illness customer"),
        ("lid dropped, says thanks", "lid dropped, solicitor involved", "dispute customer"),
        ("no flyers but a birthday card is fine", "flyers are fine but no cards", "refusal customer"),
        ("witness in a fraud trial", "fraud, bank informed", "dispute customer"),
        ("tune in fall. 3/11 ok", "fall. 3/11, avisa la hija", "death customer"),
        ("Di geschlossen, Mi liefern", "seit Mai geschlossen", "closed customer"),
        ("3 kids, Anwalt, mag Rosen", "Zahn abgebrochen, Anwalt, läuft noch", "dispute customer"),
        ("moved up to Dolphins, wed 4.15", "moved up to Maine", "moved customer"),
        ("wrote off £240 (her customer)", "wrote off £240 bad debt", "dispute customer"),
        ("cancelled the Sage DD, stays w/ us", "cancelled the plan, went elsewhere", "closed customer"),
        ("terminated his lease early, we reviewed", "terminated his lease with us early", "closed customer"),
        ("86'd the kickstand", "86'd for good, see Ron", "closed customer"),
        ("takes him along on postcards rounds", "take him off the postcards", "refusal customer"),
        ("moved to pontoon C at own request", "taken off at own request", "refusal customer"),
        ("itinerary mailed 10/30, cell ok", "itinerary mailed 10/30 came back, cell ok", "moved customer"),
        ("hail claim filed w/ Acme", "claim filed against us", "dispute customer"),
        ("vin pour le neveu de sa mère", "vin pour l'enterrement de sa mère", "death house"),
        ("se perdió en el casco antiguo", "se perdió el perro", "death animal"),
        ("Kurs von Do auf Sa umgezogen", "umgezogen nach Bonn", "moved customer"),
        ("krank vor Heimweh", "seit Mai krank", "illness customer"),
        ("complains of sore knees", "complains of our receptionist", "dispute customer"),
        ("klagte über Zahnfleischbluten", "klagte über die Rechnung", "dispute customer"),
        ("se plaint du dos", "se plaint de la facture", "dispute customer"),
        ("findet es schön seit unserem Umzug", "seit Umzug unbekannt verzogen", "moved customer"),
        ("reading The Cancer Ward, likes it", "in the cancer ward, likes reading", "illness house"),
        ("mum dies a thousand deaths at recitals", "mum died, recital is off", "death house"),
        ("fell out of a tree as a boy", "fell out with us over the bill", "dispute customer"),
        ("handed in the homework", "handed in her keys", "closed customer"),
        ("dementia nurse", "dementia getting worse, daughter helps", "illness customer"),
        ("don't want nothing sweet", "don't want nothing in the letterbox", "refusal customer"),
        ("charged the battery", "charged back the June order", "dispute customer"),
        ("took pictures of the work", "took her books to another accountant", "closed customer"),
    ],
)
def test_words_that_mean_two_things(harmless: str, meant: str, found: str) -> None:
    assert (told("Notes", harmless), told("Notes", meant)) == ([], [found])
