"""Dutch job mail says what happened, what may still happen, and how it speaks to its reader."""

import time

import pytest

from classifier.details import details_of
from classifier.languages.nl import DUTCH
from classifier.message import parse
from classifier.reading import Details, Fact, Formality, Reason, Stage
from classifier.senders import is_freemail, is_team, is_unattended

FRAME = "Beste Robin,\n\nWij schrijven over jouw sollicitatie bij ons bedrijf. {} Dat is wat we nog wilden zeggen."


def read(text: str, *, sender: str = "Jobs <jobs@kerkuil.example>", subject: str = "Bericht") -> Details:
    head = f"From: {sender}\nSubject: {subject}\nContent-Type: text/plain; charset=utf-8\n\n"
    return details_of(parse((head + text).encode()))


def value(fact: Fact | None) -> str | None:
    return fact.value if fact else None


@pytest.mark.parametrize(
    "sentence",
    [
        "Bedankt voor het prettige sollicitatiegesprek van maandag.",
        "Na het tweede interview hebben we lang overlegd.",
        "Dank dat u vorige week bij ons op gesprek bent geweest.",
        "Het was aangenaam u te ontmoeten op onze school.",
        "We vonden het leuk om kennis met je te maken, dank voor je komst.",
        "Bedankt om langs te komen op onze werf.",
        "Bedankt voor je proefdienst van zaterdag.",
        "Afgelopen dinsdag was je bij ons voor een tweede kennismaking.",
        "Bedankt voor uw deelname aan de mondelinge proef.",
        "Dank voor het gesprek bij ons op kantoor.",
        "Je hebt nu drie gesprekken met ons gehad.",
    ],
)
def test_a_meeting_that_took_place_is_an_interview(sentence: str) -> None:
    found = read(FRAME.format(sentence))
    assert (found.stage, found.stage_evidence) == (Stage.INTERVIEWED, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Bedankt voor het fijne gesprek van gisteren.",
        "Leuk dat we elkaar dinsdag telefonisch hebben gesproken.",
        "Merci voor de aangename babbel vorige week.",
        "Bedankt voor het telefonisch interview van donderdag.",
        "Na ons gesprek hebben we er nog eens over nagedacht.",
        "Bedankt voor de tijd die je hebt genomen om met Sven en Priya te praten.",
        "Dank voor uw inschrijving en voor het intakegesprek met mijn collega.",
    ],
)
def test_a_talk_is_no_interview(sentence: str) -> None:
    assert read(FRAME.format(sentence)).stage is Stage.SPOKEN


@pytest.mark.parametrize(
    "sentence",
    [
        "Wij nodigen u niet uit voor een sollicitatiegesprek.",
        "Helaas kunnen we je geen kennismakingsgesprek aanbieden.",
        "Als je profiel past, volgt een interview met het team.",
        "De eerste gesprekken vinden plaats in week twaalf.",
        "Een tweede gesprek en een assessment kunnen deel uitmaken van de procedure.",
        "Wij hebben vijf andere kandidaten gesproken en het was een fijn gesprek.",
        "Ik moet het gesprek van morgen verzetten.",
        "Voor vragen zijn wij telefonisch bereikbaar.",
        "U kan niet deelnemen aan het mondelinge gedeelte.",
        "U werd weerhouden voor het sollicitatiegesprek van 20 april.",
        "Bedankt voor je bezoek aan onze website.",
        "Door ziekte kunnen de gesprekken pas na Nieuwjaar plaatsvinden.",
        "Na overleg met het team hebben we besloten.",
    ],
)
def test_what_is_planned_refused_or_about_others_did_not_take_place(sentence: str) -> None:
    assert read(FRAME.format(sentence)).stage is Stage.APPLIED


def test_a_meeting_with_the_team_is_only_claimed_when_the_mail_says_so() -> None:
    assert read(FRAME.format("Bedankt voor het gesprek met het team.")).met_team
    assert not read(FRAME.format("Na overleg met het team gaan we niet verder.")).met_team
    assert not read(FRAME.format("Ons team vond je brief sterk.")).met_team


