"""What may be asked of Gmail, how often, and what its refusals mean; the `http` object of google-api-python-client.

httplib2, which that library would bring along, repeats any request whose answer is lost: one lost answer to
drafts.create makes two drafts. Here a POST leaves at most once, reads are repeated, and a list of what is allowed
stands before the socket. So nothing can be sent, moved, flagged or deleted, not even by mistake.

A POST that was answered with 401 is not repeated either: the look that comes before it has just renewed the token,
so it is rare, nothing was written, and the next sweep does it.
"""

import json
import random
import re
import time
from collections.abc import Mapping
from http import HTTPStatus
from threading import Event

import httplib2

from service.errors import AjarError, Refused, Unavailable, Unclear
from service.mailbox import MAX_MAIL_BYTES
from service.providers.google_endpoint import Credentials, NotAllowed, TokenEndpoint
from service.providers.http_wire import Answer, NoAnswer, Wire, retry_after

# base64 of the largest mail, and room for the JSON round it.
CAP = MAX_MAIL_BYTES * 4 // 3 + 64 * 1024
TRIES = 4
LONGEST_PAUSE = 8.0  # seconds

_ID = r"[A-Za-z0-9_-]{1,128}"
ALLOWED = {
    "GET": re.compile(rf"gmail/v1/users/me/(profile|labels|history|drafts|messages|messages/{_ID}|threads/{_ID})"),
    "POST": re.compile(r"gmail/v1/users/me/drafts"),
}

_RATE = {"rateLimitExceeded", "userRateLimitExceeded"}
_LATER = {"dailyLimitExceeded", "quotaExceeded", "backendError", "concurrentLimitExceeded"}
_SCOPE = {"insufficientPermissions", "ACCESS_TOKEN_SCOPE_INSUFFICIENT"}
_DISABLED = {"accessNotConfigured", "SERVICE_DISABLED"}
_DOMAIN = {"domainPolicy"}


class NotFound(Exception):  # noqa: N818 - reads as what it is
    """404: the thing is gone, or an id is no longer known."""


class TooLarge(Exception):  # noqa: N818 - reads as what it is
    """The answer is longer than `CAP`; `beginning` is what was read of it."""

    def __init__(self, beginning: bytes) -> None:
        super().__init__("an answer above the cap")
        self.beginning = beginning


class GmailTransport:
    """Requests to one Gmail account.

    Args:
        endpoint: Where the API lives; ends with a slash.
        timeout: Seconds of wall-clock time for one request, with its repetitions.
    """

    def __init__(self, credentials: Credentials, endpoint: str, timeout: float) -> None:
        self._credentials = credentials
        self._endpoint = endpoint
        self._timeout = timeout
        self._wire = Wire()
        self._ask_for_token = TokenEndpoint(self._wire, credentials, timeout)
        self._closed = Event()  # ends a pause as well

    def begin(self) -> None:
        """Start a call: what `close` ended may begin anew."""
        self._closed.clear()
        self._wire.open()

    def close(self) -> None:
        """End the running call, from any thread, and let go of the connections."""
        self._closed.set()
        self._wire.close()

    def request(
        self,
        uri: str,
        method: str = "GET",
        body: str | None = None,
        headers: Mapping[str, str] | None = None,
        **_: object,
    ) -> tuple[httplib2.Response, bytes]:
        """Do what google-api-python-client asks for; the signature is httplib2's.

        Raises:
            NotAllowed: Before anything leaves.
            NotFound, TooLarge: For the caller to deal with.
            Unclear: A POST may or may not have been carried out.
            Unavailable, Refused: It was not.
        """
        permit(method, uri, self._endpoint)
        plain = {**(headers or {}), "accept-encoding": "identity"}
        answer = self._write(uri, body, plain) if method == "POST" else self._read(uri, plain)
        if answer.cut:
            raise TooLarge(answer.body)
        return httplib2.Response({"status": str(answer.status)}), answer.body

    # -- reading: repeated -----------------------------------------------------------------------------------------

    def _read(self, uri: str, headers: dict[str, str]) -> Answer:
        deadline = time.monotonic() + self._timeout
        renewed = False
        for tries in range(1, TRIES + 1):
            answer = self._try_to_read(uri, headers, deadline)
            if isinstance(answer, Answer) and answer.status == HTTPStatus.UNAUTHORIZED and not renewed:
                self._credentials.renew(self._ask_for_token)
                renewed = True
                answer = self._try_to_read(uri, headers, deadline)
            if isinstance(answer, Answer) and answer.status == HTTPStatus.OK:
                return answer
            error = self._why(answer)
            if not is_passing(answer) or not self._pause(tries, error, deadline):
                raise error
        raise error

    def _try_to_read(self, uri: str, headers: dict[str, str], deadline: float) -> Answer | NoAnswer:
        try:
            return self._exchange("GET", uri, None, headers, deadline - time.monotonic())
        except NoAnswer as error:
            return error

    def _pause(self, tries: int, error: Exception, deadline: float) -> bool:
        """Wait before the next try (full jitter, or as long as the server asks); False when there is no time left."""
        asked = error.retry_after if isinstance(error, Unavailable) else None
        longest = min(LONGEST_PAUSE, 0.5 * 2**tries)
        delay = asked if asked is not None else random.uniform(0, longest)  # noqa: S311 - jitter is no secret
        if tries == TRIES or time.monotonic() + delay >= deadline:
            return False
        return not self._closed.wait(delay)

    def _why(self, answer: Answer | NoAnswer) -> Exception:
        if isinstance(answer, Answer):
            return meaning(answer, self._credentials.remedy)
        error = Unavailable("The mailbox was closed.") if self._closed.is_set() else answer.meaning("Gmail")
        error.__cause__ = answer
        return error

    # -- writing: once ---------------------------------------------------------------------------------------------

    def _write(self, uri: str, body: str | None, headers: dict[str, str]) -> Answer:
        self._credentials.bearer(self._ask_for_token)
        self._wire.hang_up()  # a connection that the server has just given up would lose the answer
        try:
            answer = self._exchange("POST", uri, body, headers, self._timeout)
        except NoAnswer as error:
            if error.sent:
                raise Unclear("Gmail did not say whether the draft was saved.") from error
            raise error.meaning("Gmail") from error
        if answer.status == HTTPStatus.OK and not answer.cut:
            return answer
        raise outcome_of_write(answer, self._credentials.remedy)

    # -- both ------------------------------------------------------------------------------------------------------

    def _exchange(self, method: str, uri: str, body: str | None, headers: dict[str, str], timeout: float) -> Answer:
        bearer = self._credentials.bearer(self._ask_for_token)
        if timeout <= 0:
            raise NoAnswer("no time left", sent=False)
        signed = {**headers, "authorization": f"Bearer {bearer}"}
        return self._wire.exchange(method, uri, headers=signed, body=body, timeout=timeout, cap=CAP)


