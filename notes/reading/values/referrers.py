"""Who sent a customer, where a cell says more than the name: “Friend - Ray Ostrow”, “Referral (Ida Berg)”."""

import re

_SENT_BY = re.compile(
    r"(?:(?:client|customer|patient|member|personal|friend)\s+)?"
    r"(?:referrals?|referred(?:\s+by)?|refd?\.?(?:\s+by)?|friends?|word of mouth|empfehlung|empfohlen|"
    r"recommandation|recommandé|recomendación|recomendado|parrainage)(?:\s+(?:from|by|of|von|de|par|por))?"
    r"\s*(?:[-–—:/,]|\s(?=\()|\s+(?=from|by))\s*\(?(?P<who>[^\W\d_][^()]*?)\)?",
    re.IGNORECASE,
)


def referrer(text: str) -> str:
    """Who sent somebody, where a text says that they were sent; else "".

    >>> referrer("Referral: Jill Vance"), referrer("Friend - Ray Ostrow"), referrer("Google")
    ('Jill Vance', 'Ray Ostrow', '')
    """
    match = _SENT_BY.fullmatch(text.strip())
    return match["who"].strip() if match else ""
