"""The building blocks of the rules of 2.2 in plain Python: functions that answer True, False or None, with message and evidence.

orjson parses the records, several times as fast as json. The results are written as text with constant parts joined once,
which is faster than dictionaries and orjson.dumps. They have the same bytes as those of keping.
"""
import orjson

MISSING = "信息不足，暂不计分"


def clause(number, kind, quote):
    """Returns the texts before the outcome and before the message of a clause."""
    return f'{{"clause":"2.2/{kind}/{number}","kind":"{kind}","outcome":"', f'","quote":"{quote}","message":"'


def evidence(field, value, required):
    return f'{{"field":"{field}","value":{value},"required":"{required}"}}'


def quoted(text):
    """Returns a text escaped for JSON, without quotes."""
    return orjson.dumps(text)[1:-1].decode()


def money(yuan):
    return f"{yuan // 10000}万元" if yuan % 10000 == 0 else f"{yuan / 10000!r}万元"


def fraction(value):
    return f"{value:g}"


def at_least(number, kind, quote, label, field, bound, unit, show=None):
    """Returns a function that answers a clause about one figure and its bound."""
    opening, middle = clause(number, kind, quote)
    show = show or (lambda value: f"{value}{unit}")
    written = show(bound)
    met, unmet, unknown = (f"{opening}{outcome}{middle}" for outcome in ("met", "unmet", "unknown"))
    before, ending = f'"evidence":[{{"field":"{field}","value":', f',"required":">= {bound}"}}]}}'
    absent = f'{unknown}未填写{label}，请补充",{before}null{ending}'

    def answer(value):
        if value is None:
            return None, absent
        if value >= bound:
            return True, f'{met}{label}{show(value)}，达到{written}",{before}{value}{ending}'
        return False, f'{unmet}{label}{show(value)}，低于{written}",{before}{value}{ending}'

    return answer


def flag_texts(label, field):
    """Returns the message and the evidence for each value of a flag."""
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
    """Returns a function that gives the points of a criterion in tenths, and its text."""
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
