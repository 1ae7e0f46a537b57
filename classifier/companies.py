"""Which employer the mail comes from; never the name of the system that sent it.

Every place that may name it makes a candidate. Candidates that are one employer's ("Acme", "Acme Robotics GmbH") stand
together: each place, and each address that spells the name, is a witness. The heaviest counts if it is heavy enough,
in its fullest form, else there is none.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from classifier.candidates import (
    DISPLAYED,
    PART,
    SAID,
    SIGNED,
    SUBJECT,
    TEXT,
    WHOLE,
    Candidate,
    Told,
    is_common,
    share_of,
)
from classifier.company_names import core, is_kin, is_organisation, legal_end, without_team
from classifier.domains import Hint, domain_label, registered_label, share_spelled
from classifier.in_footer import named_beside, on_behalf, small_print
from classifier.in_headers import displayed, in_subject, with_article, without_function
from classifier.in_signature import signed
from classifier.in_text import clients, deciding, framed, labelled, spelled, stated
from classifier.kinds_of_mail import is_about_else, is_for_client
from classifier.reading import Fact
from classifier.senders import FREEMAIL, is_service, is_unattended
from classifier.signatures import Line
from classifier.unlikely import is_unlikely
from classifier.values import squash

_ENOUGH = 3.0
_CLIENT = 1.0  # what it weighs that an agency speaks of somebody
_MOST_OF_IT = 0.6
_SURE = 2.0
_SHORTEST_WORD, _LONGEST_WORD = 4, 10
_MOST_WORDS = 9
_LONGEST_NAME = 3
_BELOW_SIGNER = 4
_CASES = frozenset({"", "n", "en", "s"})
_ARTICLE = re.compile(r"(?i)the|der|die|das|la|les?|el|los|las|il|lo|het|de|[ao]")
_FREEMAIL = frozenset(domain.partition(".")[0] for domain in FREEMAIL)
_RELAY_LIKE = re.compile(r"mail|post|hire|recruit|job|talent|apply|career|work|bewerb|karriere|stellen|news|list")


@dataclass(slots=True)
class _Employer:
    """Candidates that are one employer's name."""

    hints: Sequence[Hint]
    members: list[Candidate] = field(default_factory=list)
    cores: list[tuple[str, ...]] = field(default_factory=list)
    spelled_in: set[str] = field(default_factory=set)

    def has(self, name: str) -> bool:
        """Whether a name is this employer's: akin to one it has, or spelled by the same address."""
        own = core(name)
        return any(is_kin(own, other) for other in self.cores) or bool(self.spelled_in & self._addresses(name))

    def add(self, candidate: Candidate) -> None:
        """Take a candidate in."""
        self.members.append(candidate)
        self.cores.append(core(candidate.name))
        self.spelled_in |= self._addresses(candidate.name)

    def _addresses(self, name: str) -> set[str]:
        """Return the letters of the addresses that surely spell a name."""
        sure = [hint for hint in self.hints if hint.weight >= _SURE]
        return {hint.letters for hint in sure if share_spelled(name, hint.letters) >= _MOST_OF_IT}

    @property
    def weight(self) -> float:
        """What all places and addresses together say for it."""
        places: dict[str, float] = {}
        for member in self.members:
            places[member.place] = max(places.get(member.place, 0.0), member.weight)
        return sum(places.values()) + self.agreement

    @property
    def agreement(self) -> float:
        """What the address that most speaks for it weighs."""
        names = {member.name for member in self.members}
        shares = ((hint.weight, share_spelled(name, hint.letters)) for hint in self.hints for name in names)
        return max((weight if share >= _MOST_OF_IT else weight / 2 for weight, share in shares if share), default=0.0)

    def places_of(self, name: str) -> set[str]:
        """Return where it has this name, with any legal form or none."""
        own = core(name)
        return {member.place for member, other in zip(self.members, self.cores, strict=True) if other == own}

    def share(self, candidate: Candidate) -> float:
        """Return which share of an address a name spells."""
        return share_of(candidate.name, self.hints)

    @property
    def is_senders(self) -> bool:
        """Whether it is who sent the mail, not only whom the mail speaks of."""
        return self.agreement > 0 or any(member.place in {DISPLAYED, SIGNED} for member in self.members)

    @property
    def is_in_text(self) -> bool:
        """Whether the text names it."""
        return any(member.place == TEXT for member in self.members)

    @property
    def is_spoken_of(self) -> bool:
        """Whether it is an organisation that subject and text name, and nothing else."""
        says_so = any(is_organisation(member.name) and " " in member.name for member in self.members)
        return says_so and {member.place for member in self.members} == {SUBJECT, TEXT} and not self.agreement


