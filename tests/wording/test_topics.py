"""How a topic is found, and how the files of topics, kinds, pairs and lines are read and checked."""

import pytest
from our_library import LIBRARY, PROBLEMS

from notes.problems import Place, report
from notes.resources import TEMPLATES
from notes.wording import check_wordings, read_cliches
from notes.wording.passage_linter import lint_passages
from notes.wording.passages import passage
from notes.wording.phrasebook_files import read_phrasebook
from notes.wording.topics import Finder, Topic, stems

PLACE = Place("templates/topics/mine.txt")
FINDER = Finder(
    [
        Topic(name="ukulele", kind="music", finds=("ukulele", "uke")),
        Topic(name="music", kind="music", finds=("music", "choir")),
        Topic(name="church choir", kind="music", finds=("church choir",)),
        Topic(name="knee", kind="health", finds=("knee + surgery",), never=("of the dog",)),
        Topic(name="baking", kind="cooking", finds=("baking",)),
        Topic(name="boxing", kind="sport", finds=("boxing",)),
    ]
)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("the ukulele lessons", "ukulele"),
        ("ukeleles", "ukulele"),
        ("the church choir", "church choir"),
        ("surgery on the left knee", "knee"),
        ("knee surgery of the dog", None),
        ("bakes", "baking"),
        ("the eleven boxes of books", None),
        ("a poem for the choir", None),
        ("nothing of the kind", None),
    ],
)
def test_the_longest_words_that_mean_a_topic_find_it(text, topic):
    found = FINDER.find(text)
    assert (found.topic.name if found else None) == topic


def test_a_topic_of_the_persons_adds_to_ours(folder):
    text = "= ukulele\nkind: music\nfinds: banjolele\n* Is it a banjolele yet? // Plink.\n"
    before = LIBRARY.phrasebook.topic("ukulele")
    book, problems = read_phrasebook([TEMPLATES, folder({"topics/mine": text})])
    assert report(problems) == ""
    assert len(book.topic("ukulele").passages) == len(before.passages) + 1
    assert book.finder.find("the banjolele").topic.name == "ukulele"


def test_a_topic_may_be_added_to_in_a_file_that_is_read_before_its_own(folder):
    files = {"topics/days": "= uke\n* Is it in tune?\n", "topics/music": "= uke\nkind: music\n* Plink, plank.\n"}
    book, problems = read_phrasebook([folder(files)])
    assert (report(problems), [one.text for one in book.topic("uke").passages]) == (
        "",
        ["Plink, plank.", "Is it in tune?"],
    )


@pytest.mark.parametrize(
    ("text", "row", "message"),
    [
        ("= uke\nkind: musik\n* Plink, plank, plunk.", 1, "“musik” is not a kind of topic."),
        ("= uke\nkind: music\n* How is {pte} these days?", 3, "there is no slot {pte}."),
        ("= uke\nkind: music\n* How is {pet these days?", 3, "a brace, { or }, is missing its other half."),
        ("= uke\nkind: music\n* of kin, wiht dog: Is it in tune?", 3, "“wiht dog” is not a condition."),
        ("= uke\nkind: music\n* One. // Two. // Three.", 3, "there is more than one “//” in this passage."),
        ("= uke\nkind: music\nIs it in tune?", 3, "this line is not part of anything: “Is it in tune?”."),
        ("* Is it in tune?\n", 1, "there is a passage before the first topic."),
    ],
)
def test_a_mistake_is_told_with_its_line(folder, text, row, message):
    (problem,) = read_phrasebook([folder({"topics/mine": text})])[1]
    assert (problem.place.file, problem.place.row, problem.message) == ("templates/topics/mine.txt", row, message)


