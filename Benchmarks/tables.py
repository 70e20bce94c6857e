"""The tables. Each function measures and returns a part of the pages, which contains only figures of this run."""
import os
import resource
import subprocess
from typing import NamedTuple

import peers as programs
from measuring import interleaved, median, ratio, run, run_drained, run_fed, run_together

# The peers in the small table of the README.
SUMMARISED = ("declared", "functions", "values", "luajit", "python", "expression")


class Part(NamedTuple):
    lines: list
    """Markdown for Benchmarks/README.md."""
    summary: tuple | list = ()
    """Descriptions with figures for the README."""


def table(heads, rows):
    """Returns the lines of a Markdown table whose first column is text and whose other columns are numbers."""
    marks = ["---"] + ["--:"] * (len(heads) - 1)
    return [f"| {' | '.join(map(str, row))} |" for row in [heads, marks, *rows]]


def applications(count, direction=None):
    """Writes a file of applications and returns its path."""
    path = f"{programs.WORK}/{direction or 'mixed'}-{count}.jsonl"
    command = [programs.APPLICATIONS, str(count), "1"] + ([direction] if direction else [])
    run(command, writes=path)
    return path


def per_application(peer, path, count, single):
    """Returns a measure of the CPU microseconds per application, without start-up, which is measured with one application."""
    def measure():
        return (run(*peer.arguments(path)).cpu - run(*peer.arguments(single)).cpu) / (count - 1) * 1e6

    return measure


def enough(peer, quick):
    """Returns the number of applications that keep a peer busy for 0.3 s, or 0.15 s if quick."""
    path = applications(2000, "2.2")
    microseconds = run(*peer.arguments(path)).cpu / 2000 * 1e6
    wanted = (0.15 if quick else 0.3) / microseconds * 1e6
    return next((count for count in (10_000, 30_000) if count >= wanted), 100_000)


def comparison(peers, same, rounds, quick):
    single = applications(1, "2.2")
    files, measures = {}, {}
    for name, peer in peers.items():
        count = enough(peer, quick)
        if count not in files:
            files[count] = applications(count, "2.2")
        measures[name] = per_application(peer, files[count], count, single)
    values = interleaved(measures, rounds)
    rows = []
    for name, peer in peers.items():
        times = [("" if base == name else f"{ratio(values[base], values[name]):.2f}") for base in ("declared", "functions")]
        rows.append([peer.title, f"{median(values[name]):.1f}", *times])
    alike = "; ".join(peers[name].title for name in peers if name in same)
    lines = [
        "One application of direction 2.2 (11 clauses, 10 criteria), CPU time on one core, without start-up:", "",
        *table(["", "µs per application", "keping, declared ÷ this", "keping, functions ÷ this"], rows), "",
        "All programs gave the same verdicts, outcomes and points.",
        f"These also wrote the same bytes as keping: {alike or 'none'}.",
        "The others assume that their input is valid; keping also checks every field, the credit codes and that no id occurs twice.",
        "ZEN's results contain messages, but no evidence and no reasons.",
    ]
    return Part(lines, [[peers[name].title, f"{median(values[name]):.1f}"] for name in SUMMARISED])


def cold_start(peers, rounds):
    single = applications(1, "2.2")
    values = interleaved({name: lambda peer=peer: run(*peer.arguments(single)).wall for name, peer in peers.items()}, rounds)
    rows = [[peer.title, f"{median(values[name]) * 1000:.1f}"] for name, peer in peers.items()]
    lines = [f"Start-up, one application and exit, elapsed time; the median of {rounds} runs:", "", *table(["", "ms"], rows)]
    return Part(lines, [["Start-up, one application and exit", f"{median(values['declared']) * 1000:.1f} ms"]])


def size(count):
    return f"{count:,}".replace(",", " ")


def length(command):
    """Returns the number of bytes that a command writes."""
    source = subprocess.Popen(command, stdout=subprocess.PIPE)
    counted = subprocess.run(["wc", "-c"], stdin=source.stdout, capture_output=True, check=True).stdout
    source.stdout.close()
    source.wait()
    return int(counted)


def peak(costs):
    """Returns the highest peak memory in MB.

    The system includes the memory of the parent process, so a smaller peak cannot be measured.
    """
    parent = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    most = max(cost.megabytes for cost in costs)
    return f"{most:.0f}" if most > parent else f"below {parent:.0f}"