def company_of(told: Told, person: Fact | None) -> Fact | None:
    """Return the employer's name as the mail writes it, with the place where it stood.

    Who signed is no employer.
    """
    signer = core(person.value) if person else ()
    told = replace(told, last=_signed_by(told.last, person)) if person else told
    told = replace(told, for_client=is_for_client(told))
    candidates = (one for one in _candidates(told) if not _is_part(core(one.name), signer))
    beside = named_beside(told)
    found = [one for one in candidates if not (is_unlikely(one, told) or _is_beside(one, beside))]
    employers = [one for one in _employers(found, told.hints) if not _is_only_said(one, told)]
    best = _client(employers, told) or _heaviest((employer.weight, employer) for employer in employers)
    if best is None:
        firm = small_print(told)
        return Fact(firm, TEXT) if firm else _from_domain(told, found)
    chosen = _without_common(_without_team(_fullest(best, told.said), best), best, told)
    name = without_function(chosen.name, told) if chosen.place in {DISPLAYED, SIGNED} else chosen.name
    return None if is_about_else(told, name) else Fact(with_article(name, told), chosen.place)


def _candidates(told: Told) -> Iterator[Candidate]:
    """Yield the candidates of all places."""
    shown = tuple(displayed(told))
    is_served = told.message.sender is not None and is_service(told.message.sender)
    told = replace(told, is_unnamed=is_served and not shown)
    by_others = (clients,) if told.for_client else ()
    reported = (deciding,) if told.for_client or told.is_unnamed else ()
    places = (in_subject, framed, labelled, signed, stated, spelled, on_behalf, *by_others, *reported)
    for candidate in (*shown, *(candidate for place in places for candidate in place(told))):
        if len(candidate.name.split()) <= _MOST_WORDS:
            yield candidate


def _signed_by(lines: Sequence[Line], person: Fact) -> tuple[Line, ...]:
    """Return the lines where the few below who signed are signed too, also where no closing stands above."""
    at = next((number for number, line in enumerate(lines) if line.text.startswith(person.value)), len(lines))
    below = range(at, at + _BELOW_SIGNER)
    return tuple(
        replace(line, behind=number - at + 1) if number in below and not line.is_signed else line
        for number, line in enumerate(lines)
    )


def _is_part(name: tuple[str, ...], signer: tuple[str, ...]) -> bool:
    """Whether this is the name of the one who signed, or a part of it, or the whole of it."""
    is_whole = len(signer) == 1 and len(name) <= _LONGEST_NAME and name[:1] == signer
    return is_whole or name in {signer[: len(name)], signer[-len(name) :]}


def _is_beside(one: Candidate, others: set[tuple[str, ...]]) -> bool:
    """Whether the mail itself names only an employer's owner, or a system. Whoever sends by that name means it."""
    own = core(one.name)  # of "onderdeel van Brouwhuys Group N.V." too
    return one.place != DISPLAYED and any(own[-len(other) :] == other for other in others)


def _employers(found: Iterable[Candidate], hints: Sequence[Hint]) -> list[_Employer]:
    """Return the candidates by whose name they are."""
    employers: list[_Employer] = []
    for candidate in sorted(found, key=lambda one: (-one.fullness, -len(one.name))):
        home = next((employer for employer in employers if employer.has(candidate.name)), None)
        if home is None:
            employers.append(home := _Employer(hints))
        home.add(candidate)
    return employers


def _is_only_said(employer: _Employer, told: Told) -> bool:
    """Whether somebody who writes from a domain of another name says it in one sentence: "a new branch at Easterby"."""
    sender = told.message.sender
    if told.for_client or told.is_unnamed or sender is None or is_unattended(sender.email) or is_service(sender):
        return False
    places = {member.place for member in employer.members}
    if not domain_label(told.message) or employer.agreement or len(places) > 1 or not places <= {SUBJECT, TEXT}:
        return False
    return not any(is_organisation(member.name) for member in employer.members)


def _client(employers: Sequence[_Employer], told: Told) -> _Employer | None:
    """Return for whom an agency or a portal writes, if it names anybody."""
    if not told.for_client and not any(employer.is_spoken_of for employer in employers):
        return None
    is_portal = told.message.sender is not None and is_unattended(told.message.sender.email)
    others = (employer for employer in employers if not employer.is_senders)
    return _heaviest((employer.weight + _CLIENT * (is_portal or employer.is_in_text), employer) for employer in others)


