"""Overruling: a card that goes although something was in the way, because the person has said so."""

from dataclasses import dataclass, replace

from notes.occasions import Occasions
from notes.picking.gifts import waiting_for
from notes.picking.household import household_of
from notes.picking.mail_by import is_belated
from notes.picking.month import Month
from notes.picking.obstacles import obstacle, posted_by
from notes.picking.picks import Outcome, Pick
from notes.picking.reasons import Reason

WITHOUT_A_REASON = "just-because"  # the occasion of a card that nothing asks for but the person


@dataclass(frozen=True)
class Overruled:
    """Makes cards of the picks of a month that are held or left out."""

    month: Month

    def with_initials(self, pick: Pick, initials: str) -> Pick:
        """The pick once somebody has signed for it: a card, unless something else is in the way.

        Where a cheerful card is kept back by a loss, it is the condolence in its place that they sign for.
        """
        pick = self._to_sign(pick)
        if pick.milestone is None:
            return pick
        pick = replace(pick, milestone=replace(pick.milestone, approved_by=initials))
        against = obstacle(self.month, self.month.settings.occasions[pick.occasion], _reason(pick))
        return (
            pick.without_card(against.outcome, against.objection, against.reason) if against else self.after_all(pick)
        )

    def _to_sign(self, pick: Pick) -> Pick:
        """The first of the reasons that waits for initials, else the pick itself."""
        return next((one for one in pick.reasons if needs_initials(self.month.settings.occasions, one)), pick)

    def after_all(self, pick: Pick) -> Pick:
        """The card of a pick, whatever was in the way; to the customer alone."""
        if not pick.occasion:
            pick = replace(pick, occasion=WITHOUT_A_REASON, why="You asked for this card.", facts={})
        occasion = self.month.settings.occasions[pick.occasion]
        late = occasion.on_the_day and pick.on is not None and is_belated(self.month, pick.customer, occasion, pick.on)
        return replace(
            pick,
            outcome=Outcome.CARD,
            reason="",
            objection=None,
            household=household_of(pick.customer),
            mail_by=posted_by(self.month, occasion, _reason(pick)),
            with_people=(),
            facts={**pick.facts, "belated": late},
            gift=pick.gift or ("" if occasion.loss else waiting_for(pick.customer, self.month.past)),
        )


def needs_initials(occasions: Occasions, pick: Pick) -> bool:
    """Whether it is for a card that nobody sends without signing for it."""
    return bool(pick.occasion) and occasions[pick.occasion].initials


def _reason(pick: Pick) -> Reason:
    return Reason(
        customer=pick.customer,
        why=pick.why,
        on=pick.on,
        matter=pick.matter,
        milestone=pick.milestone,
        facts=pick.facts,
    )
