"""What French job mail tells of an application, and what it only seems to tell."""

import time

import pytest

from classifier.details import details_of
from classifier.languages.fr import FRENCH
from classifier.message import parse
from classifier.reading import Details, Fact, Formality, Reason, Stage


def details(text: str, *, sender: str = "Recrutement <rh@a-b.example>", subject: str = "Bonjour") -> Details:
    head = f"From: {sender}\nContent-Type: text/plain; charset=utf-8\nSubject: {subject}\n\n"
    return details_of(parse(f"{head}{text}\n".encode()))


def value(fact: Fact | None) -> str | None:
    return fact.value if fact else None


@pytest.mark.parametrize(
    "sentence",
    [
        "Suite à votre entretien du 3 mai, nous ne pourrons pas donner suite à votre candidature.",
        "Nous faisons suite à notre rencontre de mardi.",
        "Merci d'être venue nous voir jeudi.",
        "Merci encore de vous être déplacé malgré la grève.",
        "Je vous remercie du temps que vous nous avez accordé lors de notre entretien.",
        "Nous avons été ravis de vous rencontrer.",
        "Ce fut un plaisir de faire votre connaissance.",
        "À l\u2019issue de vos entretiens, nous avons pris notre décision.",
        "Un gros merci pour tes deux entrevues, l'équipe a bien aimé.",
        "Je vous remercie pour votre visite à Genève.",
        "Nous nous sommes rencontrées trois fois.",
        "Un gros merci pour les deux entrevues, l'équipe a aimé jaser avec toi.",
        "Merci d'avoir passé la journée de mercredi avec nous.",
        "Merci beaucoup pour l'entrevue de la semaine dernière avec Simon et moi !",
    ],
)
def test_an_interview_that_took_place_is_seen(sentence: str) -> None:
    found = details(sentence)
    assert (found.stage, found.stage_evidence) == (Stage.INTERVIEWED, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Suite à votre entretien téléphonique, nous avons choisi une autre personne.",
        "Merci pour notre échange téléphonique de lundi.",
        "J'ai été contente de discuter avec toi.",
        "Merci encore pour la visio de jeudi avec nous.",
        "Nous avons échangé avec vous au téléphone la semaine dernière.",
    ],
)
def test_a_talk_is_not_taken_for_an_interview(sentence: str) -> None:
    assert details(sentence).stage is Stage.SPOKEN


@pytest.mark.parametrize(
    "sentence",
    [
        "Nous ne pouvons malheureusement pas vous proposer d'entretien.",
        "Si votre profil correspond, nous vous contacterons pour un entretien.",
        "Vous n'avez pas été retenue pour un entretien.",
        "Nous serions ravis de vous rencontrer.",
        "Nous souhaitons vous rencontrer le 18 avril à 14 h.",
        "Vous êtes convoqué devant le jury à l'entretien du 22 mai.",
        "Nous avons rencontré plusieurs candidats et le choix fut difficile.",
        "Je dois malheureusement décaler notre entretien de demain.",
        "Je vous propose un premier échange téléphonique jeudi.",
        "Nous avons tenté de vous joindre au téléphone.",
        "Après l'étude de votre dossier, nous avons fait un autre choix.",
        "Merci d'avoir passé le test en ligne.",
        "Merci d'être venue nous voir sur notre stand au salon.",
        "Nous vous remercions pour votre visite sur notre site.",
        "Suite à nos échanges par mail, votre candidature est close.",
        "On a parlé de toi jusqu'à minuit.",
        "Suite à votre visite du studio, nous avons loué à un couple.",
        "Vous ne figurez pas parmi les candidats que nous recevrons en entretien.",
        "La phase d'entretiens commence en mai pour nous.",
    ],
)
def test_an_interview_that_did_not_take_place_is_not_claimed(sentence: str) -> None:
    assert details(sentence).stage is Stage.APPLIED


def test_a_meeting_with_the_team_is_only_claimed_when_the_mail_says_so() -> None:
    assert details("Merci pour ta venue, toute l'équipe a adoré te rencontrer !").met_team
    assert details("Vous avez été reçu le 22 mai par le jury.").met_team
    assert not details("Après en avoir discuté avec l'équipe, nous ne retenons pas votre candidature.").met_team
    assert not details("Vous devrez rencontrer l'équipe si vous êtes retenu.").met_team


