"""The listing: who gets a card, shown while the words of the cards are still being found."""

from collections.abc import Sequence
from dataclasses import dataclass

from notes.changes.application import put_off
from notes.desk.card_views import called, key_of
from notes.desk.month import Desk, Listed
from notes.language.days import month_and_year, with_weekday
from notes.language.numbers import counted
from notes.picking.picks import Pick


@dataclass(frozen=True, slots=True)
class Coming:
    """A card that has no words yet."""

    key: str
    name: str
    why: str
    mail_by: str


@dataclass(frozen=True, slots=True)
class ListingView:
    """The whole page; `doing` is how far the words are."""

    name: str
    month: str
    business: str
    is_sample: bool
    count: str
    doing: str
    cards: Sequence[Coming]


def listing(desk: Desk, listed: Listed) -> ListingView:
    picked = listed.picked
    cards = [one for one in picked.picks.cards if not _is_put_off(one, listed)]
    return ListingView(
        name=picked.month,
        month=month_and_year(picked.month),
        business=listed.settings.business.name,
        is_sample=desk.office.folder.is_sample,
        count=counted(len({one.customer.customer_id for one in cards}), "customer"),
        doing=desk.doing,
        cards=[
            Coming(
                key=key_of(one.customer.customer_id),
                name=called(one.customer),
                why=one.why,
                mail_by=with_weekday(one.mail_by) if one.mail_by else "",
            )
            for one in cards
        ],
    )


def _is_put_off(pick: Pick, listed: Listed) -> bool:
    change = listed.changes.get(pick.customer.customer_id)
    return bool(change and put_off(change, listed.picked.counts_on))