@pytest.mark.parametrize(
    "sentence",
    [
        "Als je niet geselecteerd bent, hoor je dat van ons.",
        "Mocht u niet in aanmerking komen, dan ontvangt u bericht.",
        "Word je niet uitgenodigd, dan verwijderen we je gegevens.",
        "Is de vacature al vervuld, dan zoeken we een andere plek.",
        "Binnenkort laten we weten of we met een andere kandidaat verdergaan.",
        "Dan kun je ervan uitgaan dat we met andere kandidaten verdergaan.",
        "Indien de functie is ingevuld, krijgt u een bericht.",
        "Pas als de functie intern is vervuld, hoort u meer.",
        "Kandidaten die niet geselecteerd worden, krijgen een mail.",
        "Er is nog geen keuze gemaakt.",
    ],
)
def test_a_condition_leaves_the_question_open(sentence: str) -> None:
    assert DUTCH.open.search(sentence)
    assert read(FRAME.format(sentence)).reason is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Je sollicitatie als kok is afgewezen.",
        "Wij mochten veel reacties ontvangen en kozen een ander.",
        "Helaas gaan we met een andere kandidaat verder.",
        "Aangezien u het diploma niet bezit, werd uw kandidatuur niet weerhouden.",
        "De functie is inmiddels ingevuld.",
        "Zonder rijbewijs kunnen we je niet aannemen.",
    ],
)
def test_a_decision_leaves_nothing_open(sentence: str) -> None:
    assert DUTCH.open.search(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("De vacature is inmiddels ingevuld.", Reason.FILLED),
        ("Wij hebben ondertussen al iemand gevonden voor in de bakkerij.", Reason.FILLED),
        ("De functie komt te vervallen door een reorganisatie.", Reason.CANCELLED),
        ("De vacature zal niet worden ingevuld.", Reason.CANCELLED),
        ("Er wordt geen enkele kandidaat aangesteld.", Reason.CANCELLED),
        ("We hebben besloten de werving te stoppen.", Reason.CANCELLED),
        ("De vacature werd on hold gezet.", Reason.PAUSED),
        ("Er geldt een vacaturestop voor de hele organisatie.", Reason.PAUSED),
        ("Onze keuze is op een andere kandidaat gevallen.", Reason.OTHER_CANDIDATES),
        ("We gaan met iemand anders in zee.", Reason.OTHER_CANDIDATES),
        ("De voorkeur is uitgegaan naar een ander profiel.", Reason.OTHER_CANDIDATES),
        ("Uw profiel sluit onvoldoende aan op de functie-eisen.", Reason.NOT_QUALIFIED),
        ("U beschikt niet over het vereiste diploma.", Reason.NOT_QUALIFIED),
        ("Wij wensen je veel succes.", None),
    ],
)
def test_the_reason_is_the_one_that_the_mail_gives(sentence: str, reason: Reason | None) -> None:
    assert read(FRAME.format(sentence)).reason is reason


@pytest.mark.parametrize(
    ("sentence", "when", "months"),
    [
        ("Solliciteer over een half jaar gerust opnieuw.", "over een half jaar", 6),
        ("U kan zich na zes maanden opnieuw kandidaat stellen.", "na zes maanden", 6),
        ("Probeer het volgend jaar nog eens.", "volgend jaar", 12),
        ("U kan opnieuw deelnemen na een wachttijd van zes maanden.", "na een wachttijd van zes maanden", 6),
        ("In het najaar groeien we, dus solliciteer over twee jaar opnieuw.", "over twee jaar", 24),
        ("Hou onze website in de gaten.", None, None),
        ("We bewaren je gegevens een jaar.", None, None),
    ],
)
def test_when_to_try_again_is_told_in_the_mails_own_words(sentence: str, when: str | None, months: int | None) -> None:
    found = read(FRAME.format(sentence))
    assert (value(found.reapply), found.reapply_months) == (when, months)