@pytest.mark.parametrize(
    ("text", "formality"),
    [
        ("Malheureusement, nous ne retenons pas ta candidature.", Formality.FAMILIAR),
        ("On t\u2019écrit pour te dire que c'est non pour nous.", Formality.FAMILIAR),
        ("Nous vous remercions de votre candidature.", Formality.FORMAL),
        ("Le dossier retenu n'est malheureusement pas le vôtre.", Formality.FORMAL),
        ("Le poste est pris, merci et bon courage pour la suite.", None),
        ("Le rendez-vous de mardi est annulé, merci pour tout.", None),
        ("A-t-on reçu le dossier de candidature ?", None),
    ],
)
def test_tu_and_vous_tell_how_the_reader_is_addressed(text: str, formality: Formality | None) -> None:
    found = details(text)
    assert (found.language, found.formality) == ("fr", formality)


@pytest.mark.parametrize(
    "sentence",
    [
        "Si vous n'êtes pas retenu, nous vous préviendrons.",
        "Sans réponse de notre part sous un mois, considérez que votre candidature n'a pas été retenue.",
        "Dans le cas où nous ne donnerions pas suite, vous en seriez informé.",
        "Que votre candidature soit retenue ou non, vous recevrez une réponse.",
        "Seules les personnes retenues seront contactées.",
        "Aucune décision n'a encore été prise.",
        "Les candidats dont le profil ne correspond pas en sont avisés.",
    ],
)
def test_a_condition_decides_nothing(sentence: str) -> None:
    assert FRENCH.open.search(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Votre candidature est classée sans suite.",
        "Votre candidature n'a pas été retenue, faute d'expérience en réanimation.",
        "Nous ne donnons pas suite à votre candidature.",
        "Le jury a classé deux autres candidats.",
        "C'est ainsi, la place est donnée.",
    ],
)
def test_a_decision_is_not_taken_for_a_condition(sentence: str) -> None:
    assert FRENCH.open.search(sentence) is None


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("unattended", "Ceci est un message automatique."),
        ("unattended", "Merci de ne pas répondre à cette adresse."),
        ("unattended", "Cette boîte n\u2019est pas relevée."),
        ("unattended", "Ne répondez pas à ce courriel."),
        ("invites_reply", "N'hésitez pas à me contacter."),
        ("invites_reply", "Je reste à votre disposition."),
        ("invites_reply", "Si tu as des questions, écris-moi."),
        ("declines_feedback", "Nous ne sommes pas en mesure de vous communiquer les motifs de cette décision."),
        ("declines_feedback", "Nous ne pouvons malheureusement pas faire de retour personnalisé."),
        ("declines_feedback", "Les délibérations du comité sont secrètes."),
        ("gives_feedback", "Il vous a manqué un peu de recul sur la production."),
        ("gives_feedback", "Voici notre retour : des réponses justes mais courtes."),
        ("gives_feedback", "Le jury a trouvé vos réponses trop courtes."),
        ("gives_feedback", "Points à travailler : la synthèse."),
        ("keeps_on_file", "Nous conserverons votre CV pendant deux ans."),
        ("keeps_on_file", "Votre candidature sera versée dans notre réserve de recrutement."),
        ("keeps_on_file", "Nous gardons votre dossier en suspens."),
        ("advises", "Je vous conseille de préparer deux réalisations avec leurs coûts."),
        ("advises", "À votre place, je viserais une équipe plus petite."),
        ("encourages", "N'hésite pas à retenter ta chance !"),
        ("encourages", "J'ai été bluffée par ton portfolio."),
        ("encourages", "Votre parcours nous a beaucoup impressionnés."),
        ("encourages", "Persévérez, votre profil trouvera sa place."),
    ],
)
def test_a_sentence_about_answers_or_files_is_quoted_whole(name: str, sentence: str) -> None:
    assert getattr(details(f"Merci pour le temps passé. {sentence} Bonne chance."), name) == sentence


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("unattended", "Nous regrettons de ne pas répondre à chacun personnellement."),
        ("invites_reply", "N'hésitez pas à postuler à nos offres sur le site."),
        ("declines_feedback", "Nous ne pouvons, pour des raisons budgétaires, donner suite à votre candidature."),
        ("declines_feedback", "Nous ne pouvons pas donner un retour favorable à votre candidature."),
        ("gives_feedback", "Si vous souhaitez un retour : écrivez-nous."),
        ("gives_feedback", "Je reste à votre disposition pour un retour plus détaillé."),
        ("gives_feedback", "Nous ne pouvons pas vous donner de retour individuel."),
        ("keeps_on_file", "Votre dossier électronique sera détruit."),
        ("keeps_on_file", "Nous ne conserverons pas votre candidature."),
        ("advises", "Nous vous conseillons de vérifier vos courriers indésirables."),
        ("encourages", "Le processus continue avec d'autres candidats."),
        ("encourages", "Nous sommes touchés par votre intérêt."),
        ("encourages", "Continuez à suivre nos offres."),
    ],
)
def test_what_only_sounds_like_it_is_not_claimed(name: str, sentence: str) -> None:
    assert getattr(details(f"Merci pour le temps passé. {sentence} Bonne chance."), name) is None


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Nous avons étudié votre candidature au poste d'agent d'accueil au sein de nos services.", "agent d'accueil"),
        ("Votre candidature au poste de chargé.e d'études (F/H) est close.", "chargé.e d'études"),
        ("Merci pour le poste de Chargé(e) de mission à Lyon.", "Chargé(e) de mission"),
        ("Vous avez postulé au poste de Technicien de maintenance (H/F) - Réf. TM-204 et nous vous en remercions.",
         "Technicien de maintenance"),
        ("Nous vous remercions pour votre candidature en qualité d'horloger-rhabilleur.", "horloger-rhabilleur"),
        ("Merci pour ta candidature comme Étudiant réassortisseur chez nous.", "Étudiant réassortisseur"),
        ("Poste : Exploitant affrètement (F/H)", "Exploitant affrètement"),
        ("L'offre « Vendeur en jardinerie » est pourvue.", "Vendeur en jardinerie"),
        ("Le poste d\u2019Assistante de direction à 80 % est pourvu.", "Assistante de direction"),
        ("Nous vous remercions de votre intérêt pour le poste.", None),
        ("En fonction des exigences du poste, nous avons choisi un autre profil.", None),
        ("Suite à votre candidature à l'annonce n° 55019 - Cariste de nuit (H/F), c'est non.", "Cariste de nuit"),
        ("Merci pour votre candidature à l'offre de Chef de produit (CDI).", "Chef de produit"),
        ("Le client a pris quelqu'un pour la mission de lundi.", None),
        ("Nous n'avons pas de poste correspondant à votre profil.", None),
    ],
)  # fmt: skip
def test_a_position_is_named_without_its_number_and_gender_mark(text: str, role: str | None) -> None:
    assert value(details(text).role) == role


