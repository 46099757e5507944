"""The reading room: the addresses of the spreadsheet, of each customer, and of the settings."""

from collections.abc import Sequence

from flask import Flask, Response, abort, jsonify, render_template

from notes.customers import CustomerId
from notes.desk import card_views, views
from notes.desk.answers import asked, texts_in, trouble, waiting
from notes.desk.month import Desk
from notes.desk.person_views import person as person_view
from notes.desk.settings_views import given, given_entry, setting_view, settings_page
from notes.desk.spreadsheet_views import book_of, spreadsheet
from notes.problems import Problem, Unusable
from notes.reading.tables.meanings import known_fields
from notes.settings_file import FREE
from notes.settling import settle, settle_columns


def reading_room(app: Flask, desk: Desk, secret: str) -> None:
    _people(app, desk, secret)
    _spreadsheet(app, desk, secret)
    _settings(app, desk, secret)


def _people(app: Flask, desk: Desk, secret: str) -> None:
    @app.get(f"/{secret}/person-<key>")
    def person(key: str) -> str:
        one = CustomerId(card_views.customer_of(key))
        if not desk.begin():
            return waiting(desk)
        if desk.troubles:
            return trouble(desk)
        with desk.turn:
            if one not in desk.at.picks:
                abort(404)
            shown, bar, month = person_view(desk, one), views.bar(desk), desk.at.proposed.month
            return render_template(
                "pages/person.html.jinja",
                person=shown,
                bar=bar,
                choices=views.choices(desk),
                month=month,
            )


def _spreadsheet(app: Flask, desk: Desk, secret: str) -> None:
    @app.get(f"/{secret}/spreadsheet")
    def sheet() -> str:
        return render_template("pages/spreadsheet.html.jinja", page=spreadsheet(desk))

    @app.post(f"/{secret}/spreadsheet/keep")
    def keep() -> Response:
        asked(desk)
        book = book_of(desk)
        _keep_columns(desk, book.settled_columns if book else ())
        return jsonify(kept=True)

    @app.post(f"/{secret}/spreadsheet/column")
    def column() -> Response:
        header, field = texts_in(asked(desk), "header", "field")
        if field not in known_fields():
            abort(400)
        _keep_columns(desk, [(field, header)])
        return jsonify(kept=True)


def _keep_columns(desk: Desk, columns: Sequence[tuple[str, str]]) -> None:
    _ensure_own(desk)
    with desk.turn, desk.office.alone():
        settle_columns(desk.office.folder, columns)
        desk.forget()


def _settings(app: Flask, desk: Desk, secret: str) -> None:
    @app.get(f"/{secret}/settings")
    def settings() -> str:
        return render_template("pages/settings.html.jinja", page=settings_page(desk.office.folder))

    @app.post(f"/{secret}/settings/set")
    def set_one() -> Response:
        content = asked(desk)
        section, name = texts_in(content, "section", "name")
        told = _settle(desk, section, name, given(section, name, content.get("value")))
        view = setting_view(desk.office.folder, section, name)
        html = render_template("pages/setting.html.jinja", setting=view, page=settings_page(desk.office.folder))
        return jsonify(html=html, told=told)

    @app.post(f"/{secret}/settings/entry")
    def set_entry() -> Response:
        content = asked(desk)
        section, name = texts_in(content, "section", "name")
        parts = content.get("parts")
        if section not in FREE or not name.strip() or not isinstance(parts, dict):
            abort(400)
        return jsonify(told=_settle(desk, section, name.strip(), given_entry(section, parts)))


def _settle(desk: Desk, section: str, name: str, value: object) -> list[str]:
    """Write a setting, and say what the person should know of its new value."""
    office = desk.office
    _ensure_own(desk)
    with desk.turn, office.alone():
        told = settle(office.folder, office.cache, section, [(name, value)])
        desk.forget()
    return [_sentence(one) for one in told]


def _ensure_own(desk: Desk) -> None:
    """See that the settings are the person's own.

    Raises:
        Unusable: they are those of an invented business.
    """
    if desk.office.folder.is_sample:
        remedy = "Make your own with: notes new FOLDER"
        raise Unusable.because("notes.toml", "these are the settings of an invented business.", remedy)


def _sentence(problem: Problem) -> str:
    return card_views.as_sentence(f"{problem.message} {problem.remedy}")
