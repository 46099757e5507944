"""What may stand in a template, what it comes to, and what is refused with its line."""

import pytest

from notes.wording.templates import BadTemplate, Template

NAMES = ("dear", "pet", "child", "years", "about")
NOTHING = {"dear": "Rosa", "pet": "", "child": "", "years": 0, "about": ""}


def render(source, **known):
    return Template.parse(source, NAMES, {"dear"}).render(NOTHING | known)


@pytest.mark.parametrize(
    ("source", "known", "text"),
    [
        ("{% if pet %}Hello {{ pet }}.{% endif %}", {"pet": "Bruno"}, "Hello Bruno."),
        ("{% if pet %}Hello {{ pet }}.{% endif %}", {}, ""),
        ("{% if pet %}{{ pet }}{% elif child %}{{ child }}{% else %}you{% endif %}", {"child": "Mia"}, "Mia"),
        ("{% if not pet %}you{% else %}{{ pet }}{% endif %}", {"pet": "Bruno"}, "Bruno"),
        ("{% if pet and child %}{{ pet }}, {{ child }}{% endif %}", {"pet": "Bruno", "child": "Mia"}, "Bruno, Mia"),
        ("{{ pet or child or 'you' }}", {"child": "Mia"}, "Mia"),
        ("{{ pet if pet else 'you' }}", {}, "you"),
        ("{% if years > 4 %}{{ years|words }}{% endif %}", {"years": 5}, "five"),
        ("{% if years == 1 %}the {{ years|ordinal }}{% endif %}", {"years": 1}, "the first"),
        ("{% if child %}{{ child|possessive }}{% endif %}", {"child": "James"}, "James’s"),
        ('{% if child %}{{ child|agree("is", "are") }}{% endif %}', {"child": "Mia and Tom"}, "are"),
        ("{% if about %}{{ about|a|start }}{% endif %}", {"about": "oak table"}, "An oak table"),
        ("one\n{% if pet %}\ntwo\n{% endif %}\nthree", {}, "one\nthree"),
        ("one\n{% if pet %}\ntwo\n{% endif %}\nthree", {"pet": "Bruno"}, "one\ntwo\nthree"),
    ],
)
def test_what_a_template_comes_to(source, known, text):
    assert render(source, **known)[0] == text


def test_only_what_is_written_is_mentioned():
    source = "{% if pet and child %}Hello {{ pet|possessive }} house.{% endif %}"
    assert render(source, pet="Bruno", child="Mia")[1] == {"pet"}


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("Hello {{ pte }}.", "there is no name “pte”"),
        ("Hello {{ pet }}.", "“pet” may be empty"),
        ("{% if pet %}{% endif %}{{ pet }}", "“pet” may be empty"),
        ("{% if pet %}{% else %}{{ pet }}{% endif %}", "“pet” may be empty"),
        ("{% if pet or child %}{{ pet }}{% endif %}", "“pet” may be empty"),
        ("{% if years > 0 %}{% endif %}{{ years|words }}", "“years” may be empty"),
        ("{{ pet|upper }}", "there is no filter “upper”"),
        ('{{ dear|agree("is") }}', "“agree” is not used like this"),
        ("{{ dear|agree }}", "“agree” is not used like this"),
        ('{{ dear|agree("is", pet) }}', "“agree” is not used like this"),
        ('{{ dear|agree("is", 1) }}', "“agree” is not used like this"),
        ('{{ dear|possessive("x") }}', "“possessive” is not used like this"),
        ('{{ dear|agree("is", many="are") }}', "“agree” is not used like this"),
        ("{{ pet and child }}", "this is a condition"),
        ("{% if pet %}Hello {{ pet }}", "this cannot be read"),
        ("Hello {{ pet", "this cannot be read"),
        ("{{ dear.__class__ }}", "a note has no use for"),
        ("{{ dear['__class__'] }}", "a note has no use for"),
        ("{{ dear.__class__.__mro__[1].__subclasses__() }}", "a note has no use for"),
        ("{{ cycler.__init__.__globals__.os.popen('id') }}", "a note has no use for"),
        ("{{ 10**10**8 }}", "a note has no use for"),
        ("{{ 'a' * 1000000000 }}", "a note has no use for"),
        ("{{ 'a' ~ dear }}", "a note has no use for"),
        ("{% for a in range(10**9) %}{% endfor %}", "a note has no use for"),
        ("{% set dear = 'x' %}", "a note has no use for"),
        ("{% include '/etc/passwd' %}", "a note has no use for"),
        ("{% macro a() %}{% endmacro %}", "a note has no use for"),
        ("{{ dear() }}", "a note has no use for"),
        ("{{ [dear] }}", "a note has no use for"),
        ("{{ dear|agree(dear, dear) }}", "not used like this"),
        ("{{ " + "(" * 1500 + "dear" + ")" * 1500 + " }}", "nested too deeply"),
        ("{% if pet %}" * 300 + "{% endif %}" * 300, "too long"),
        ("a" * 5000, "too long"),
    ],
)
def test_what_a_note_does_not_need_is_refused_with_its_line(source, says):
    with pytest.raises(BadTemplate, match=says) as refusal:
        Template.parse("A line above.\n" + source, NAMES, {"dear"})
    assert refusal.value.line == (1 if "too" in says else 2)
    assert refusal.value.remedy


def test_a_likely_name_is_offered():
    with pytest.raises(BadTemplate) as refusal:
        Template.parse("{{ dera }}", NAMES, {"dear"})
    assert refusal.value.remedy == "Did you mean “dear”?"
