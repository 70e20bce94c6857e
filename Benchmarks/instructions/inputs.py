"""Applications for counting instructions: the examples of the plugins with other values, the same on every machine.

Unlike Benchmarks/Sources/applications, this needs no build; a few thousand records take well under a second.
"""

import json
import random

CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
SEED = 2024


class Values:
    """Random values from random() only: unlike those of choice() and others, its numbers are the same in every version of Python."""

    def __init__(self, number):
        # Each application has its own sequence, so that a longer input begins with the shorter one.
        self._random = random.Random(SEED * 1_000_003 + number)

    def below(self, count):
        return int(self._random.random() * count)

    def chance(self, percent):
        return self.below(100) < percent

    def one(self, elements):
        return elements[self.below(len(elements))]


def examples(plugins, plugin="*"):
    """Returns the examples of all plugins in a folder, or of one of them, by direction."""
    found = {}
    for path in sorted(plugins.glob(f"{plugin}/examples/*.json")):
        for record in json.loads(path.read_text(encoding="utf-8")):
            found.setdefault(record["direction"], []).append(record)
    return found


def write(path, found, count):
    """Writes `count` applications as JSON Lines, taking the directions in turn."""
    directions = sorted(found)
    sentences = [part + "。" for direction in directions for record in found[direction]
                 for part in record["abstract"].split("。") if part]
    with open(path, "w", encoding="utf-8") as file:
        for number in range(count):
            direction = directions[number % len(directions)]
            values = Values(number)
            # The first example of a direction passes; most applications are like it.
            template = found[direction][0] if values.chance(50) else values.one(found[direction])
            record = varied(template, values)
            record["id"] = f"BS2024-{direction.replace('.', '')}-{number + 1:07}"
            record["abstract"] = abstract(sentences, values)
            file.write(json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n")


def abstract(sentences, values):
    paragraphs = "\n" if values.chance(20) else ""  # as in a cell with several lines
    return paragraphs.join(values.one(sentences) for _ in range(2 + values.below(5)))


def varied(value, values, key=""):
    """Returns a record with other figures and answers, and rarely without a field."""
    if isinstance(value, dict):
        kept = {name: each for name, each in value.items() if name in KEPT or not values.chance(2)}
        if key == "budget":
            factor = 3 + values.below(10)  # one factor for all amounts, so that the sums are right
            return scaled(kept, factor)
        return {name: each if name in UNTOUCHED else varied(each, values, name) for name, each in kept.items()}
    if isinstance(value, list):
        return [varied(each, values) for each in value]
    if isinstance(value, bool):
        return value if values.chance(95) else not value
    if isinstance(value, int):
        return amount(value, key, values)
    if key == "creditCode":
        return credit_code(value[:13] + f"{values.below(10_000):04}")
    if key in DATES:
        return f"{DATES[key] + values.below(24)}-{1 + values.below(12):02}-{1 + values.below(28):02}"
    if key == "submittedAt":
        return f"2024-03-{1 + values.below(31):02}T{9 + values.below(9):02}:{values.below(60):02}:00+08:00"
    return value


# The first years of dates other than the time of submission.
DATES = {"birthDate": 1962, "registeredOn": 2000}
# Fields whose values do not change.
UNTOUCHED = {"id", "year", "direction", "title", "kind", "name", "region"}
# Fields without which a record is invalid.
KEPT = UNTOUCHED | {
    "abstract", "submittedAt", "applicant", "leader", "level", "status", "amount", "filed", "creditCode", "total", "items", "budget",
    "expected", "declarations", "secrecy", "2022", "2023"}


def amount(value, key, values):
    if key == "birthYear":
        return 1966 + values.below(29)
    if value >= 1000:  # yuan: near the value of the example, in hundreds
        return value * (80 + values.below(221)) // 10_000 * 100
    return values.below(7)


def scaled(value, factor):
    if isinstance(value, dict):
        return {name: scaled(each, factor) for name, each in value.items()}
    if isinstance(value, list):
        return [scaled(each, factor) for each in value]
    return value * factor // 4 if isinstance(value, int) else value


def credit_code(start):
    """统一社会信用代码 with its check character, by GB 32100-2015."""
    total = sum(CREDIT_ALPHABET.index(character) * pow(3, index, 31) for index, character in enumerate(start))
    return start + CREDIT_ALPHABET[(31 - total % 31) % 31]
