"""The consent page and the token endpoint of the tests' Gmail server (RFC 6749 §4.1 and §6, RFC 7636)."""

import base64
import hashlib
import json
from collections.abc import Mapping
from urllib.parse import urlencode

CLIENT_ID = "1234.apps.example"
CLIENT_SECRET = "client-secret-of-the-tests"
READ = "https://www.googleapis.com/auth/gmail.readonly"
COMPOSE = "https://www.googleapis.com/auth/gmail.compose"

Reply = tuple[int, Mapping[str, str], bytes]


class Consent:
    """What the user grants, and the tokens that come of it.

    Attributes:
        granted: What the user ticks on the page; None: the user says no.
        rotates: Every refresh gives another refresh token, and ends the former.
        pages: The consent pages that were opened, with their parameters.
    """

    def __init__(self) -> None:
        self.granted: tuple[str, ...] | None = (READ, COMPOSE)
        self.rotates = False
        self.access_tokens = {"access-0"}
        self.refresh_tokens = {"refresh-0"}
        self.pages: list[Mapping[str, str]] = []
        self._codes: dict[str, Mapping[str, str]] = {}
        self._made = 0

    def page(self, query: Mapping[str, str]) -> Reply:
        """Show the page; the user decides at once."""
        self.pages.append(query)
        back = {"state": query["state"]}
        if self.granted is None:
            back["error"] = "access_denied"
        else:
            back["code"] = f"code-{len(self.pages)}"
            self._codes[back["code"]] = query
        return 302, {"Location": f"{query['redirect_uri']}?{urlencode(back)}"}, b""

    def token(self, form: Mapping[str, str]) -> Reply:
        """Give tokens for a code or for a refresh token."""
        if (form.get("client_id"), form.get("client_secret")) != (CLIENT_ID, CLIENT_SECRET):
            return _json(401, {"error": "invalid_client"})
        first = form["grant_type"] == "authorization_code"
        if not (self._redeems(form) if first else form["refresh_token"] in self.refresh_tokens):
            return _json(400, {"error": "invalid_grant", "error_description": "Token has been expired or revoked."})
        return _json(200, self._new_tokens(first=first))

    def _redeems(self, form: Mapping[str, str]) -> bool:
        asked = self._codes.pop(form["code"], None)
        if asked is None or asked["code_challenge_method"] != "S256" or asked["redirect_uri"] != form["redirect_uri"]:
            return False
        proof = base64.urlsafe_b64encode(hashlib.sha256(form["code_verifier"].encode()).digest()).rstrip(b"=")
        return asked["code_challenge"] == proof.decode()

    def _new_tokens(self, *, first: bool) -> dict[str, object]:
        self._made += 1
        self.access_tokens = {f"access-{self._made}"}
        scope = " ".join(self.granted or ())
        answer = {"access_token": f"access-{self._made}", "expires_in": 3600, "token_type": "Bearer", "scope": scope}
        if first or self.rotates:
            self.refresh_tokens = {f"refresh-{self._made}"}
            answer["refresh_token"] = f"refresh-{self._made}"
        return answer


def _json(status: int, answer: Mapping[str, object]) -> Reply:
    return status, {}, json.dumps(answer).encode()
