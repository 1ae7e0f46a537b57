"""What has to be known of a language to take the facts out of job mail. All but its function words may be missing.

A field that is left out finds nothing, so a language can start small: absent rather than wrong.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from classifier.languages.patterns import ALWAYS, NEVER
from classifier.languages.saying import Saying


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Speech:
    r"""How one language says what matters in job mail.

    Patterns are searched for in one sentence, unless said otherwise. Fields of plain strings are lists of alternatives
    (regular expressions, small letters), which the generic code joins. Those marked (all) are joined over all
    languages, since names and signatures know no borders: list no word there that is a name or harmless elsewhere.

    Attributes:
        code: ISO 639-1.
        function_words: The small words, in small letters, that tell this language from others; about fifty.
        familiar: Words that address the reader familiarly ("du"); counted in the whole text.
        formal: Words that address the reader formally ("Ihnen"); counted in the whole text.
        open: A sentence in which it is found decides nothing about its reader yet: a condition, "not yet", candidates
            in general.

        closings: Ends of letters ("best regards"), each a whole line but for a mark, a place or a name behind it. (all)
        closing_words: Whole words by which a line is a closing if the next one is no sentence ("regards"). (all)
        behind_closings: Words that may go on after a closing ("Grüße aus Berlin": "aus"). (all)
        signed_for: What may stand before the name of one who signs for another ("i\. ?A\."). (all)
        possessives: What a writer may be called to be the reader's ("your Anna": "your"). (all)
        person_titles: Titles before names, as written, without the full stop ("Dr"). (all)
        no_names: Whole words that no person's name contains ("team", "department", "regards"). (all)
        functions: Beginnings of words for what a person is, that stand beside a name ("manager"). (all)
        positions: Words of positions below or beside a name, a witness that it is a person's ("recruiter"). (all)
        behind_names: Words between a name and what is not the name, in one line ("Anna from the Acme team"). (all)
        behind_senders: The same in a From header ("Anna from Acme": "from"); behind them stands the employer. (all)
        via: Words before the system that sends, in a From header ("Acme via Greenhouse"). (all)

        team_words: Words in a From header's name that are no part of the employer's ("recruiting team", "the"). (all)
        gender_marks: Words in the brackets behind a title; single letters ("m/w/d") are known. (all)
        requisition_words: Whole labels before the number of a position ("ref", "kennziffer", "job id"). (all)

        organisations: Words of names that say what it is, whole ("university", "council"), a witness that a line
            below a signature is the employer. (all)
        businesses: The same, but at the end of names only: elsewhere they may be a position's ("software"). (all)
        employer_labels: What stands before a colon and the employer, in a line of its own ("organisation"). (all)
        departments: Words of parts of an employer, whole ("department", "school of"). (all)
        company_hint: A sentence without it names no employer: a cheap look that saves dear ones.
        companies: How text names the employer: group `company`. See `companies_after`.
        companies_maybe: The same where a second witness is needed (display name, domain, signature).
        clients: An agency or a portal speaks of whom it writes for: group `company` if it is named ("my client, Acme").
        company_stops: Words with capitals, as written, at which a name ended that a pattern took too long ("We").
        articles: Words that may stand before any of `no_companies`, in small letters ("the", "our").
        no_companies: Whole names, in small letters, that are none: places, days, "team".

        alone: The writer speaks as one person ("I").
        unattended: Nobody reads answers.
        invites_reply: The reader is welcome to answer.
        no_invitation: Such a sentence invites to something else than an answer ("apply again", "our website").
        gives_feedback: Says what was missing or why.
        feedback_on_request: Offers feedback or sets a condition: then it gives none.
        advises: The writer gives advice of their own ("I would suggest that you …").
        encourages: The writer encourages the reader or praises their work ("do apply again", "impressed by your").
        reapply: When the reader may try again: group `when` has the mail's own words ("after six months"); vague
            ones ("in the future") are not worth it. First hit wins.
        numbers: Number words in small letters and what they count (digits are known) ("six": 6; "a": 1; "half a": 0.5).
        months: Units of time in small letters and how many months each has ("month": 1, "months": 1, "years": 12).
        spans: Fixed phrases in small letters, and months ("next year": 12).
    """

    code: str
    function_words: frozenset[str]
    familiar: Saying = NEVER
    formal: Saying = NEVER
    open: Saying = NEVER

    closings: tuple[str, ...] = ()
    closing_words: tuple[str, ...] = ()
    behind_closings: tuple[str, ...] = ()
    signed_for: tuple[str, ...] = ()
    possessives: tuple[str, ...] = ()
    person_titles: tuple[str, ...] = ()
    no_names: tuple[str, ...] = ()
    functions: tuple[str, ...] = ()
    positions: tuple[str, ...] = ()
    behind_names: tuple[str, ...] = ()
    behind_senders: tuple[str, ...] = ()
    via: tuple[str, ...] = ()

    team_words: tuple[str, ...] = ()
    gender_marks: tuple[str, ...] = ()
    requisition_words: tuple[str, ...] = ()

    organisations: tuple[str, ...] = ()
    businesses: tuple[str, ...] = ()
    employer_labels: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    company_hint: Saying = ALWAYS
    companies: tuple[Saying, ...] = ()
    companies_maybe: tuple[Saying, ...] = ()
    clients: tuple[Saying, ...] = ()
    company_stops: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    no_companies: tuple[str, ...] = ()

    alone: Saying = NEVER
    unattended: Saying = NEVER
    invites_reply: Saying = NEVER
    no_invitation: Saying = NEVER
    gives_feedback: Saying = NEVER
    feedback_on_request: Saying = NEVER
    advises: Saying = NEVER
    encourages: Saying = NEVER
    reapply: tuple[Saying, ...] = ()
    numbers: Mapping[str, float] = field(default_factory=dict)
    months: Mapping[str, float] = field(default_factory=dict)
    spans: Mapping[str, float] = field(default_factory=dict)
