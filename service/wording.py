"""Reasons and states in words for a person. One sentence a reason; the ledger keeps only the reason's name."""

from typing import Final

from replies.decision import SkipReason
from service.left_out import LeftOut

NAMED: Final = 5  # files that could not be read; of more, only their number is told

SENTENCES: dict[SkipReason, str] = {
    SkipReason.NOT_REJECTION: "It is not a rejection.",
    SkipReason.UNSURE: "It may be a rejection; Ajar is not sure.",
    SkipReason.OWN_MAIL: "You wrote it yourself.",
    SkipReason.MAILING_LIST: "It came over a mailing list.",
    SkipReason.BOUNCE: "It is a delivery report.",
    SkipReason.NO_SENDER: "It names no sender.",
    SkipReason.SUSPICIOUS_SENDER: "Your mail server could not verify that it comes from the address that it shows.",
    SkipReason.SUSPICIOUS_REPLY_TO: "It wants the answer sent to another organisation than the one that wrote.",
    SkipReason.FOREIGN_LANGUAGE: "It is in a language that Ajar does not write yet.",
    SkipReason.EXPIRED: "It was found too late for an answer to be natural (see `expire_after`).",
    SkipReason.DUPLICATE: "Another mail about the same rejection came first; this one needs no answer of its own.",
    SkipReason.POSSIBLE_DUPLICATE: "It may be about a rejection that is answered already; please look.",
    SkipReason.NOT_INTERVIEWED: "There was no interview, and `answer` asks for one.",
    SkipReason.NOBODY_READS: "Nobody would read an answer, and no earlier mail names a person.",
    SkipReason.WITHIN_HOLD_OFF: "You applied there again within the hold-off after a rejection.",
    SkipReason.PERHAPS_KNOWN: "You may know that company by another name; `ajar applications` asks which.",
    SkipReason.NOBODY_KNOWN: "Nobody there is known from an earlier application.",
    SkipReason.UNKNOWN_FEEDBACK: "It is feedback, but on no application and by nobody that Ajar knows.",
    SkipReason.MAIL_GONE: "The mail is no longer there.",
    SkipReason.ALREADY_ANSWERED: "You have answered it yourself.",
    SkipReason.DRAFT_BEGUN: "You have begun a draft of your own.",
    SkipReason.WROTE_AGAIN: "They have written again since.",
    SkipReason.NO_LONGER_REJECTION: "Read again, it no longer counts as a rejection.",
    SkipReason.REPLACED: "A person has written about the same rejection since; the reply is to them.",
    SkipReason.SKIPPED_BY_USER: "You told Ajar to skip it.",
    SkipReason.TAUGHT_OTHERWISE: "You told Ajar that it is no rejection.",
}


def in_words(reason: str) -> str:
    """Return the sentence for a reason's name; anything else, such as why a reply is parked, as it is."""
    try:
        return SENTENCES[SkipReason(reason)]
    except ValueError:
        return reason


def counted(number: int, thing: str, things: str | None = None) -> str:
    """Return "1 draft" or "2 drafts"; `things` is a plural that is not made with an s."""
    return f"{number:,} {thing if number == 1 else things or f'{thing}s'}"


def left_out_in_words(lost: LeftOut) -> str:
    """Return what of a source could not be read, or nothing."""
    said = []
    if lost.stretches:
        stretches = counted(lost.stretches, "stretch", "stretches")
        said.append(f"Left out: {stretches} that held no readable mail ({lost.size:,} bytes).")
    if lost.files:
        more = f" and {len(lost.files) - NAMED:,} more" if len(lost.files) > NAMED else ""
        said.append(f"Not read: {', '.join(map(str, lost.files[:NAMED]))}{more}.")
    return " ".join(said)
