"""The client: a writer is asked in the form that Ollama, llama.cpp, LM Studio and their like understand.

It follows no redirect, minds no proxy, sends no more than the brief, and reads no more than a note can be.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from time import monotonic
from typing import Any, Protocol

from notes.settings import Writer

CONNECTING, ANSWERING = 3.0, 90.0  # seconds
LONGEST_ANSWER = 65_536  # bytes
TOKENS = 220


class Silent(Exception):
    """The writer does not answer, or not in a way that can be used; the message says how, as part of a sentence."""


class Asked(Protocol):
    """Somebody who can be asked for a draft."""

    def draft(self, messages: Sequence[dict[str, str]], seed: int, seconds: float) -> str:
        """A draft, as it was written.

        Raises:
            Silent: there is no answer, or none that can be used.
        """
        ...


@dataclass(frozen=True)
class HttpWriter:
    """A writer behind an address."""

    settings: Writer

    def draft(self, messages: Sequence[dict[str, str]], seed: int, seconds: float) -> str:
        import httpx

        asked = {
            "model": self.settings.model,
            "messages": list(messages),
            "temperature": 0.8,
            "seed": seed,
            "max_tokens": TOKENS,
            "stream": False,
        }
        address = f"{self.settings.address.rstrip('/')}/chat/completions"
        limits = httpx.Timeout(min(ANSWERING, seconds), connect=CONNECTING)
        try:
            with (
                httpx.Client(trust_env=False, follow_redirects=False, timeout=limits) as client,
                client.stream("POST", address, json=asked) as answer,
            ):
                if answer.status_code != httpx.codes.OK:
                    raise Silent(f"answered “{answer.status_code} {answer.reason_phrase}”")
                return _words_of(_read(answer.iter_bytes(), seconds))
        except httpx.TimeoutException as error:
            raise Silent("did not answer in time") from error
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise Silent("cannot be reached") from error


def _read(portions: Any, seconds: float) -> bytes:
    """An answer, unless it is longer or slower than one can be."""
    end = monotonic() + seconds
    found = b""
    for portion in portions:
        found += portion
        if len(found) > LONGEST_ANSWER:
            raise Silent("does not stop")
        if monotonic() > end:
            raise Silent("did not answer in time")
    return found


def _words_of(answer: bytes) -> str:
    try:
        words = json.loads(answer)["choices"][0]["message"]["content"]
    except (ValueError, KeyError, IndexError, TypeError, RecursionError) as error:
        raise Silent("answered something else than a draft") from error
    if not isinstance(words, str):
        raise Silent("answered something else than a draft")
    return words
