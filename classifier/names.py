"""First names, in lower case: a witness that two capitalised words are a person and not a company."""

from classifier.languages import SPEECHES

_KNOWN = frozenset(
    """
    aarav aaron abby abdul abigail ada adam adele aditi aditya adrian adunni agnes agnieszka ahmed aidan aileen aine
    aino aisha akira akua alan alastair alba albert alejandra alejandro alessandra alessandro alessia alex alexa
    alexander alexandra alexis alfred ali alice alicia alina alisa alison alistair allan alma amadou amanda amar
    amara ambrose amelia amina amir amira amy ana anand anastasia anders andrea andreas andrew andrzej andré aneesh
    angela angelika angus anika anil anita anja anjali anke ankit ann anna annabel annalena anne anneliese annette
    annika anouk ansgar anthony antje antoine anton antonella antonia antonio anya aoife arash archie arjun arne
    aron arthur arun arya asha asif astrid augusta aurora ava axel ayla ayse aysha ayşe babette barbara barry bart
    bartosz basil bastian beata beate beatrice beatrix belinda bella ben benedikt benjamin bernadette bernard bernd
    bernhard beth bettina bianca bilal bill birger birgit birte bjarne björn blanca bob bogdan boris bram brandon
    brenda brendan brian bridget bridie britta bruno bryony caitlin callie callum calum camila camille camilo carina
    carl carla carlo carlos carmen carol carolin carolina caroline carsten casper catarina cath catherine cathy
    catriona cecilia cedric celine chantal charles charlie charlotte chiara chidi chinwe chioma chloe chloé chris
    christa christel christian christiane christina christine christof christoph christopher ciara ciaran cindy
    claire clara clare claudia claus clemens clement clive colette colin connor conny conrad constanze cordelia
    corey corinna cornelia cosima craig cristina cynthia dafydd dagmar dalia damian damien dan dana daniel daniela
    danielle daphne darcy dario dariusz darren dave david davina dawid dean deborah declan deepa deepak deirdre
    delia delphine denise dennis derek desiree desmond detlef dev devika diana diane diego dieter dietmar dilara
    dilip dimitri dinah dirk divya dmitri dominic dominik dominique donna dora dorian doris dorota dorothea dorothee
    doug duncan dustin dwayne dylan eamon ebba eckhard eddie edgar edith edmund eduardo edward edwin edwina eileen
    eilidh eirik ekaterina elaina elaine eleanor elena eliana elias elif elin elisa elisabeth elise elizabeth elke
    ella ellen elliot ellis elodie eloise elsa elspeth elvira emanuel emeka emer emil emilia emilio emily emma
    emmanuel emre enid enrico eric erica erich erik erika erin ernestine ernst esra ester esther ethan eugen eva
    evan evelyn ewa ezra fabian fabienne faisal faith farah farhan farid farzana fatima fatma fay federico felicitas
    felipe felix femi ferdinand fergus fernand fernanda fernando finn fiona fleur flora florence florian folasade
    frances francesca francesco francis francisco frank franz franziska fred frederic frederik frederike freya frida
    frieda frieder friedrich fritz funmi gabriel gabriela gabriele gail gareth gary gavin gemma genevieve geoff
    georg george georgia georgina gerald geraldine gerda gerhard gero gerry gertrud gianna gillian gina ginny
    giorgio giovanni gisela giselle gita giulia giuseppe gloria gordon gosia grace graham greg gregor greta grzegorz
    gudrun guido guillaume gunnar gustav gwen gwyneth günter günther habib hajo hamid hana hanna hannah hannes hans
    harald harish harriet harry haruka harvey hasan hassan hayley hazel heather heba hector hedda hedwig heide heidi
    heike heiko heiner heinrich heinz helen helena helene helga helge helmut hendrik henning henri henrietta
    henriette henrik henrike henry herbert hermann hester hilary hilda hilde hiroshi holger horst howard hubert hugo
    humaira ian ibrahim ida idris ifeoma igor ilkay ilona ilse imke imogen imran ina indira ines inga inge ingeborg
    ingo ingrid ioana iqbal irena irene irfan irina iris irma isaac isabel isabell isabella isabelle ishaan isla
    isobel ivan ivana ivo iwona jaap jacek jack jacob jacqueline jacques jada jade jakob james jamie jan jana jane
    janet janin janina janine janne jannik jasmin jasmine jason javier jay jaya jean jeanette jeff jeffrey jelena
    jemima jen jenna jennie jennifer jenny jens jeremy jerome jerry jes jesper jess jesse jessica jill jim joachim
    joan joana joanna joanne jocelyn jochen jodie joe joel johan johann johanna johannes john jolanda jolene jon
    jonas jonathan jonna jonny jordan jorge jose josef josefine joseph josephina josephine josh joshua joss josé joy
    joyce juan judah jude judith judy jule julia julian juliana juliane julie julien juliette julius junaid june
    jutta jörg jörn jürgen kai kaitlyn kamal kamila kamran kara karen karim karin karina karl karla karolin karolina
    karoline karsten karthik kasia katarina katarzyna kate kateryna katharina katherine kathleen kathrin kathryn
    kathy katie katja katrin kavita kay kayla keisha keith kelly ken kenji kenneth kerry kerstin kevin keziah khalid
    kieran kilian kim kira kiran kirsten kirstie kirsty klara klaudia klaus kofi konrad konstantin krishna kristen
    kristian kristin kristina krzysztof kurt kwame kyle laila lakshmi lalita lamar lana lara larissa larry lars
    latoya laura lauren laurent lea leah lee leif leila lena leni lenka lennart leo leon leona leonard leonardo
    leonie leopold leopoldine lesley leslie levin lewis liam lidia lila lilian liliana lilith lilli lillian lilly
    lily lina linda lindsay linnea linus lionel lisa lisbeth liz lorena lorenz lorenzo lorna lotte louis louisa
    louise lowri luca lucas lucia lucie lucinda lucy ludmila ludwig luis luisa luka lukas lukasz luke luna luzia
    lydia lynn lynne maarten mabel maciej madeleine madhuri mads magdalena maia maike mairi maja malcolm malgorzata
    malik malin malte mandy manfred manish manoj manon manuel manuela mara marc marcel marcella marcin marco marcos
    marcus mareike marek maren margaret margarete margarita margit margot marguerite maria mariam marian mariana
    marianne marie mariella marija marika marina mario marion marisa marisol marit marius mariusz mark markus marlen
    marlene marlies marta martha martijn martin martina marvin mary mary-ann maryam mason mateo mathias mathieu
    mathilda mathilde mats matt matteo matthew matthias maud maureen maurice mauro mavis max maximilian maya
    mechthild meera megan mehmet mehreen mei meike melanie melina melissa melvin meredith meret merle merve mhairi
    mia michael michaela michal michel michele michelle miguel mika mikael mike mikhail mila milan mildred milena
    miles min mina mira miranda mirela miriam mirjam mirko mohamed mohammed mohan moira molly mona moni monica
    monika morag morgan moritz muhammad murat muriel mustafa myra nabil nadia nadine nadir nadja naima nancy nanette
    naoko naomi naresh narinder nasreen natalia natalie natasha natasza nathalie nathan naveen ned neena neha neil
    nele nell nella nerys ngozi nia niall niamh nicholas nick nico nicola nicolai nicolas nicole niels nigel nika
    nikhil niklas nikolai nikolaus nils nina nisha nita noah noel noemi noor nora norbert noreen norman nuala odette
    oisin olaf ole oleg olena olga oliver olivia olu olumide omar oona orla oscar oskar osvaldo otto owen padraig
    paige pamela paola parveen pat patricia patrick patrizia patty paul paula pauline pavel pawel pearl pedro peggy
    pelle penelope per percy peter petra phil philip philipp philippa philippe phillip phoebe pia pierre piers piet
    pilar piotr pippa piya pooja prakash pranav pratik preeti prisca priti priya priyanka quentin rachel radha
    rafael rafe raimund rainer raj rajesh rakesh ralf ralph ramesh ramona rana rania ranjit raphael rashid rashida
    rashmi raul ravi ravindra ray rebecca rebekah rebekka reem regina reiner reinhard reinhold renate rené reza
    rhiannon rhona rhys ricarda ricardo riccardo richard rick rina rita ritu rob robert roberta roberto robin
    rodrigo roger rohan rohit roisin roland rolf roman romy ronald ronja rory rosa rosalie rosalind rosalinda
    rosanna rosemary rosie ross roswitha rowan roxana roy ruben rudi rudolf rukmini rupal rupert russell ruth ryan
    saanvi sabina sabine sabrina sadie sagar saira sakura saleem salim sally salma sam samantha samina samira samuel
    sana sandeep sandra sandy sangeeta sanjay sanjeev sanne saoirse sara sarah sarita sascha saskia satish scott
    seamus sean sebastian seema selena selin selina serena sergei sergio seth severin shabana shahid shanice shannon
    sharmila sharon shauna sheila shilpa shirin shirley shreya shyam sian sibylle siegfried sigrid sigrun silas sile
    silja silke silvana silvia simon simona simone simran sina sinead siobhan slawomir sneha sofia sofie sofija
    solveig sonal sonia sonja sophia sophie sorcha srinivas stanislaw stefan stefanie steffen steffi stelios stella
    stephan stephanie stephen steve steven stuart sudha sue suki sumit sunil sunita suraj suresh susan susanna
    susanne suse sushma suzanne svea sven svenja svetlana swati sylvia sylvie sébastien tabea tabitha tadhg tahira
    tamara tamsin tania tanja tanvi tara tariq tarun tatiana tatjana ted tegan teodor terence teresa terry tessa
    thandi thandiwe thea theo theodor theodora theresa therese thilo thomas thorben thorsten tilda till tilman tilo
    tim timo timothy tina tobias toby todd tom tomas tomasz toni tony torben torsten tracey tracy trevor trish
    tristan trudy tyler uli ulla ulrich ulrike uma umar umut una ursula usha uta ute uwe vaclav valentin valentina
    valeria valerie vandana vanessa vaughan venkat vera verena verity veronica veronika victor victoria vijay vikas
    vikram viktor viktoria vimala vinay vincent vincenzo viola violeta vipul virginia vivek vivian viviane vladimir
    volker wanda wangari wayne wendell wendy wenke werner wiebke wilfred wilfried wilhelm will william wilma
    winfried winifred wojciech wolfgang wolfram xaver xavier xin yael yan yannick yara yasemin yasmin yasmina
    yetunde yevgenia yinka ylva yolanda yuki yuri yusuf yvonne zahra zainab zara zeynep zoe zofia zoya zoë zuri
    zuzanna
    """.split()  # noqa: SIM905 - a list of words is read and kept more easily as words
)
FIRST_NAMES = _KNOWN.union(*(speech.first_names for speech in SPEECHES.values()))