@pytest.mark.parametrize(
    ("subject", "role"),
    [
        ("Votre candidature – Ingénieur thermicien", "Ingénieur thermicien"),
        ("Candidature : Conducteur receveur", "Conducteur receveur"),
        ("Re: Poste de fleuriste", "fleuriste"),
        ("Votre candidature - information", None),
        ("Votre candidature - Thermavie", None),
        ("Candidature spontanée", None),
    ],
)
def test_a_subject_names_a_position_only_if_it_is_one(subject: str, role: str | None) -> None:
    assert value(details("Nous ne donnons pas suite.", subject=subject).role) == role


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("Merci d'avoir postulé chez Lumigrain.", "Lumigrain"),
        ("Nous vous remercions de l'intérêt que vous portez au Groupe Hautecombe.", "Groupe Hautecombe"),
        ("Votre candidature au sein de la Commune de Rochebelle n'est pas retenue.", "Commune de Rochebelle"),
        ("Merci pour votre candidature spontanée auprès d\u2019Éclat Composites.", "Éclat Composites"),
        ("Voici le statut de votre candidature.\n\nEmployeur : Transports Garonnais", "Transports Garonnais"),
        ("Nous avons étudié votre intérêt pour la Ville.", None),
        ("Votre intérêt pour le poste nous honore, Madame.", None),
        ("Merci pour votre intérêt envers notre entreprise.", None),
        ("Nous vous attendons chez Madame Perrault.", None),
    ],
)
def test_an_employer_is_named_with_the_words_that_link_its_name(text: str, company: str | None) -> None:
    assert value(details(text).company) == company


