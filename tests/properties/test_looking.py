"""Whole kinds at once: every header with every answer, and every word of sorrow in every sentence about it."""

from hypothesis import example, given
from hypothesis import strategies as st

from notes.language.headers import header_of
from notes.language.lexicon import Kind
from notes.language.signals import Part, findings
from notes.language.subjects import Who

ASSERTING = {
    Kind.DEATH: "Deceased|Deceased?|Date of Death|Deceased Date|RIP|Verstorben am|Décédé|Fallecido",
    Kind.REFUSAL: "Do Not Mail|No Mail|DNM|Do Not Contact|Opt Out|Werbesperre|Ne pas contacter|No enviar",
    Kind.MOVED: "Returned Mail|Moved|RTS|Goneaway|Bad Address|Unzustellbar|NPAI|Correo devuelto",
    Kind.DISPUTE: "Open Complaint|Dispute|In Collections|Legal Hold|Rechtsstreit|Litige|Moroso",
}
ALLOWING = {
    Kind.REFUSAL: "Mail?|Mail OK|Send Card|Post?|Opt-in|May we write?|Post erlaubt|Courrier OK|Acepta publicidad",
    Kind.CLOSED: "Active|Active?|Is Active|Current Customer|Aktiv|Actif|Activo",
    Kind.MOVED: "Address OK|Address Valid?|Adresse gültig",
}
AROUND = st.sampled_from(["{}", "{} ", "  {}", "{}.", "{}!"])
CASES = st.sampled_from([str, str.upper, str.lower, str.title])
POSITIVE = st.sampled_from(["y", "yes", "x", "1", "true", "✓", "ja", "oui", "sí"])
NEGATIVE = st.sampled_from(["n", "no", "0", "false", "nein", "non"])


def cells(table: dict[Kind, str]) -> st.SearchStrategy[tuple[Kind, str]]:
    return st.sampled_from([(kind, header) for kind, headers in table.items() for header in headers.split("|")])


@given(cells(ASSERTING), POSITIVE, AROUND, CASES)
def test_any_yes_below_a_header_that_says_it(
    column: tuple[Kind, str], answer: str, around: str, case: type[str]
) -> None:
    kind, header = column
    assert [one.kind for one in findings(header_of(case(header)), around.format(case(answer)))] == [kind]


@given(cells(ASSERTING), NEGATIVE | st.just(""), AROUND, CASES)
def test_any_no_below_a_header_that_says_it(
    column: tuple[Kind, str], answer: str, around: str, case: type[str]
) -> None:
    assert findings(header_of(case(column[1])), around.format(case(answer)) if answer else "") == ()


@given(cells(ALLOWING), NEGATIVE, AROUND, CASES)
def test_any_no_below_a_header_that_allows(column: tuple[Kind, str], answer: str, around: str, case: type[str]) -> None:
    kind, header = column
    assert [one.kind for one in findings(header_of(case(header)), around.format(case(answer)))] == [kind]


@given(cells(ALLOWING), POSITIVE, AROUND, CASES)
def test_any_yes_below_a_header_that_allows(
    column: tuple[Kind, str], answer: str, around: str, case: type[str]
) -> None:
    assert findings(header_of(case(column[1])), around.format(case(answer))) == ()


KIN = st.sampled_from(["husband", "wife", "mother", "dad", "son", "brother-in-law", "grandma", "fiancée"])
PETS = st.sampled_from(["dog", "cat", "old horse", "puppy"])
VERBS = st.sampled_from(["died", "passed away", "has passed away", "died suddenly", "is deceased"])
BEFORE = st.sampled_from(["", "likes tulips. ", "VIP; ", "spoke to Ann - ", "fyi: ", "3/4: "])
AFTER = st.sampled_from(["", " in May", " last week", ", please call", ". Loves tea", " 3/2025"])


