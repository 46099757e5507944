"""How a file in templates/ is read, and what our own library promises."""

import re
from collections import Counter

import pytest
from our_library import LIBRARY, PROBLEMS

from notes.occasions import ours
from notes.problems import report
from notes.resources import TEMPLATES
from notes.wording import check_wordings, lint, read_cliches, read_wordings
from notes.wording.grammar import FILTERS
from notes.wording.phrasebook import passages_in
from notes.wording.template_names import NAMES


def only(folder):
    (wording,), problems = read_wordings([folder])[0].wordings, read_wordings([folder])[1]
    assert not problems
    return wording


def texts(template):
    return "".join(template.texts()).split()


def test_every_cheerful_occasion_has_lines_every_solemn_one_ten_wordings_and_none_a_problem():
    assert report(PROBLEMS) == ""
    counts = Counter(wording.occasion for wording in LIBRARY.wordings if wording.language == "en")
    solemn = {one.name for one in ours() if one.solemn}
    assert solemn <= set(counts)
    assert {occasion: count for occasion, count in counts.items() if occasion in solemn and count < 10} == {}
    assert {*LIBRARY.phrasebook.occasions} == {*ours().names} - solemn | {"get-well"}  # put together, of sober lines


def test_of_what_may_be_several_nothing_says_that_there_is_some():
    """“I hope there’s model trains on the day.”"""
    of_any_number = re.compile(r"there(?:['’]s| is) \{(?:thing|what)\}", re.I)
    assert [one.text for one in passages_in(LIBRARY.phrasebook) if of_any_number.search(one.text)] == []


def test_our_library_reads_like_no_campaign():
    assert report(lint(LIBRARY, read_cliches([TEMPLATES]))) == ""


@pytest.mark.parametrize("language", ["de", "fr", "es"])
@pytest.mark.parametrize("occasion", ["birthday", "thanks", "years", "new-customer"])
def test_the_commonest_occasions_speak_the_languages(occasion, language):
    assert len(LIBRARY.of(occasion, language)) >= 3


def test_every_wording_has_a_shorter_form():
    assert [wording.name for wording in LIBRARY.wordings if wording.shorter is None] == []


def test_the_readme_has_the_vocabulary_and_the_filters():
    readme = (TEMPLATES / "README.md").read_text(encoding="utf-8")
    table = readme.split("## The names\n")[1].split("\n## ")[0]
    names = re.findall(r"^\| `(\w+)` \| (.+) \|$", table, re.MULTILINE)
    assert names == [(name.name, name.about) for name in NAMES]
    assert set(re.findall(r"\\\|(\w+)", readme)) == set(FILTERS)


def test_brackets_are_left_out_of_the_shorter_form(folder):
    wording = only(folder({"birthday/a": "One[, two]. [Three\nfour.]\n\nFive."}))
    assert texts(wording.body) == ["One,", "two.", "Three", "four.", "Five."]
    assert wording.shorter and texts(wording.shorter) == ["One.", "Five."]


def test_a_shorter_form_of_its_own_stands_below_the_line(folder):
    wording = only(folder({"birthday/a": "One two.\n---\nOne."}))
    assert wording.shorter and (texts(wording.body), texts(wording.shorter)) == (["One", "two."], ["One."])


def test_the_header_says_what_is_needed_and_how_it_is_signed(folder):
    wording = only(
        folder({"apology/a": "needs: about, pet\nSign off: Sincerely,\n\nSorry about {{ about }}, {{ pet }}."})
    )
    assert (wording.needs, wording.sign_off) == ({"about", "pet"}, "Sincerely,")


def test_a_folder_within_the_occasion_is_a_language(folder):
    wording = only(folder({"birthday/de/a": "Alles Gute."}))
    assert (wording.name, wording.occasion, wording.language) == ("birthday/de/a", "birthday", "de")


def test_a_file_of_the_users_replaces_ours_by_its_name_and_adds_by_another(folder, tmp_path):
    ours = folder({"ours/birthday/a": "Ours.", "ours/birthday/b": "Ours."})
    theirs = folder({"theirs/birthday/a": "Theirs.", "theirs/birthday/c": "Theirs."})
    library, _ = read_wordings([ours / "ours", theirs / "theirs", tmp_path / "none"])
    assert {wording.name: texts(wording.body) for wording in library.wordings} == {
        "birthday/a": ["Theirs."],
        "birthday/b": ["Ours."],
        "birthday/c": ["Theirs."],
    }


