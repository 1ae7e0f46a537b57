"""How a position stands in a sentence, whatever its title looks like."""

import pytest

from classifier.reading import Stage
from tests.rejections import details, keys, reply


def texts(language: str, role: str) -> str:
    """Many replies about this role."""
    found = [details(role=role, language=language, stage=stage) for stage in Stage]
    return "\n".join(reply(one, key=key) for one in found for key in keys())


@pytest.mark.parametrize(
    ("language", "role", "said", "never"),
    [
        ("en", "Data Analyst", "the Data Analyst role", "role of"),
        ("en", "Product Designer, Growth", "the role of Product Designer, Growth", "Growth role"),
        ("en", "Nurse - Night Shift", "the role of Nurse - Night Shift", "Shift role"),
        ("en", "Lecturer in Modern History", "the role of Lecturer in Modern History", "History role"),
        ("en", "Summer Internship", "the Summer Internship", "Internship role"),
        ("de", "Data Analyst", "Stelle „Data Analyst“", "zur Data Analyst"),
        ("de", "Doktorandenstelle", "zur Doktorandenstelle", "„Doktorandenstelle“"),
        ("de", "Ausbildung zum Koch", "zur Ausbildung zum Koch", "Stelle „"),
        ("pt", "Analista", "vaga de Analista", "“"),
        ("pt", "Bolsa de Investigação", "vaga “Bolsa de Investigação”", "vaga de Bolsa"),
    ],
)
def test_it_reads_as_one_would_say_it(language: str, role: str, said: str, never: str) -> None:
    text = texts(language, role)
    assert said in text
    assert never not in text