@given(BEFORE, KIN, VERBS, AFTER, CASES)
def test_whoever_of_the_house_has_died(before: str, kin: str, verb: str, after: str, case: type[str]) -> None:
    found = findings(header_of("Notes"), case(f"{before}her {kin} {verb}{after}"))
    assert [(one.kind, one.who) for one in found] == [(Kind.DEATH, Who.HOUSE)]


@given(BEFORE, PETS, VERBS, AFTER)
def test_whatever_animal_has_died(before: str, pet: str, verb: str, after: str) -> None:
    found = findings(header_of("Notes"), f"{before}their {pet} {verb}{after}")
    assert [(one.kind, one.who) for one in found] == [(Kind.DEATH, Who.ANIMAL)]


NO = st.sampled_from(["no", "please no", "wants no", "no more", "stop all", "does not want any"])
PAPER = st.sampled_from(["mail", "mailings", "cards", "letters", "post", "marketing", "birthday cards"])
CHANNEL = st.sampled_from(["e-mails", "texts", "calls", "newsletters", "SMS"])


@given(BEFORE, NO, PAPER, AFTER)
def test_any_refusal_of_paper(before: str, no: str, paper: str, after: str) -> None:
    assert Kind.REFUSAL in [one.kind for one in findings(header_of("Notes"), f"{before}{no} {paper}{after}")]


@given(NO, CHANNEL)
def test_a_refusal_of_another_channel_is_none_of_paper(no: str, channel: str) -> None:
    assert findings(header_of("Notes"), f"{no} {channel}") == ()


DENIED = st.sampled_from(["has not {}", "not {}", "never {}", "no, not {}"])


@given(DENIED, st.sampled_from(["deceased", "moved away", "complained", "divorced", "hospitalized"]))
def test_what_is_denied_is_none(denied: str, word: str) -> None:
    assert findings(header_of("Notes"), denied.format(word)) == ()


DAYS = st.sampled_from(["3rd", "12th", "last Friday", "Monday"])


@given(KIN, DAYS)
def test_who_passed_on_a_day_has_died(kin: str, day: str) -> None:
    where = "the " if day[0].isdigit() else ""
    assert Kind.DEATH in [one.kind for one in findings(header_of("Notes"), f"her {kin} passed on {where}{day}")]


NASTY = st.sampled_from(["nasty", "furious", "scathing", "terrible", "rude"])
NICE = st.sampled_from(["lovely", "glowing", "nice", "5 star"])


@given(st.sampled_from(["left a", "posted a"]), NASTY, st.sampled_from(["", "1 star "]))
def test_a_nasty_review_is_a_quarrel(wrote: str, nasty: str, stars: str) -> None:
    assert [one.kind for one in findings(header_of("Notes"), f"{wrote} {nasty} {stars}review")] == [Kind.DISPUTE]


@given(st.sampled_from(["left a", "posted a"]), NICE)
def test_a_nice_review_is_no_quarrel(wrote: str, nice: str) -> None:
    assert findings(header_of("Notes"), f"{wrote} {nice} review") == ()


SEEN = st.sampled_from(["reads", "watches", "favourite film", "collects", "studies"])
SORROW = st.sampled_from(["obituaries", "old funeral hymns", "Victorian funerals", "cancer medicine"])


@given(SEEN, SORROW)
def test_what_somebody_reads_or_collects_is_no_sorrow(seen: str, sorrow: str) -> None:
    assert findings(header_of("Notes"), f"{seen} {sorrow}") == ()


@given(SEEN, KIN)
def test_a_death_behind_it_is_one_all_the_same(seen: str, kin: str) -> None:
    text = f"{seen} nothing since her {kin} died"
    assert Kind.DEATH in [one.kind for one in findings(header_of("Notes"), text)]


@given(st.text(max_size=60), st.text(max_size=20), st.sampled_from(list(Part)))
@example("(((", "", Part.NAME)
def test_looking_never_raises(text: str, header: str, part: Part) -> None:
    findings(header_of(header), text, part, text)