@pytest.mark.parametrize(
    ("kind", "text", "message"),
    [
        ("music", "I hope {pet} sings along to every tune.", "there may be no {pet}, which would leave a hole."),
        ("music", "Is {kin} still at it, with the door shut?", "there may be no {kin}, which would leave a hole."),
        ("music", "You told me all about the uke.", "“You told” claims something that no cell says."),
        ("music", "Is it in tune? Are you in tune?", "this asks more than one question."),
        ("music", "Play on, our valued customer.", "“valued customer” reads like a campaign."),
        ("music", "Is it in tune by now", "this does not end like a sentence."),
        ("exam", "How did the big test go?", "“How did” assumes that it is over."),
        ("music", "Happy birthday for {day}, and hum.", "“for {day}” says “on” twice: a day is “on Saturday” already."),
        ("exam", "I love the thought of the test.", "“I love the thought” is pleased about what may have gone badly."),
        (
            "baby",
            "of kin: {kin:Is|Are} {kin} here, and it’s asleep?",
            "“{kin} here, and it’s asleep” calls a person “it”.",
        ),
        ("exam", "after: Good luck with the test.", "“Good luck” is for what is still to come."),
        ("trip", "You’ll be off on the boat tomorrow.", "“tomorrow” may no longer be true when the card is read."),
    ],
)
def test_the_linter_tells_what_could_be_wrong(folder, kind, text, message):
    book, _ = read_phrasebook([folder({"topics/mine": f"= uke\nkind: {kind}\nfinds: uke\n* {text}"})])
    (problem,) = lint_passages(book, read_cliches([TEMPLATES]))
    assert (problem.place.row, problem.message) == (4, message)
    assert problem.remedy


def test_a_whole_line_that_could_go_to_anyone_is_told(folder):
    (problem,) = check_wordings([TEMPLATES, folder({"birthday/lines": "* whole: Happy birthday, and many of them."})])
    assert problem.message == "this could go to anyone: it mentions nothing about the person."


def test_nothing_of_ours_leaves_a_hole():
    assert report(PROBLEMS) == ""
    assert [one for one in lint_passages(LIBRARY.phrasebook, {}) if one.level.value == "error"] == []


_NO_SENSE = ("calls a person “it”", "is pleased about", "says “on” twice", "claims something")


def _is_of_sense(message):
    return any(words in message for words in _NO_SENSE)


def test_nothing_of_ours_calls_a_person_it_is_glad_of_what_may_go_wrong_or_claims_what_nobody_knows():
    told = [one for one in lint_passages(LIBRARY.phrasebook, {}) if _is_of_sense(one.message)]
    assert report(told) == ""


def test_our_topics_are_many():
    book = LIBRARY.phrasebook
    assert len(book.topics) >= 250
    assert sum(len(topic.passages) for topic in book.topics) >= 1500


def test_a_passage_knows_its_terms_and_its_slots():
    one = passage(
        "uke", "of pet, with dog, for birthday/thanks, before: How {pet:is|are} {pet}{, name}? // {Pet}.", PLACE
    )
    assert (one.terms.of, one.terms.company, one.terms.occasions) == ({"pet"}, {"dog"}, {"birthday", "thanks"})
    assert (one.terms.times, one.slots, one.asks) == ({"before"}, {"pet"}, True)


def test_a_colon_of_the_text_is_no_condition():
    assert passage("uke", "One thing first: tune it.", PLACE).terms.of == frozenset()


@pytest.mark.parametrize(
    ("topic", "text", "names"),
    [
        ("police officer", "You are with the police.", True),
        ("police officer", "An officer rests.", True),
        ("police officer", "Lay down the handcuffs.", False),
        ("old house", "Old friends are best.", False),
        ("old house", "How is the house?", True),
        ("big dog", "It is a big one.", False),
    ],
)
def test_a_passage_names_its_thing_by_a_word_of_the_topic_and_not_by_what_sort_it_is(folder, topic, text, names):
    book, _ = read_phrasebook([folder({"topics/mine": f"= {topic}\nkind: job\nfinds: {topic}\n* {text}"})])
    assert book.names(book.topic(topic).passages[0]) is names


