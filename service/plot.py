"""The reliability diagram of `ajar evaluate --plot`: how often a mail of each probability really is a rejection."""

from pathlib import Path

from classifier.evaluate import Report
from service.assembly import UsageError


def plot_calibration(report: Report, file: Path) -> None:
    """Write the diagram; the ending of the name (.png, .svg, .pdf) says in which format.

    Raises:
        UsageError: matplotlib is not installed, or the file cannot be written.
    """
    try:
        from matplotlib.figure import Figure  # noqa: PLC0415 - an extra that few have
    except ImportError:
        raise UsageError("Drawing needs matplotlib.", "Install it with: pipx inject ajar-mail matplotlib.") from None
    figure = Figure(figsize=(5, 5), layout="constrained")
    axes = figure.subplots()
    bins = report.overall.bins
    axes.plot([0, 1], [0, 1], color="grey", linestyle="dotted", label="perfectly calibrated")
    axes.plot([each.expected for each in bins], [each.observed for each in bins], marker="o", label="this classifier")
    for each in bins:
        axes.annotate(str(each.count), (each.expected, each.observed), textcoords="offset points", xytext=(5, -10))
    axes.set(xlabel="probability of a rejection", ylabel="share that are rejections", xlim=(0, 1), ylim=(0, 1))
    axes.legend(loc="upper left")
    try:
        figure.savefig(file)
    except (OSError, ValueError) as error:
        raise UsageError(f"{file} cannot be written: {error}.") from error
