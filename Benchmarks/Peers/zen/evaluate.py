"""Evaluates 2.2 with ZEN: evaluate.py decision|expression APPLICATIONS > RESULTS

These are the fastest ways that zen-engine offers: a decision compiled by a static loader (one from create_decision takes three
times as long; evaluate_batch and dictionaries as contexts also take longer), and all rules as a single compiled expression.
Both receive the line as text, so that nothing is parsed twice.
"""
import sys

import orjson
import zen
from rules import decision, expression


def evaluator(way):
    if way == "expression":
        return zen.compile_expression(expression()).evaluate
    engine = zen.ZenEngine({"loader": {"type": "static", "content": {"2.2": decision()}}})
    return lambda line: engine.evaluate("2.2", line)["result"]


def main():
    evaluate, dumps = evaluator(sys.argv[1]), orjson.dumps
    write = sys.stdout.buffer.write
    with open(sys.argv[2], "rb", buffering=1 << 18) as lines:
        for line in lines:
            write(dumps(evaluate(line), option=orjson.OPT_APPEND_NEWLINE))


if __name__ == "__main__":
    main()
