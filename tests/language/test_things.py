"""What becomes of things, and words that mean another thing beside others: none of it holds a card."""

import pytest

from notes.language.headers import header_of
from notes.language.signals import Part, findings

HARMLESS = """
    dead battery in the gate opener, use side door
    the espresso machine finally died
    lost the spare key again, cut two more
    lost her temper, then her glasses
    buried the irrigation cable last fall
    RIP jeans, wants them patched
    closed the pool for the season
    devastated when we ran out of bagels
    bill split with her sister
    closed account at the old bank, new ACH on file
    in court Mondays (tennis)
    no playing cards, he collects chess boards
    passed the boards in October
    cancer and a leo, reads her horoscope
    Autobatterie tot, kommt mit Bus
    hat den Regenschirm verloren
    Kabine umgezogen, jetzt Deck 7
    in Gruppe B gewechselt
    sein Hund stellt sich tot
    mag keine Karten, nur Brettspiele
    krank war er noch nie
    sa batterie est morte
    a retourné le pull, taille trop grande
    a perdu ses lunettes
    fait le mort pour une friandise
    passe tôt le matin
    malade de foot
    batería muerta, viene en bus
    perdió el partido, invita él
    enfermo del Betis
    10 % Nachlass auf das zweite Gerät
    Gerät ging zurück an Hersteller
    le circulateur a rendu l'âme, changé
    pigeon mort dans le conduit
    tramitada la baja del coche viejo
    fox killed the neighbour's chooks, his dogs fine
    booked War Horse, told him a horse dies in it
    nurse in palliative care, on nights
    complained of a draught in 2023, heater fitted, sends us thanks
    mole on lid checked at hospital, benign, discharged
    moved up a row, more legroom
    bus co owes him $120. cousin Ray never again
    check bounced once, fine since
    8 mths post-op knee, walked up the mountain
    daughter Fiona (divorcing, poor lass)
    septic's bad out there
    her dad's not coming, married at the beach (in Dec!)
    had to quit school with her first baby
    insurance claim pending
    had words with her twin, ok now I think
    on his own since divorce
    owes for 2 tubes
    does taxes for the funeral home
    divorced from caffeine, she jokes
    unsubscribed from the podcast
    beat cancer in 2015, runs every year for it
    divorce à l'italienne, son film préféré
    Kündigungsfrist im Vertrag erklärt
    fue al entierro de la sardina disfrazado
    stirbt vor Neugier auf die neue Kollektion
    meurt d'envie d'avoir notre cactus
    dog died years ago, now 3 rescues
    Mann vor vielen Jahren verstorben
    mari décédé il y a 12 ans
    surgery on the OAK tree Thurs (his words)
    selling the boat, wants a smaller one
    Consultant oncologist at the Royal, often on call
    Obituaries editor at the Courier, reviews us kindly
    Two houses down are suing each other over a fence, not our client
    Hauptstraße gesperrt bis Weihnachten
    reçu en double, retourné et échangé contre un Zola
    mort de trouille en avion
    discute con el loro
    Haus verkauft sich nicht
    Mahnung versehentlich, bereits entschuldigt
"""
SAD = """
    killed in a car crash
    killed, motorbike accident
    lost her dear mother
    lost her husband's battle with cancer
    Mr Cooper died
    Frau Keller gestorben
    died at home in the kitchen
    devastated when her dog was put down
    le chat s'est fait écraser
    son fils s'est tué en moto
    sa femme l'a quitté
    Mann hat sie verlassen
    enterró a su padre la semana pasada
    Widerspr. gg. Werbung
    Empf. verzog.
    coyotes got the cat
    reported Fergus to the state board
    chemo til March according to the wife
    NSF twice, no service til paid
    crossed the bar 3 Nov, burgee at half mast
    bittet, von weiteren Zusendungen abzusehen
    doctors have given him weeks, son returned the tickets
    moved up to Inverness to be near the grandchildren
    owner passed, dog has gone to the niece
    ne plus rien lui envoyer par la poste svp
    buried Cinnamon in the back pasture
    still owes us 400 from spring
    in the middle of an ugly custody fight
    disparition brutale de son frère
    maman partie cet été
    Haus abgebrannt
    Ehe kaputt, Mann weg
    se le quemó la casa
    su marido la dejó
    tuvimos que dormir a Max
    en la cárcel
    son conjoint vient de mourir
    su pareja acaba de morir
    liegt im Sterben
    Pferd an Kolik eingegangen
    bittet um Streichung aus der Kundenliste
    boutique fermée définitivement
    proceso judicial en marcha
    zahlt seit Monaten nicht
    en prison
    Neighbor says client died in Oct
    Req. rmvl fr. all mlgs, nothing thro' the door
    take off card list per call
"""


