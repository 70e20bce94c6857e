"""Compares `keping rank` with the second implementation of a round on random rounds.

usage: rounds.py KEPING [--rounds N] [--seed S]

Each round has a few applications with few distinct scores, names and amounts, so that ties, limits and budgets meet often.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
from decimal import Decimal
from pathlib import Path

import reference

HERE = Path(__file__).resolve().parent
DIRECTIONS = [
    {"id": d, "projectType": d[0], "plan": "trial", "year": 2025, "bound": b}
    for d, b in (("1.1", None), ("1.2", 2), ("2.1", 1), ("2.2", 3), ("3.1", None))
]
ALL = {d["id"] for d in DIRECTIONS}
PLUGIN_LIMITS = [
    {"clause": "trial/limit/1", "per": "unit", "bound": 3, "over": "best", "ongoing": None, "directions": ALL},
    {"clause": "1.1/limit/1", "per": "leader", "bound": 1, "over": "ask", "ongoing": "all", "directions": {"1.1"}},
    {"clause": "2.1/limit/1", "per": "applicant", "bound": 1, "over": "earliest", "ongoing": None, "directions": {"2.1", "2.2"}},
    {"clause": "3.1/limit/1", "per": "leader", "bound": 2, "over": "all", "ongoing": "overdue", "directions": ALL},
]
ALPHABET = reference.ALPHABET


def credit_code(number):
    body = f"9145100{number % 10}MA5K{number:05d}"
    total = sum(ALPHABET.index(c) * pow(3, i, 31) for i, c in enumerate(body))
    return body + ALPHABET[(31 - total % 31) % 31]


class Generator:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def chance(self, share):
        return self.random.random() < share

    def unit(self):
        number = self.random.randrange(4)
        name = self.random.choice([f"示例公司{number}（虚构）", f"示例公司{number}（虚构）", f" 示例公司 {number}(虚构) "])
        unit = {"name": name, "kind": "enterprise"}
        draw = self.random.random()
        if draw < 0.5:
            unit["creditCode"] = credit_code(number)
        elif draw < 0.53:
            unit["creditCode"] = credit_code(number + 10)
        return unit

    def leader(self):
        if self.chance(0.15):
            return None
        number = self.random.randrange(4)
        leader = {"name": self.random.choice([f"李{number}", f"李 {number}"])}
        if self.chance(0.4):
            leader["idNumber"] = f"45260119800101{number:03d}x" if self.chance(0.9) else f"ｘ{number}"
        return leader

    def time(self):
        return f"2025-03-0{self.random.randrange(1, 4)}T0{self.random.randrange(8, 10)}:00:00+08:00"

    def application(self, number):
        draw = self.random.random()
        record = {
            "id": f"{self.random.choice('BA')}{number}", "year": 2025,
            "direction": self.random.choice(["1.1", "1.1", "1.2", "1.2", "2.1", "2.2", "3.1"]), "title": f"项目{number}（虚构）",
            "applicant": self.unit(), "fit": True, "agreed": True,
            "merit": self.random.choice([0, 10, 10, 40, 40, 40, 55.5, 80]),
        }
        if draw < 0.06:
            record["fit"] = False
        elif draw < 0.12:
            del record["agreed"]
        elif draw < 0.14:
            record["direction"] = "9.9"
        elif draw < 0.16:
            record["year"] = 2031
        if self.chance(0.8):
            record["budget"] = {"requested": self.random.choice([0, 100000, 100000, 200000, 250000.5, 300000])}
        leader = self.leader()
        if leader:
            record["leader"] = leader
        if self.chance(0.7):
            record["submittedAt"] = self.time()
        if self.chance(0.2):
            record["partners"] = [self.unit() for _ in range(self.random.randrange(1, 3))]
        if self.chance(0.3):
            record["applicant"]["highTech"] = self.chance(0.5)
        return record

    def scope(self):
        settings = {}
        if self.chance(0.6):
            settings["places"] = self.random.randrange(0, 6)
        if self.chance(0.5):
            settings["budget"] = self.random.choice([0, 100000, 300000, 500000, 700000, 850001])
        if self.chance(0.6):
            weight = self.random.choice([0, 30, 60, 100, 33.3])
            settings["score"] = {"rules": float(Decimal(100) - Decimal(str(weight))), "panel": weight}
        panel = {}
        if self.chance(0.5):
            panel["least"] = self.random.randrange(1, 4)
        if self.chance(0.4):
            panel["trim"] = self.random.randrange(0, 2)
            panel["trim-from"] = self.random.randrange(3, 5)
        if self.chance(0.5):
            panel["decimals"] = self.random.choice([0, 1, 3, 6])
        if self.chance(0.4):
            panel["spread"] = self.random.choice([10, 20.5])
        if self.chance(0.3):
            panel["items"] = {"innovation": {"title": "创新性", "max": 30}, "value": {"title": "价值", "max": 70}}
        if panel:
            settings["panel"] = panel
        if self.chance(0.4):
            settings["order"] = self.random.choice([
                ["score", "-budget.requested"], ["panel", "score"], ["rules"], ["-score"], ["applicant.highTech", "score"],
                ["budget.requested"], ["score", "panel", "rules"]])
        if self.chance(0.3):
            settings["floor"] = self.random.choice([30, 60, 60.5, 75])
        if self.chance(0.2):
            settings["at-least"] = self.random.randrange(1, 5)
        if self.chance(0.5):
            settings["reserve"] = self.random.randrange(0, 4)
        if self.chance(0.5):
            settings["when-full"] = self.random.choice(["stop", "skip"])
        if self.chance(0.6):
            settings["tie-at-cut"] = self.random.choice(["stop", "all", "none"])
        return settings

    def limits(self):
        limits = []
        while self.chance(0.4):
            limits.append({
                "text": "局里的限项", "per": self.random.choice(["leader", "unit", "applicant"]), "bound": self.random.randrange(0, 3),
                "within": self.random.choice(["direction", "projectType", "plan", "round"]),
                "ongoing": self.random.choice([True, False, "overdue"]), "over": self.random.choice(["ask", "all", "best", "earliest"])})
        return limits


def spread_limits(limits):
    """The configured limits by the parts of the round that each counts by itself."""
    spread = []
    for position, limit in enumerate(limits, 1):
        parts = {
            "direction": [{d} for d in sorted(ALL)], "projectType": [{"1.1", "1.2"}, {"2.1", "2.2"}, {"3.1"}], "plan": [ALL],
            "round": [None]}[limit["within"]]
        for part in parts:
            spread.append({
                "clause": f"selection/limit/{position}", "per": limit["per"], "bound": limit["bound"], "over": limit["over"],
                "ongoing": {True: "all", False: None, "overdue": "overdue"}[limit["ongoing"]], "directions": part})
    return spread


def panel_rows(generator, round_of, records, results):
    rows = []
    for record, result in zip(records, results):
        if result["verdict"] == "error" and record["direction"] not in ALL or record["year"] != 2025:
            continue
        direction = next(d for d in DIRECTIONS if d["id"] == record["direction"])
        settings = round_of.settings(round_of.group_key(direction))
        items = settings.get("panel", {}).get("items")
        for expert in range(generator.random.randrange(0, 6)):
            row = {"application": record["id"], "expert": f"专家{expert}"}
            if generator.chance(0.15):
                row["recused"] = True
            elif items:
                row["innovation"] = generator.random.choice([10, 20, 25.5])
                row["value"] = generator.random.choice([40, 55.25, 70])
            else:
                row["score"] = generator.random.choice([60, 70, 70, 85, 88.25, 100])
            rows.append(row)
    generator.random.shuffle(rows)
    return rows


def ongoing_rows(generator):
    rows = []
    for number in range(generator.random.randrange(0, 6)):
        unit, leader = generator.unit(), generator.leader() or {}
        row = {"id": f"2022-{number}", "title": "在研（虚构）", "unit": unit["name"],
               "status": generator.random.choice(["running", "overdue", "closed", "terminated"])}
        if "creditCode" in unit:
            row["creditCode"] = unit["creditCode"]
        if "name" in leader:
            row["leader"] = leader["name"]
        if "idNumber" in leader:
            row["leaderIdNumber"] = leader["idNumber"]
        rows.append(row)
    return rows


def written_settings(scopes, limits):
    selection = {}
    for key, settings in scopes.items():
        written = dict(settings)
        if "budget" in written:
            written["budget"] = f"{written['budget']}元"
        selection[key] = written
    if limits:
        selection["limits"] = limits
    # JSON is YAML.
    return json.dumps({"programs": {"trial-2025": True}, "selection": selection}, ensure_ascii=False)


def write_lines(path, rows):
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def run(command, accepted):
    done = subprocess.run(command, capture_output=True)
    if done.returncode not in accepted:
        raise SystemExit(f"{' '.join(map(str, command))} ended with {done.returncode}\n{done.stderr.decode()}")
    return [json.loads(line, parse_float=Decimal) for line in done.stdout.decode().splitlines()], done.stdout


def expected(round_of):
    return round_of.lines()


def comparable(line):
    kept = {k: line.get(k) for k in (
        "group", "rank", "tied", "place", "reserve", "id", "year", "direction", "verdict", "score", "rules", "panel", "amount")}
    # One limit may be exceeded by several of the units that take part.
    kept["limits"] = sorted(line["limits"], key=lambda note: (note["clause"], note["with"]))
    kept["suspicions"] = sorted(({"code": s["code"], "with": s["with"]} for s in line["suspicions"]), key=lambda s: s["code"])
    if line["verdict"] == "error":
        kept["amount"] = None
    return kept


def try_round(keping, seed, folder):
    generator = Generator(seed)
    records = [generator.application(n) for n in range(generator.random.randrange(1, 22))]
    scopes = {}
    for key in ("trial", "1", "2", "1.1", "1.2", "2.1", "2.2", "3.1"):
        if generator.chance({"trial": 0.3, "1": 0.5, "2": 0.5}.get(key, 0.25)):
            scopes[key] = generator.scope()
    limits = generator.limits()
    config = folder / "keping.yaml"
    config.write_text(written_settings(scopes, limits), encoding="utf-8")
    options = ["--config", config, "--plugins", HERE / "Plugins"]
    write_lines(folder / "applications.jsonl", records)
    results, _ = run([keping, "evaluate", folder / "applications.jsonl", "--format", "jsonl", *options], (0, 1))
    plan_limits = [dict(limit, year=2025) for limit in PLUGIN_LIMITS + spread_limits(limits)]
    ongoing = ongoing_rows(generator)
    grants = {r["id"]: generator.random.choice([0, 50000, 100000]) for r in records if generator.chance(0.2)}
    round_of = reference.Round(DIRECTIONS, scopes, plan_limits, records, results, ongoing=ongoing, grants=grants)
    round_of.panel = panel_rows(generator, round_of, records, results)
    rulings = []
    first = expected(round_of)
    for line in first:
        if line["place"] == "over-limit":
            for note in line["limits"]:
                if generator.chance(0.5):
                    rulings.append(ruling(line["id"], note["clause"], generator.random.choice(["met", "unmet"])))
        if line["tied"] and generator.chance(0.7):
            rulings.append(ruling(line["id"], "tie", generator.random.randrange(1, 5)))
    seen = set()
    rulings = [r for r in rulings if (r["application"], r["clause"]) not in seen and not seen.add((r["application"], r["clause"]))]
    round_of.rulings = {(r["application"], r["clause"]): r["outcome"] for r in rulings}
    write_lines(folder / "panel.jsonl", round_of.panel)
    write_lines(folder / "ongoing.jsonl", ongoing)
    write_lines(folder / "grants.jsonl", [{"application": i, "granted": a} for i, a in grants.items()])
    write_lines(folder / "rulings.jsonl", rulings)
    files = []
    for name in ("panel", "ongoing", "grants", "rulings"):
        files += [f"--{name}", folder / f"{name}.jsonl"]
    command = [keping, "rank", folder / "applications.jsonl", "--format", "jsonl", "--summary", *files, *options]
    lines, output = run(command, (0, 1))
    summaries = [line["summary"] for line in lines if "summary" in line]
    lines = [line for line in lines if "summary" not in line]
    wanted = expected(round_of)
    left, right = [comparable(line) for line in lines], [comparable(line) for line in wanted]
    for one, other in zip(left, right):
        if one != other:
            differing = {k: (one[k], other[k]) for k in one if one[k] != other[k]}
            return f"seed {seed}: {one['id']}: (keping, reference) {differing}"
    if len(left) != len(right):
        return f"seed {seed}: {len(left)} lines, not {len(right)}"
    for summary in summaries:
        if summary["group"] is None:
            continue
        wanted_summary = round_of.summaries.get((summary["year"], summary["group"]), (0, 0, 0))
        given = (summary["candidates"], summary["selected"], Decimal(summary["money"]))
        if given != wanted_summary:
            return f"seed {seed}: group {summary['group']}: {given}, not {wanted_summary}"
    generator.random.shuffle(records)
    write_lines(folder / "applications.jsonl", records)
    if run(command + ["--jobs", "2"], (0, 1))[1] != output:
        return f"seed {seed}: another order of the input gives another output"
    return None


def ruling(application, clause, outcome):
    return {"application": application, "clause": clause, "outcome": outcome, "reason": "经研究（虚构）", "by": "甲", "on": "2025-05-01"}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("keping", type=Path)
    parser.add_argument("--rounds", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    faults = 0
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(options.seed, options.seed + options.rounds):
            fault = try_round(options.keping.resolve(), seed, Path(folder))
            if fault:
                faults += 1
                print(fault)
                if faults == 10:
                    break
    print(f"{options.rounds} rounds, {faults} differ")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
