"""Runs whole processes and says what each cost: CPU seconds, seconds on the clock, peak memory."""
import os
import statistics
import subprocess
import time
from typing import NamedTuple


class Cost(NamedTuple):
    cpu: float
    wall: float
    megabytes: float


def wait(child, start):
    """What a process cost, once it has ended."""
    _, status, used = os.wait4(child.pid, 0)
    wall = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        raise SystemExit(f"{' '.join(map(str, child.args))}: exit status {child.returncode}")
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024)


def run(command, reads=None, writes=os.devnull):
    """Runs a command; `reads` is its standard input, `writes` its output, which nobody keeps unless it is named."""
    with open(reads or os.devnull, "rb") as source, open(writes, "wb") as target:
        start = time.perf_counter()
        return wait(subprocess.Popen(command, stdin=source, stdout=target), start)


def run_fed(command, feeder):
    """Runs a command on what another writes."""
    source = subprocess.Popen(feeder, stdout=subprocess.PIPE)
    start = time.perf_counter()
    child = subprocess.Popen(command, stdin=source.stdout, stdout=subprocess.DEVNULL)
    source.stdout.close()
    cost = wait(child, start)
    if source.wait() != 0:
        raise SystemExit(f"{feeder[0]}: exit status {source.returncode}")
    return cost


def run_drained(command, drain):
    """Runs a command whose output another reads."""
    start = time.perf_counter()
    child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
    reader = subprocess.Popen(drain, stdin=child.stdout, stdout=subprocess.DEVNULL)
    child.stdout.close()
    cost = wait(child, start)
    reader.wait()
    return cost


def run_together(commands):
    """Runs commands side by side; the seconds on the clock until the last of them has ended."""
    start = time.perf_counter()
    children = [subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL) for command in commands]
    return max(wait(child, start).wall for child in children)


def interleaved(measures, rounds):
    """Calls each measure in turn, so many times over: what is slow for a while is slow for all. The first round warms up.

    `measures` are functions by name; gives back each one's values, round by round.
    """
    values = {name: [] for name in measures}
    for place in range(rounds + 1):
        for name, measure in measures.items():
            value = measure()
            if place > 0:
                values[name].append(value)
    return values


def ratio(values, others):
    """How many times the others' costs the values are: the median over the rounds, each compared with its own."""
    return statistics.median(value / other for value, other in zip(values, others))


median = statistics.median


def machine():
    """The processor, as the system names it."""
    model = "unknown processor"
    with open("/proc/cpuinfo", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("model name"):
                model = line.split(":", 1)[1].strip()
                break
    count = len(os.sched_getaffinity(0))
    return f"{count} {'core' if count == 1 else 'cores'}, {model}"
