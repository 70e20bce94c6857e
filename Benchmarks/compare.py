#!/usr/bin/env python3
"""Measures keping and its peers and prints Markdown. Benchmarks/run builds what is needed and starts this script.

usage: compare.py [--quick | --full] [--write]

--quick  about a minute; --full also a million applications and a gigabyte of input
--write  puts all tables into Benchmarks/README.md and the most important figures into README.md, between the marks of pages.py
"""
import argparse
import os
import sys

import pages
import tables
from measuring import machine, run
from peers import ROOT, WORK, all_peers, check

def main():
    parser = argparse.ArgumentParser(prog="Benchmarks/run", description="Measures keping and its peers on the same rules.")
    extent = parser.add_mutually_exclusive_group()
    extent.add_argument("--quick", action="store_true", help="few rounds, small inputs")
    extent.add_argument("--full", action="store_true", help="also a million applications and a gigabyte of input")
    parser.add_argument("--write", action="store_true", help="put the tables into Benchmarks/README.md and README.md")
    options = parser.parse_args()
    quick, full = options.quick, options.full
    rounds = 3 if quick else 15 if full else 9
    os.makedirs(WORK, exist_ok=True)

    lines = [f"Measured on {machine()}; load average {os.getloadavg()[0]:.1f} at the start."]
    print(lines[0], flush=True)
    figures = []

    def add(part):
        print("", *part.lines, sep="\n", flush=True)
        lines.extend(["", *part.lines])
        figures.extend(part.summary)

    peers = all_peers()
    same = check(peers, run, tables.applications(1000 if quick else 20_000, "2.2"))
    comparison = tables.comparison(peers, same, rounds, quick)
    add(comparison._replace(summary=()))
    add(tables.cold_start(peers, 20 if quick else 30))
    add(tables.mixed([10_000] if quick else [10_000, 100_000], [450_000, 1_000_000] if full else [], rounds))
    if not full:
        add(tables.Part(["A gigabyte and a million applications: measured only with --full."]))
    add(tables.cores(1 if quick else 5))
    add(tables.guards(rounds, with_calls=not quick))
    add(tables.slow_reader(2 if quick else 5))
    if options.write:
        pages.write(lines, pages.summary(machine(), comparison.summary, figures))


if __name__ == "__main__":
    sys.exit(main())