@pytest.mark.parametrize(
    ("text", "row", "message"),
    [
        ("needs: pte\n\nHello.", 1, "there is no name “pte”."),
        ("needs: pet\n\nHello.\nHello {{ child }}.", 4, "“child” may be empty, and would leave a hole."),
        ("Hello.\n---\nHello,\n{{ pte }}.", 4, "there is no name “pte”."),
        ("Hello.\n[Hello\n{{ pte }}].", 3, "there is no name “pte”."),
        ("Hello.\n{% if pet %}\nHello.\n\n{% endfor %}", 5, "this cannot be read: "),
        ("  \n", None, "this wording is empty."),
        ("One [two [three]].", None, "a bracket “[” is missing its other half"),
        ("One [two {% if pet %}three].\n{% endif %}", 2, "this cannot be read: "),
    ],
)
def test_a_mistake_is_told_with_its_line_and_does_not_stop_the_others(folder, text, row, message):
    library, (problem,) = read_wordings([folder({"birthday/bad": text, "birthday/good": "Hello."})])
    assert [wording.name for wording in library.wordings] == ["birthday/good"]
    assert (problem.place.file, problem.place.row) == ("templates/birthday/bad.txt", row)
    assert problem.message.startswith(message)


def test_a_file_of_an_old_notepad_is_read(tmp_path):
    (tmp_path / "birthday").mkdir()
    (tmp_path / "birthday" / "a.txt").write_bytes("It’s your day.\r\n\r\nHave a good one.\r\n".encode("cp1252"))
    assert texts(only(tmp_path).body)[0] == "It’s"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("To our Valued  Customer. {pet}", "“valued customer” reads like a campaign."),
        ("Please don’t hesitate. {pet}", "“don't hesitate” reads like a campaign."),
        ("Hooray!! {pet}", "there is more than one exclamation mark."),
        ("HAPPY birthday. {pet}", "“HAPPY” is shouted."),
        ("Happy birthday.", "this could go to anyone: it mentions nothing about the person."),
        ("Short. {pet}", "this can come to 1 words."),
        ("word " * 80 + "{pet}", "this can come to 83 words."),
        ("A snowman ☃ for you. {pet}", "the hand cannot write ☃"),
    ],
)
def test_the_linter_tells(folder, text, message):
    text = text.replace("{pet}", "{% if pet %}Hello, {{ pet }}.{% endif %}")
    library, problems = read_wordings([folder({"birthday/a": text})])
    letters = {chr(code) for code in range(32, 0x2030)}
    assert not problems
    assert message in [problem.message for problem in lint(library, read_cliches([TEMPLATES]), letters)]


LOOKS_EMPTY = "Below 12 a card looks empty."
IN_BRACKETS = "A card holds about 60; put [brackets] around a sentence."
LEFT_OUT = "Put [brackets] around what can be left out there."


@pytest.mark.parametrize(
    ("words", "remedies"),
    [(11, [LOOKS_EMPTY]), (12, []), (60, []), (61, [LEFT_OUT]), (75, [LEFT_OUT]), (76, [IN_BRACKETS, LEFT_OUT])],
)
def test_a_card_holds_so_many_words(folder, words, remedies):
    library, _ = read_wordings([folder({"birthday/a": "word " * (words - 1) + "{{ dear }}"})])
    told = lint(library, {})
    assert [one.remedy for one in told if "words" in one.message or "shorter" in one.message] == remedies


def test_the_users_phrases_are_added(folder):
    library, _ = read_wordings([folder({"birthday/a": "Golly, what a day. {% if pet %}{{ pet }}{% endif %}"})])
    (folder({}) / "cliches.txt").write_text("# mine\ngolly | Say it plainly.\n", encoding="utf-8")
    told = lint(library, read_cliches([TEMPLATES, folder({})]))
    assert ("“golly” reads like a campaign.", "Say it plainly.") in [(one.message, one.remedy) for one in told]


def test_a_folder_of_the_users_that_is_mistyped_is_told(folder):
    (problem,) = read_wordings([TEMPLATES, folder({"brithday/a": "Hello."})])[1]
    assert problem.message == "“brithday” is not an occasion, so these wordings are never used."
    assert problem.remedy == "Did you mean “birthday”?"


def test_everything_about_the_wordings_is_checked_at_once(folder):
    files = {
        "birthday/bad": "Hello {{ pte }}.",
        "birthday/dull": "To a valued customer on a day like any other, and on.",
    }
    told = check_wordings([TEMPLATES, folder(files)])
    assert [(one.place.file, one.level.value) for one in told] == [
        ("templates/birthday/bad.txt", "error"),
        ("templates/birthday/dull.txt", "warning"),
        ("templates/birthday/dull.txt", "warning"),
    ]
