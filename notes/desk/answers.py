"""Answers: what the page asks for as JSON, and what it is told in turn."""

from typing import Any

from flask import Response, abort, jsonify, render_template, request

from notes.customers import CustomerId
from notes.desk import card_views, views
from notes.desk.finish_views import finish
from notes.desk.listing import listing
from notes.desk.month import Desk
from notes.desk.spreadsheet_views import problem_view
from notes.problems import Unusable


def asked(desk: Desk) -> dict[str, Any]:
    """What is asked for.

    Raises:
        Unusable: the page that asks shows another month than the one that is on the desk now.
    """
    content = request.get_json(silent=True)
    if not isinstance(content, dict):
        abort(400)
    shown = content.pop("month", "")
    if shown and desk.loaded and shown != desk.loaded.proposed.month:
        raise Unusable.because("this page", "another month was opened in another window.", "Load the page again.")
    return content


def texts_in(content: dict[str, Any], *names: str) -> list[str]:
    """Those of the texts that were asked with; each must be there."""
    found = [content.get(name) for name in names]
    if not all(isinstance(one, str) for one in found):
        abort(400)
    return [str(one) for one in found]


def waiting(desk: Desk) -> str:
    """The page for as long as everything is read; it looks by itself whether that is done."""
    return render_template("pages/waiting.html.jinja", doing=desk.doing, takes_list=False)


def waiting_for_cards(desk: Desk) -> str:
    """The page for as long as the words are being found: who gets a card, as soon as that is known."""
    if listed := desk.listed:
        return render_template("pages/listing.html.jinja", page=listing(desk, listed))
    return render_template("pages/waiting.html.jinja", doing=desk.doing, takes_list=True)


def trouble(desk: Desk) -> str:
    """The page where the files cannot be used."""
    problems = [problem_view(one, desk.office.typed) for one in desk.troubles]
    return render_template("pages/trouble.html.jinja", problems=problems)


def card_answer(desk: Desk, customer_id: str, **more: str) -> Response:
    """A card as it is now, with the bar, and `more` that the page is told."""
    with desk.turn:
        if not customer_id:
            return bar_answer(desk)
        if CustomerId(customer_id) not in desk.at.picks:
            abort(404)
        one = card_views.card_of(desk, CustomerId(customer_id))
        html = render_template("pages/card.html.jinja", card=one, choices=views.choices(desk), opened=True)
        seen = {"trouble": one.trouble, "picture": one.picture}
        return jsonify(customer_id=customer_id, html=html, bar=bar_html(desk), **seen, **more)


def bar_answer(desk: Desk) -> Response:
    with desk.turn:
        return jsonify(bar=bar_html(desk))


def bar_html(desk: Desk) -> str:
    """The bar, and the end of the page: both change with every step."""
    parts = {"bar": views.bar(desk), "finish": finish(desk)}
    return render_template("pages/finish.html.jinja", **parts) + render_template("pages/bar.html.jinja", **parts)
