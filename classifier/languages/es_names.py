"""Who signs Spanish job mail: first names, closings, and the words by which a team or a house is told from a person."""

from classifier.languages.patterns import words

CLOSINGS = (
    (
        r"(?:reciba(?:n|s)? )?(?:un |mis |nuestros |muchos )?(?:muy )?(?:cordial(?:es)?|afectuosos?|atentos?|"
        r"fuerte|gran)? ?"
        r"(?:saludos?|abrazos?|besos?)(?: (?:muy )?(?:cordial(?:es)?|afectuosos?|fuerte|grande|fraterno))?"
    ),
    *("¡saludos", "¡un (?:saludo|abrazo)", "(?:muy )?(?:atentamente|cordialmente|afectuosamente)", "atte"),
    r"(?:le|te|les|os) saluda(?:n)?(?: muy)?(?: atentamente| cordialmente| con afecto)",
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
    *(
        "equipo",
        "departamento",
        "dpto",
        "recursos",
        r"human[oa]s?",
        r"selecci[oó]n",
        "talento",
        "empleos?",
        r"gesti[oó]n",
    ),
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
FIRST_NAMES = words(
    """
    abelardo abril adolfo adriana adrián agustina agustín aida aidé aina ainara ainhoa aitana aitor alan alba alberto
    aleix alejandrina alexis alfonso alfredo alicia almudena alonso alondra amaia amalia amaya amparo anabel ander
    andoni andrés ane angélica angustias anselmo antonella antía araceli arantxa ariadna ariel armando arnau arturo
    asier asunción augusto aurelio aureliano azucena azul baltasar beatriz begoña belén benita benito benjamín berta
    blanca blas borja braulio brayan brisa bárbara candela candelaria caridad carlota carmela carmelo casandra casilda
    catalina cayetana cecilio celeste celia celso cesar chelo chema conchita concepción consuelo crescencio cristian
    cristo cristóbal césar daniela danilo dante daría darío david delfina delia demetrio diana dolores domingo dulce
    edgardo edith eduarda efraín efrén elba eleonor elías eloísa eloy elsa elvira emiliano emilio encarna encarnación
    enric enrique ernesto esmeralda esperanza esteban estefanía estela ester estrella eugenia eugenio eulalia eusebio
    eva ezequiel fabián fabio fabiola facundo fausto federica feliciano felipe felisa fermín fernanda fidel flor
    florencia franco fátima gael gaspar gema genoveva georgina gerardo germán gertrudis gilberto gisela gloria gonzalo
    gorka graciela gregoria gregorio guadalupe guillem guillermina guillermo gustavo gutierre génesis haroldo haydée
    hernán hermenegildo hilario hipólito horacio hortensia héctor idoia ignacia ignacio iker iluminada imanol
    inmaculada inés iratxe irati iria irma isaías ismael itxaso itzel itziar iván izaskun jacinta jacinto jaime jairo
    javiera jazmín jerónimo jesús jesusa jimena joaquín joaquina jon jordi jorgelina josefa josefina josep josu juana
    juanita julieta julio justo karen karla kevin koldo lautaro laia laureano leandro leire leonor leticia leyre
    lidia ligia liliana lisandro lluís lola lorena lourdes lucas lucrecia lucía luciano luis luisa luz macarena
    magdalena maialen maite manolo manuela marcela marcelina marcelino marcelo margalida mariano maribel maricarmen
    mariela marifé mariluz marisol maritza marlon martín maruja matilde matías mauricio maximiliano máximo mayra
    melchor mercedes micaela milagros minerva mireia miren modesto moisés montserrat mónica nahuel nahia natividad
    nayara nekane nerea nicanor nicolasa nicolás nieves noelia norberto norma nuria octavio ofelia olalla olegario oriol
    oscar óscar osvaldo otilia oriana pablo paca paco paloma pascual patricio paulina paz pau pedro pepa pepe pilar
    pol primitivo pura purificación quique rafaela ramiro ramón raquel raúl rebeca regino reinaldo remedios renata
    reyes ricarda rigoberto rocío rodolfo rogelio román roque rosalía rosario rosaura rosendo ruperto rubén sabino
    salomé salvador samuel sandro santiago santos saturnino saúl sebastián segundo selene serafín sergi severino
    silverio silvestre simón socorro sol soledad sonsoles susana tadeo tamara tatiana telmo teodoro teo teresita
    tiago tomás trinidad ulises unai valentino valeria vanesa vega verónica vicenta vicente victoriano vinicio virgilio
    viridiana víctor walter washington wendy wilmer wilson ximena xavi xiomara yago yaiza yamila yanina yasmina
    yazmín yésica yolanda yuliana zacarías zaida zulema álvaro ángel ángela ángeles íñigo úrsula
    """
)
