"""Titles of positions: what the lexicons know, and where a title begins and ends."""

from pathlib import Path

import pytest

from classifier import titles
from classifier.languages import SPEECHES
from classifier.requisitions import requisition_of
from classifier.roles import role_of
from classifier.titles.lexicon import Kind, lexicon_of

LEXICONS = sorted(Path(titles.__file__).parent.glob("*.txt"))


def role(subject: str, *sentences: str, language: str = "en", company: str | None = None) -> str | None:
    found = role_of(subject, sentences, (SPEECHES[language],), company)
    return found.value if found else None


@pytest.mark.parametrize("path", LEXICONS, ids=lambda path: path.stem)
def test_a_lexicon_has_lines_of_known_kinds_and_no_word_twice_in_one(path: Path) -> None:
    kinds = {name for name in vars(Kind) if name.isupper()} | {"FEMALE", "CASE"}
    lines = [line.partition(": ") for line in path.read_text(encoding="utf-8").splitlines()]
    assert {kind for kind, _, _ in lines} <= kinds
    for kind in kinds:
        words = [word for name, _, rest in lines if name == kind for word in rest.split()]
        assert sorted(words) == sorted(set(words))


def test_every_language_has_a_lexicon() -> None:
    assert {path.stem for path in LEXICONS} == set(SPEECHES)


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("de", "Zweiradmechatroniker"),
        ("de", "Sachbearbeiter/-in"),
        ("de", "Qualitätsmanagerin"),
        ("de", "Backend-Entwickler"),
        ("es", "Operario/a"),
        ("es", "ingeniera"),
        ("fr", "Directeur·rice"),
        ("fr", "chargée"),
        ("it", "programmatrice"),
        ("nl", "applicatiebeheerder"),
        ("pt", "Farmacêutico(a)"),
        ("pt", "Designer"),
    ],
)
def test_a_head_is_known_in_its_forms_and_compounds(language: str, word: str) -> None:
    assert lexicon_of(language)[word.lower()] & Kind.HEAD


@pytest.mark.parametrize(
    ("language", "word"),
    [("en", "shortlist"), ("de", "Ansprechpartner"), ("es", "entrevista"), ("fr", "secteur"), ("it", "settore")],
)
def test_what_only_ends_like_a_head_is_none(language: str, word: str) -> None:
    assert not lexicon_of(language)[word.lower()] & Kind.HEAD


@pytest.mark.parametrize(("declined", "nominative"), [("Angestellten", "Angestellte"), ("Referenten", "Referent")])
def test_a_german_head_is_put_in_the_nominative(declined: str, nominative: str) -> None:
    assert lexicon_of("de").nominative(declined) == nominative
    assert lexicon_of("de").nominative(nominative) == nominative


