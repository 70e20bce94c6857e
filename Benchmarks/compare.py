#!/usr/bin/env python3
"""Measures keping against what one would use instead, and prints Markdown: started by Benchmarks/run, which builds what is needed.

usage: compare.py [--quick | --full] [--write]

--quick  about a minute; --full also a million applications and a gigabyte of input
--write  puts the tables between <!-- benchmark --> and <!-- /benchmark --> in README.md
"""
import argparse
import os
import sys

import tables
from measuring import machine, run
from peers import ROOT, WORK, all_peers, check

OPENING, CLOSING = "<!-- benchmark -->", "<!-- /benchmark -->"


def write(lines):
    path = f"{ROOT}/README.md"
    with open(path, encoding="utf-8") as file:
        text = file.read()
    before, opening, rest = text.partition(OPENING)
    _, closing, behind = rest.partition(CLOSING)
    if not opening or not closing:
        raise SystemExit(f"README.md has no {OPENING} … {CLOSING}")
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join([before + OPENING, *lines, CLOSING + behind]))


def main():
    parser = argparse.ArgumentParser(prog="Benchmarks/run", description="Measures keping against what one would use instead.")
    extent = parser.add_mutually_exclusive_group()
    extent.add_argument("--quick", action="store_true", help="few rounds, small inputs")
    extent.add_argument("--full", action="store_true", help="also a million applications and a gigabyte of input")
    parser.add_argument("--write", action="store_true", help="put the tables into README.md")
    options = parser.parse_args()
    quick, full = options.quick, options.full
    rounds = 3 if quick else 15 if full else 9
    os.makedirs(WORK, exist_ok=True)

    lines = [f"Measured on {machine()}; load {os.getloadavg()[0]:.1f} when it began."]
    print(lines[0], flush=True)

    def add(part):
        print("", *part, sep="\n", flush=True)
        lines.extend(["", *part])

    peers = all_peers()
    same = check(peers, run, tables.applications(1000 if quick else 20_000, "2.2"))
    add(tables.comparison(peers, same, rounds, quick))
    add(tables.cold_start(peers, 20 if quick else 30))
    add(tables.mixed([10_000] if quick else [10_000, 100_000], [450_000, 1_000_000] if full else [], rounds))
    if not full:
        add(["A gigabyte and a million applications: not measured, which --full does."])
    add(tables.cores(1 if quick else 5))
    add(tables.guards(rounds, with_calls=not quick))
    add(tables.slow_reader(2 if quick else 5))
    if options.write:
        write(lines)


if __name__ == "__main__":
    sys.exit(main())