@pytest.mark.parametrize(
    ("signature", "person"),
    [
        ("Bien cordialement,\nMarie-Paule Lejeune\nDirectrice", "Marie-Paule Lejeune"),
        ("Veuillez agréer, Madame, l'expression de nos salutations distinguées.\n\nÉtienne Roucaute\nDRH",
         "Étienne Roucaute"),
        ("Avec nos meilleures salutations\n\nBéatrice Aebischer", "Béatrice Aebischer"),
        ("Bien à toi,\nJoris", "Joris"),
        ("À bientôt,\nStéphane Le Bihan\nFondateur", "Stéphane Le Bihan"),
        ("À très vite,\nYanis", "Yanis"),
        ("Bonne chance.\n\nRoxane Thériault-Morin, CRHA\nVille de Saint-Elzéar", "Roxane Thériault-Morin"),
        ("Cordialement,\nLe Directeur,\nPar le Collège,\nMarie-Paule Lejeune", "Marie-Paule Lejeune"),
        ("Cordialement,\nL'équipe Recrutement", None),
        ("Cordialement,\nLa Direction", None),
        ("Cordialement,\nLe Service RH\nOcéane Composites", None),
        ("Bien à vous,\nBoulangerie Kermarec", None),
        ("Cordialement,\n\nEnvoyé de mon téléphone", None),
    ],
)  # fmt: skip
def test_only_a_person_who_signed_is_named(signature: str, person: str | None) -> None:
    assert value(details(f"Nous avons fait un autre choix.\n\n{signature}").person) == person


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("Le poste a été pourvu en interne.", Reason.FILLED),
        ("Le poste est malheureusement comblé.", Reason.FILLED),
        ("Le recrutement est annulé.", Reason.CANCELLED),
        ("Toutes les embauches sont suspendues jusqu'à nouvel ordre.", Reason.PAUSED),
        ("Le Collège s'est prononcé en faveur d'un autre candidat.", Reason.OTHER_CANDIDATES),
        ("Nous avons retenu d'autres candidats.", Reason.OTHER_CANDIDATES),
        ("Nous avons finalement choisi une collaboratrice qui pratique déjà l'arbitrage.", Reason.OTHER_CANDIDATES),
        ("Notre choix s'est porté sur une autre candidate.", Reason.OTHER_CANDIDATES),
        ("Votre profil ne correspond pas à nos attentes.", Reason.NOT_QUALIFIED),
        ("Il vous manque de l'expérience : votre expérience est insuffisante.", Reason.NOT_QUALIFIED),
        ("Si le poste est pourvu, vous en serez informé.", None),
        ("Aucun poste n'est pourvu à ce stade pour nous.", None),
        ("Merci de choisir un autre créneau avec ce lien.", None),
    ],
)
def test_the_reason_is_the_mails_own(sentence: str, reason: Reason | None) -> None:
    assert details(f"Bonjour Madame, merci pour votre message. {sentence}").reason is reason


@pytest.mark.parametrize(
    ("sentence", "when", "months"),
    [
        ("N'hésitez pas à postuler à nouveau dans six mois.", "dans six mois", 6),
        ("Retente ta chance dans un an !", "dans un an", 12),
        ("Vous pourrez vous représenter l'année prochaine.", "l'année prochaine", 12),
        ("N'hésitez pas à me recontacter à partir de septembre.", "à partir de septembre", None),
        ("Nous conservons votre CV afin de vous recontacter dans six mois.", None, None),
        ("Nous conservons votre dossier pendant deux ans.", None, None),
    ],
)
def test_when_to_try_again_is_what_the_reader_may_do(sentence: str, when: str | None, months: int | None) -> None:
    found = details(f"Bonjour, nous avons fait un autre choix. {sentence}")
    assert (value(found.reapply), found.reapply_months) == (when, months)


@pytest.mark.parametrize(
    "piece",
    ["merci de ", "poste de ", "Université ", "d'", "suite à votre ", "n'hésitez pas à ", "chez A de ", "dans six "],
)
def test_no_text_takes_long_to_read(piece: str) -> None:
    began = time.perf_counter()
    details((piece * 3000)[:3000])
    assert time.perf_counter() - began < 2


@pytest.mark.parametrize(
    ("sender", "person"),
    [
        ("Théo de Lumikit <theo@lumikit.example>", None),
        ("Hubert de Lansac <h.delansac@negoce.example>", "Hubert de Lansac"),
    ],
)
def test_a_first_name_and_the_employer_are_no_persons_name(sender: str, person: str | None) -> None:
    assert value(details("Nous avons fait un autre choix, merci pour tout.", sender=sender).person) == person
