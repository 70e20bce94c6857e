"""Writes the measurements into the pages that show them, between the marks of each page."""
import os

from peers import ROOT
from tables import table

OPENING, CLOSING = "<!-- benchmark -->", "<!-- /benchmark -->"
BENCHMARKS, README = "Benchmarks/README.md", "README.md"


def summary(machine, comparison, figures):
    """Returns the lines of the README: one application in each program, then keping on the whole."""
    return [
        f"Measured on {machine}.", "",
        *table(["One application of direction 2.2 (11 clauses), CPU time on one core", "µs"], comparison), "",
        "keping with its shipped programs:", "",
        *(f"- {description}: {figure}" for description, figure in figures),
    ]


def replaced(text, lines, path):
    """Returns the text of a page with other lines between its marks."""
    before, opening, rest = text.partition(OPENING)
    _, closing, after = rest.partition(CLOSING)
    if not opening or not closing:
        raise SystemExit(f"{path} has no {OPENING} … {CLOSING}")
    return "\n".join([before + OPENING, *lines, CLOSING + after])


def write(lines, summary, root=ROOT):
    """Writes all tables into Benchmarks/README.md and the summary into README.md, or neither if a page lacks its marks."""
    pages = {}
    for name, contents in [(BENCHMARKS, lines), (README, summary)]:
        with open(os.path.join(root, name), encoding="utf-8") as file:
            pages[name] = replaced(file.read(), contents, name)
    for name, text in pages.items():
        with open(os.path.join(root, name), "w", encoding="utf-8") as file:
            file.write(text)
