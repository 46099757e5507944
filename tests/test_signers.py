"""Who signs a card, from what the spreadsheet says of who looks after the customer."""

from dataclasses import replace
from pathlib import Path

import pytest
from picking.business import customer

from notes.settings import Business, Settings, Signer
from notes.settings_file import read_settings, settings_file
from notes.signers import signer_of, unexplained
from notes.wording.plans.voice import is_of_several

SETTINGS = replace(
    Settings(),
    business=Business(name="Oak Ltd", sender="Nora Hale"),
    signers={"JP": Signer("Jen", "ines", "your hygienist"), "front desk": Signer("Ana & Lu")},
    hands={"Ben": "vera"},
)


@pytest.mark.parametrize(
    ("looked_after_by", "signature", "hand"),
    [
        ("", "Nora Hale", ""),
        ("JP", "Jen, your hygienist", "ines"),
        ("j.p.", "Jen, your hygienist", "ines"),
        ("Front Desk", "Ana & Lu", ""),
        ("Ben", "Ben", "vera"),
        ("Mia Roth", "Mia Roth", ""),
        ("NH", "Nora Hale", ""),  # whose initials they are
        ("N. H.", "Nora Hale", ""),
        ("QX", "Nora Hale", ""),  # nobody signs with initials
        ("TOM", "TOM", ""),
    ],
)
def test_who_signs(looked_after_by: str, signature: str, hand: str) -> None:
    signer = signer_of(customer(1, looked_after_by=looked_after_by), SETTINGS)
    assert (signer.signature, signer.hand) == (signature, hand)


def test_without_a_sender_the_business_signs() -> None:
    assert signer_of(customer(1), Settings(business=Business(name="Oak Ltd"))).signature == "Oak Ltd"


def test_a_title_behind_the_name_makes_nobody_several() -> None:
    jen = signer_of(customer(1, looked_after_by="JP"), SETTINGS)
    assert not is_of_several(jen.name, SETTINGS.business.name)


def test_initials_that_nothing_explains_are_asked_about_once() -> None:
    people = [customer(number, looked_after_by=by) for number, by in enumerate(("QX", "QX", "NH", "JP", "Ben", ""))]
    [asked] = unexplained(people, SETTINGS)
    assert str(asked.place.key) == "signers.QX"
    assert asked.message == "“QX” looks after 2 customers, but nothing says who it is; Nora Hale signs for them."
    assert asked.remedy == 'Write how they sign, like QX = "Jen", under [signers].'


def test_signers_are_a_name_or_a_table(tmp_path: Path) -> None:
    file = tmp_path / "notes.toml"
    file.write_text('[signers]\nNH = "Nora"\nJP = {name = "Jen", hand = "ines", title = "your hygienist"}\n')
    settings, problems = read_settings(file)
    assert settings.signers == {"NH": Signer("Nora"), "JP": Signer("Jen", "ines", "your hygienist")}
    assert not problems
    file.write_text(settings_file(settings), encoding="utf-8")
    assert read_settings(file)[0].signers == settings.signers


@pytest.mark.parametrize(
    ("line", "message", "remedy"),
    [
        ("JP = 7", "“7” is not a name.", "Write it like JP = {name"),
        ('JP = {nmae = "Jen"}', "a signer has no “nmae”.", "Did you mean “name”?"),
        ('JP = {hand = "ines"}', "there is no name to sign with.", "Write it like JP = {name"),
        ('JP = " "', "there is no name to sign with.", "Write it like JP = {name"),
    ],
)
def test_a_slip_in_the_signers_gets_a_sentence(tmp_path: Path, line: str, message: str, remedy: str) -> None:
    file = tmp_path / "notes.toml"
    file.write_text(f"[signers]\n{line}\n", encoding="utf-8")
    [problem] = read_settings(file)[1]
    assert (problem.place.key, problem.message) == ("signers.JP", message)
    assert problem.remedy.startswith(remedy)