def heard(text: str) -> list[str]:
    return [one.kind.value for one in findings(header_of("Notes", "notes"), text)]


def lines(texts: str) -> list[str]:
    return [line.strip() for line in texts.strip().splitlines()]


@pytest.mark.parametrize("text", lines(HARMLESS))
def test_what_becomes_of_a_thing_holds_nothing(text: str) -> None:
    assert heard(text) == []


@pytest.mark.parametrize("text", lines(SAD))
def test_what_becomes_of_somebody_holds_though_things_are_named(text: str) -> None:
    assert heard(text)


@pytest.mark.parametrize(
    "name",
    ["Ken", "Rose", "Ryan", "Heather", "Jean", "Maria", "Daisy", "Ivy", "Basil", "Cliff", "Mike", "Sam", "Pearl"],
)
def test_somebody_may_be_called_like_a_thing(name: str) -> None:
    assert [heard(f"{name} {what}") for what in ("died in May", "passed away", "died 22/11")] == [["death"]] * 3


@pytest.mark.parametrize(
    ("header", "cell", "kinds"),
    [
        ("Rekl.", "offen", ["dispute"]),
        ("Rekl.", "erl., Gutschein erh.", []),
        ("Postrückl.", "J", ["moved"]),
        ("Postrückl.", "0", []),
        ("Décès propr.", "x", ["death"]),
        ("Décès propr.", "non", []),
        ("Litige", "en cours", ["dispute"]),
        ("Litige", "réglé le 3/9, satisfait", []),
        ("Complaint Ref", "C/26/014 OPEN", ["dispute"]),
        ("Complaint Ref", "not resolved", ["dispute"]),
        ("Mail Undeliv.", "Y", ["moved"]),
        ("Kundenbeschwerde", "x", ["dispute"]),
        ("Slip", "D-06", []),
        ("Dt Deceased", "10/4/2026", ["death"]),
        ("DND", "x", ["refusal"]),
        ("Dirección mala", "sí", ["moved"]),
        ("Dirección mala", "no", []),
        ("Mailout", "Nil, own request", ["refusal"]),
        ("Mailing Pref", "None whatsoever", ["refusal"]),
        ("Envíos postales", "No", ["refusal"]),
    ],
)
def test_a_header_that_is_cut_short_or_put_together(header: str, cell: str, kinds: list[str]) -> None:
    assert [one.kind.value for one in findings(header_of(header), cell)] == kinds


def test_a_partner_who_is_called_the_late() -> None:
    who = header_of("Spouse", "partner")
    assert [one.kind.value for one in findings(who, "feu Marcel", Part.PERSON)] == ["death"]
    assert findings(who, "Rip", Part.PERSON) == ()


@pytest.mark.parametrize(
    ("text", "who", "sure"),
    [
        ("husb Otis: ONE yellow rose every Fri. Otis d. 11/21", "house", True),
        ("dog Duke rides up front. Duke died Monday", "animal", True),
        ("Otis d. 11/21", "house", False),
        ("was told by neighbor that Mr Lutz died back in Aug", "house", False),
    ],
)
def test_who_has_died_is_known_from_another_sentence(text: str, who: str, sure: bool) -> None:
    (one,) = findings(header_of("Notes", "notes"), text)
    assert (one.kind.value, one.who.value, one.sure) == ("death", who, sure)


def test_what_is_asked_for_tact_goes_with_what_it_is_about_and_its_day_is_that_of_its_sentence() -> None:
    (one,) = findings(header_of("Notes", "notes"), "boiler serviced 3/2026. wife Ruthie d. 2019, don't bring up")
    assert (one.kind.value, one.who.value, str(one.on)) == ("death", "house", "2019-12-31")
    (other,) = findings(header_of("Notes", "notes"), "sister Fern d. 11/22. quilts")
    assert (other.kind.value, other.who.value) == ("death", "house")