def mixed(counts, piped, rounds):
    """Measures all 17 directions; the largest inputs are piped, so that they need no disk space."""
    command, rows = programs.keping(), []
    single = applications(1)
    start = median([run(command + [single]).cpu for _ in range(5)])
    for count in counts:
        path = applications(count)
        costs = [run(command + [path]) for _ in range(rounds if count < 100_000 else max(1, rounds // 3))]
        megabytes = os.path.getsize(path) / 1e6
        os.remove(path)
        microseconds = (median([cost.cpu for cost in costs]) - start) / (count - 1) * 1e6
        rows.append([size(count), f"{megabytes:.0f}", f"{microseconds:.1f}", peak(costs)])
    for count in piped:
        feeder = [programs.APPLICATIONS, str(count), "1"]
        cost = run_fed(command + ["-"], feeder)
        rows.append([f"{size(count)}, piped", f"{length(feeder) / 1e6:.0f}", f"{(cost.cpu - start) / (count - 1) * 1e6:.1f}", peak([cost])])
    lines = [
        "All 17 directions, JSON Lines in and out, one core:", "",
        *table(["applications", "input, MB", "µs per application", "peak memory, MB"], rows),
    ]
    count, megabytes, microseconds, memory = rows[-1]
    count = count.removesuffix(", piped")
    return Part(lines, [
        [f"{count} applications of all 17 directions, {megabytes} MB of JSON Lines, one core", f"{microseconds} µs each"],
        ["Peak memory for them", f"{memory} MB"],
    ])


def halves(path):
    """Writes the two halves of a file, split at a line end, and returns their paths."""
    middle = os.path.getsize(path) // 2
    with open(path, "rb") as file:
        file.seek(middle)
        file.readline()
        middle = file.tell()
        file.seek(0)
        for name, size in [(f"{path}.1", middle), (f"{path}.2", os.path.getsize(path) - middle)]:
            with open(name, "wb") as half:
                while size > 0:
                    size -= half.write(file.read(min(size, 1 << 20)))
            yield name


def cores(rounds):
    if not programs.has_jobs():
        return Part(["One worker and two: not measured, because this keping has no --jobs."])
    path = applications(400_000)
    parts = list(halves(path))
    values = interleaved({
        "one worker": lambda: run(programs.keping() + [path]).wall,
        "two workers": lambda: run(programs.keping(jobs=2) + [path]).wall,
        "two processes, half of the input each": lambda: run_together([programs.keping() + [part] for part in parts]),
    }, rounds)
    both = run(programs.keping(jobs=2) + [path])
    for name in [path, *parts]:
        os.remove(name)
    rows = [[name, f"{median(walls):.2f}", f"{ratio(values['one worker'], walls):.2f}"] for name, walls in values.items()]
    lines = [
        "400 000 applications of all directions, elapsed time:", "", *table(["", "seconds", "speed-up"], rows), "",
        f"Peak memory with two workers: {peak([both])} MB. Two processes share nothing, so they show what the second core of this",
        "machine can give.",
    ]
    return Part(lines, [["Speed-up with two workers", rows[1][2]]])


def guards(rounds, with_calls):
    count = 100_000
    path, single = applications(count, "2.2"), applications(1, "2.2")
    ways = {"none": ("no-hook", "no-limit"), "count hook": ("no-limit",), "memory limit": ("no-hook",), "both": ()}
    measures = {}
    for record in (False, True):
        for way, options in ways.items():
            peer = programs.Peer("", programs.limit(*options, record=record), reads_input=True)
            measures[record, way] = per_application(peer, path, count, single)
    values = interleaved(measures, rounds)
    rows = []
    for record in (False, True):
        bare = values[record, "none"]
        rows.append([
            "the record" if record else "values", f"{median(bare):.2f}",
            *(f"{ratio(values[record, way], bare):.2f}" for way in ways if way != "none")])
    lines = [
        "Cost of the guards in the C program: µs per application without guards, then the factor with each guard:", "",
        *table(["functions receive", "no guards, µs", "+ count hook", "+ memory limit", "+ both"], rows), "",
    ]
    if not with_calls:
        return Part([*lines, "Cost of the guards for one call: not measured with --quick."])
    calls = subprocess.run([programs.GUARDS], capture_output=True, text=True, check=True).stdout.rstrip()
    return Part([
        *lines, "Cost of the guards for one call of a Lua function: µs in bare Lua, then the factor with each guard and in keping's sandbox:",
        "", *calls.splitlines(),
    ])


def slow_reader(seconds):
    path = applications(100_000)
    drain = ["sh", "-c", f"sleep {seconds}; exec cat"]
    cost = run_drained(programs.keping() + [path], drain)
    megabytes = os.path.getsize(path) / 1e6
    os.remove(path)
    return Part([
        f"{megabytes:.0f} MB of input, and a reader of the results that sleeps {seconds} s before it reads: peak memory {peak([cost])} MB.",
    ])