@pytest.mark.parametrize(
    ("language", "sentence", "title"),
    [
        ("en", "We have filled the Manager, Ocean Freight position.", "Manager, Ocean Freight"),
        (
            "en",
            "The Senior Tide Modeller (Maternity Cover) role went to somebody else.",
            "Senior Tide Modeller (Maternity Cover)",
        ),
        ("en", "Your application for Data Engineer (Remote) has reached us.", "Data Engineer"),
        ("en", "Thank you for applying for Kelp Farmer II, Job ID 2031-88213.", "Kelp Farmer II"),
        ("en", "Thank you for applying for the Cook / Kitchen Porter position.", "Cook / Kitchen Porter"),
        ("en", "We need somebody else as the workshop apprentice.", "workshop apprentice"),
        ("de", "Ihre Bewerbung als Erzieherin (m/w/d) für die Kita Sonnenhang ist eingegangen.", "Erzieherin"),
        ("de", "Ihre Bewerbung als Mitarbeiter (m/w/d) im Vertrieb liegt vor.", "Mitarbeiter im Vertrieb"),
        ("de", "die Stelle einer Steuerfachangestellten ist besetzt.", "Steuerfachangestellte"),
        ("de", "die Stelle der persönlichen Referentin ist besetzt.", "persönliche Referentin"),
        ("de", "die Stelle eines Fachinformatikers im Rechenzentrum ist besetzt.", "Fachinformatiker im Rechenzentrum"),
        ("de", "danke, dass du dich als Brand Manager*in beworben hast.", "Brand Manager*in"),
        ("de", "Den Schweißer-Job hat nun ein anderer.", "Schweißer"),
        ("de", "Ihre Bewerbung um die Küsterstelle haben wir gelesen.", "Küsterstelle"),
        ("de", "Ihre Bewerbung um die Ausbildung zur Bankkauffrau liegt vor.", "Ausbildung zur Bankkauffrau"),
        ("de", "Ihre Bewerbung als Commis de Rang ist da.", "Commis de Rang"),
        ("en", "From my notes of the Income Officer interview, it was close.", "Income Officer"),
        ("en", "Thank you for applying for a Training Contract 2027.", "Training Contract"),
        ("en", "Thank you for the Teller (part-time) opening talk.", "Teller"),
        ("en", "The job you applied to has been closed: Junior Copywriter.", "Junior Copywriter"),
        (
            "fr",
            "votre candidature au poste d'ingénieur de recherche en acoustique a été lue.",
            "ingénieur de recherche en acoustique",
        ),
        ("fr", "le poste de Chargé(e) de clientèle est pourvu.", "Chargé(e) de clientèle"),
        ("fr", "le poste de Développeur Ruby passe donc à la trappe.", "Développeur Ruby"),
        ("es", "la vacante de Recepcionista y no queríamos dejarte sin respuesta.", "Recepcionista"),
        ("fr", "pour le poste de chef d'équipe, aucun choix n'est fait.", "chef d'équipe"),
        ("fr", "Votre candidature au poste 4418 (maître de conférences) est recevable.", "maître de conférences"),
        ("pt", "A requisição 77120 - Analista de Comex foi encerrada.", "Analista de Comex"),
        ("es", "el puesto de Técnica de laboratorio en Vigo se ha cubierto.", "Técnica de laboratorio"),
        ("it", "il concorso per Archivista di Stato si è concluso.", "Archivista di Stato"),
        ("it", "per il ruolo di Sales Manager vanno avanti con un altro.", "Sales Manager"),
        ("nl", "de functie van deskundige ruimtelijke ordening is ingevuld.", "deskundige ruimtelijke ordening"),
        ("nl", "je gesprek van maandag voor Projectleider Infra.", "Projectleider Infra"),
        ("pt", "a vaga de mecânico eu cancelei.", "mecânico"),
        ("pt", "a sua candidatura ao procedimento para Técnico Superior foi excluída.", "Técnico Superior"),
        ("en", "We received your submission for 20418 Water Operator-in-Training today.", "Water Operator-in-Training"),
        (
            "fr",
            "Votre candidature : Chargé de communication interne (H/F).",
            "Chargé de communication interne",
        ),
        ("de", "Für den Job Junior Art Director (gn*) setzen wir viel voraus.", "Junior Art Director"),
        ("en", "Thank you for applying for our New Ventures Manager opening.", "New Ventures Manager"),
        ("en", "Thank you for applying for our new Ventures Manager opening.", "Ventures Manager"),
        (
            "en",
            "Thank you for applying to our 2031 Graduate River Engineering Scheme.",
            "Graduate River Engineering Scheme",
        ),
        ("en", "The board will not go on with the appointment of a Groundsperson/Cleaner.", "Groundsperson/Cleaner"),
        (
            "en",
            "Your application for Healthcare Assistant - Band 2 was not successful.",
            "Healthcare Assistant - Band 2",
        ),
        (
            "en",
            "Thank you for applying for Product Manager, Search & Discovery.",
            "Product Manager, Search & Discovery",
        ),
        ("en", "We have filled the Associate Lawyer, Real Estate role.", "Associate Lawyer, Real Estate"),
        ("en", "We have filled the Saturday Bakery Assistant job.", "Saturday Bakery Assistant"),
        ("en", "Thank you for applying for our Summer 2031 Internship.", "Summer 2031 Internship"),
        ("en", "Your application for Lecturer, School of Arts was read.", "Lecturer"),
        ("en", "We won't hire a Stable Hand this year.", "Stable Hand"),
        ("en", "Your CV for their Account Manager - Textiles requirement was read.", "Account Manager - Textiles"),
        ("de", "danke für Ihre Bewerbung als Archivar am Institut für Seekunde.", "Archivar"),
        ("de", "danke für Ihre Bewerbung als Texterin mit Schwerpunkt Social Media.", "Texterin"),
        ("de", "danke für Ihre Bewerbung als Objektleiter Reinigung für den Raum Kelm.", "Objektleiter Reinigung"),
        ("de", "die Position des Leiters Einkauf ist besetzt.", "Leiter Einkauf"),
        ("de", "Der Kunde möchte Sie als Fachkraft für Abwasser nicht übernehmen.", "Fachkraft für Abwasser"),
        ("fr", "le poste de développeur mobile Kotlin est gelé.", "développeur mobile Kotlin"),
        ("de", "die Stelle eines Technischen Zeichners ist besetzt.", "Technischer Zeichner"),
        ("de", "danke für deine Bewerbung um ein duales Studium Hotelmanagement.", "duales Studium Hotelmanagement"),
        ("de", "unsere Suche nach einer Sattlerin ist zu Ende.", "Sattlerin"),
        ("pt", "Obrigado pela candidatura como professora de piano.", "professora de piano"),
    ],
)
def test_a_title_begins_and_ends_where_its_language_says(language: str, sentence: str, title: str) -> None:
    assert role("Hello", sentence, language=language) == title


