"""The plainest refusals of the post, moves and farewells in languages of which the headers are understood as well."""

import pytest

from notes.language.headers import header_of
from notes.language.judging import judged
from notes.language.lexicon import Kind

TOLD = {
    Kind.REFUSAL: """geen post; wil geen kaarten; niet aanschrijven; ingen post; ønsker ikke post; skicka inga brev;
        niente posta; non scrivere; nie wysyłać; bez korespondencji; neposílat; nechce dopisy; não enviar cartas;
        sem correio; ei postia""",
    Kind.MOVED: """verhuisd; verhuisd naar Utrecht; post retour; flyttet til Oslo; flyttat till Malmö; si è trasferita a
        Milano; posta tornata; przeprowadził się; odstěhovala se; mudou-se para Lisboa; muuttanut""",
    Kind.CLOSED: """opgezegd; geen klant meer; ikke kunde lenger; inte kund längre; non è più cliente; disdetta; już nie
        klient; už není zákazník; já não é cliente""",
    Kind.DEATH: "overleden 2024; avled i maj; deceduta; zmarła; zemřel; faleceu",
}
NOTHING = """klant sinds 2019; twee kaarten per jaar; vil gerne ha kort; ingen sukker; niente zucchero; geen suiker;
        geen haast; non beve vino; ingen hast; nie je mięsa; wil graag een kaart"""


def each(texts: str) -> list[str]:
    return [" ".join(text.split()) for text in texts.split(";")]


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in TOLD.items() for text in each(texts)])
def test_a_plain_reason_is_heard_in_any_of_them(kind: Kind, text: str) -> None:
    assert kind in {one.kind for one in judged(header_of("Notes"), text)}


@pytest.mark.parametrize("text", each(NOTHING))
def test_what_only_begins_like_one_holds_nothing(text: str) -> None:
    assert judged(header_of("Notes"), text) == ()


@pytest.mark.parametrize("header", ["Geblokkeerd", "Bloccato", "Zablokowany", "Spärrad", "Blokeret"])
def test_a_column_of_those_who_are_blocked_refuses(header: str) -> None:
    assert header_of(header).asks == Kind.REFUSAL.value
