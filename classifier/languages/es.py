"""How Spanish says what matters in job mail."""

from classifier.languages.patterns import words
from classifier.languages.speech import Speech

SPANISH = Speech(
    code="es",
    function_words=words(
        "el la los las un una unos de del al y o en con por para que su sus se no lo le les te tu tus ti me mi "
        "nos ha han hemos habíamos es son era fue muy más pero como cuando este esta estos ya sin sobre nuestro "
        "nuestra nuestros gracias hola estimado estimada usted ustedes lamentablemente desafortunadamente saludo "
        "saludos cordial atentamente candidatura puesto proceso vacante"
    ),
)
