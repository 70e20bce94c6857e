"""The programs that evaluate 2.2, keping and its alternatives, and the comparison of their results."""
import json
import os
import subprocess
from typing import NamedTuple

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
WORK = f"{ROOT}/.build/benchmarks"
KEPING = f"{ROOT}/.build-release/release/keping"
"""The release binary, see .ci/release."""
APPLICATIONS = f"{HERE}/.build/release/applications"
GUARDS = f"{HERE}/.build/release/guards"
PYTHON = f"{WORK}/python/bin/python"
RULES = f"{HERE}/Plugins/jianfeng-functions-2024/rules.lua"
RECORD = f"{HERE}/Peers/limit/record.lua"

ZEN_CLAUSES = ("t1", "t2", "t3", "t4", "t5", "t6", "c1", "c2", "p1", "e1", "n1")


class Peer(NamedTuple):
    title: str
    command: list
    """The command without its input, which is its last argument or its standard input."""
    like: str = ""
    """The name of the peer with the same results."""
    reads_input: bool = False
    """Whether the input is the standard input."""

    def arguments(self, path):
        """Returns the command for an input, and the file for its standard input."""
        return (self.command, path) if self.reads_input else (self.command + [path], None)


def has_jobs():
    """Returns whether keping has the option --jobs."""
    return "--jobs" in subprocess.run([KEPING, "evaluate", "--help"], capture_output=True, text=True, check=True).stdout


def keping(*options, jobs=1):
    """Returns the command of keping with the shipped configuration and plugins, unless the options name others."""
    paths = options or ("--config", f"{ROOT}/Config/keping.yaml", "--plugins", f"{ROOT}/Plugins")
    return [KEPING, "evaluate", *(["--jobs", str(jobs)] if has_jobs() else []), *paths]


def limit(*options, record=False):
    return [f"{WORK}/limit", RECORD if record else RULES, "record" if record else "values", *options]


def all_peers():
    functions = keping("--config", f"{HERE}/keping.yaml", "--plugins", f"{HERE}/Plugins")
    return {
        "declared": Peer("keping, declared rules (as shipped)", keping()),
        "functions": Peer("keping, every rule a Lua function", functions),
        "values": Peer("C and liblua 5.4, functions receive values", limit(), "functions", True),
        "record": Peer("C and liblua 5.4, functions receive the record", limit(record=True), "functions", True),
        "luajit": Peer("LuaJIT and lua-cjson", ["luajit", f"{HERE}/Peers/luajit/evaluate.lua", RECORD], "declared"),
        "python": Peer("Python and orjson", [PYTHON, f"{HERE}/Peers/python/evaluate.py"], "declared"),
        "decision": Peer("ZEN, a decision", [PYTHON, f"{HERE}/Peers/zen/evaluate.py", "decision"], "declared"),
        "expression": Peer("ZEN, one compiled expression", [PYTHON, f"{HERE}/Peers/zen/evaluate.py", "expression"], "declared"),
    }


def answers(line):
    """Returns the id, the verdict, the outcomes of the clauses in order, and the total in tenths of a result."""
    result = json.loads(line)
    if "findings" in result:
        outcomes = [finding["outcome"] for finding in result["findings"]]
        return result["id"], result["verdict"], outcomes, round(result["score"]["total"] * 10)
    return result["id"], result["verdict"], [result[clause] for clause in ZEN_CLAUSES], round(result["total"] * 10)


def differences(path, other):
    """Returns the number of results that differ in a byte, and of those that differ in an answer."""
    bytes_differ = answers_differ = 0
    with open(path, "rb") as ours, open(other, "rb") as theirs:
        while True:
            one, two = ours.readline(), theirs.readline()
            if not one and not two:
                return bytes_differ, answers_differ
            if one == two:
                continue
            bytes_differ += 1
            answers_differ += not one or not two or answers(one) != answers(two)


def check(peers, run, applications):
    """Runs all peers on the same applications and ends the program if an answer differs.

    Returns the names of the peers that write the same bytes as keping.
    """
    paths = {name: f"{WORK}/results-{name}.jsonl" for name in peers}
    for name, peer in peers.items():
        command, reads = peer.arguments(applications)
        run(command, reads, paths[name])
    same = set()
    _, wrong = differences(paths["functions"], paths["declared"])
    if wrong:
        raise SystemExit(f"functions: {wrong} answers differ from those of declared")
    for name, peer in peers.items():
        if not peer.like:
            continue
        bytes_differ, wrong = differences(paths[name], paths[peer.like])
        if wrong:
            raise SystemExit(f"{peer.title}: {wrong} answers differ from those of keping")
        if bytes_differ == 0:
            same.add(name)
        elif peer.like == "functions":
            raise SystemExit(f"{peer.title}: {bytes_differ} results are not those of keping, byte for byte")
    for path in paths.values():
        os.remove(path)
    return same
