"""How Dutch says what matters in job mail."""

from classifier.languages.patterns import words
from classifier.languages.speech import Speech

DUTCH = Speech(
    code="nl",
    function_words=words(
        "de het een en van voor met niet geen uw u je jij jou jouw wij we ons onze dat dit die deze is zijn was "
        "heb hebt heeft hebben had om op in te aan bij als maar ook wel nog dan naar over door uit er iemand kan "
        "helaas bedankt beste geachte sollicitatie vacature functie groet groeten vriendelijke hartelijke hoi"
    ),
)
