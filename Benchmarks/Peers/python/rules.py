"""What the rules of 2.2 are made of in plain Python: functions that answer True, False or None, with message and evidence.

orjson reads, which is several times as fast as json; the results are written as text, parts that never change made
beforehand, which is faster than dictionaries and orjson.dumps. The results are those of keping, byte for byte.
"""
import orjson

MISSING = "信息不足，暂不计分"


def clause(number, kind, quote):
    """The text around outcome and message."""
    return f'{{"clause":"2.2/{kind}/{number}","kind":"{kind}","outcome":"', f'","quote":"{quote}","message":"'


def evidence(field, value, required):
    return f'{{"field":"{field}","value":{value},"required":"{required}"}}'


def quoted(text):
    """A text as JSON, without its quotes."""
    return orjson.dumps(text)[1:-1].decode()


def money(yuan):
    return f"{yuan // 10000}万元" if yuan % 10000 == 0 else f"{yuan / 10000!r}万元"


def fraction(value):
    return f"{value:g}"


def at_least(number, kind, quote, label, field, bound, unit, say=None):
    """A clause that compares one figure with its bound."""
    opening, middle = clause(number, kind, quote)
    say = say or (lambda value: f"{value}{unit}")
    written = say(bound)
    met, unmet, unknown = (f"{opening}{outcome}{middle}" for outcome in ("met", "unmet", "unknown"))
    before, behind = f'"evidence":[{{"field":"{field}","value":', f',"required":">= {bound}"}}]}}'
    absent = f'{unknown}未填写{label}，请补充",{before}null{behind}'

    def answer(value):
        if value is None:
            return None, absent
        if value >= bound:
            return True, f'{met}{label}{say(value)}，达到{written}",{before}{value}{behind}'
        return False, f'{unmet}{label}{say(value)}，低于{written}",{before}{value}{behind}'

    return answer


def flag_words(label, field):
    """What is said of a flag, and its evidence."""
    return {
        True: (f"{label}：是", evidence(field, "true", "true")),
        False: (f"{label}：否", evidence(field, "false", "true")),
        None: (f"未填写{label}，请补充", evidence(field, "null", "true")),
    }


def reach(value, bound, full):
    if value < bound:
        return 0
    return 1 if value >= full else 0.6 + 0.4 * (value - bound) / (full - bound)


def item(name, title, most):
    """One criterion: its points, in tenths, and its text."""
    opening, middle = f'{{"id":"2.2/{name}","title":"{title}","points":', f',"max":{most},"reason":"'
    unmet, unknown = f'{opening}0{middle}不符合，不计分"}}', f'{opening}0{middle}{MISSING}"}}'

    def score(outcome, grade=1, reason="符合"):
        if outcome is None:
            return 0, unknown
        if not outcome:
            return 0, unmet
        points = int(most * 10 * grade + 0.5)
        return points, f'{opening}{fraction(points / 10)}{middle}{reason}"}}'

    return score
