"""Runs processes and measures their cost: CPU seconds, elapsed seconds, peak memory."""
import os
import statistics
import subprocess
import time
from typing import NamedTuple


class Cost(NamedTuple):
    """The cost of a process: CPU seconds, elapsed seconds, and peak memory in MB."""
    cpu: float
    wall: float
    megabytes: float


def wait(child, start):
    """Waits for a process and returns its cost."""
    _, status, used = os.wait4(child.pid, 0)
    wall = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        raise SystemExit(f"{' '.join(map(str, child.args))}: exit status {child.returncode}")
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024)


def run(command, reads=None, writes=os.devnull):
    """Runs a command and returns its cost; `reads` is the file for its standard input, `writes` the file for its output."""
    with open(reads or os.devnull, "rb") as source, open(writes, "wb") as target:
        start = time.perf_counter()
        return wait(subprocess.Popen(command, stdin=source, stdout=target), start)


def run_fed(command, feeder):
    """Runs a command on the output of another command."""
    source = subprocess.Popen(feeder, stdout=subprocess.PIPE)
    start = time.perf_counter()
    child = subprocess.Popen(command, stdin=source.stdout, stdout=subprocess.DEVNULL)
    source.stdout.close()
    cost = wait(child, start)
    if source.wait() != 0:
        raise SystemExit(f"{feeder[0]}: exit status {source.returncode}")
    return cost


def run_drained(command, drain):
    """Runs a command whose output another command reads."""
    start = time.perf_counter()
    child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
    reader = subprocess.Popen(drain, stdin=child.stdout, stdout=subprocess.DEVNULL)
    child.stdout.close()
    cost = wait(child, start)
    reader.wait()
    return cost


def run_together(commands):
    """Runs commands in parallel and returns the elapsed seconds until the last one has ended."""
    start = time.perf_counter()
    children = [subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL) for command in commands]
    return max(wait(child, start).wall for child in children)


def interleaved(measures, rounds):
    """Calls the measures in turn for a number of rounds, so that a slow phase of the machine affects all of them.

    `measures` are functions by name. Returns the values of each by round. An additional first round warms up.
    """
    values = {name: [] for name in measures}
    for round_number in range(rounds + 1):
        for name, measure in measures.items():
            value = measure()
            if round_number > 0:
                values[name].append(value)
    return values


def ratio(values, others):
    """Returns the median over the rounds of the ratio of a value to the other value of the same round."""
    return statistics.median(value / other for value, other in zip(values, others))


median = statistics.median


def machine():
    """Returns the number of cores and the name of the processor."""
    model = "unknown processor"
    with open("/proc/cpuinfo", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("model name"):
                model = line.split(":", 1)[1].strip()
                break
    count = len(os.sched_getaffinity(0))
    return f"{count} {'core' if count == 1 else 'cores'}, {model}"
