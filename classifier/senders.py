"""Who stands behind an address: applicant tracking systems, job boards, freemail; a robot, a team, or a person.

These are priors. The mail's own Reply-To and its words overrule them. Part of the table was seen in mails, part is from
memory and unchecked; it will never be whole, so an unknown domain says nothing at all.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from classifier.message import Address


class Reach(StrEnum):
    """Who reads what is sent to a service's addresses, unless the mail says otherwise."""

    PERSON = "person"
    RELAY = "relay"
    TEAM = "team"
    NOBODY = "nobody"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Service:
    """A service that sends mail for employers.

    Attributes:
        name: Its name, which is never the employer's.
        domains: Its registered or full domains; what stands below them is its own too.
        reach: Where an answer to one of its addresses ends by default; `MIXED` means as the mail says.
    """

    name: str
    domains: tuple[str, ...]
    reach: Reach


SERVICES: tuple[Service, ...] = (
    Service("Greenhouse", ("greenhouse.io", "greenhouse-mail.io"), Reach.NOBODY),
    Service("Lever", ("lever.co",), Reach.NOBODY),
    Service("Workday", ("myworkday.com", "workdaymail.com", "workday.com", "myworkdayjobs.com"), Reach.NOBODY),
    Service("Ashby", ("ashbyhq.com",), Reach.NOBODY),
    Service("iCIMS", ("icims.com",), Reach.PERSON),
    Service("SmartRecruiters", ("smartrecruiters.com",), Reach.NOBODY),
    Service("Taleo", ("taleo.net", "invalidemail.com"), Reach.RELAY),
    Service("Oracle", ("oraclecloud.com",), Reach.RELAY),
    Service("SuccessFactors", ("successfactors.com", "successfactors.eu", "sapsf.com", "sapsf.eu"), Reach.NOBODY),
    Service("Workable", ("workablemail.com", "workable.com"), Reach.RELAY),
    Service("Teamtailor", ("teamtailor-mail.com", "teamtailor.com"), Reach.PERSON),
    Service(
        "Personio", ("m-personio.com", "m-personio.de", "m.personio.com", "personio.com", "personio.de"), Reach.TEAM
    ),
    Service("Recruitee", ("recruitee-mailbox.com", "recruitee.com"), Reach.RELAY),
    Service("Jobvite", ("jobvite.com",), Reach.MIXED),
    Service("BambooHR", ("bamboohr.com", "bamboohr.co.uk"), Reach.MIXED),
    Service("Breezy", ("breezy.hr", "breezy-mail.com"), Reach.MIXED),
    Service("JazzHR", ("applytojob.com", "jazzhr.com", "jazz.co"), Reach.MIXED),
    Service("Comeet", ("comeet.co", "comeet.com", "comeet-notifications.com"), Reach.MIXED),
    Service("Join", ("join.com",), Reach.MIXED),
    Service("Freshteam", ("freshteam.com",), Reach.MIXED),
    Service("Gupy", ("gupy.com.br", "gupy.io"), Reach.MIXED),
    Service("Paylocity", ("paylocity.com",), Reach.MIXED),
    Service("Paycom", ("paycomonline.com", "paycomonline.net"), Reach.MIXED),
    Service("TalentLyft", ("talentlyft.com",), Reach.MIXED),
    Service("Gem", ("gem.com",), Reach.MIXED),
    Service("Zoho Recruit", ("zohorecruit.com", "zohorecruit.eu"), Reach.MIXED),
    Service("Avature", ("avature.net",), Reach.MIXED),
    Service("softgarden", ("softgarden.io", "softgarden.de"), Reach.MIXED),
    Service("d.vinci", ("dvinci.de", "dvinci-easy.com", "dvinci-hr.com"), Reach.PERSON),
    Service("rexx systems", ("rexx-systems.com", "rexx-recruitment.com"), Reach.MIXED),
    Service("concludis", ("concludis.de",), Reach.MIXED),
    Service("Onlyfy", ("onlyfy.io", "onlyfy.jobs", "prescreen.io"), Reach.MIXED),
    Service("Eightfold", ("eightfold.ai",), Reach.MIXED),
    Service("Phenom", ("phenompeople.com", "phenom.com"), Reach.MIXED),
    Service("Pinpoint", ("pinpointhq.com",), Reach.MIXED),
    Service("Rippling", ("rippling.com",), Reach.MIXED),
    Service("UKG", ("ultipro.com", "ukg.com", "ukg.net"), Reach.MIXED),
    Service("ADP", ("adp.com",), Reach.MIXED),
    Service("Dayforce", ("dayforce.com", "dayforcehcm.com"), Reach.MIXED),
    Service("Bullhorn", ("bullhorn.com", "bullhornmail.com"), Reach.MIXED),
    Service("CareerPlug", ("careerplug.com",), Reach.MIXED),
    Service("Hireology", ("hireology.com",), Reach.MIXED),
    Service("Carerix", ("carerix.com", "carerix.net"), Reach.MIXED),
    Service("OTYS", ("otys.com", "otys.nl"), Reach.MIXED),
    Service("CVWarehouse", ("cvwarehouse.com",), Reach.MIXED),
    Service("Nationale Vacaturebank", ("nationalevacaturebank.nl",), Reach.NOBODY),
    Service("Jobat", ("jobat.be",), Reach.NOBODY),
    Service("Homerun", ("homerun.co", "homerun.email"), Reach.MIXED),
    Service("Factorial", ("factorialhr.com",), Reach.MIXED),
    Service("HiBob", ("hibob.com",), Reach.MIXED),
    Service("Tellent", ("tellent.com",), Reach.MIXED),
    Service("HackerRank", ("hackerrank.com", "hackerrankforwork.com"), Reach.NOBODY),
    Service("Codility", ("codility.com",), Reach.NOBODY),
    Service("LinkedIn", ("linkedin.com",), Reach.NOBODY),
    Service("Indeed", ("indeed.com", "indeedemail.com"), Reach.NOBODY),
    Service("StepStone", ("stepstone.de", "stepstone.com"), Reach.NOBODY),
    Service("XING", ("xing.com",), Reach.NOBODY),
    Service("Glassdoor", ("glassdoor.com",), Reach.NOBODY),
    Service("ZipRecruiter", ("ziprecruiter.com",), Reach.NOBODY),
    Service("Monster", ("monster.com", "monster.de"), Reach.NOBODY),
    Service("Wellfound", ("wellfound.com", "angel.co"), Reach.MIXED),
    Service("Otta", ("otta.com", "welcometothejungle.com"), Reach.MIXED),
    Service("Handshake", ("joinhandshake.com",), Reach.NOBODY),
    Service("JobTeaser", ("jobteaser.com",), Reach.NOBODY),
    Service("InRecruiting", ("intervieweb.it", "inrecruiting.com"), Reach.MIXED),
    Service("Altamira", ("altamirahrm.com",), Reach.MIXED),
    Service("Allibo", ("allibo.com",), Reach.MIXED),
    Service("nCore HR", ("ncorehr.com",), Reach.MIXED),
    Service("InfoJobs", ("infojobs.it", "infojobs.net"), Reach.NOBODY),
    Service("Computrabajo", ("computrabajo.com",), Reach.NOBODY),
    Service("OCC", ("occ.com.mx",), Reach.NOBODY),
    Service("Bumeran", ("bumeran.com", "bumeran.com.ar", "bumeran.com.pe"), Reach.NOBODY),
    Service("Tecnoempleo", ("tecnoempleo.com",), Reach.NOBODY),
    Service("elempleo", ("elempleo.com",), Reach.NOBODY),
    Service("Talent Clue", ("talentclue.com",), Reach.MIXED),
    Service("Bizneo", ("bizneo.com",), Reach.MIXED),
    Service("Viterbit", ("viterbit.com",), Reach.MIXED),
    Service("AlmaLaurea", ("almalaurea.it",), Reach.NOBODY),
    Service("Jobrapido", ("jobrapido.com",), Reach.NOBODY),
    Service("USAJobs", ("usajobs.gov",), Reach.NOBODY),
    Service("PageUp", ("pageuppeople.com",), Reach.MIXED),
    Service("Umantis", ("umantis.com",), Reach.MIXED),
    Service("BITE", ("b-ite.com", "b-ite.careers"), Reach.MIXED),
    Service("Prescreen", ("prescreenapp.io",), Reach.MIXED),
    Service("Pandapé", ("pandape.com", "pandape.com.br"), Reach.MIXED),
    Service("Welcome Kit", ("welcomekit.co",), Reach.MIXED),
    Service("Trac", ("trac.jobs",), Reach.NOBODY),
    Service("Tribepad", ("tribepad.com",), Reach.MIXED),
    Service("Eploy", ("eploy.net", "eploy.co.uk"), Reach.MIXED),
    Service("Jobtrain", ("jobtrain.co.uk",), Reach.MIXED),
    Service("Networx", ("networxrecruitment.com",), Reach.MIXED),
    Service("Oleeo", ("tal.net", "oleeo.com"), Reach.MIXED),
    Service("Applied", ("beapplied.com",), Reach.MIXED),
    Service("Cegid Talentsoft", ("talent-soft.com", "talentsoft.com"), Reach.MIXED),
    Service("Flatchr", ("flatchr.io",), Reach.MIXED),
    Service("Taleez", ("taleez.com",), Reach.MIXED),
    Service("Beetween", ("beetween.com",), Reach.MIXED),
    Service("DigitalRecruiters", ("digitalrecruiters.com",), Reach.MIXED),
    Service("Jobaffinity", ("jobaffinity.fr",), Reach.MIXED),
    Service("HelloWork", ("hellowork.com",), Reach.NOBODY),
    Service("APEC", ("apec.fr",), Reach.NOBODY),
    Service("France Travail", ("francetravail.fr", "pole-emploi.fr"), Reach.NOBODY),
    Service("Refline", ("refline.ch",), Reach.MIXED),
    Service("Ostendis", ("ostendis.com",), Reach.MIXED),
    Service("coveto", ("coveto.de",), Reach.MIXED),
    Service("eRecruiter", ("erecruiter.net",), Reach.MIXED),
    Service("HR4YOU", ("hr4you.de", "hr4you.org"), Reach.MIXED),
    Service("Interamt", ("interamt.de",), Reach.NOBODY),
    Service("karriere.at", ("karriere.at",), Reach.NOBODY),
    Service("jobs.ch", ("jobs.ch", "jobup.ch"), Reach.NOBODY),
    Service("Epreselec", ("epreselec.com",), Reach.MIXED),
    Service("Infoempleo", ("infoempleo.com",), Reach.NOBODY),
    Service("HiringRoom", ("hiringroom.com",), Reach.MIXED),
    Service("Kenoby", ("kenoby.com",), Reach.MIXED),
    Service("Sólides", ("solides.com.br", "solides.jobs"), Reach.MIXED),
    Service("Vagas.com", ("vagas.com.br",), Reach.MIXED),
    Service("Catho", ("catho.com.br",), Reach.NOBODY),
    Service("Net-Empregos", ("net-empregos.com",), Reach.NOBODY),
    Service("Emply", ("emply.net", "emply.com"), Reach.MIXED),
    Service("Jobylon", ("jobylon.com",), Reach.MIXED),
    Service("Varbi", ("varbi.com",), Reach.MIXED),
    Service("ReachMee", ("reachmee.com",), Reach.MIXED),
    Service("Webcruiter", ("webcruiter.no", "webcruiter.com"), Reach.MIXED),
    Service("Cezanne HR", ("cezannehr.com",), Reach.MIXED),
    Service("Cornerstone", ("csod.com",), Reach.NOBODY),
    Service("Lumesse TalentLink", ("lumessetalentlink.com",), Reach.MIXED),
    Service("Beamery", ("beamery.com",), Reach.MIXED),
    Service("GoodTime", ("goodtime.io",), Reach.MIXED),
    Service("Calendly", ("calendly.com",), Reach.NOBODY),
    Service("Paradox", ("paradox.ai",), Reach.MIXED),
    Service("HireVue", ("hirevue.com",), Reach.NOBODY),
    Service("Spark Hire", ("sparkhire.com",), Reach.NOBODY),
    Service("TestGorilla", ("testgorilla.com",), Reach.NOBODY),
    Service("Manatal", ("manatal.com",), Reach.MIXED),
    Service("CATS", ("catsone.com",), Reach.MIXED),
    Service("ClearCompany", ("clearcompany.com",), Reach.MIXED),
    Service("ApplicantPro", ("applicantpro.com",), Reach.MIXED),
    Service("Paycor", ("paycor.com",), Reach.MIXED),
    Service("NEOGOV", ("governmentjobs.com", "neogov.com"), Reach.MIXED),
    Service("PeopleAdmin", ("peopleadmin.com",), Reach.MIXED),
    Service("NHS Jobs", ("jobs.nhs.uk", "nhsjobs.com"), Reach.NOBODY),
    Service("Interfolio", ("interfolio.com",), Reach.MIXED),
    Service("Fountain", ("fountain.com",), Reach.MIXED),
    Service("Amazon SES", ("amazonses.com",), Reach.NOBODY),
    Service("SendGrid", ("sendgrid.net", "sendgrid.com"), Reach.NOBODY),
    Service("Mailgun", ("mailgun.org", "mailgun.net"), Reach.NOBODY),
)

