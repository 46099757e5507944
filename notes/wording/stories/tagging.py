"""Tagging: which word of a clause is a verb, a noun or something else, by the lists and by what stands beside it."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile

from notes.language import inflection
from notes.language.texts import word_set
from notes.wording.details.wordbook import is_he_called, relations
from notes.wording.stories.grammar import is_auxiliary, listed
from notes.wording.stories.parts import FINITE, Form, Sort, Word, forms, is_number, readings
from notes.wording.stories.tokens import Token

_SUBJECTS = word_set(
    """
    i we you he she they it there nobody everybody somebody everyone someone anybody nothing everything who
    neither none
    """
)
_OBJECTS = word_set(
    "me us him them himself herself themselves yourself myself ourselves itself hers theirs mine yours ours anyone"
)
_ANDS = word_set("and but or nor yet so")
_LINKS = word_set(
    """
    when while because if whether although though unless who which where how why what whose that than whenever
    whatever wherever
    """
)
_EITHER = word_set("after before since until till as once")  # a preposition, or what opens a clause
_MAKES = word_set(
    "make makes made let lets help helps helped watch watches watched see sees saw hear hears heard have had has"
)
_MODALS = word_set(
    """
    can could will would shall should may might must do does did don’t doesn’t didn’t can’t couldn’t won’t
    wouldn’t shouldn’t mustn’t cannot needn’t ’ll ’d
    """
)
_HAVE = word_set("have has had haven’t hasn’t hadn’t having ’ve")
_BE = word_set("is are was were be been being am isn’t aren’t wasn’t weren’t ’re ’m ’s got gets get")
_PARTICLES = word_set(
    "up down out off over back away in on through along around about round home together apart aside ahead forward by"
)
_ALL_OF_THEM = word_set("all both each most some none one")
_PLACES = word_set(
    "bed work school church town lunch dinner supper market room place time end top bottom sleep tea court"
)
_ADVERBS = word_set("then not again too there here instead later")
_NOT_VERBS = word_set("then even home last like thanks please own one ones other others hers half lots plus minus due")
_FOR_SOMETHING = frozenset(["room", "rooms", "pool", "hall", "rink", "lot"])
_COMPOUNDS = frozenset(["pin", "pins", "horse", "rod", "rods", "needles", "stick", "sticks", "pole", "poles"])
_OFTEN = frozenset(["times", "twice"])
_FORMS_OF_BE = {"been": Form.DONE, "be": Form.BASE, "being": Form.DOING}


def tagged(tokens: Sequence[Token]) -> list[Word]:
    """The words of a clause with what each is."""
    return list(_tagged(tuple(tokens)))


@lru_cache(maxsize=1_000)
def _tagged(tokens: tuple[Token, ...]) -> Sequence[Word]:
    """The words of a clause, which is looked at again and again while it is read."""
    out: list[Word] = []
    for at in range(len(tokens)):
        out.append(_Reading(tokens, out, at).word())
    return out


class _Reading:
    """One word, seen with those before it that are read, and the one behind it."""

    def __init__(self, tokens: Sequence[Token], before: Sequence[Word], at: int) -> None:
        self.tokens, self.before, self.at = tokens, before, at
        self.token = tokens[at]
        self.small = self.token.small
        self.next = tokens[at + 1] if at + 1 < len(tokens) else None
        self.last = before[-1] if before else None
        self.led = next((one for one in reversed(before) if one.sort is not Sort.ADVERB), None)

    def word(self) -> Word:
        if self.token.is_quote:
            return Word(self.token, Sort.QUOTE)
        if not self.token.is_word:
            return Word(self.token, Sort.MARK)
        return self._closed() or self._named() or self._open()

    def _is(self, sort: Sort, form: Form = Form.NONE) -> Word:
        return Word(self.token, sort, form)

    def _closed(self) -> Word | None:
        return self._pronoun() or self._helping() or self._joint() or self._small_word()

    def _pronoun(self) -> Word | None:
        small, bare = self.small, self.small.split("’", 1)[0]
        if bare in _SUBJECTS and ("’" in small or small in _SUBJECTS):
            return self._is(Sort.LINK if small == "who" else Sort.PRONOUN)
        if small in _OBJECTS:
            return self._is(Sort.PRONOUN)
        if small == "her":
            return self._is(Sort.DETERMINER if self._has_noun_behind() else Sort.PRONOUN)
        is_counted_off = self.last is not None and self.last.sort is Sort.NOUN  # day one
        if small in _ALL_OF_THEM and not is_counted_off and self.next and self._is_finite(self.next.small):
            return self._is(Sort.PRONOUN)
        return None

    def _helping(self) -> Word | None:
        small = self.small
        if is_auxiliary(small) and not (small in ("might", "will", "may") and self._is_led_as_noun()):
            is_behind_to = self.last is not None and self.last.sort is Sort.TO
            return self._is(Sort.VERB, Form.BASE if is_behind_to else Form.HELPS)
        return self._is(Sort.VERB, _FORMS_OF_BE[small]) if small in _FORMS_OF_BE else None

    def _joint(self) -> Word | None:
        """What joins words and clauses: “and”, “when”, “to”, “that”."""
        small = self.small
        if small == "to":
            is_verb = self.next is not None and Form.BASE in forms(self.next.small) and self._is_verb_behind_to()
            return self._is(Sort.TO if is_verb else Sort.PREPOSITION)
        if small == "that":
            is_own = self.last is not None and self.last.sort is not Sort.MARK and self._begins_a_clause(self.at + 1)
            is_relative = self.last is not None and self.last.sort is Sort.NOUN
            return self._is(Sort.LINK if is_own or is_relative else Sort.DETERMINER)
        if small in _ANDS and not (small == "so" and self._is_so()):
            return self._is(Sort.AND)
        if small in _EITHER and not self._is_led_as_noun_by_a_determiner():
            is_plain = Sort.ADVERB if small == "once" else Sort.PREPOSITION
            return self._is(Sort.LINK if self._begins_a_clause(self.at + 1) else is_plain)
        return self._is(Sort.LINK) if small in _LINKS else None

    def _small_word(self) -> Word | None:
        small = self.small
        if small[0] == "’":
            return self._is(Sort.ADJECTIVE)  # ’71
        is_whose = small.endswith(("’s", "s’")) and not self._is_short()
        if small in listed("determiners") or is_number(small) or is_whose:
            return self._is(Sort.DETERMINER)
        if small in listed("prepositions"):
            is_thing = self._is_led_as_noun_by_a_determiner() and "n" in readings(small)
            return self._is(Sort.NOUN if is_thing else Sort.PREPOSITION)
        is_adverb = small in listed("adverbs") or small in _ADVERBS
        return self._is(Sort.ADVERB) if is_adverb else None

    def _is_so(self) -> bool:
        """Whether “so” tells how much: “so fast”, “or so”, “so that”."""
        following = self.next.small if self.next else ""
        is_clause = self._begins_a_clause(self.at + 1)
        return following in ("that", "as", "far", "many", "much") or (not is_clause and not forms(following) & FINITE)

    def _is_short(self) -> bool:
        """Whether “’s” behind a noun is short for is or has: “the crocodile’s been”."""
        following = self.next.small if self.next else ""
        return following in ("been", "got", "a", "the", "not", "gone", "never", "always", "still", "had", "no")

    def _named(self) -> Word | None:
        text = self.token.text
        if not text[:1].isupper() or (text.isupper() and len(text) > 2 and inflection.is_word(self.small)):
            return None
        is_first = not self.before
        may_be_verb = bool(forms(self.small) & {Form.DOES, Form.DID})
        is_word = inflection.is_word(self.small) or self._is_a_new_deed()
        return None if is_first and may_be_verb and is_word else self._is(Sort.NAME)

    def _is_a_new_deed(self) -> bool:
        """Whether a word that no list knows is what somebody did: “Replumbed her bathroom”, but not “Winifred sews”."""
        return self.small.endswith("ed") and is_he_called(self.small) is None and self._has_object()

    def _has_object(self) -> bool:
        return self.next is not None and self.next.small in ("the", "a", "an", "his", "her", "their", "its", "all")

    def _is_verb_behind_to(self) -> bool:
        following = self.next.small if self.next else ""
        return following not in _PLACES or readings(following)[0] == "v"

    def _is_finite(self, small: str) -> bool:
        return is_auxiliary(small) or (bool(forms(small) & {Form.DID, Form.DOES}) and "n" not in readings(small))

    def _has_noun_behind(self) -> bool:
        following = self.next.small if self.next else ""
        if not following or not following[0].isalnum():
            return False
        closed = listed("prepositions") | listed("conjunctions") | listed("subordinators") | listed("auxiliaries")
        if following in closed | {
            "the",
            "a",
            "an",
            "this",
            "that",
            "every",
            "some",
            "again",
            "too",
            "so",
            "not",
            "home",
        }:
            return following == "past"
        if following in _OBJECTS or (following in listed("determiners") and not is_number(following)):
            return False
        kinds = readings(following)
        return is_number(following) or following in ("own", "first", "last") or "n" in kinds or kinds[0] in "a"

    def _is_led_as_noun(self) -> bool:
        return self.last is not None and self.last.sort in (Sort.DETERMINER, Sort.PREPOSITION)

    def _is_led_as_noun_by_a_determiner(self) -> bool:
        """Whether a word is a thing though it may be a preposition: “the till”."""
        return self.last is not None and self.last.small in ("the", "a", "an", "our", "my", "your", "their", "his")

    def _begins_a_clause(self, at: int) -> bool:
        """Whether somebody or something and their verb come next, before any mark."""
        seen_noun = False
        for token in self.tokens[at : at + 9]:
            small = token.small
            if not token.is_word:
                return False
            if small.split("’")[0] in _SUBJECTS - {"who"}:
                return True
            kinds, own = readings(small), forms(small)
            if seen_noun and (is_auxiliary(small) or (Form.DID in own and "n" not in kinds[:1])):
                return True
            if seen_noun and Form.DOES in own and kinds[0] == "v":
                return True
            if small in listed("prepositions") and small not in ("of", "in", "on", "at"):
                return False
            seen_noun = seen_noun or "n" in kinds or token.text[:1].isupper()
        return False

    def _open(self) -> Word:
        kinds, own = readings(self.small), forms(self.small)
        if self.small in _NOT_VERBS:
            return self._is(self._plain(kinds.replace("v", "") or "n"))
        if form := self._verb(kinds, own):
            return self._is(Sort.VERB, form)
        return self._is(self._plain(kinds, behind=self._sort_behind()))

    def _plain(self, kinds: str, behind: str = "") -> Sort:
        """What a word is that is no verb here."""
        if self.last is not None and self.last.small == "as" and self.next is not None and self.next.small == "as":
            return Sort.ADVERB
        left = [one for one in kinds if one != "v"]
        is_led = self.last is not None and self.last.sort in (Sort.DETERMINER, Sort.ADJECTIVE, Sort.PREPOSITION)
        if not left:
            return Sort.ADJECTIVE
        if is_led and "n" in left and not (left[0] == "a" and behind == "n"):
            return Sort.NOUN
        if is_led and "a" in left:
            return Sort.ADJECTIVE
        if self.last is not None and self.last.sort is Sort.NOUN and "n" in left and behind != "n":
            return Sort.NOUN
        return {"n": Sort.NOUN, "a": Sort.ADJECTIVE, "r": Sort.ADVERB}[left[0]]

    def _sort_behind(self) -> str:
        if self.next is None or not self.next.is_word:
            return ""
        small = self.next.small
        if small in listed("prepositions") | listed("determiners") | listed("conjunctions") or is_auxiliary(small):
            return ""
        return "n" if "n" in readings(small) or "a" in readings(small)[:1] else ""

    def _verb(self, kinds: str, own: frozenset[Form]) -> Form | None:
        """The form in which a word is a verb here; None where it is none."""
        if "v" not in kinds or not own or (Form.DOING in own and self._is_of_a_room()):
            return None
        last, led = self.last, self.led
        if self._is_counted_off(own):
            return self._behind_noun(self.before[-2], kinds, own)
        if (
            last is not None
            and last.sort in (Sort.DETERMINER, Sort.ADJECTIVE)
            and last.small not in ("both", "all", "each")
        ):
            is_base = last.sort is Sort.DETERMINER and last.small in ("that", "this") and kinds[0] == "v"
            return next(iter(own)) if is_base and "n" not in kinds else None
        if led is None or led.sort in (Sort.MARK, Sort.AND, Sort.LINK):
            return self._opening(kinds, own, led)
        if led.sort is Sort.TO:
            return Form.BASE if Form.BASE in own else None
        if led.sort is Sort.PREPOSITION:
            if led.small in _PARTICLES and Form.DOING in own:
                return Form.DOING
            return Form.DOING if Form.DOING in own and kinds[0] == "v" else None
        if led.sort is Sort.PRONOUN:
            return self._behind_pronoun(led, kinds, own)
        if led.sort is Sort.VERB:
            return self._behind_verb(led, kinds, own)
        if led.sort in (Sort.NOUN, Sort.NAME, Sort.DETERMINER):
            return self._behind_noun(led, kinds, own)
        return None

    def _is_of_a_room(self) -> bool:
        """Whether a word tells what a room or the like is for: “dining room”, “rolling pin”."""
        behind = self.next.small if self.next else ""
        return behind in _COMPOUNDS or (self.last is not None and behind in _FOR_SOMETHING)

    def _is_counted_off(self, own: frozenset[Form]) -> bool:
        """Whether a number is the name of what stands before it: “batch nine made”."""
        if len(self.before) < 2 or not own & {Form.DID, Form.DOES}:
            return False
        noun, number = self.before[-2:]
        is_named = noun.sort is Sort.NOUN and number.sort is Sort.DETERMINER and is_number(number.small)
        return is_named and "n" not in readings(self.small)

    def _behind_pronoun(self, led: Word, kinds: str, own: frozenset[Form]) -> Form | None:
        if led.small.endswith(("’d", "’ll")) and Form.BASE in own and led.small.endswith("’ll"):
            return Form.BASE
        if led.small.endswith(("’ve", "’d", "’s")):
            return next((form for form in (Form.DONE, Form.DOING, Form.BASE) if form in own), None)
        if led.small in _OBJECTS and Form.DID in own and not self._has_finite():
            return Form.DID
        if led.small in _OBJECTS | {"her"}:
            if Form.DOING in own or (Form.BASE in own and self._is_made()):
                return Form.DOING if Form.DOING in own else Form.BASE
            return None
        if led.small in ("it", "you") and Form.BASE in own and self._is_made():
            return Form.BASE
        for form in (Form.DID, Form.DOES, Form.BASE, Form.DOING):
            if form in own:
                return form
        return None

    def _behind_verb(self, led: Word, kinds: str, own: frozenset[Form]) -> Form | None:
        if led.small in _MODALS:
            return Form.BASE if Form.BASE in own else None
        if led.small in _HAVE:
            return Form.DONE if Form.DONE in own and kinds[:1] != "n" else None
        if led.small in _BE or (led.form in (Form.DONE,) and led.small == "been"):
            if Form.DOING in own and kinds[0] == "v":
                return None if self._names_a_kind() else Form.DOING
            return Form.DONE if Form.DONE in own and kinds[0] == "v" else None
        if Form.DOING in own:
            return Form.DOING
        return Form.BASE if Form.BASE in own and led.small in ("help", "helps", "helped", "go", "come") else None

    def _names_a_kind(self) -> bool:
        """Whether what looks like doing tells of what kind a thing is: “was nursing home”."""
        small = self.next.small if self.next is not None else ""
        return (
            readings(small)[:1] == "n" and inflection.is_counted(small) and not inflection.is_plural(small)
            if small
            else False
        )

    def _behind_noun(self, led: Word, kinds: str, own: frozenset[Form]) -> Form | None:
        if self._is_made() and Form.BASE in own and (kinds[0] == "v" or self._leads_on()):
            return Form.BASE
        if Form.DOING in own:
            return Form.DOING if kinds[0] == "v" or self._leads_on() else None
        has_finite = self._has_finite()
        if Form.DID in own and self.small not in listed("things_too"):
            return Form.DONE if has_finite and Form.DONE in own else Form.DID
        if Form.DID in own and self._leads_on() and not has_finite:
            return Form.DID
        if has_finite:
            return Form.DONE if Form.DONE in own and kinds[0] == "v" else None
        is_plural = led.sort is Sort.NOUN and inflection.is_plural(led.small)
        if Form.DOES in own and (self._is_done_already() or self._is_of_several()):
            return None
        is_compound = led.sort is Sort.NAME and len(self.before) > 1 and self.before[-2].sort is Sort.DETERMINER
        if Form.DOES in own and "n" in kinds and (is_compound or (self.next is not None and self.next.small == "and")):
            return None
        is_name = led.sort is Sort.NAME and self.next is not None
        is_open = self.next is not None and self.next.small in ("every", "each", "all")
        is_verb = "n" not in kinds or (not is_open and (kinds[0] == "v" or is_name or self._leads_on()))
        if Form.DOES in own and not is_plural and is_verb:
            return Form.DOES
        is_many = is_plural or self._is_two()
        if Form.BASE in own and is_many and kinds[0] == "v" and self._leads_on():
            return Form.BASE
        return Form.DONE if Form.DONE in own else None

    def _is_done_already(self) -> bool:
        """Whether a clause has a verb without a subject, behind which things come: “calling square dances”."""
        return any(one.sort is Sort.VERB and one.form in (Form.DOING, Form.BASE) for one in self._own_clause())

    def _is_of_several(self) -> bool:
        """Whether a number before a single noun asks for a plural: “forty-one ring pulls”."""
        if len(self.before) < 2 or self.before[-2].sort is not Sort.DETERMINER:
            return False
        number, noun = self.before[-2:]
        return is_number(number.small) and number.small != "one" and not inflection.is_plural(noun.small)

    def _own_clause(self) -> list[Word]:
        found: list[Word] = []
        for one in reversed(self.before):
            if one.sort in (Sort.LINK, Sort.MARK):
                break
            found.append(one)
        return found

    def _is_two(self) -> bool:
        return any(one.sort is Sort.AND for one in self.before[-3:]) and self.before[-1].sort is Sort.NAME

    def _opening(self, kinds: str, own: frozenset[Form], led: Word | None) -> Form | None:
        """A verb at the beginning of a clause, or behind a comma or an “and”."""
        ahead = self._leads_on()
        if led is not None and led.sort is Sort.LINK and led.small not in ("who", "which", "that", "what"):
            return Form.DOING if Form.DOING in own else Form.DONE if Form.DONE in own and kinds[0] == "v" else None
        if Form.DOING in own:
            is_first = not self.before and (inflection.is_plural(self.next.small) if self.next else False)
            return Form.DOING if kinds[0] == "v" or ahead or is_first else None
        if Form.DID in own:
            return self._opening_did(kinds, own, led, ahead=ahead)
        if Form.DOES in own:
            return Form.DOES if self._is_opening_does(kinds, ahead=ahead) else None
        is_led = led is not None and led.small in ("who", "which", "that")
        is_base = Form.BASE in own and kinds[0] == "v" and (is_led or self._earlier() is Form.BASE)
        return Form.BASE if is_base else None

    def _opening_did(self, kinds: str, own: frozenset[Form], led: Word | None, *, ahead: bool) -> Form | None:
        if led is not None and led.sort is Sort.LINK:
            return Form.DID
        is_added = led is not None and led.small == "," and self._only_names_something()
        if Form.DONE in own and (is_added or (led is None and self._is_inverted())):
            return Form.DONE
        is_followed = ahead and self.next is not None and self.next.is_word
        if self._is_done_often():
            return Form.DID
        if self.small in listed("participles") and not is_followed and led is None:
            return None
        if self.small in listed("things_too") and not ahead:
            return None
        is_attribute = self._sort_behind() == "n" and not ahead
        is_attribute = is_attribute and (led is None or self._earlier() is not Form.DID)
        is_deed = self.small in listed("did_things") or "a" not in kinds
        return None if is_attribute and not is_deed else Form.DID

    def _is_done_often(self) -> bool:
        """Whether a clause says how often something was done: “painted dining room four times”."""
        behind = takewhile(lambda token: token.is_word, self.tokens[self.at + 1 :])
        return not _OFTEN.isdisjoint(token.small for token in behind)

    def _is_opening_does(self, kinds: str, *, ahead: bool) -> bool:
        is_habit = self.small in listed("habits")
        following = self.next.small if self.next else ""
        is_every = following in ("every", "each", "all") and not is_habit
        if "n" in kinds and (self._stands_between_commas() or is_every):
            return False
        if kinds[0] == "v" or "n" not in kinds or is_habit:
            return True
        is_done_to = (ahead and following not in listed("prepositions")) or inflection.is_plural(following)
        return is_done_to and self.small not in {*relations(), "twins"}

    def _stands_between_commas(self) -> bool:
        """Whether a word is one of a list: “beginner, drums, seventy-one”."""
        is_led = self.last is not None and self.last.small == ","
        return is_led and (self.next is None or not self.next.is_word)

    def _is_inverted(self) -> bool:
        """Whether what looks like a deed is only how something is: “taped inside the guitar, …, was a note”."""
        later = range(self.at + 2, len(self.tokens))
        return any(self.tokens[at].small in _BE and self.tokens[at - 1].text == "," for at in later)

    def _only_names_something(self) -> bool:
        """Whether what stands before a comma has no verb, and nothing is done to anything behind it."""
        following = self.next.small if self.next else ""
        is_done = following in listed("determiners") and not is_number(following)
        is_done = is_done or following in _OBJECTS | {"it", "her"} or bool(self.next and self.next.text[:1].isupper())
        return not is_done and not any(one.sort is Sort.VERB for one in self.before)

    def _leads_on(self) -> bool:
        """Whether what stands behind a word makes a verb of it."""
        if self.next is None:
            return not self.before or readings(self.small)[0] == "v"
        small = self.next.small
        if not self.next.is_word:
            return self.next.is_quote or readings(self.small)[0] == "v"
        closed = (
            listed("determiners") | listed("prepositions") | listed("adverbs") | _OBJECTS | {"it", "her", "that", "to"}
        )
        return (
            small in closed or small in _SUBJECTS | _LINKS or self.next.text[:1].isupper() or readings(small)[0] == "r"
        )

    def _earlier(self) -> Form | None:
        return next(
            (one.form for one in reversed(self.before) if one.sort is Sort.VERB and one.form is not Form.HELPS), None
        )

    def _has_finite(self) -> bool:
        """Whether the clause that a word stands in has its verb already."""
        for one in reversed(self.before):
            if one.is_finite:
                return True
            if one.sort is Sort.LINK or (one.sort is Sort.MARK and one.small in ",;:"):
                return False
            if one.sort is Sort.AND and not (self._is_two() or self.before[-1] is one):
                return False
        return False

    def _is_made(self) -> bool:
        """Whether somebody is made, let or seen to do something: “made him leave”, “watched me paint”."""
        for back, one in enumerate(reversed(self.before)):
            if one.small in _MAKES and one.sort is Sort.VERB:
                return back > 0 and (inflection.lemma(one.small) != "have" or back > 1)
            if one.sort in (Sort.MARK, Sort.LINK, Sort.AND, Sort.PREPOSITION, Sort.TO):
                return False
        return False