def permit(method: str, uri: str, endpoint: str) -> None:
    """Let a request pass only if it is on the list.

    Raises:
        NotAllowed: It is not.
    """
    path, _, _ = uri.removeprefix(endpoint).partition("?")
    pattern = ALLOWED.get(method)
    if not uri.startswith(endpoint) or pattern is None or not pattern.fullmatch(path):
        raise NotAllowed(f"{method} {path}")


def is_passing(answer: Answer | NoAnswer) -> bool:
    """Whether a read that ended so is worth another try."""
    if isinstance(answer, NoAnswer):
        return answer.untrusted is None
    limited = answer.status == HTTPStatus.TOO_MANY_REQUESTS or bool(reasons(answer) & _RATE)
    return limited or answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR


def outcome_of_write(answer: Answer, remedy: str) -> Exception:
    """Return what an answer to a POST means that is not plain success; `remedy` as in `meaning`."""
    unknown = answer.status == HTTPStatus.REQUEST_TIMEOUT or answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR
    if unknown or answer.status < HTTPStatus.MULTIPLE_CHOICES:
        return Unclear("Gmail did not say whether the draft was saved.", retry_after=retry_after(answer))
    if answer.status == HTTPStatus.UNAUTHORIZED:
        return Unavailable("Gmail asks for another token; nothing was saved.")
    if answer.status == HTTPStatus.NOT_FOUND:
        return Unavailable("Gmail does not know the thread any more; nothing was saved.")
    return meaning(answer, remedy)


def meaning(answer: Answer, remedy: str) -> Exception:
    """Return what Gmail's answer means for the mailbox, when it is not the one that was hoped for.

    Args:
        remedy: What helps against a token that is not taken.
    """
    match answer.status:
        case HTTPStatus.NOT_FOUND | HTTPStatus.GONE:
            return NotFound()
        case HTTPStatus.UNAUTHORIZED:
            return Refused("Gmail does not take the token.", remedy)
        case HTTPStatus.FORBIDDEN:
            return _forbidden(answer, remedy)
        case status if status == HTTPStatus.TOO_MANY_REQUESTS or not is_complaint(status):
            return Unavailable(f"Gmail asks to come back later ({status}).", retry_after=retry_after(answer))
        case status:
            named = ", ".join(sorted(reasons(answer)))
            return Refused(f"Gmail refuses a request ({status} {named}).".replace(" )", ")"))


def is_complaint(status: int) -> bool:
    """Whether a status blames the request, so that repeating it is no use."""
    return status not in {408, 409, 425} and HTTPStatus.BAD_REQUEST <= status < HTTPStatus.INTERNAL_SERVER_ERROR


def _forbidden(answer: Answer, remedy: str) -> AjarError:
    why = reasons(answer)
    if why & (_RATE | _LATER):
        return Unavailable("Gmail's rate limit is reached.", retry_after=retry_after(answer))
    if why & _DISABLED:
        return Refused(
            "The Gmail API is switched off in the Google Cloud project of the OAuth client.",
            "Enable it in the Google Cloud console, under APIs & Services.",
        )
    if why & _DOMAIN:
        return Refused("The administrator of this domain forbids the Gmail API.", "Ask the administrator to allow it.")
    if why & _SCOPE:
        return Refused("The token does not cover both permissions, to read and to make drafts.", remedy)
    return Refused(f"Gmail refuses access ({', '.join(sorted(why)) or 403}).", remedy)


def reasons(answer: Answer) -> set[str]:
    """Return the reasons that Google's error object names, in both of its shapes."""
    try:
        error = json.loads(answer.body)["error"]
        found = [each.get("reason") for each in (*error.get("errors", ()), *error.get("details", ()))]
        return {reason for reason in found if re.fullmatch(r"\w{1,60}", reason or "", re.ASCII)}
    except (ValueError, KeyError, TypeError, AttributeError):
        return set()