def test_a_bridge_is_found_by_its_kind_first_and_by_its_group_behind(folder):
    text = (
        "= game\n* {Thing} waits.\n= quiet\n* Bring {thing}.\n= pursuit\n* Keep {doing}.\n= anything\n* And {thing}?\n"
    )
    book, problems = read_phrasebook([folder({"baby/bridges": text})])
    found = [(one.text, fits) for one, fits in book.bridges_to("baby", "game")]
    assert (problems, found) == (
        [],
        [("{Thing} waits.", 2), ("Bring {thing}.", 1), ("Keep {doing}.", 0), ("And {thing}?", -1)],
    )


def test_whoever_is_near_is_named_by_the_heading(folder):
    book, problems = read_phrasebook([folder({"baby/near": "= dog\n* How's {pet} taking it?\n"})])
    (one,) = book.near_ones("baby")
    assert (problems, one.terms.company, lint_passages(book, {})) == ([], {"dog"}, [])


def test_a_trade_has_what_begins_a_note_and_what_ends_it(folder):
    text = "= baby\n* lead, says occasion: Congratulations! No teeth yet.\n* end: Come in when there are some.\n"
    book, problems = read_phrasebook([folder({"trades/dental": text})], ["baby"])
    found = [(one.terms.positions, one.terms.flags) for one in book.of_trade("dental", "baby")]
    assert (problems, found) == ([], [({"lead"}, {"says occasion"}), ({"end"}, frozenset())])


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("baby/bridges", "= hobby\n* {Thing}.\n", "“hobby” is not a kind or a group of things."),
        ("baby/near", "= hamster\n* {Pet}.\n", "“hamster” is not somebody near to a customer."),
        ("trades/dental", "= babby\n* lead: No teeth.\n", "“babby” is not an occasion."),
        ("trades/dental", "* lead: No teeth.\n", "there is a passage before the first heading."),
        (
            "trades/dentist",
            "= baby\n* lead: No teeth.\n",
            "“dentist” is not a trade that we know, so none of this is ever used.",
        ),
    ],
)
def test_a_heading_that_is_not_known_is_told(folder, name, text, message):
    _, (problem,) = read_phrasebook([folder({name: text})], ["baby", "birthday"])
    assert problem.message == message


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("baby/bridges", "= quiet\n* Well, I'd wait. Leave {thing}.\n", "the first sentence does not name the thing."),
        ("baby/near", "= dog\n* I hope that the dog is well.\n", "this names nobody."),
        ("trades/dental", "= baby\n* No teeth yet, I gather.\n", "this says neither “lead” nor “end”."),
    ],
)
def test_what_does_not_do_what_it_is_for_is_told(folder, name, text, message):
    book, _ = read_phrasebook([folder({name: text})])
    assert message in [problem.message for problem in lint_passages(book, {})]


def test_the_readme_tells_every_condition_and_slot():
    from notes.wording import passages
    from notes.wording.topics import KINDS

    readme = (TEMPLATES / "README.md").read_text(encoding="utf-8")
    conditions = [*passages.TIMES, *passages.POSITIONS, *passages.REGIONS, *passages.FLAGS, *KINDS]
    conditions += [f"of {one}" for one in passages.OWNERS] + [f"with {one}" for one in passages.COMPANY]
    conditions += [f"at {one}" for one in passages.TRADES]
    conditions += [f"{{{slot}}}" for slot in passages.SLOTS]
    assert [one for one in conditions if f"`{one}`" not in readme] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("trying", "try"),
        ("ponies", "pony"),
        ("boxes", "box"),
        ("running", "run"),
        ("baking", "bakes"),
        ("Otis’s", "Otis"),
        ("churches", "church"),
    ],
)
def test_the_forms_of_a_word_are_one_word(one, other):
    assert stems(one) == stems(other)


@pytest.mark.parametrize(("one", "other"), [("bass", "bas"), ("king", "k"), ("bus", "bu"), ("skies", "skis")])
def test_what_only_ends_like_a_form_is_a_word_of_its_own(one, other):
    assert stems(one) != stems(other)


def test_a_topic_is_known_by_its_name_alone():
    assert (FINDER.topic("baking").kind, FINDER.topic("bakery"), FINDER.topic("uke")) == ("cooking", None, None)


