"""Who wrote, and for which employer: a name counts where places of the mail that know nothing of each other agree."""

import pytest

from classifier.details import details_of
from classifier.domains import share_spelled
from classifier.message import parse
from classifier.names import name_at_start
from classifier.reading import Details, Fact

NO = "We have decided to go on with other candidates."


def read(sender: str, text: str, subject: str = "Your application") -> Details:
    head = f"From: {sender}\nSubject: {subject}\nContent-Type: text/plain; charset=utf-8\n\n"
    return details_of(parse((head + text).encode()))


def value(fact: Fact | None) -> str | None:
    return fact.value if fact else None


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Acme Robotics GmbH", "acmerobotics"),
        ("Université de Haute-Rive", "univhauterive"),
        ("Azienda Sanitaria Locale Montefino", "aslmontefino"),
        ("Holm & Søn Joinery", "holmandsonjoinery"),
        ("Stadt Wiesenau", "wiesenau"),
        ("Quarz Personalberatung", "quarzpersonal"),
    ],
)
def test_an_address_spells_a_name_by_the_beginnings_of_its_words(name: str, letters: str) -> None:
    assert share_spelled(name, letters) >= 0.6


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Talent Acquisition", "talentbridge"), ("Guildhall", "marlowe"), ("Buchhandlung am Platz", "buchhandlungfaber")],
)
def test_another_name_is_not_spelled(name: str, letters: str) -> None:
    assert share_spelled(name, letters) == 0


@pytest.mark.parametrize(
    ("line", "written", "rest"),
    [
        ("Prof. Dr. Almut Sander", "Prof. Dr. Almut Sander", ""),
        ("Dr. Jana Roth, LL.M.", "Dr. Jana Roth, LL.M.", ""),
        ("Noor K.", "Noor K.", ""),
        ("M.J. (Marijke) van der Velde", "M.J. (Marijke) van der Velde", ""),
        ("Nieves Soria de los Ríos | Catedrática", "Nieves Soria de los Ríos", " | Catedrática"),
        ("Joanne Hale MRTPI", "Joanne Hale", ""),
        ("Joanne R. Hale, SHRM-CP", "Joanne R. Hale", ""),
        ("Tess Arden (she/her)", "Tess Arden", " (she/her)"),
    ],
)
def test_a_name_is_taken_with_its_titles_and_without_what_stands_behind_it(line: str, written: str, rest: str) -> None:
    name = name_at_start(line)
    assert name is not None
    assert (name.written, name.rest) == (written, rest)


@pytest.mark.parametrize("line", ["Human Resources", "The Acme Team", "recruiting team", "R&D", "12 Market Street"])
def test_what_no_person_is_called_is_no_name(line: str) -> None:
    assert name_at_start(line) is None


@pytest.mark.parametrize(
    ("sender", "ending", "person"),
    [
        ("Ines Hale <no-reply@hire.lever.co>", "Warmly,\nInes H.", "Ines H."),
        (
            "Cole, Harriet <harriet.cole@acme.example>",
            "Regards\nHarriet\n\nHarriet Cole\nPeople Adviser",
            "Harriet Cole",
        ),
        (
            "Recruitment <jobs@acme.example>",
            "Mit kollegialen Grüßen\n\ngez. Dr. med. Anna Tiede",
            "Dr. med. Anna Tiede",
        ),
        ("Bewerbung <jobs@acme.example>", "Mit freundlichen Grüßen\nIm Auftrag\n\nKrause\nPersonalamt", "Krause"),
        ("Jobs <jobs@acme.example>", "Yours sincerely,\n\npp Moira Stanley\nHead of People", "Moira Stanley"),
        (
            "DRH <drh@ch-rive.example>",
            "Pour le Directeur et par délégation,\nLa Directrice,\nAnne Courbe",
            "Anne Courbe",
        ),
        ("Dave Petty <dave@acme.example>", "All the best with it, Dave", "Dave"),
        ("Antoine <antoine@acme.example>", "Come at five. Antoine", "Antoine"),
        ("Jobs <jobs@acme.example>", "Best,\nMila & the Acme team", "Mila"),
        ("Jobs <jobs@acme.example>", "Regards,\nHarrow Penn\nTalent Acquisition", None),
        ("Wiebke <jobs@m.personio.com>", "Grüße\nWiebke von Blauhai", "Wiebke"),
        ("Van Loon <info@vanloon.example>", "Gr. Henk van Loon", "Henk van Loon"),
    ],
)
def test_who_signs_is_named_as_signed(sender: str, ending: str, person: str | None) -> None:
    assert value(read(sender, f"{NO}\n\n{ending}\n", "Deine Bewerbung bei Blauhai").person) == person