@pytest.mark.parametrize(
    ("language", "subject", "title"),
    [
        ("en", "Re: Product Designer, Growth at Plumbline", "Product Designer, Growth"),
        ("en", "JR-0091835 Quality Inspector (2nd Shift)", "Quality Inspector (2nd Shift)"),
        ("en", "Your Kelp Engineer application", "Kelp Engineer"),
        ("en", "14 new data engineer jobs in Leeds", None),
        ("en", "A letter from the Provost", None),
        ("de", "Regieassistenz Spielzeit 2025/26", "Regieassistenz"),
        ("en", "[Ferncliffe Care Homes] Night Care Assistant - your application", "Night Care Assistant"),
        ("de", "CV-819 Pflegedienstleitung (m/w/d)", "Pflegedienstleitung"),
        ("de", "Ihre Anfrage zur Wohnung", None),
        ("fr", "Suite à votre entretien - Comptable fournisseurs H/F", "Comptable fournisseurs"),
        ("es", "Entrevista técnica", None),
        ("es", "Decisión final Head of Growth", "Head of Growth"),
        ("it", "Rif. 1187/GEN - Addetto paghe e contributi", "Addetto paghe e contributi"),
        ("it", "Esito candidatura - Addetto/a Controllo di Gestione", "Addetto/a Controllo di Gestione"),
        ("nl", "Selectie orthopedagoog - resultaat", "orthopedagoog"),
        ("pt", "RES: vaga mecanico", "mecanico"),
        ("de", "AW: Mandat Leiter Rechnungswesen, Talbach Holding AG", "Leiter Rechnungswesen"),
        ("en", "Customer Success Manager, Nordics & UK - our decision", "Customer Success Manager, Nordics & UK"),
    ],
)
def test_a_title_in_a_subject_stands_between_its_borders(language: str, subject: str, title: str | None) -> None:
    assert role(subject, language=language) == title


def test_the_text_tells_how_a_title_is_written_and_the_subject_how_far_it_goes() -> None:
    text = "Pour le poste de technicien de maintenance, nous avons choisi une autre personne."
    assert role("Entretien Technicien de maintenance", text, language="fr") == "technicien de maintenance"
    assert role("PLANNING OFFICER", "Thank you for applying for Planning Officer.") == "Planning Officer"


def test_what_the_text_always_adds_in_brackets_belongs_to_the_title() -> None:
    text = "I am afraid it is a no for Family Worker (Early Years) this time."
    assert role("Family worker interviews", text) == "Family Worker (Early Years)"


def test_a_part_of_an_employer_is_no_position() -> None:
    assert role("Ihre Bewerbung", "für die Stelle im Bereich Disposition haben wir jemanden.", language="de") is None


def test_somebody_who_is_only_spoken_of_is_no_position() -> None:
    assert role("Your interview", "We have to move your interview, as our architect is ill.") is None
    assert role("Gesprek", "Dank voor het gesprek met onze chef.", language="nl") is None
    assert role("Your application", "Thanks for applying to be our office manager.") == "office manager"
    assert role("Bewerbung", "Der Neue verfügt über die Ausbildung zum Notfallsanitäter.", language="de") is None
    assert role("Bewerbung", "Ich weiß, dass Sie auf die Stelle warten.", language="de") is None


@pytest.mark.parametrize(
    ("subject", "sentence", "number"),
    [
        ("Stellenausschreibung 34/2025 - Wohngeld", "", "34/2025"),
        ("Hallo", "Ihre Bewerbung auf die Stelle (Kennung LfK 12-25) ist da.", "LfK 12-25"),
        ("Hello", "Thank you for applying for Manager of Analytics (HG-3309).", "HG-3309"),
        ("Hello", "your application for Patient Access Specialist (Job 55731)", "55731"),
        ("Einladung - Kz. 03/31-77", "", "03/31-77"),
        ("Avviso pubblico n. 14/2024 - Farmacista", "", "14/2024"),
        ("Inscrição confirmada nº 20250118", "Recebemos a inscrição nº 20250118.", None),
        ("Regieassistenz Spielzeit 25/26", "", None),
    ],
)
def test_the_number_of_a_position_is_none_of_an_application_or_a_season(
    subject: str, sentence: str, number: str | None
) -> None:
    found = requisition_of(subject, [sentence])
    assert (found.value if found else None) == number


def test_the_employers_name_ends_a_title() -> None:
    sentence = "Thank you for applying as Data Analyst, Wealdmoor Hospitals."
    assert role("Hello", sentence, company="Wealdmoor Hospitals Ltd") == "Data Analyst"


def test_who_signs_and_who_is_spoken_of_is_not_the_position() -> None:
    assert role("Hello", "Our Head of People will write to you.", "Anna Blum", "Talent Partner") is None
    assert role("Hello", "I spoke to the hiring manager about your application.") is None


def test_of_several_positions_with_as_much_right_none_is_taken() -> None:
    assert role("Hello", "Data Engineer (m/f/d)", "Shift Lead (m/f/d)", "Night Porter (m/f/d)") is None


def test_a_number_that_both_name_belongs_to_a_title() -> None:
    title = "Shift Supervisor - Packing Line 3"
    assert role(f"Your application for {title}", f"You applied for the post of {title} at our mill.") == title