STEMS = """
ponies poni; flies fli; skies ski; ties tie; dies die; parties parti; party parti; boxes box; buses bus; gases gas
dresses dress; tie tie; churches church; dishes dish; bakes bak; cake cak; cakes cak; glass glass; glasses glasses
bus bus; kings king; ring ring; being being; running run; knitting knit; hitting hit; falling fall; missing miss; py py
baking bak; boxing boxing; play play; plays play; days day; using using; singing sing; fishing fish; dogs' dog; shy shy
tennis tennis; eye eye; eyes eye; trees tre; news news; yes yes; song song; songs song; lying lying
"""


@pytest.mark.parametrize("pair", [pair.strip() for line in STEMS.strip().splitlines() for pair in line.split(";")])
def test_a_word_without_what_number_and_time_put_at_its_end(pair):
    word, stem = pair.split()
    assert stems(word) == (stem,)


MORE = Finder(
    [
        *FINDER.topics,
        Topic(name="running", kind="sport", finds=("running",)),
        Topic(name="service", kind="work", finds=("service",)),
        Topic(name="vocals", kind="work", finds=("choir",)),
        Topic(name="marathon", kind="event", finds=("marathon",)),
        Topic(name="orchids", kind="garden", finds=("orchid",)),
        Topic(name="dessert", kind="food", finds=("dessert",)),
        Topic(name="kneecap", kind="health", finds=("surgery",), never=("knee + left",)),
    ]
)


@pytest.mark.parametrize(
    ("text", "topic", "matched", "at_head"),
    [
        ("the ukulele", "ukulele", "ukulele", True),
        ("ukulele lessons", "ukulele", "ukulele", True),
        ("thirty years of running", "running", "running", True),
        ("runs", "running", "running", True),
        ("run", None, "", False),  # which may be anything
        ("runner", None, "", False),
        ("the marathon club", "marathon", "marathon", True),
        # A letter too few or wrong is mended in a long word, but for the first.
        ("maraton", "marathon", "marathon", False),
        ("mrathon", "marathon", "marathon", False),
        ("marahton", "marathon", "marathon", False),
        ("arathon", None, "", False),
        ("orchd", None, "", False),
        ("desert", None, "", False),
        ("desserts", "dessert", "dessert", True),
        ("surgery", "kneecap", "surgery", True),
        ("surgery on the left knee", "knee", "knee + surgery", True),
        ("service at the marathon", "service", "service", True),
        ("choir robes and the marathon", None, "", False),
    ],
)
def test_what_a_phrase_turns_on_has_the_topic(text, topic, matched, at_head):
    found = MORE.find(text)
    assert (found and found.topic.name) == topic
    assert topic is None or (found.matched, found.at_head) == (matched, at_head)


@pytest.mark.parametrize(
    ("prefer", "but", "topic"),
    [((), (), "music"), (("work",), (), "vocals"), ((), ("music",), "vocals"), ((), ("music", "work"), None)],
)
def test_of_two_topics_the_preferred_kind_is_taken_and_never_one_that_is_barred(prefer, but, topic):
    found = MORE.find("the choir", prefer, but)
    assert (found and found.topic.name) == topic
    assert MORE.find("the church choir", ("work",)).topic.name == "church choir"  # which says more


def test_a_passage_names_its_topic_by_a_word_that_finds_it_alone_or_the_last_of_its_name(folder):
    text = """
        = big band
        kind: music
        finds: trumpet; brass music
        called: the horns
        * Your trumpet shines.
        * The band plays on.
        * The horns are loud.
        * It is all brass.
        * The music fills the hall.
        * Big days are ahead.
        * On with {thing}.
        """
    lines = "\n".join(line.strip() for line in text.splitlines())
    book, _ = read_phrasebook([folder({"topics/mine": lines})])
    named = [one.text for one in book.topic("big band").passages if book.names(one)]
    assert named == ["Your trumpet shines.", "The band plays on.", "The horns are loud.", "On with {thing}."]
