"""What a pre-highlighting run says when something goes wrong; ``how`` is how a process ended (``client``)."""

from __future__ import annotations

from annotation_schema.wording import translate
from desktop.core.errors import AppError, ErrorCode
from desktop.core.prelabel import rule_lists
from desktop.core.prelabel.pace import duration


def not_understood(problem: object) -> AppError:
    """Return the error of a worker whose lines are none of the protocol."""
    sentence = translate("Prelabel", "The worker process cannot be understood. {problem}")
    return AppError(ErrorCode.WORKER_FAILED, sentence.format(problem=problem))


def no_spacy() -> AppError:
    """Return the error of a worker without spaCy."""
    return AppError(
        ErrorCode.WORKER_FAILED,
        translate("Prelabel", "spaCy is not installed."),
        hint=translate("Prelabel", "Install spacy."),
    )


def not_loaded(reason: str, lists: str = "") -> AppError:
    """Return the error of a pipeline that the worker cannot load; ``lists``: the word lists, if it is one of them."""
    if lists and any(one.name in reason for one in rule_lists.parse(lists)):
        hint = translate("Prelabel", "Correct that list and add it again, or take it out of the project.")
        return AppError(ErrorCode.WORKER_FAILED, reason, hint=hint)
    hint = translate("Prelabel", "Choose another pipeline; “pressmark pipelines” lists those that are installed.")
    return AppError(ErrorCode.PIPELINE_NOT_FOUND, reason, hint=hint)


def unasked() -> AppError:
    """Return the error of a worker that answers what was not asked."""
    return AppError(ErrorCode.WORKER_FAILED, translate("Prelabel", "The worker process answers what was not asked."))


def ended_again(how: str, times: int, details: str) -> AppError:
    """Return the error of workers that ended several times in a row."""
    sentence = translate(
        "Prelabel",
        "The worker process {how}, %n time in a row.|The worker process {how}, %n times in a row.",
        times,
    )
    return AppError(
        ErrorCode.WORKER_FAILED,
        sentence.format(how=how),
        hint=translate("Prelabel", "What was found is saved. Try another pipeline, or give the machine more memory."),
        details=details,
    )


def ended_while_loading(how: str, pipeline: str, details: str) -> AppError:
    """Return the error of workers that end whenever they load the pipeline."""
    sentence = translate("Prelabel", "The worker process {how} while it loaded the pipeline “{pipeline}”.")
    return AppError(
        ErrorCode.WORKER_FAILED,
        sentence.format(how=how, pipeline=pipeline),
        hint=translate("Prelabel", "Choose another pipeline; the log has more."),
        details=details,
    )


def loading_again(how: str) -> str:
    """Return the notice that a worker ended while it loaded, and is started again."""
    sentence = translate("Prelabel", "The worker process {how} while it loaded the pipeline. It is started again.")
    return sentence.format(how=how)


def others_go_on(how: str) -> str:
    """Return the notice that a worker could not load, and others could."""
    sentence = translate("Prelabel", "A worker process {how} while it loaded the pipeline; the others go on.")
    return sentence.format(how=how)


def started_again(how: str) -> str:
    """Return the notice that a worker ended without anything to read."""
    return translate("Prelabel", "The worker process {how}. It is started again.").format(how=how)


def reading_again(how: str, article: str, others: int) -> str:
    """Return the notice that a worker ended while it read an article, or one of those after it."""
    if not others:
        sentence = translate("Prelabel", "The worker process {how} while it read “{article}”. It is started again.")
    else:
        sentence = translate(
            "Prelabel",
            "The worker process {how} while it read “{article}” or one of the %n after it. It is started again."
            "|The worker process {how} while it read “{article}” or one of the %n after it. It is started again.",
            others,
        )
    return sentence.format(how=how, article=article)


def ended_twice(how: str) -> str:
    """Return why an article is left out that ended its worker twice."""
    return translate("Prelabel", "The worker process {how} twice while it read this article.").format(how=how)


def silent(seconds: float) -> str:
    """Return how a worker was ended that did not answer, as said of a process: after "The worker process"."""
    return translate("Prelabel", "did not answer for {time}").format(time=duration(seconds))


def too_slow(seconds: float) -> str:
    """Return why an article is left out that the pipeline did not read in time."""
    sentence = translate("Prelabel", "The pipeline had not read it after {time}, the limit for its length.")
    return sentence.format(time=duration(seconds))


def beyond_the_text() -> str:
    """Return why an article is left out whose spans do not fit it."""
    return translate("Prelabel", "The pipeline gave positions beyond the end of the text.")


def no_answer() -> str:
    """Return why an article is left out that the worker passed over."""
    return translate("Prelabel", "The worker gave no answer for it.")