FREEMAIL = frozenset(
    """
    gmail.com googlemail.com outlook.com outlook.de hotmail.com hotmail.de hotmail.co.uk live.com live.de msn.com
    yahoo.com yahoo.de yahoo.co.uk yahoo.fr ymail.com icloud.com me.com mac.com aol.com gmx.de gmx.net gmx.com gmx.at
    gmx.ch web.de t-online.de freenet.de posteo.de mailbox.org proton.me protonmail.com pm.me tutanota.com tuta.io
    fastmail.com fastmail.fm zoho.com yandex.com yandex.ru mail.ru mail.com orange.fr free.fr laposte.net wanadoo.fr
    libero.it alice.it tin.it tiscali.it virgilio.it hotmail.it live.it outlook.it yahoo.it
    ziggo.nl kpnmail.nl planet.nl xs4all.nl home.nl hetnet.nl upcmail.nl casema.nl quicknet.nl live.nl hotmail.nl
    telenet.be skynet.be proximus.be scarlet.be live.be hotmail.be outlook.be
    hotmail.es outlook.es yahoo.es live.com.mx hotmail.com.mx yahoo.com.mx prodigy.net.mx yahoo.com.ar hotmail.com.ar
    live.com.ar fibertel.com.ar yahoo.cl yahoo.com.co telefonica.net terra.es movistar.es ono.com
    ticino.com bluewin.ch hey.com arcor.de online.de 1und1.de
    """.split()  # noqa: SIM905 - a list of words is read and kept more easily as words
)

