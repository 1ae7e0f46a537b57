"""How French says what matters in job mail."""

from classifier.languages.patterns import words
from classifier.languages.speech import Speech

FRENCH = Speech(
    code="fr",
    function_words=words(
        "le la les l un une des du de au aux et ou est sont dans avec pas plus que qui sur par en ce cet cette "
        "ces ne ni se son sa ses leur vous nous te tu toi ton ta tes votre vos notre nos pour mais comme même "
        "donc bien très avons avez ont été être fait suite malheureusement cordialement merci bonjour bonsoir "
        "madame monsieur salutations candidature entretien poste je j d n c qu il elle on"
    ),
)
