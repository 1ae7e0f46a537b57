"""First names, in lower case: a witness that two capitalised words are a person and not a company."""

from classifier.languages import SPEECHES

_KNOWN = frozenset(
    """
    aaron abby abdul abigail ada adam adele adrian agnes ahmed aidan aileen aisha akira alan alba albert alejandra
    alejandro alessandra alessandro alex alexa alexander alexandra alexis alfred ali alice alicia alina alisa alison
    alma amadou amanda amara amelia amir amy ana anastasia anders andrea andreas andrew andrzej andré angela angelika
    anika anita anja anke ann anna anne annette annika anouk ansgar anthony antje antoine anton antonia antonio anya
    arjun arne arthur asha astrid aurora axel ayla ayse ayşe barbara bart bastian beata beate beatrice ben benedikt
    benjamin bernard bernd bernhard beth bettina bianca bill birgit birte björn bob boris brandon brenda brian bridget
    britta bruno caitlin callum camila camille carina carl carla carlo carlos carmen carol carolin carolina caroline
    carsten catarina catherine cecilia cedric celine chantal charles charlie charlotte chiara chloe chloé chris
    christa christel christian christiane christina christine christof christoph christopher cindy claire clara
    claudia claus clemens colin connor conny constanze corinna cornelia craig cristina cynthia dagmar damian dan dana
    daniel daniela danielle dario darren dave david dawid dean deborah deepa deirdre denise dennis derek desiree
    desmond detlef diana diane diego dieter dietmar dilara dimitri dinah dirk dmitri dominic dominik dominique donna
    dora doris dorothea dorothee doug dustin dylan eckhard eddie edgar edith eduardo edward edwin eileen elaine
    eleanor elena eliana elias elif elin elisa elisabeth elise elizabeth elke ella ellen elliot ellis elodie elsa
    elvira emanuel emil emilia emily emma emmanuel emre enrico eric erica erich erik erika erin ernst esra esther
    ethan eugen eva evan evelyn fabian fabienne farah fatima fatma federico felicitas felix ferdinand fernanda
    fernando finn fiona flora florence florian frances francesca francesco francis francisco frank franz franziska
    fred frederic frederik frederike frieda frieder friedrich fritz gabriel gabriela gabriele gareth gary geoff georg
    george gerald gerda gerhard gero gertrud gianna gina giorgio giovanni gisela giulia giuseppe gordon grace graham
    greg gregor greta guido guillaume gunnar gustav günter günther hajo hanna hannah hannes hans harald harriet harry
    hasan hassan heather hedwig heide heidi heike heiko heiner heinrich heinz helen helena helene helga helge helmut
    hendrik henning henri henrietta henriette henrik henry herbert hermann hilda hilde holger horst howard hubert hugo
    ian ibrahim ida igor ilkay ilona ilse imke imran ina ines inga inge ingeborg ingo ingrid ioana irena irene irina
    iris irma isaac isabel isabell isabella isabelle ivan ivana jack jacob jacqueline jacques jakob james jamie jan
    jana jane janet janin janina janine janne jannik jasmin jasmine jason javier jay jean jeanette jeff jeffrey jelena
    jen jenna jennifer jenny jens jeremy jerome jesper jess jesse jessica jill jim joachim joan joana joanna joanne
    jochen joe joel johan johann johanna johannes john jon jonas jonathan jonna jordan jorge jose josef josefine
    joseph josephine josh joshua josé joy joyce juan judith judy jule julia julian juliana juliane julie julien
    juliette julius june jutta jörg jörn jürgen kai kaitlyn kamila kara karen karim karin karina karl karla karolin
    karoline karsten kasia katarina katarzyna kate katharina katherine kathleen kathrin kathryn kathy katie katja
    katrin kay kayla keith kelly ken kenji kenneth kerstin kevin khalid kieran kilian kim kira kirsten kirsty klara
    klaudia klaus kofi konrad konstantin kristen kristian kristin kristina kurt kyle lara larissa larry lars laura
    lauren laurent lea leah lee leila lena leni lennart leo leon leona leonard leonardo leonie leopold lesley leslie
    levin lewis liam lidia lila lilian liliana lilli lillian lilly lily lina linda lindsay linus lisa lisbeth liz
    lorena lorenz lorenzo louis louisa louise luca lucas lucia lucie lucinda lucy ludwig luis luisa lukas luke luna
    luzia lydia lynn mads magdalena maia maike maja malgorzata malin malte mandy manfred manon manuel manuela mara
    marc marcel marcella marco marcos marcus mareike maren margaret margarete margarita margit margot maria mariam
    marian mariana marianne marie mariella marija marika marina mario marion marisa marit marius mark markus marlen
    marlene marlies marta martha martin martina marvin mary mason mateo mathias mathieu mathilda mathilde mats matt
    matteo matthew matthias maureen maurice mauro max maximilian maya mechthild megan mehmet meike melanie melina
    melissa meret merle mia michael michaela michal michel michele michelle miguel mika mikael mike mila milan milena
    miles mina mira miranda miriam mirjam mirko mohamed mohammed moira molly mona moni monica monika moritz muhammad
    murat mustafa nadia nadine nadja nancy naomi natalia natalie natasha nathalie nathan neha neil nele nia niamh
    nicholas nick nico nicola nicolai nicolas nicole niels nigel nika niklas nikolai nikolaus nils nina noah noel
    noemi noor nora norbert norman odette olaf ole oleg olga oliver olivia omar oscar oskar otto owen paige pamela
    paola patricia patrick patrizia patty paul paula pauline pavel pedro peggy pelle penelope per peter petra phil
    philip philipp philippa phoebe pia pierre piers piet pilar piotr priya quentin rachel rafael raimund rainer ralf
    ralph ramona raphael rashid raul ravi ray rebecca rebekka regina reiner reinhard reinhold renate rené ricarda
    ricardo riccardo richard rick rita rob robert roberta roberto robin rodrigo roger roland rolf roman romy ronald
    ronja rosa rosalie rosalind rosemary rosie ross roswitha roxana roy ruben rudi rudolf rupert russell ruth ryan
    sabina sabine sabrina sally salma sam samantha samira samuel sandra sandy sanjay sanne sara sarah sascha saskia
    scott sean sebastian selena selin selina serena sergei sergio seth severin shannon sharon shauna sheila shreya
    sibylle siegfried sigrid silas silja silke silvana silvia simon simona simone sina siobhan sofia sofie solveig
    sonia sonja sophia sophie stefan stefanie steffen steffi stella stephan stephanie stephen steve steven stuart sue
    susan susanna susanne suse svea sven svenja svetlana sylvia sébastien tabea tamara tania tanja tara tatiana
    tatjana ted teresa terry tessa thea theo theodor theresa therese thilo thomas thorben thorsten tilda till tilman
    tilo tim timo timothy tina tobias toby todd tom tomas tomasz toni tony torben torsten tracy tristan trudy tyler
    uli ulla ulrich ulrike umut ursula uta ute uwe valentin valentina valeria valerie vanessa vera verena veronica
    veronika victor victoria vijay viktor viktoria vincent vincenzo viola violeta virginia vivian viviane vladimir
    volker wanda wendy wenke werner wiebke wilfried wilhelm will william wilma winfried wolfgang wolfram xaver xavier
    yara yasemin yasmin ylva yusuf yvonne zara zoe zofia zoë
    """.split()  # noqa: SIM905 - a list of words is read and kept more easily as words
)
FIRST_NAMES = _KNOWN.union(*(speech.first_names for speech in SPEECHES.values()))