_NAMES = frozenset(service.name.lower() for service in SERVICES)
_BY_DOMAIN = {domain: service for service in SERVICES for domain in service.domains}

_UNATTENDED = re.compile(
    r"(?:^|[._+-])(?:no-?reply|no[._]reply|donot-?reply|do[._-]?not[._-]?reply|not-?reply|auto-?reply|auto-?mail(?:er)?|"
    r"automated|autoresponder|ne-?pas-?repondre|keine-?antwort(?:en)?|nicht-?antworten|no[._-]?(?:responder|contestar)|non-?rispondere|"
    r"notificaciones|avisos|alertas|geen-?antwoord|niet-?(?:be)?antwoorden|niet-?reageren|"
    r"nao-?responda|nobody|noresponse|no-?response|mailer-?daemon|postmaster|bounces?|notifications?|notify|notifier|"
    r"alerts?|robot|donotrespond|unattended|mailer)(?=$|[._+-]|\d)|noreply|donotreply|no-reply|do-not-reply",
    re.IGNORECASE,
)
_TEAM_WORD = (
    r"jobs?|careers?|karriere|bewerbung(?:en)?|bewerber(?:management|service)?|recruit(?:ing|ment|ers?)?|talents?|hr|"
    r"people|peopleops|hiring|personal(?:abteilung|wesen|management)?|humanresources|human-resources|staffing|"
    r"applications?|applicants?|candidates?|work|join(?:us)?|team|office|info|hello|hallo|contact|kontakt|mail|"
    r"talent-?acquisition|ta|resourcing|employment|vacatures?|sollicitaties?|"
    r"werving|werken-?bij|personeel(?:szaken|sdienst)?|rekrutering|selecties?|vacancies|recrutement|emploi|rh|rrhh|lavoraconnoi|empleo|stellen|"
    r"seleccion|reclutamiento|talento(?:humano)?|personas|gestionhumana|capitalhumano|candidat[oa]s|vacantes|"
    r"trabajaconnosotros|atracciondetalento|contacto"
)
_OF_TEAM = re.compile(rf"[\w.]{{1,60}}-(?:{_TEAM_WORD})")
_TEAM = re.compile(rf"(?:{_TEAM_WORD})(?:[._-](?:{_TEAM_WORD}|[a-z]{{2}}|eu|emea|de|uk|us))*\d{{0,3}}", re.IGNORECASE)


