"""The stored bounds and the comparison of new figures with them."""

import collections

TOLERANCE = 0.03
FUNCTIONS = 40
# Everything besides keping that affects the figures.
MADE_WITH = ["valgrind", "input", "workbook", "libraries"]


class Figures:
    """The instructions of each workload and of its functions, and the tools of the measurement."""

    def __init__(self, totals, functions, made_with):
        self.totals, self.functions, self.made_with = totals, functions, made_with


HEAD = """\
# Instructions for one application by workload, instructions to start with one application, and the tools of the measurement.
# .ci/instructions compares a build with these bounds; --write writes this file and the file of functions beside it.
"""


def read(path):
    totals, functions, made_with = {}, {}, {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, _, value = line.partition(" ")
            if name in MADE_WITH:
                made_with[name] = value.strip()
            else:
                totals[name], functions[name] = int(value), {}
    for line in path.with_suffix(".functions").read_text(encoding="utf-8").splitlines():
        workload, count, name = line.split("\t")
        functions.setdefault(workload, {})[name] = int(count)
    return Figures(totals, functions, made_with)


def write(path, figures):
    lines = [f"{name:<10} {value:>11}\n" for name, value in figures.totals.items()]
    lines += [f"{name:<10} {figures.made_with[name]:>11}\n" for name in MADE_WITH]
    path.write_text(HEAD + "".join(lines), encoding="utf-8")
    with open(path.with_suffix(".functions"), "w", encoding="utf-8") as file:
        for workload, functions in figures.functions.items():
            for name, count in collections.Counter(functions).most_common(FUNCTIONS):
                file.write(f"{workload}\t{count}\t{name}\n")


def grown(before, now):
    """Returns the functions that grew most, as (growth, before, now, name)."""
    # A function that is not in the stored list had at most the count of the last function in it.
    rest = min(before.values(), default=0)
    changes = [(count - before.get(name, rest), before.get(name), count, name) for name, count in now.items()]
    return sorted((change for change in changes if change[0] > 0), key=lambda change: (-change[0], change[3]))[:5]


def compare(path, bounds, figures, report):
    """Returns whether all figures are within the bounds; reports those that are not, and the functions that grew."""
    is_within = True
    for name, now in figures.totals.items():
        bound = bounds.totals.get(name)
        unit = "to start" if name == "start" else "an application"
        if bound is None:
            report(f"{path}: error: {name} has no bound; add it with .ci/instructions --write")
            is_within = False
            continue
        change = now / bound - 1
        report(f"{name:<10} {now:>13,} instructions {unit:<14} {change:+8.3%}")
        if change < -TOLERANCE:
            report(f"{path}: note: {name} takes {-change:.1%} less than its bound, which may be lowered with .ci/instructions --write")
        if change > TOLERANCE:
            is_within = False
            report(f"{path}: error: {name} takes {now:,} instructions {unit}, {change:.1%} more than {bound:,}; "
                "reduce it, or write new bounds with .ci/instructions --write")
            for growth, before, count, function in grown(bounds.functions.get(name, {}), figures.functions[name]):
                report(f"  {growth:+,}  {'less' if before is None else format(before, ',')} → {count:,}  {function}")
    for name in MADE_WITH:
        if not is_within and bounds.made_with.get(name) != figures.made_with.get(name):
            report(f"{path}: note: {name} changed from {bounds.made_with.get(name)} to {figures.made_with.get(name)}, which may explain part of the difference")
    return is_within


def test(path, bounds):
    """Tests the comparison with figures that differ slightly from the bounds; this needs no run of keping."""
    def outcome(factor):
        functions = {workload: dict(each) for workload, each in bounds.functions.items()}
        totals = dict(bounds.totals)
        workload = next(iter(totals))
        # The whole change is in the last function of the list.
        culprit = min(functions[workload], key=functions[workload].get)
        change = round(totals[workload] * factor)
        totals[workload] += change
        functions[workload][culprit] += change
        messages = []
        return compare(path, bounds, Figures(totals, functions, bounds.made_with), messages.append), "\n".join(messages), culprit

    is_within, messages, culprit = outcome(0.04)
    assert not is_within and "error:" in messages, messages
    assert culprit in messages.split("error:")[1].splitlines()[1], messages
    for factor, is_noted in [(0.029, False), (0, False), (-0.029, False), (-0.04, True)]:
        is_within, messages, _ = outcome(factor)
        assert is_within and "error:" not in messages and ("may be lowered" in messages) == is_noted, messages
