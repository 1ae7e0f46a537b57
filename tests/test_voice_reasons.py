"""What a reply says where it was not about the applicant: the position was taken, withdrawn or put on hold."""

from dataclasses import replace

import pytest

from classifier.reading import Reason, Stage
from replies.decision import AskForFeedback
from tests.rejections import JANE, details, keys, reply

ALWAYS = replace(JANE, ask_for_feedback=AskForFeedback.ALWAYS)


def asks(reason: Reason | None, stage: Stage) -> bool:
    """Whether the replies of somebody who always asks for feedback do so."""
    return any("feedback" in reply(details(reason=reason, stage=stage), ALWAYS, key=key) for key in keys())


@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("reason", [Reason.CANCELLED, Reason.PAUSED])
def test_nobody_is_asked_what_was_wrong_when_the_position_itself_fell_away(reason: Reason, stage: Stage) -> None:
    assert not asks(reason, stage)


def test_of_a_position_that_was_taken_feedback_is_asked_only_by_who_was_met() -> None:
    assert not asks(Reason.FILLED, Stage.APPLIED)
    assert asks(Reason.FILLED, Stage.SPOKEN)
    assert asks(Reason.FILLED, Stage.INTERVIEWED)


@pytest.mark.parametrize("stage", [Stage.SPOKEN, Stage.INTERVIEWED])
def test_who_was_met_and_names_what_is_missing_is_thanked_for_it_and_not_asked_again(stage: Stage) -> None:
    assert not asks(Reason.NOT_QUALIFIED, stage)
    told = details(reason=Reason.NOT_QUALIFIED, stage=stage)
    assert all("telling me why" in reply(told, ALWAYS, key=key) for key in keys())


@pytest.mark.parametrize("reason", [Reason.OTHER_CANDIDATES, Reason.NOT_QUALIFIED, None])
def test_of_any_other_answer_feedback_is_asked_as_the_user_wishes(reason: Reason | None) -> None:
    assert asks(reason, Stage.APPLIED)


def test_what_is_kept_may_be_kept_whether_they_promise_or_ask() -> None:
    kept = replace(details(), keeps_on_file="May we keep your details?")
    texts = [reply(kept, key=key) for key in keys()]
    assert not any("Thank you for keeping" in text or "good to know" in text for text in texts)
    assert all("details" in text for text in texts)