def _heaviest(weighed: Iterable[tuple[float, _Employer]]) -> _Employer | None:
    """Return the employer that most speaks for, if it is enough."""
    weight, best = max(weighed, key=lambda pair: pair[0], default=(0.0, None))
    return best if weight >= _ENOUGH else None


def _fullest(employer: _Employer, said: str) -> Candidate:
    """Return the fullest form that the mail itself uses; a longer one that a footer adds once is no name to call by."""
    names = {one.name for one in employer.members}
    called = [one for one in employer.members if not any(_is_declined(one.name, name) for name in names)]
    ranked = sorted(called, key=lambda one: (-min(one.fullness, SAID), -len(one.name)))
    written = [one for one in ranked if one.name in said]
    best = (written or ranked)[0]
    longer = [one for one in ranked if one.name.endswith(f" {best.name}")]
    for one in longer:
        if is_organisation(one.name) > is_organisation(best.name) or employer.share(one) > employer.share(best):
            return one  # "Gemeente Waldrecht", where the text says "bij de gemeente Waldrecht"
    only = employer.places_of(best.name)
    if only == {SUBJECT} or (legal_end(best.name) is not None and only == {TEXT}):
        parts = (one for one in ranked if {DISPLAYED, SIGNED} <= employer.places_of(one.name))
        best = next(parts, best)  # "Acme Careers" sent and "The Acme Team" signed, whatever a footer adds
    if best.fullness == PART:
        return next((one for one in ranked if one.fullness > PART and best.name in one.name), best)
    used = [one for one in written if one.fullness >= SAID and _alone(one.name, best.name, said) > 1]
    shown = [len(core(one.name)) for one in ranked if one.place == DISPLAYED and one.fullness == WHOLE]
    return used[0] if used and max(shown, default=0) <= len(core(used[0].name)) else best


def _alone(name: str, longer: str, said: str) -> int:
    """Return how much more often a text has a name without the words that make it the longer one."""
    inside = said.count(longer) if name in longer else 0
    return said.count(name) - inside - said.count(longer)


def _without_team(chosen: Candidate, employer: _Employer) -> Candidate:
    """Return the name without a team's word at its end where a sentence has it so: "Acme Staffing" of "Acme"."""
    bare = without_team(chosen.name)
    said = (one for one in employer.members if one.name == bare != chosen.name)
    return next((one for one in said if one.place == TEXT and one.fullness == SAID), chosen)


def _is_declined(name: str, other: str) -> bool:
    """Whether a name is another one in another case: "Nordischen Bahnwerken"."""
    words, bare = name.split(), other.split()
    if name == other or len(words) != len(bare):
        return False
    return all(word.startswith(base) and word[len(base) :] in _CASES for word, base in zip(words, bare, strict=True))


def _without_common(chosen: Candidate, employer: _Employer, told: Told) -> Candidate:
    """Return the name without common words before it, where it has it so as well: "Interview Acme" is "Acme"."""
    for one in employer.members:
        before = chosen.name.removesuffix(f" {one.name}")
        is_nothing_else = all(is_common(word, told) for word in one.name.split())  # "Council Office"
        if before == chosen.name or _ARTICLE.fullmatch(before) or is_organisation(before) or is_nothing_else:
            continue
        if all(is_common(word, told) for word in before.split()) and employer.share(one) >= employer.share(chosen):
            return one
    return chosen


def _from_domain(told: Told, found: Sequence[Candidate]) -> Fact | None:
    """Return the sender's domain with a capital, where nothing else names anybody and it can be one word.

    A longer label is two words more often than one, and nobody can tell where they part.
    """
    label, sender = domain_label(told.message), told.message.sender
    is_word = (
        label == registered_label(told.message)
        and label.isalpha()
        and label not in _FREEMAIL
        and _SHORTEST_WORD <= len(label) <= _LONGEST_WORD
        and not _RELAY_LIKE.search(label)
    )
    if sender is None or not is_word or is_unattended(sender.email):
        return None
    if any(one.place == DISPLAYED and one.weight > 1.0 for one in found):
        return None
    shown = (squash(word) for word in sender.name.split())
    if any(len(word) >= _SHORTEST_WORD and word in label and len(word) + 2 < len(label) for word in shown):
        return None  # "pacysearch" of Jerome Pacy
    return Fact(label.capitalize(), "sender's domain")