@pytest.mark.parametrize(
    ("text", "formality"),
    [
        ("Helaas kunnen wij u geen functie aanbieden.", Formality.FORMAL),
        ("Geachte heer Vale, uw sollicitatie is niet gehonoreerd.", Formality.FORMAL),
        ("Helaas kunnen we je geen baan aanbieden.", Formality.FAMILIAR),
        ("Jullie brief hebben we met plezier gelezen.", Formality.FAMILIAR),
        ("Helaas hebben wij voor een andere kandidaat gekozen.", None),
        ("Beste Robin, dank voor uw brief. Jij bent het niet geworden.", None),
        ("De winkel is open tot 18 u en wij zijn er.", None),
    ],
)
def test_a_mail_says_je_or_u(text: str, formality: Formality | None) -> None:
    found = read(text)
    assert (found.language, found.formality) == ("nl", formality)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("unattended", "Antwoorden op deze e-mail worden niet gelezen."),
        ("unattended", "U kunt op dit bericht niet antwoorden."),
        ("unattended", "Dit is een automatisch bericht."),
        ("invites_reply", "Bel of mail me gerust als je vragen hebt."),
        ("invites_reply", "Laat het ons weten als u een toelichting wenst."),
        ("declines_feedback", "Helaas kunnen we geen individuele feedback geven."),
        ("declines_feedback", "Over de uitslag kan niet worden gecorrespondeerd."),
        ("gives_feedback", "We misten wat ervaring met e-depots."),
        ("gives_feedback", "De ervaring met zorg gaf de doorslag."),
        ("keeps_on_file", "We nemen je op in onze talentpool."),
        ("keeps_on_file", "Ik hou je cv graag bij."),
        ("keeps_on_file", "Wij bewaren uw gegevens een jaar in portefeuille."),
        ("encourages", "Laat je hierdoor niet ontmoedigen."),
        ("encourages", "Je presentatie heeft indruk op ons gemaakt."),
        ("encourages", "Je hebt veel talent, ga zo door."),
        ("encourages", "Wij vonden uw casus erg sterk."),
        ("advises", "Eén tip: vertel eerst wat je zelf deed."),
        ("advises", "Ik raad je aan om je cv in te korten."),
        ("advises", "Het zou helpen als u meer voorbeelden noemt."),
    ],
)
def test_a_sentence_about_answers_or_files_says_so(name: str, sentence: str) -> None:
    assert getattr(read(FRAME.format(sentence)), name) == sentence


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("unattended", "Heb je vragen, beantwoord dan deze mail."),
        ("invites_reply", "Solliciteer gerust via onze website."),
        ("declines_feedback", "Graag geven we je feedback."),
        ("gives_feedback", "Desgewenst licht ik toe wat doorslaggevend was."),
        ("keeps_on_file", "Uw gegevens worden na vier weken verwijderd."),
        ("keeps_on_file", "Bedankt voor je sollicitatie bij ons."),
        ("keeps_on_file", "Mogen we je gegevens een jaar bewaren?"),
        ("encourages", "Solliciteer gerust opnieuw via onze website."),
        ("encourages", "We moedigen je aan onze vacatures te volgen."),
        ("encourages", "Wij kregen veel sterke sollicitaties."),
        ("advises", "Wij raden je aan onze vacatures in de gaten te houden."),
        ("advises", "De Raad van Bestuur heeft anders besloten."),
    ],
)
def test_a_sentence_that_offers_asks_or_refuses_does_not_say_it(name: str, sentence: str) -> None:
    assert getattr(read(FRAME.format(sentence)), name) is None


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Bedankt voor je sollicitatie op de functie van Backend Developer (m/v/x) bij ons.", "Backend Developer"),
        ("Hartelijk dank voor uw sollicitatie naar de functie van beleidsmedewerker Wmo.", "beleidsmedewerker Wmo"),
        ("Je solliciteerde onlangs als Marketingmedewerker bij Luchtbrug.", "Marketingmedewerker"),
        ("Merci voor je kandidatuur als projectingenieur bij ons.", "projectingenieur"),
        ("De vacature Applicatiebeheerder is ingevuld.", "Applicatiebeheerder"),
        ("De procedure voor teamleider warehouse loopt vertraging op.", "teamleider warehouse"),
        ("Wij zoeken een docent voor de functie van docent verpleegkunde 0,6 fte.", "docent verpleegkunde"),
        ("Op de functie junior conservator ontvingen wij veel brieven.", "junior conservator"),
        ("Het proces voor de positie Sr. Data Engineer gaat niet verder.", "Sr. Data Engineer"),
        ("De vacature verder openhouden kan niet.", None),
        ("Bedankt voor je reactie op de vacature van vorige week.", None),
        ("De vacature is inmiddels ingevuld.", None),
        ("Bedankt voor je sollicitatie voor deze functie.", None),
        ("Uw aanvraag voor een lening is afgewezen.", None),
    ],
)
def test_a_position_is_named_without_its_hours_and_gender_mark(text: str, role: str | None) -> None:
    assert value(read(text).role) == role


