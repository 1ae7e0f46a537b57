"""How Portuguese says what matters in job mail."""

from classifier.languages.patterns import words
from classifier.languages.speech import Speech

PORTUGUESE = Speech(
    code="pt",
    function_words=words(
        "o a os as um uma de do da dos das no na nos nas ao à e ou em com por pelo pela para que não mas como se "
        "já mais muito este esta esse essa foi ser está estão temos sua seu suas seus teu tua ti você te nosso "
        "nossa obrigado obrigada olá oi prezado prezada caro cara infelizmente cumprimentos atenciosamente "
        "candidatura processo vaga seletivo recrutamento boa"
    ),
)