@pytest.mark.parametrize(
    ("text", "person"),
    [("I enjoyed our talk, but we went with somebody else.", "Nadia Ferreira"), ("You were not selected.", None)],
)
def test_a_service_sends_in_a_persons_name_what_this_person_wrote_only_if_it_says_i(
    text: str, person: str | None
) -> None:
    assert value(read("Nadia Ferreira <no-reply@hire.lever.co>", text).person) == person


@pytest.mark.parametrize(
    ("sender", "subject", "text", "company"),
    [
        ("quillo Hiring Team <no-reply@ashbyhq.com>", "quillo x Dana", NO, "quillo"),
        ("Svenja <svenja@hafenlicht.teamtailor-mail.com>", "Deine Bewerbung bei hafenlicht", NO, "hafenlicht"),
        ("Talent Acquisition <norden@myworkday.com>", "Status", f"{NO}\n\nGrüße\nDein Norden-Team", "Norden"),
        (
            "HR <jobs@acme.example>",
            "Status",
            f"{NO}\n\nRegards\nAnna Roth\nRecruiter, Acme Tools Ltd",
            "Acme Tools Ltd",
        ),
        ("Max Roth <max@acme.example>", "Hi", f"{NO}\n\nBest\nMax\n\nTech Recruiter | Acme Tools", "Acme Tools"),
        ("Chloe Marsh <no-reply@hire.lever.co>", "Papyra - quick update", NO, "Papyra"),
        (
            "InfoJobs <no-reply@infojobs.net>",
            "Novedades",
            "La empresa Molinos Rey ha cerrado tu candidatura.",
            "Molinos Rey",
        ),
        (
            "Tom Fry <tom@brightmoor.example>",
            "Job",
            "My client said no.\n\nBest,\nTom Fry\nBrightmoor Recruitment",
            "Brightmoor Recruitment",
        ),
        (
            "Siân Keane <sian@keanesearch.example>",
            "Vantry - news",
            "I heard from Vantry Pharma. It is a no.",
            "Vantry Pharma",
        ),
        ("Jobs <jobs@quantiva.example>", "Status", NO, "Quantiva"),
        ("Jobs <jobs@quiet-mail-relay.example>", "Status", NO, None),
        ("Jerome Pacy <jerome@pacysearch.example>", "Hi", NO, None),
    ],
)
def test_an_employer_is_found_by_its_witnesses(sender: str, subject: str, text: str, company: str | None) -> None:
    assert value(read(sender, text, subject).company) == company


@pytest.mark.parametrize(
    ("sender", "text"),
    [
        ("JobScout Alerts <alert@jobscout.example>", "New jobs for you: Data Engineer at Airedale Bank"),
        (
            "Casa Nova <info@casanova.example>",
            "Your rental application: the landlord chose other tenants for the flat.",
        ),
    ],
)
def test_what_comes_from_no_employer_has_none(sender: str, text: str) -> None:
    assert read(sender, text, "News").company is None


def test_a_legal_name_in_a_footer_is_not_what_an_employer_is_called() -> None:
    text = "Thank you for applying to Nordquell. At Nordquell we read all.\n\nRegards\nNordquell\n\n"
    text += "Nordquell Getränke GmbH, Kiel"
    assert value(read("Nordquell <nordquell@myworkday.com>", text, "Nordquell").company) == "Nordquell"


@pytest.mark.parametrize(
    ("sender", "subject", "text", "company"),
    [
        ("Hiring <hello@jobs-mail.test>", "[Fernhill Care Homes] Night Carer", NO, "Fernhill Care Homes"),
        ("Anna <anna@acme.example>", "[GIT PULL] fixes", f"{NO}\n\nBest,\nAnna\nAcme", "Acme"),
        (
            "Pia via Homerun <r@homerun-mail.test>",
            "Nee",
            "Dit is verstuurd namens Koekhuis De Maan",
            "Koekhuis De Maan",
        ),
        (
            "People <people@pawlaw.example>",
            "News",
            f"{NO}\n\nPen Acht Wills LLP is a limited firm.",
            "Pen Acht Wills LLP",
        ),
        (
            "Hiring <hello@jobs-mail.test>",
            "News",
            f"{NO}\n\n© 2025 Tessel Ltd, 3 Yard. You get this because you applied for a job with us.",
            "Tessel Ltd",
        ),
        ("Hiring <hello@jobs-mail.test>", "News", f"{NO}\n\n© 2025 Tessel Ltd, 3 Yard.", None),
        ("Careers <a@icims.com>", "News", "You applied for Clerk with The Wexcombe Group.", "The Wexcombe Group"),
        ("HR <hr@strombox.example>", "Interview Strombox / Clerk", NO, "Strombox"),
    ],
)
def test_small_places_name_an_employer_and_common_words_are_no_part_of_it(
    sender: str, subject: str, text: str, company: str | None
) -> None:
    assert value(read(sender, text, subject).company) == company


