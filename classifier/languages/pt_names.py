"""First names of Portugal, Brazil and Africa: a witness that capitalised words are a person's name.

Names that employers bear as well ("Santiago", "Vitória", "Salvador") are left out.
"""

from classifier.languages.patterns import words

FIRST_NAMES = words(
    """
    abel abílio adelaide adelino ademir aderito adérito adilson adolfo adriana adriano afonso agostinho aires albertina
    alberto alcides alda aldo alexandre alfredo alice aline allan almerinda altino amadeu amália amândio amaro américo
    amílcar anabela anacleto anderson andreia andressa andré aníbal antonieta antónia antónio antônia antônio aparecida
    aparecido arlete arlindo armanda armando arménio arminda armindo arnaldo artur augusta augusto aurélio ayrton
    baltasar baltazar bárbara barbara bartolomeu beatriz belmiro benedita benedito benjamim bento bernarda bernardo
    berta bianca bráulio brenda breno bruna bruno caetano caio camila cândida cândido carina carla carlos carlota
    carmo carolina cassandra cássia cássio catarina cátia cecília celeste célia celina celso cesária césar cidália
    cintia cíntia clara clarice claudemir cláudia cláudio claudio cleiton clemente cléo clotilde conceição constança
    constantino cristiana cristiano cristina cristóvão custódio dalila damião dandara daniela danilo dário david davi
    débora deise deolinda denilson denise diana dinis diogo dirceu djalma domingas domingos donato dora doroteia
    douglas duarte dulce dulcineia eça edgar edilson edite edmundo edna edson eduarda eduardo elaine eliana eliane
    elias elisa elisabete elisângela elísio elói elsa elvira elza emanuel emerson emília emílio énio erica érica
    ermelinda ernesto estêvão estela ester estevão eudes eufémia eugénia eugénio eugênio eulália eunice eurico eva
    evandro everton ezequiel fabiana fabiano fábia fábio fabrício fátima faustino felícia felipe félix fernanda
    fernando fernão filipa filipe filomena flávia flávio florbela florinda francisca francisco frederica frederico
    gabriela gaspar genoveva geraldo germano gilberto gil gilda gilson gisela gisele giovana glauco gláucia glória
    gonçalo graça gracinda graziela graziele gualter guilherme guilhermina guiomar gustavo heitor helder hélder
    helena hélia hélio heloísa henriqueta henrique hercília herculano hermenegildo hermínia hermínio hilário hilda
    horácio hortênsia hugo humberto iara iasmin ícaro idália ígor igor ilda ilídio inácia inácio inês ingrid iolanda
    íris irene isabel isabela isadora isaías isaura ismael israel itamar ivan ivana ivete ivo ivone jacinta jacinto
    jaime jair jandira janaína jaqueline jeferson jefferson jéssica joana joão joaquim joaquina joel jonas jonathan
    jordão jorge jorgina josé josefa josefina joselito josiane josivan josué juca judite júlia juliana juliano julieta
    júlio júnia jurema jussara kátia kelly laércio lara larissa laura laurinda lauro lázaro leandra leandro leila
    leonardo leonel leonor leopoldina leopoldo letícia lia lídia lígia lídio lilian liliana lina lino lisandra lívia
    lorena lourdes lourenço luana lucas lúcia luciana luciano lucília lucinda lúcio ludovina luís luísa luiz luiza
    lurdes luzia madalena mafalda magda magali maicon maira maíra manoel manuel manuela mara marcela marcelo márcia
    márcio marcos margarida maria mariana marilene marília marina mário marisa maristela marlene marli marlon marta
    martim martinha mateus matilde matheus maurício mauro máximo mayara melina melissa mercedes micael michele miguel
    milena milton mirela miriam moacir moisés mônica mónica murilo nádia napoleão natacha natália natércia nathalia
    nazaré neide nélia nélson nelson nércia neusa neuza newton nicolau nídia nilda nilton nilza nivaldo noémia
    norberto núria nuno octávio odair odete odília olavo olga olímpia olívia omar onofre orlando osmar osvaldo oscar
    osório otávia otávio otília palmira pâmela pascoal patrícia paula paulina paulino paulo pedro penélope perpétua
    plínio poliana priscila querubim quitéria rafael rafaela raimunda raimundo ramiro raquel raul rebeca regina
    reginaldo reinaldo renan renata renato ricardina ricardo rita roberta roberto rodolfo rodrigo rogério rogéria
    romeu romilda romina ronaldo roque rosália rosana rosane rosângela rosário roselene rosinda rosimeire ruben rúben
    rubens rúbia rui rute ruy sabrina salete salomé samanta samuel sandra sandro sara saulo sebastiana sebastião
    serafim sérgio severina severino sidney silmara silvana silvério sílvia silvia sílvio simão simone sofia solange
    sónia sônia soraia stella suelen suely susana suzana tadeu tainá taís talita tamara tânia tancredo tarcísio
    tatiana telma telmo teodora teodoro teófilo teresa tereza terezinha thaís thais thiago tiago tito tobias tomás
    tomé toni tristão ubirajara urbano úrsula vagner valdemar valdir valentim valéria valter vanda vanderlei vanessa
    vânia vasco vera verónica verônica vicente victor vilma vinícius violeta virgílio virgínia vítor vitor vitorino
    viviane vladimir wagner walter wanda wanderley washington wellington wesley william wilson xana xavier xénia
    yara yasmin yolanda yuri zacarias zélia zé zilda zita zulmira
    bia gui duda manu chico xico quim zeca nando beto tati rafa gabi dani juca edu vivi isa nat kika lelê cris
    """
)
