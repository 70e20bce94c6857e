"""The bounds that are kept, and what is said of new figures."""

import collections

TOLERANCE = 0.03
FUNCTIONS = 40
# What decides the figures besides keping.
MADE_WITH = ["valgrind", "input", "workbook", "libraries"]


class Figures:
    """Instructions of each workload, those of its functions, and what they were counted with."""

    def __init__(self, totals, functions, made_with):
        self.totals, self.functions, self.made_with = totals, functions, made_with


HEAD = """\
# Instructions an application by workload, those to start with one application, and what they were counted with.
# .ci/instructions holds a build against them; with --write it writes them, and the functions beside them, anew.
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
    """What grew most, as (growth, before, now, name)."""
    # A function that was not among the most costly had at most what the last of those had.
    rest = min(before.values(), default=0)
    changes = [(count - before.get(name, rest), before.get(name), count, name) for name, count in now.items()]
    return sorted((change for change in changes if change[0] > 0), key=lambda change: (-change[0], change[3]))[:5]


def compare(path, bounds, figures, say):
    """Whether all is within the bounds; says what is not, and which functions grew."""
    is_within = True
    for name, now in figures.totals.items():
        bound = bounds.totals.get(name)
        unit = "to start" if name == "start" else "an application"
        if bound is None:
            say(f"{path}: error: {name} has no bound; .ci/instructions --write")
            is_within = False
            continue
        change = now / bound - 1
        say(f"{name:<10} {now:>13,} instructions {unit:<14} {change:+8.3%}")
        if change < -TOLERANCE:
            say(f"{path}: note: {name} takes {-change:.1%} less than its bound, which may be lowered: .ci/instructions --write")
        if change > TOLERANCE:
            is_within = False
            say(f"{path}: error: {name} takes {now:,} instructions {unit}, {change:.1%} more than {bound:,}; "
                "see what grew, or write the bounds anew with .ci/instructions --write")
            for growth, before, count, function in grown(bounds.functions.get(name, {}), figures.functions[name]):
                say(f"  {growth:+,}  {'less' if before is None else format(before, ',')} → {count:,}  {function}")
    for name in MADE_WITH:
        if not is_within and bounds.made_with.get(name) != figures.made_with.get(name):
            say(f"{path}: note: {name} was {bounds.made_with.get(name)}, is {figures.made_with.get(name)}: some of it may come from there")
    return is_within


def test(path, bounds):
    """Comparing is tried on the bounds themselves, changed a little; no run is needed."""
    def outcome(factor):
        functions = {workload: dict(each) for workload, each in bounds.functions.items()}
        totals = dict(bounds.totals)
        workload = next(iter(totals))
        # All of the change is in the function at the end of the list.
        culprit = min(functions[workload], key=functions[workload].get)
        change = round(totals[workload] * factor)
        totals[workload] += change
        functions[workload][culprit] += change
        said = []
        return compare(path, bounds, Figures(totals, functions, bounds.made_with), said.append), "\n".join(said), culprit

    is_within, said, culprit = outcome(0.04)
    assert not is_within and "error:" in said, said
    assert culprit in said.split("error:")[1].splitlines()[1], said
    for factor, is_noted in [(0.029, False), (0, False), (-0.029, False), (-0.04, True)]:
        is_within, said, _ = outcome(factor)
        assert is_within and "error:" not in said and ("may be lowered" in said) == is_noted, said