@lru_cache(maxsize=1024)
def sender_service(domain: str) -> Service | None:
    """Return the service whose domain this is or lies below, else None. Case does not matter."""
    labels = domain.lower().strip(".").split(".")
    below = (".".join(labels[start:]) for start in range(len(labels) - 1))
    return next((_BY_DOMAIN[name] for name in below if name in _BY_DOMAIN), None)


def is_service(sender: Address) -> bool:
    """Whether a service sends, by its domain, or by its name where it has another domain."""
    label = sender.domain.split(".")[-2:][0]
    return sender_service(sender.domain) is not None or {sender.name.lower(), label} & _NAMES != set()


def is_freemail(domain: str) -> bool:
    """Whether anybody can have an address at this domain, so that it says nothing of an employer."""
    return domain.lower() in FREEMAIL or domain.lower().startswith("freemail.")


def is_unattended(email: str) -> bool:
    """Whether the local part itself says that nobody reads what is sent there ("no-reply", "mailer-daemon")."""
    return _UNATTENDED.search(email.rpartition("@")[0]) is not None


def is_team(email: str) -> bool:
    """Whether the local part is a function's, not a person's ("careers", "bewerbung", "hr.de")."""
    local = email.rpartition("@")[0].partition("+")[0]
    return _TEAM.fullmatch(local) is not None or _OF_TEAM.fullmatch(local) is not None