@pytest.mark.parametrize(
    ("subject", "role"),
    [
        ("Uw sollicitatie als commercieel bediende binnendienst", "commercieel bediende binnendienst"),
        ("Vacature Storingsmonteur | Noordkust Energie", "Storingsmonteur"),
        ("Uitnodiging sollicitatiegesprek teamleider burgerzaken", "teamleider burgerzaken"),
        ("Je sollicitatie ontvangen", None),
        ("Uw sollicitatie d.d. 3 maart", None),
        ("Vacature gesloten", None),
        ("Terugkoppeling casus", None),
        ("Re: notarieel medewerker", "notarieel medewerker"),
        ("Onze medewerker", None),
        ("Beste medewerker", None),
        ("Je sollicitatie bij Elzenhof", None),
    ],
)
def test_a_subject_names_the_position_too(subject: str, role: str | None) -> None:
    assert value(read("Helaas gaan we niet verder.", subject=subject).role) == role


@pytest.mark.parametrize(
    ("sender", "text", "company"),
    [
        ("Ruben <ruben@gmail.com>", "Bedankt voor je sollicitatie als kok bij Brouwhuis Breda.", "Brouwhuis Breda"),
        (
            "Gemeente Westerkade <post@westerkade.test>",
            "Uw sollicitatie bij de gemeente Westerkade.",
            "Gemeente Westerkade",
        ),
        ("Kerkuil Software via Teamtailor <no-reply@teamtailor-mail.com>", "Helaas.", "Kerkuil Software"),
        ("Sanne van Dijk <sanne@gmail.com>", "Helaas hebben we een ander gekozen.", None),
        ("Ruben <ruben@gmail.com>", "Bedankt voor je sollicitatie bij ons in Gent.", None),
    ],
)
def test_an_employer_is_named_as_the_mail_writes_it(sender: str, text: str, company: str | None) -> None:
    assert value(read(text, sender=sender).company) == company


@pytest.mark.parametrize(
    ("signature", "person"),
    [
        ("Met vriendelijke groet,\n\nSanne Oudshoorn\nTeamleider Wijkbeheer", "Sanne Oudshoorn"),
        ("Hoogachtend,\n\nmr. A.J. van Bergen\nHoofd Personeelszaken", "mr. A.J. van Bergen"),
        ("Vriendelijke groeten,\nTine De Backer", "Tine De Backer"),
        ("Mvg\nMarloes", "Marloes"),
        ("Sportieve groet\nDieter", "Dieter"),
        ("Met vriendelijke groet,\nnamens Noordkust Energie,\nJeroen Haan", "Jeroen Haan"),
        ("Hoogachtend,\nnamens het college,\nTeammanager Sociaal Domein", None),
        ("Groetjes,\nTeam Werving Duinzicht", None),
        ("Met vriendelijke groeten,\nDe personeelsdienst", None),
        ("Groeten,\nKinderopvang Bolderburen", None),
    ],
)
def test_only_a_person_who_signed_is_named(signature: str, person: str | None) -> None:
    assert value(read(f"Helaas gaan we niet verder.\n\n{signature}\n").person) == person


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Uw reactie op de functie (vacaturenummer 2026-118) is binnen.", "2026-118"),
        ("U solliciteerde op vacature 48211.", "48211"),
        ("Dank voor uw interesse in de functie (Req. 20931) bij ons.", "20931"),
        ("U solliciteerde op de vacature 12 maart jongstleden.", None),
        ("In vacature 2026 staat het zo.", None),
    ],
)
def test_the_number_of_a_position_is_no_date(text: str, number: str | None) -> None:
    assert value(read(text).requisition) == number


def test_dutch_addresses_are_told_apart() -> None:
    assert is_unattended("geenantwoord@westerkade.test")
    assert all(is_team(f"{local}@westerkade.test") for local in ("werving", "personeelszaken", "sollicitaties"))
    assert not is_team("wervers.jan@westerkade.test")
    assert is_freemail("telenet.be")


def test_what_is_only_quoted_is_no_fact() -> None:
    quoted = "\n\nOp ma 2 mrt 2026 om 10:12 schreef Robin:\n> dank voor het interview als kok bij Zandmeer\n"
    found = read("Dag Robin, binnenkort hoor je meer van ons." + quoted, sender="Lina <lina@ziggo.nl>")
    assert (found.role, found.company, found.stage) == (None, None, Stage.APPLIED)


@pytest.mark.parametrize(
    "word", ["functie van ", "bij ", "je ", "sollicitatie als ", "gesprek met ", "niet ", "over een "]
)
def test_a_hostile_mail_costs_no_more_than_its_length(word: str) -> None:
    began = time.perf_counter()
    read(f"Beste Robin, {word * 3000}", subject=word * 100)
    assert time.perf_counter() - began < 2
