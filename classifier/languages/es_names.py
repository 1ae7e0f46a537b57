"""Who signs Spanish job mail: first names, closings, and the words by which a team or a house is told from a person."""

from classifier.languages.patterns import words

CLOSINGS = (
    (
        r"(?:recib[ae][ns]? )?(?:un |mis |nuestros |muchos )?(?:muy )?(?:cordial(?:es)?|afectuosos?|atentos?|"
        r"fuerte|gran)? ?"
        r"(?:saludos?|abrazos?|besos?)(?: (?:muy )?(?:cordial(?:es)?|afectuosos?|fuerte|grande|fraterno))?"
    ),
    *("¡saludos", "¡un (?:saludo|abrazo)", "(?:muy )?(?:atentamente|cordialmente|afectuosamente)", "atte"),
    r"(?:le|te|les|os) saluda(?:n)?(?: muy)?(?: atentamente| cordialmente| con afecto)",
    *("¡?(?:enhorabuena|felicidades|[eé]xitos)(?: y bienvenid[oa])?", "nos vemos", "¡?mucho ánimo"),
    *("con (?:cariño|afecto|aprecio|todo mi aprecio)", "hasta pronto", "¡?suerte", "¡?mucha suerte"),
    r"¡?(?:muchas |mil )?gracias(?: (?:de nuevo|otra vez|por la paciencia|por todo|por tu tiempo))?",
    r"qued(?:o|amos) (?:atent[oa]s?|a (?:sus|tus) [oó]rdenes|a (?:su|tu) disposici[oó]n|pendientes?)(?: de .{0,40})?",
    (
        r"(?:sin (?:más|otro particular)[^,\n]{0,30}, )?(?:le|te|les|os) (?:env[ií]o|mando|enviamos|mandamos|doy) "
        r"(?:un|muchos|mis|nuestros) (?:\w+ )?(?:saludos?|abrazos?)(?: cordial(?:es)?)?"
    ),
    r"sin (?:más|otro particular)(?: por el momento)?",
)
NO_NAMES = (
    *("equipo", "departamento", "dpto", "recursos", r"human[oa]s?", r"selecci[oó]n", "talento", "empleos?"),
    r"gesti[oó]n",
    *("capital", r"direcci[oó]n", "gerencia", r"comit[eé]", r"comisi[oó]n", r"secretar[ií]a", "negociado", r"[aá]rea"),
    *("reclutamiento", "oficina", "servicio", "universidad", "ayuntamiento", "colegio", r"fundaci[oó]n", "grupo"),
    *(r"cl[ií]nica", "bodegas", "talleres", "hotel", "restaurante", "tienda", "empresa", "centro", "academia"),
    *("escuela", "estudio", "editorial", "museo", "teatro", "sala", "parroquia", "residencia", "consejo", "junta"),
    *("patronato", "tribunal", "presidencia", "banco", "ventas", "compras", "personas", "cultura", "bolsa"),
    *("candidat[oa]s?", "saludos?", "enviado", "atentamente", "cordialmente", "gracias", "abrazo", "nuestr[oa]"),
    *("proceso", "puesto", "vacante", "casa", "cooperativa", r"asociaci[oó]n", r"librer[ií]a", "farmacia", "hostal"),
    *("laboratorios?", "industrias", "transportes", "construcciones", "consultor[ií]a", "abogados", "notar[ií]a"),
    *("avisos?", "notificaciones", r"atracci[oó]n", r"adquisici[oó]n", r"administraci[oó]n", "programa", "campus"),
    *("supermercados?", "textiles", "grupo", "delegación", "subdirección", "coordinación", "unidad", "ministerio"),
)
POSITIONS = (
    *("responsable", r"soci[oa]\b", "gerente", r"jef[ea]\b", "reclutador", "fundador", "president", "encargad"),
    *("analista", "recursos humanos", "rrhh", "secretari", r"decan[oa]\b", r"rector", "supervisor", "coordinador"),
    *(r"t[eé]cnic[oa] de", "selecci[oó]n", "talento", "personas", "gesti[oó]n humana", "capital humano", "directora"),
)
TEAM_WORDS = (
    (
        r"(?:el )?equipo(?: de)?(?: (?:adquisici[oó]n de talento|talento|selecci[oó]n|personas|recursos humanos|rrhh|"
        r"reclutamiento|empleo))?(?: (?:de|en))?"
    ),
    r"(?:departamento|dpto\.?|[aá]rea)(?: de)?",
    r"recursos humanos(?: de)?|rr\.?hh\.?|gesti[oó]n humana|capital humano|talento(?: humano)?(?: de)?",
    r"selecci[oó]n(?: de personal)?|reclutamiento(?: y selecci[oó]n)?|(?:atracci[oó]n|adquisici[oó]n) de talento",
    r"bolsa de (?:empleo|trabajo)|empleos?|atenci[oó]n al candidato|candidat[oa]s|vacantes",
    r"notificaciones|avisos|no responder|personas(?: y cultura)?",
)
ORGANISATIONS = (
    *("universidad", "hospital", "ayuntamiento", r"fundaci[oó]n", "colegio", "instituto", r"cl[ií]nicas?", "banco"),
    *("museo", "teatro", "editorial", r"asociaci[oó]n", "cooperativa", r"diputaci[oó]n", "cabildo", "ministerio"),
    *(r"consejer[ií]a", "residencia", "bodegas?", "talleres", "grupo", "hotel(?:es)?", "laboratorios?", "industrias"),
    *("construcciones", "transportes", "academia", "escuela", "parroquia", "orquesta", "abogados", r"notar[ií]a"),
    *("farmacia", "textiles", "supermercados?", "restaurante", "municipalidad", "gobernaci[oó]n", "consultores"),
)
DEPARTMENTS = (
    *("departamento", r"direcci[oó]n", r"[aá]rea", "negociado", "servicio", r"secretar[ií]a", "facultad", "unidad"),
    *("vicerrectorado", r"secci[oó]n", "gerencia", "oficina", "recursos humanos", "equipo", r"coordinaci[oó]n"),
    *(r"comisi[oó]n", r"comit[eé]", r"c[aá]tedra", r"subdirecci[oó]n", r"delegaci[oó]n", "responsable", r"jef[ea]"),
    *("directora?", "president[ea]", "gerente", "analista", r"t[eé]cnic[oa]", r"secretari[oa]", r"atracci[oó]n"),
)
FIRST_NAMES = words(
    """
    aarón abelardo abrahán abril adolfo adriana adrián agustina agustín aida aidé aina ainara ainhoa aitana aitor
    alan alba alberto aleix alejandrina alexis alfonso alfredo alicia almudena alondra alonso amaia amalia amaya
    amparo anabel ander andoni andrés ane angustias angélica anselmo antonella antía araceli arantxa ariadna ariel
    armando arnau arturo asier asunción augusto aureliano aurelio azucena azul baltasar beatriz begoña belén benita
    benito benjamín berta blanca blas borja braulio brayan brisa bárbara candela candelaria caridad carlota carmela
    carmelo casandra casilda catalina cayetana cecilio celeste celia celso cesar chelo chema concepción conchita
    consuelo crescencio cristian cristo cristóbal césar damián daniela danilo dante daría darío david delfina delia
    demetrio diana dolores domingo dulce débora edgardo edith eduarda efraín efrén elba eleonor eloy eloísa elsa
    elvira elías emiliano emilio encarna encarnación enric enrique ernesto esmeralda esperanza esteban estefanía
    estela ester estrella eugenia eugenio eulalia eusebio eva ezequiel fabio fabiola fabián facundo fausto federica
    feliciano felipe felisa fermín fernanda fidel flor florencia franco fátima gael gaspar gastón gema genoveva
    georgina gerardo germán gertrudis gilberto gisela gloria gonzalo gorka graciela gregoria gregorio guadalupe
    guillem guillermina guillermo gustavo gutierre génesis haroldo haydée hermenegildo hernán hilario hipólito
    horacio hortensia héctor idoia ignacia ignacio iker iluminada imanol inmaculada inés irati iratxe iria irma
    isaías ismael itxaso itzel itziar iván izaskun jacinta jacinto jaime jairo javiera jazmín jerónimo jesusa jesús
    jimena joaquina joaquín jon jordi jorgelina josefa josefina josep josu juana juanita julieta julio julián justo
    karen karla kevin koldo laia laureano lautaro leandro leire leonor leticia leyre león lidia ligia liliana
    lisandro lluís lola lorena lourdes lucas luciano lucrecia lucía luis luisa luz macarena magdalena maialen maite
    manolo manuela marcela marcelina marcelino marcelo margalida mariano maribel maricarmen mariela marifé mariluz
    marisol maritza marlon martín maruja maría matilde matías mauricio maximiliano mayra melchor mercedes micaela
    milagros minerva mireia miren modesto moisés montserrat máximo mónica nahia nahuel natividad nayara nekane nerea
    nicanor nicolasa nicolás nieves noelia norberto norma noé nuria octavio ofelia olalla olegario oriana oriol
    oscar osvaldo otilia pablo paca paco paloma pascual patricio pau paulina paz pedro pepa pepe pilar pol primitivo
    pura purificación quique rafaela ramiro ramón raquel raúl rebeca regino reinaldo remedios renata reyes ricarda
    rigoberto rocío rodolfo rogelio román roque rosalía rosario rosaura rosendo rubén ruperto sabino salomé salvador
    samuel sandro santiago santos saturnino saúl sebastián segundo selene serafín sergi severino silverio silvestre
    simón socorro sofía sol soledad sonsoles susana tadeo tamara tatiana telmo teo teodoro teresita tiago tomás
    trinidad ulises unai valentino valentín valeria vanesa vega verónica vicenta vicente victoriano vinicio virgilio
    viridiana víctor walter washington wendy wilmer wilson xavi ximena xiomara yago yaiza yamila yanina yasmina
    yazmín yolanda yuliana yésica zacarías zaida zulema álvaro ángel ángela ángeles érica íñigo óscar úrsula
    """
)
