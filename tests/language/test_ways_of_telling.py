"""Every way of telling of a kind: who it befell, how it is said, when, how it is typed, in each language.

No remark here is taken from an office. The tables below are multiplied, and a way that is not heard is named in full.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

import pytest

from notes.language.headers import header_of
from notes.language.lexicon import Kind
from notes.language.signals import findings

NOTES = header_of("Notes")


def heard(text: str) -> set[Kind]:
    return {one.kind for one in findings(NOTES, text)}


def told(*parts: Sequence[str]) -> Iterator[str]:
    """Each of the first with each of the second and so on; an empty part leaves no gap."""
    return (" ".join(filter(None, words)) for words in product(*parts))


def typed(text: str) -> list[str]:
    return [text, text.upper(), f"Likes tulips. {text}", f"3/4: {text}; VIP"]


def unheard(kind: Kind, texts: Iterator[str]) -> list[str]:
    return [text for text in texts if kind not in heard(text)]


def alarms(texts: Iterator[str]) -> dict[str, set[Kind]]:
    return {text: found for text in texts if (found := heard(text))}


WHEN = ["", "in May", "last week", "on Friday", "10/3"]
DEATHS: Mapping[str, tuple[Sequence[str], Sequence[str], Sequence[str]]] = {
    "en": (
        ["her husband", "his mum", "grandpa", "their baby", "the client", "mother-in-law"],
        ["died", "has died", "passed away", "has passed", "was killed", "didn't pull through", "is no longer with us"],
        WHEN,
    ),
    "de": (
        ["ihr Mann", "seine Mutter", "Opa", "Kundin", "der Sohn"],
        ["ist gestorben", "ist verstorben", "verstarb", "ist tot"],
        ["", "im Mai", "letzte Woche"],
    ),
    "fr": (
        ["son mari", "sa mère", "le client", "leur fils"],
        ["est mort", "est décédé", "est décédée", "nous a quittés"],
        ["", "en mai", "la semaine dernière"],
    ),
    "es": (
        ["su marido", "su madre", "el cliente", "su hijo"],
        ["murió", "ha muerto", "falleció", "ha fallecido"],
        ["", "en mayo", "la semana pasada"],
    ),
}


@pytest.mark.parametrize("language", DEATHS)
def test_whoever_died_however_it_is_said(language: str) -> None:
    texts = (way for text in told(*DEATHS[language]) for way in typed(text))
    assert unheard(Kind.DEATH, texts) == []


OBJECTS_OF_GRIEF = {
    "en": (["lost", "is mourning", "buried"], ["her", "his"], ["mother", "brother", "son", "partner"], ["", "in May"]),
    "de": (["verlor", "trauert um"], ["ihren", "seine"], ["Mann", "Mutter", "Schwester"], [""]),
    "fr": (["a perdu", "vient de perdre"], ["son", "sa"], ["mère", "mari", "frère"], ["", "en mai"]),
    "es": (["perdió a", "ha perdido a"], ["su"], ["madre", "marido", "hermano"], ["", "en mayo"]),
}


@pytest.mark.parametrize("language", OBJECTS_OF_GRIEF)
def test_whoever_was_lost(language: str) -> None:
    assert unheard(Kind.DEATH, told(*OBJECTS_OF_GRIEF[language])) == []


RITES = (["at", "back from", "planning"], ["her", "the"], ["mother's", "brother's"], ["funeral", "burial", "cremation"])
PETS = (
    ["their", "old"],
    ["dog", "cat", "horse"],
    ["died", "was put to sleep", "had to be put down", "passed away"],
    WHEN[:3],
)


def test_a_funeral_and_a_pet() -> None:
    assert unheard(Kind.DEATH, told(*RITES)) == []
    assert unheard(Kind.DEATH, told(*PETS)) == []
    assert unheard(Kind.DEATH, ["Duke put down in Sept", "Bella put down last Feb"]) == []


SAID = {
    Kind.REFUSAL: [
        (
            ["please", "asked us to", "wants us to"],
            ["stop sending", "not send any more", "stop all"],
            ["cards", "mail"],
        ),
        (["take", "remove"], ["her", "us", "me"], ["off the mailing list", "from your mailing list"]),
        (
            ["does not want", "refuses", "no more"],
            ["cards", "post", "letters", "mailings", "birthday cards"],
            ["", "please"],
        ),
        (["möchte keine", "keine", "will keine"], ["Post", "Karten", "Werbung"], ["", "mehr"]),
        (["ne veut plus de", "plus de", "refuse tout"], ["courrier"], [""]),
        (["no quiere", "no enviar"], ["cartas", "publicidad"], [""]),
    ],
    Kind.MOVED: [
        (["letter", "card", "our mail"], ["came back", "was returned", "returned"], ["", "in May", "undeliverable"]),
        (["moved", "has moved", "relocated"], ["away", "abroad", "to Canada", "out of state"], ["", "in May 2026"]),
        (["no longer"], ["lives", "living"], ["there", "here", "at this address"]),
        (["Brief", "Post"], ["kam zurück", "zurück"], [""]),
        (["a déménagé", "courrier revenu", "n'habite plus ici"], [""]),
        (["se mudó", "carta devuelta", "ya no vive aquí"], [""]),
    ],
    Kind.DISPUTE: [
        (["threatens", "threatened"], ["to sue", "legal action", "a lawsuit"], ["", "over the bill"]),
        (["refuses to pay", "disputes"], ["the invoice", "the bill", "the charge"], ["", "in full"]),
        (["sent to", "with", "referred to"], ["collections", "a collection agency"], ["", "in May"]),
        (["says we", "claims you"], ["ruined", "broke", "overcharged"], ["the slipcovers", "her"]),
        (["shouting match", "big row", "bust-up"], ["with Tom", "over the bill"], [""]),
        (["droht mit Anwalt", "Mahnung 3", "Rechtsstreit läuft"], [""]),
        (["menace de procès", "impayé depuis mai", "litige en cours"], [""]),
        (["amenaza con abogado", "moroso", "reclamación pendiente"], [""]),
    ],
    Kind.CLOSED: [
        (["closed", "cancelled", "terminated"], ["her account", "the contract", "his membership"], ["", "in May"]),
        (["went to", "switched to", "left us for"], ["a competitor", "another vet"], ["", "in May"]),
        (["hat", "Kundin hat"], ["gekündigt"], ["", "im Mai"]),
        (["a résilié", "client perdu", "parti chez un concurrent"], [""]),
        (["handed in", "gave back", "turned in"], ["the key", "her keys", "his badge"], [""]),
        (["has taken", "took"], ["her books", "the file"], ["to another accountant", "elsewhere"]),
        (["dado de baja", "ya no es cliente", "se fue a la competencia"], [""]),
    ],
    Kind.ILLNESS: [
        (
            ["her son", "he", "wife"],
            ["has cancer", "is in hospital", "had a stroke", "is in hospice"],
            ["", "since May"],
        ),
        (["diagnosed with", "being treated for", "fighting"], ["leukemia", "cancer", "lymphoma"], [""]),
        (["liegt im Krankenhaus", "schwer krank", "hat Krebs"], [""]),
        (["hospitalisée", "a un cancer", "en soins palliatifs"], [""]),
        (["en la UCI", "tiene cáncer", "muy enferma"], [""]),
    ],
}


@pytest.mark.parametrize("kind", SAID, ids=lambda kind: str(kind.value))
def test_each_kind_however_it_is_said(kind: Kind) -> None:
    texts = (way for parts in SAID[kind] for text in told(*parts) for way in typed(text))
    assert unheard(kind, texts) == []


SPELLINGS = {
    Kind.DEATH: "deceasd deseased passd_away funerl widdow cremted obituery condolances euthanised_the_dog",
    Kind.REFUSAL: "unsubscibed do_not_contcat do_not_solict no_mailngs",
    Kind.MOVED: "undeliverble retuned_to_sender moved_awya adress_unknown relocted",
    Kind.DISPUTE: "complaned_about_us lawsiut bankrupcy sent_to_colections harrassment",
    Kind.CLOSED: "acount_closed canceled_membrship terminted inactve",
    Kind.ILLNESS: "hosptial leukemai chemotherpy dementa in_hospise",
}


@pytest.mark.parametrize("kind", SPELLINGS, ids=lambda kind: str(kind.value))
def test_each_kind_mistyped(kind: Kind) -> None:
    assert unheard(kind, (text.replace("_", " ") for text in SPELLINGS[kind].split())) == []


HARMLESS = {
    "things that die": (
        ["the", "her"],
        ["battery", "laptop", "lawn", "car", "lavender"],
        ["died", "is dead", "has died"],
        WHEN,
    ),
    "things that are lost": (
        ["lost"],
        ["her", "his", "the"],
        ["keys", "receipt", "glasses", "ticket", "umbrella"],
        ["", "again"],
    ),
    "what moves": (["moved", "moving"], ["the", "her"], ["appointment", "booking", "sofa", "class"], ["", "to Friday"]),
    "what is closed": (["closed on", "closes on"], ["Mondays", "Sundays", "Saturdays"], [""]),
    "what is passed": (["passed"], ["her", "the"], ["exam", "driving test", "bar exam"], ["", "in May"]),
    "where one works": (
        ["nurse", "volunteer", "cook", "works"],
        ["at the", "in the", "for the"],
        ["hospital", "hospice", "crematorium", "county court"],
        [""],
    ),
    "what kind of thing it is": (
        ["casket", "hearse", "funeral", "chemo", "hospital"],
        ["collector", "scrubs", "caps"],
        [""],
    ),
    "what one reads or plays": (
        ["reads", "collects", "writes about", "plays in"],
        ["obituaries", "funeral hymns"],
        [""],
    ),
    "what is not wanted": (
        ["no", "does not want", "please no"],
        ["sugar", "peanuts", "e-mails", "texts", "calls"],
        [""],
    ),
    "what is over": (
        ["complaint", "dispute", "quarrel"],
        ["settled", "resolved", "sorted out", "ended with a hug"],
        ["", "in May"],
    ),
    "what is not so": (["not", "never"], ["deceased", "moved away", "divorced", "in hospital"], [""]),
    "who else": (["neighbour", "landlord", "previous owner"], ["died", "moved away", "has died"], ["", "in May"]),
    "what aches": (["complains of", "moans about"], ["his knees", "a sore back", "headaches"], ["", "since May"]),
    "what is handed in": (["handed in", "took"], ["the homework", "pictures of the work"], [""]),
    "what one falls out of": (["fell out of"], ["a tree", "the boat", "bed"], ["", "as a boy"]),
    "wobei es zwickt": (["klagt über", "klagte über"], ["Rückenschmerzen", "das Knie", "Zahnfleischbluten"], [""]),
    "im Büro": (["kein", "will keinen"], ["Zucker", "Newsletter", "Anruf"], [""]),
    "an der Arbeit": (["Pflegerin", "Koch", "arbeitet"], ["im Krankenhaus", "im Hospiz", "am Gericht"], [""]),
    "au travail": (["infirmière", "travaille", "bénévole"], ["à l'hôpital", "au tribunal", "à la clinique"], [""]),
    "en el trabajo": (
        ["enfermera", "trabaja", "voluntaria"],
        ["en el hospital", "en el juzgado", "en la clínica"],
        [""],
    ),
}


@pytest.mark.parametrize("what", HARMLESS)
def test_what_only_looks_like_it(what: str) -> None:
    assert alarms(told(*HARMLESS[what])) == {}


ASKS = {
    Kind.DEATH: "Deceased|Date of Death|Verstorben am|Décédé le|Fecha de defunción|Obituary",
    Kind.REFUSAL: "Do Not Mail|Exclude from mailings|Keine Post|Ne pas contacter|No enviar correo",
    Kind.MOVED: "Returned Mail|Return to sender|Unzustellbar|Courrier retourné|Correo devuelto",
    Kind.DISPUTE: "In Dispute|Legal Hold|Im Inkasso|En contentieux|En litigio",
}
ALLOWS = {
    Kind.DEATH: "Alive|Still living|Lebt noch|Vivant",
    Kind.REFUSAL: "OK to mail|Send card?|Karte ok|Courrier OK|Acepta publicidad",
    Kind.CLOSED: "Active|Current client|Noch Kunde|Toujours client|Sigue activo",
    Kind.MOVED: "Address valid|Adresse gültig|Adresse valide|Dirección válida",
}
YES = ["Y", "yes", "x", "✓", "1", "TRUE", "ja", "oui", "sí"]
NO = ["N", "no", "0", "FALSE", "nein", "non"]
NONE = ["n/a", "none", "-", "--", "/", "not applicable", "0.0"]


@pytest.mark.parametrize("kind", ASKS, ids=lambda kind: str(kind.value))
def test_a_header_that_says_it_with_every_answer(kind: Kind) -> None:
    for header in map(header_of, ASKS[kind].split("|")):
        wrong = [answer for answer in [*YES, "2026-10-03", "3 Oct 2026"] if [kind] != kinds_below(header.text, answer)]
        assert (header.text, wrong) == (header.text, [])
        wrong = [answer for answer in [*NO, *NONE, ""] if kinds_below(header.text, answer)]
        assert (header.text, wrong) == (header.text, [])


@pytest.mark.parametrize("kind", ALLOWS, ids=lambda kind: str(kind.value))
def test_a_header_that_allows_with_every_answer(kind: Kind) -> None:
    for header in ALLOWS[kind].split("|"):
        assert (header, [answer for answer in YES if kinds_below(header, answer)]) == (header, [])
        assert (header, [answer for answer in NO if [kind] != kinds_below(header, answer)]) == (header, [])


def kinds_below(header: str, answer: str) -> list[Kind]:
    return [one.kind for one in findings(header_of(header), answer)]


PARTED_WITH: Mapping[Kind, Sequence[Sequence[Sequence[str]]]] = {
    Kind.CLOSED: (
        (["turned in", "handed back", "mailed in"], ["her", "the"], ["membership", "season ticket", "subscription"]),
        (["swears she will never set foot", "never setting foot"], ["in here", "here again"]),
        (["pulled", "took"], ["the kids", "both boys"], ["out of"], ["classes", "all lessons", "the school"]),
    ),
    Kind.JOB_LOST: (
        (["plant let him go", "they let her go"], ["after 22 yrs", "in May", "last week"]),
        (["his job was", "her whole team got"], ["cut", "eliminated", "axed"]),
        (["lo despidieron", "la echaron"], ["de la fábrica", "en mayo"]),
    ),
    Kind.PARTING: (
        (["final decree", "decree granted"], ["", "11/3"]),
        (["marriage is", "it was all over between them, marriage is"], ["over", "finished", "done"]),
        (["ex kept", "ex-wife got"], ["the truck", "everything", "half"]),
        (["groom", "her hubby"], ["cheated, all off", "cheated on her"]),
    ),
    Kind.DISPUTE: (
        (["filed", "gone", "complained"], ["with", "to"], ["the College", "the state board"], ["re: fitting"]),
    ),
    Kind.ILLNESS: ((["chemo", "dad on chemo,"], ["rd 3", "round 2", "cycle 4"]),),
    Kind.MOVED: ((["buggered", "cleared"], ["off to"], ["Perth", "Spain"]),),
    Kind.DEATH: (
        (["baby Ezra", "their son"], ["is in heaven"]),
        (["son", "her brother"], ["KIA", "OD'd"]),
        (["bu farw", "wedi marw"], ["", "ym mis Hydref"]),
    ),
}


@pytest.mark.parametrize("kind", PARTED_WITH, ids=lambda kind: kind.value)
def test_what_was_done_with_which_thing_and_when(kind: Kind) -> None:
    assert [text for way in PARTED_WITH[kind] for text in unheard(kind, told(*way))] == []


IN_FUN: Sequence[Sequence[Sequence[str]]] = (
    (
        ["the parrot", "her goat", "a swan"],
        ["swore at", "threatens", "complains about"],
        ["the driver", "the postman", "everyone"],
    ),
    (
        ["fights", "not on speaking terms", "had words", "argument"],
        ["with"],
        ["a heron", "the neighbour's rooster", "the slugs"],
    ),
    (["quilts", "a bike ride", "sings", "raised $400"], ["for"], ["the hospice", "the NICU", "the cancer ward"]),
    (["only one left", "two left", "last one left"], ["of the Tunworth", "in the case"]),
    (["memorial"], ["5k", "bridge", "golf", "run"], ["in Oct"]),
    (["sent the"], ["casserole dish", "bowl", "soup"], ["back"], ["", "full"]),
    (["split"], ["w/ her sister", "with his brother"]),
    (["not happy until"], ["the crossword is done", "it snows"]),
    (
        [
            "stage 3 creosote",
            "unit DOA out of the box",
            "thrilled w/ Ms Hall",
            "son drives a Kia",
            "dispute none",
        ],
    ),
    (["barred", "sacked"], ["himself", "herself"], ["for Lent"]),
    (["streitet mit"], ["dem Navi", "dem Drucker"]),
    (["hat aufgehört zu"], ["rauchen", "naschen"]),
    (["le chat est parti trois jours et"], ["revenu", "rentré gras"]),
)


@pytest.mark.parametrize("way", IN_FUN, ids=lambda way: way[0][0])
def test_what_is_said_in_fun_or_of_things_and_animals(way: Sequence[Sequence[str]]) -> None:
    assert alarms(told(*way)) == {}


def test_a_payment_in_another_sentence_gives_no_card_another_sense() -> None:
    assert heard("pd cash 225. hollered at Lou abt the postcards, NO MORE CARDS") == {Kind.REFUSAL}
    assert heard("no cards, pays cash") == set()
