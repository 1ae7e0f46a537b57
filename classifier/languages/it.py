"""How Italian says what matters in job mail."""

from classifier.languages.patterns import words
from classifier.languages.speech import Speech

ITALIAN = Speech(
    code="it",
    function_words=words(
        "il lo la i gli le un una uno di del dello della dei delle da dal dalla in nel nella con su sul sulla per "
        "tra che e ed o non ma come si ci vi ti tu tuo tua tuoi lei sua suo suoi nostro nostra nostri abbiamo ha "
        "hanno è sono siamo stato stata più molto anche questo questa grazie buongiorno gentile purtroppo "
        "cordiali saluti candidatura selezione azienda al alla ai"
    ),
)