@pytest.mark.parametrize(
    ("ending", "person"),
    [
        ("Beste Grüße\nJ. Sobotta\nDisposition", "J. Sobotta"),
        ("Tschüss\nAyşe Demir\nNordheide", "Ayşe Demir"),
        ("Herzlichst\nIhre Annemarie Oberrauch mit Familie", "Annemarie Oberrauch"),
        ("Jo, from the people team", "Jo"),
    ],
)
def test_whoever_signs_for_more_than_one_still_signs(ending: str, person: str) -> None:
    assert value(read("Acme <people@acme.example>", f"{NO}\n\n{ending}\n").person) == person


@pytest.mark.parametrize(
    ("sender", "subject", "text", "company"),
    [
        # The position of who signs, and an employer named with it.
        (
            "Lena <lena@hire.lever.co>",
            "Ben x Farnwald",
            f"Hi Ben,\n\n{NO}\n\nBest,\nLena Holt\nStudio Manager bei Farnwald",
            "Farnwald",
        ),
        # What stands below who signed is a signature, though no closing stands above.
        (
            "Amos Dell <amos.dell@hire.lever.co>",
            "Thanks from Birchlane",
            f"Ethan,\n\n{NO} Say the word.\n\nAmos Dell\nRecruiting Manager\nBirchlane | 12 Elm Row",
            "Birchlane",
        ),
        # Another case is no other name, and a team's word no part of one.
        (
            "Workday <nordbahnwerke@myworkday.com>",
            "Ihre Bewerbung",
            "Danke für Ihr Interesse an den Nordischen Bahnwerken.\n\nFreundliche Grüße\nIda Roth\nNordische Bahnwerke",
            "Nordische Bahnwerke",
        ),
        (
            "careers@tarncapital.example",
            "Your application",
            f"Thank you for your interest in Tarn Capital.\n{NO}\n\nBest regards,\nTarn Capital Staffing",
            "Tarn Capital",
        ),
        (
            "Personal-Zirkel <i.roth@personal-zirkel.example>",
            "Ihre Anfrage",
            "Ich leite Ihre Bewerbung weiter.\n\nViele Grüße\nIda Roth\nPersonal-Zirkel GmbH",
            "Personal-Zirkel GmbH",
        ),
        # What somebody says in one sentence from a domain of another name.
        ("HR <hr@quillbridge.example>", "Your application", f"The opening at Easterby has been filled. {NO}", None),
        ("HR <hr@quillbridge.example>", "Your application", f"You reached Grade 7 at Room 12. {NO}", None),
        # Posts and meetings are nobody's name.
        (
            "Mary Tull <office@lanefield.example>",
            "Teaching Assistant",
            f"{NO}\n\nYours sincerely,\nMary Tull\nSchool Business Manager",
            "Lanefield",
        ),
        (
            "Basket & Loaf Graduates <graduates@basketandloaf.example>",
            "Retail intake",
            f"{NO}\n\nBest wishes\nBasket & Loaf Graduates",
            "Basket & Loaf",
        ),
        # Whose behalf it is outweighs who has the portal.
        (
            "Jobdock <no-reply@jobdock.example>",
            "Your Jobdock application",
            f"{NO}\n\nThis message from Jobdock was sent on behalf of Quarrow Mills.",
            "Quarrow Mills",
        ),
    ],
)
def test_forms_posts_and_places_are_told_from_the_employer(
    sender: str, subject: str, text: str, company: str | None
) -> None:
    assert value(read(sender, text, subject).company) == company


def test_answers_that_go_to_somebodys_own_address_speak_for_who_signs() -> None:
    head = "From: Bo Lindqvarn <no-reply@ashbyhq.com>\nReply-To: bo@mapwright.example\nSubject: Phone screen\n\n"
    details = details_of(parse((head + f"Hi Tunde,\n\n{NO}\n\nCheers,\nBo Lindqvarn\n").encode()))
    assert value(details.person) == "Bo Lindqvarn"


def test_whom_to_ask_is_not_who_signs() -> None:
    text = f"{NO}\n\nIf you have a question, contact:\nOwen Garth\nPennfield NHS Trust\n\nNHS Jobs team"
    assert read("NHS Jobs <noreply@jobs.nhs.uk>", text).person is None
