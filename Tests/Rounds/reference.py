"""A second implementation of a round, written to be obvious and not fast.

It takes the applications, the results of `keping evaluate` (verdict and program score), and the files beside the applications, and
says where each application ends. The product is compared with it; it shares no code with the product.
"""

import unicodedata
from decimal import Decimal
from fractions import Fraction
from math import floor

PLACES = [
    "selected", "reserve", "not-selected", "no-money", "over-quota", "tied", "ranked", "no-amount", "below-floor", "incomplete",
    "too-few", "over-limit", "barred", "awaiting", "not-passed", "not-evaluated",
]
VERDICT_PLACES = {"supplement": "awaiting", "fail": "not-passed", "error": "not-evaluated"}
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def folded(text):
    text = unicodedata.normalize("NFKC", text or "").casefold()
    return "".join(unicodedata.normalize("NFKC", text).split()).upper()


def valid_code(code):
    """GB 32100-2015."""
    if not code or len(code) != 18 or any(c not in ALPHABET for c in code) or len(set(code)) == 1 or not code[2:8].isdigit():
        return False
    total = sum(ALPHABET.index(c) * pow(3, i, 31) for i, c in enumerate(code[:17]))
    return ALPHABET[(31 - total % 31) % 31] == code[17]


def rounded(value, decimals):
    """Rounds a fraction half up, and returns an exact decimal."""
    scaled = floor(value * 10 ** decimals + Fraction(1, 2))
    return Decimal(scaled).scaleb(-decimals)


class Unit:
    def __init__(self, name, code):
        self.name = folded(name)
        self.code = code if valid_code(code) else None


class Person:
    """Whoever counts for limits: an application or a project in progress."""

    def __init__(self, label, applicant, partners, leader, number):
        self.label = label
        self.units = [applicant] + partners
        self.leader = folded(leader)
        self.number = folded(number)


def value_at(record, path):
    for part in path.split("."):
        if not isinstance(record, dict) or record.get(part) is None:
            return None
        record = record[part]
    return Decimal(repr(record)) if not isinstance(record, bool) else Decimal(int(record))


class Round:
    """`directions`: dicts with id, plan, projectType, program, year, bound, in the order of the guideline.

    `scopes`: settings by key of plan, project type or direction. `limits`: dicts with clause, per, bound, over, ongoing, and a
    set of (year, direction) or the year alone.
    """

    def __init__(self, directions, scopes, limits, records, results, panel=(), ongoing=(), grants=None, rulings=()):
        self.directions = {(d["year"], d["id"]): d for d in directions}
        self.order_of_directions = [(d["year"], d["id"]) for d in directions]
        self.scopes = scopes
        self.limits = limits
        self.records = records
        self.results = results
        self.grants = grants or {}
        self.panel = panel
        self.ongoing = ongoing
        self.rulings = {}
        for ruling in rulings:
            self.rulings[ruling["application"], ruling["clause"]] = ruling["outcome"]

    # Groups

    def group_key(self, direction):
        for key in (direction["id"], direction["projectType"], direction["plan"]):
            if key in self.scopes:
                return key
        return direction["id"]

    def settings(self, key):
        return self.scopes.get(key, {})

    # Keys

    def find_keys(self):
        in_progress = [p for p in self.ongoing if p["status"] in ("running", "overdue")]
        people = [Person(f"在研 {p['id']}", Unit(p["unit"], p.get("creditCode")), [], p.get("leader"), p.get("leaderIdNumber"))
                  for p in in_progress]
        for project, person in zip(in_progress, people):
            person.status = project["status"]
        for index, (record, result) in enumerate(zip(self.records, self.results)):
            if result["verdict"] == "error":
                continue
            leader = record.get("leader") or {}
            person = Person(
                result["id"], Unit(record["applicant"]["name"], record["applicant"].get("creditCode")),
                [Unit(p["name"], p.get("creditCode")) for p in record.get("partners") or []],
                leader.get("name"), leader.get("idNumber"))
            person.index = index
            person.status = None
            people.append(person)
        codes = {}
        for person in people:
            for unit in person.units:
                if unit.code and unit.name:
                    codes.setdefault(unit.name, set()).add(unit.code)
        self.suspicions = {}

        def unit_key(unit):
            if unit.code:
                return "C" + unit.code
            if not unit.name:
                return None
            known = codes.get(unit.name, set())
            return "C" + next(iter(known)) if len(known) == 1 else "N" + unit.name

        for person in people:
            person.unit_keys = [unit_key(unit) for unit in person.units]
        # A name without a code that has several elsewhere.
        for name, known in codes.items():
            having = [p for p in people if any(u.name == name for u in p.units)]
            if len(known) > 1 and any(u.name == name and not u.code for p in having for u in p.units):
                self.suspect("same-unit", having)
        numbers = {}
        for person in people:
            if person.leader and person.number:
                numbers.setdefault((person.leader, person.unit_keys[0]), set()).add(person.number)
        for person in people:
            if person.number:
                person.leader_key = "I" + person.number
            elif not person.leader:
                person.leader_key = None
            else:
                known = numbers.get((person.leader, person.unit_keys[0]), set())
                person.leader_key = (
                    "I" + next(iter(known)) if len(known) == 1 else f"L{person.leader}\0{person.unit_keys[0]}")
        by_name = {}
        for person in people:
            if person.leader:
                by_name.setdefault(person.leader, []).append(person)
        for same in by_name.values():
            for person in same:
                others = [p for p in same if p.leader_key != person.leader_key]
                if others:
                    self.suspicions.setdefault(("same-name", person.label), set()).update(p.label for p in others)
        self.people = people

    def suspect(self, code, people):
        for person in people:
            others = {p.label for p in people if p is not person}
            self.suspicions.setdefault((code, person.label), set()).update(others)

    # Scores

    def score_panel(self):
        self.panels = {}
        for index, (record, result) in enumerate(zip(self.records, self.results)):
            rows = [row for row in self.panel if row["application"] == result["id"]] if result["id"] is not None else []
            direction = self.directions.get((result["year"], result["direction"]))
            settings = self.settings(self.group_key(direction)).get("panel", {}) if direction else {}
            decimals = settings.get("decimals", 2)
            scores = sorted(
                Decimal(str(row["score"])) if row.get("score") is not None else sum(Decimal(str(row[i])) for i in settings["items"])
                for row in rows if not row.get("recused"))
            recused = sum(1 for row in rows if row.get("recused"))
            if not rows:
                self.panels[index] = None
                continue
            kept, trimmed = scores, []
            trim = settings.get("trim", 0)
            if trim and len(scores) >= settings["trim-from"]:
                trimmed = sorted(scores[:trim] + scores[-trim:], reverse=True)
                kept = scores[trim:-trim]
            exact = Fraction(sum(Fraction(s) for s in kept), len(kept)) if kept else None
            self.panels[index] = {
                "exact": exact, "score": rounded(exact, decimals) if kept else None, "experts": len(scores), "recused": recused,
                "trimmed": trimmed}
            if "spread" in settings and scores and scores[-1] - scores[0] > Decimal(str(settings["spread"])):
                self.suspicions[("spread", result["id"])] = set()

    def score(self):
        self.scores = {}
        for index, result in enumerate(self.results):
            if result["verdict"] == "error":
                self.scores[index] = None
                continue
            direction = self.directions[result["year"], result["direction"]]
            settings = self.settings(self.group_key(direction))
            weights = settings.get("score", {"rules": 100})
            rules = Fraction(Decimal(str(weights.get("rules", 0)))) / 100
            panel = Fraction(Decimal(str(weights.get("panel", 0)))) / 100
            total = Fraction(Decimal(str(result["score"]["total"])))
            given = self.panels[index]
            if panel > 0 and (given is None or given["exact"] is None):
                self.scores[index] = None
                continue
            exact = rules * total + (panel * given["exact"] if panel > 0 else 0)
            self.scores[index] = rounded(exact, settings.get("panel", {}).get("decimals", 2))

    def is_incomplete(self, index):
        result = self.results[index]
        settings = self.settings(self.group_key(self.directions[result["year"], result["direction"]]))
        if Decimal(str(settings.get("score", {}).get("panel", 0))) == 0:
            return False
        given = self.panels[index]
        return given is None or given["experts"] < settings.get("panel", {}).get("least", 1)

    def is_below_floor(self, index):
        result = self.results[index]
        settings = self.settings(self.group_key(self.directions[result["year"], result["direction"]]))
        return "floor" in settings and self.scores[index] is not None and self.scores[index] < Decimal(str(settings["floor"]))

    # Limits

    def apply_limits(self):
        self.limit_notes = {}
        self.limit_places = {}
        for limit in self.limits:
            holders = {}
            for person in self.people:
                if person.status is not None:
                    counted = {"all": ("running", "overdue"), "overdue": ("overdue",), None: ()}[limit.get("ongoing")]
                    if person.status not in counted:
                        continue
                else:
                    result = self.results[person.index]
                    if result["year"] != limit["year"]:
                        continue
                    if limit["directions"] is not None and result["direction"] not in limit["directions"]:
                        continue
                if limit["per"] == "leader":
                    keys = {person.leader_key}
                elif limit["per"] == "applicant":
                    keys = {person.unit_keys[0]}
                else:
                    keys = set(person.unit_keys)
                for key in keys - {None}:
                    holders.setdefault(key, []).append(person)
            for counted in holders.values():
                if len(counted) > limit["bound"]:
                    self.apply_limit(limit, counted)

    def apply_limit(self, limit, counted):
        for person in counted:
            if person.status is None:
                others = sorted(p.label for p in counted if p is not person and p.status is None)
                others += sorted(p.label for p in counted if p.status is not None)
                self.limit_notes.setdefault(person.index, []).append((limit["clause"], limit["per"], limit["bound"], others))
        passing = [p.index for p in counted if p.status is None and self.results[p.index]["verdict"] == "pass"]
        stay = limit["bound"] - sum(1 for p in counted if p.status is not None)
        over = limit.get("over", "ask")
        if over == "ask":
            outcome = {i: "over-limit" for i in passing}
        elif over == "all":
            outcome = {i: "barred" for i in passing}
        else:
            outcome = self.ordered_limit(over, passing, max(stay, 0))
        for index in passing:
            place = outcome[index]
            ruled = self.rulings.get((self.results[index]["id"], limit["clause"]))
            if place == "over-limit" and ruled is not None:
                place = None if ruled == "met" else "barred"
            if place is not None:
                earlier = self.limit_places.get(index)
                self.limit_places[index] = "barred" if "barred" in (place, earlier) else "over-limit"

    def ordered_limit(self, over, passing, stay):
        if len(passing) <= stay:
            return {i: None for i in passing}
        if over == "best":
            if any(self.scores[i] is None for i in passing):
                return {i: "over-limit" for i in passing}
            keys = {i: (not self.is_below_floor(i), self.scores[i]) for i in passing}
        else:
            keys = {i: self.time(i) for i in passing}
        ordered = sorted(passing, key=lambda i: keys[i], reverse=True)
        outcome = {}
        line = keys[ordered[stay - 1]] if stay > 0 else None
        first_out = keys[ordered[stay]]
        for position, index in enumerate(ordered):
            outcome[index] = None if position < stay else "barred"
            if stay > 0 and line == first_out and keys[index] == line:
                outcome[index] = "over-limit"
        return outcome

    def time(self, index):
        """Later is smaller; absent is smallest."""
        from datetime import datetime, timezone
        text = self.records[index].get("submittedAt")
        if not text:
            return (0, Fraction(0))
        moment = datetime.fromisoformat(text.replace("Z", "+00:00"))
        return (1, -Fraction(moment.timestamp()))

    # The whole

    def lines(self):
        self.find_keys()
        self.score_panel()
        self.score()
        self.apply_limits()
        self.place, self.rank, self.tied, self.reserve, self.so_far = {}, {}, {}, {}, {}
        self.summaries = {}
        groups = {}
        for index, result in enumerate(self.results):
            direction = self.directions.get((result["year"], result["direction"]))
            groups.setdefault((result["year"], self.group_key(direction) if direction else None), []).append(index)
        for (year, key), members in groups.items():
            self.rank_group(year, key, members)
        def year_key(year):
            return (year is None, year or 0)
        first = {}
        for position, address in enumerate(self.order_of_directions):
            first.setdefault((address[0], self.group_key(self.directions[address])), position)
        def key(index):
            result = self.results[index]
            direction = self.directions.get((result["year"], result["direction"]))
            group = self.group_key(direction) if direction else None
            position = first[result["year"], group] if group is not None else 10 ** 9
            rank = self.rank.get(index)
            name = [ord(c) for c in result["id"]] if result["id"] is not None else []
            return (year_key(result["year"]), position, rank is None, rank or 0, 0 if rank else PLACES.index(self.place[index]),
                    result["id"] is None, name)
        return [self.line(i) for i in sorted(range(len(self.results)), key=key)]

    def amount(self, index):
        identifier = self.results[index]["id"]
        if identifier in self.grants:
            return Decimal(str(self.grants[identifier]))
        return value_at(self.records[index], "budget.requested") if self.results[index]["verdict"] != "error" else None

    def rank_group(self, year, key, members):
        settings = self.settings(key) if key else {}
        candidates = []
        for index in members:
            verdict = self.results[index]["verdict"]
            if verdict in VERDICT_PLACES:
                self.place[index] = VERDICT_PLACES[verdict]
            elif index in self.limit_places:
                self.place[index] = self.limit_places[index]
            elif self.is_incomplete(index):
                self.place[index] = "incomplete"
            elif self.is_below_floor(index):
                self.place[index] = "below-floor"
            else:
                candidates.append(index)
        too_few = len(candidates) < settings.get("at-least", 0)
        order = settings.get("order", ["score"])

        def sort_key(index):
            keys = []
            for item in order:
                name = item.lstrip("-")
                if name == "score":
                    value = self.scores[index]
                elif name == "panel":
                    value = self.panels[index]["score"] if self.panels[index] else None
                elif name == "rules":
                    value = Decimal(str(self.results[index]["score"]["total"]))
                else:
                    value = value_at(self.records[index], name)
                keys.append((1,) if value is None else (0, value if item.startswith("-") else -value))
            return keys

        def identifier(index):
            return [ord(c) for c in self.results[index]["id"]]

        candidates.sort(key=lambda i: (sort_key(i), identifier(i)))
        ties = []
        for index in candidates:
            if ties and sort_key(ties[-1][0]) == sort_key(index):
                ties[-1].append(index)
            else:
                ties.append([index])
        position = 1
        for tie in ties:
            for index in tie:
                self.rank[index] = position
                self.tied[index] = len(tie) > 1
            position += len(tie)
        split = []
        for tie in ties:
            positions = [self.rulings.get((self.results[i]["id"], "tie")) for i in tie]
            if len(tie) > 1 and None not in positions and len(set(positions)) == len(tie):
                split += [[i] for _, i in sorted(zip(positions, tie))]
            else:
                split.append(tie)
        if too_few:
            for index in candidates:
                self.place[index] = "too-few"
        elif key is not None:
            self.cut(year, key, settings, candidates, split)
        total = Decimal(0)
        for index in candidates:
            if self.place[index] == "selected":
                total += self.amount(index) or 0
            self.so_far[index] = total
        selected = [i for i in candidates if self.place[i] == "selected"]
        self.summaries[year, key] = (len(candidates), len(selected), sum((self.amount(i) or 0 for i in selected), Decimal(0)))

    def cut(self, year, key, settings, candidates, ties):
        members = [d for a, d in self.directions.items() if a[0] == year and self.group_key(d) == key]
        places = settings.get("places")
        budget = settings.get("budget")
        bounds = {d["id"]: d["bound"] for d in members if d.get("bound") is not None}
        if len(members) == 1 and bounds:
            bound = bounds.pop(members[0]["id"])
            places = bound if places is None else min(places, bound)
        if places is None and budget is None:
            for index in candidates:
                self.place[index] = "ranked"
            return
        if budget is not None:
            for index in candidates:
                if self.amount(index) is None:
                    self.place[index] = "no-amount"
        money = Decimal(budget) if budget is not None else None
        left = places
        bounds_left = dict(bounds)
        closed = set()
        tie_rule, full_rule = settings.get("tie-at-cut", "stop"), settings.get("when-full", "stop")
        rest = []
        ended = False
        direction_of = {i: self.results[i]["direction"] for i in candidates}
        for tie in ties:
            tie = [i for i in tie if i not in self.place]
            if not tie:
                continue
            if ended or (left is not None and left <= 0):
                ended = True
                rest.append(tie)
                continue
            go_on, kept = [], 0
            for direction in dict.fromkeys(direction_of[i] for i in tie):
                own = [i for i in tie if direction_of[i] == direction]
                if direction in closed:
                    for i in own:
                        self.place[i] = "over-quota"
                elif direction not in bounds_left or len(own) <= bounds_left[direction]:
                    go_on += own
                elif bounds_left[direction] <= 0:
                    for i in own:
                        self.place[i] = "over-quota"
                elif tie_rule == "stop":
                    for i in own:
                        self.place[i] = "tied"
                    kept += bounds_left[direction]
                    closed.add(direction)
                elif tie_rule == "all":
                    go_on += own
                else:
                    for i in own:
                        self.place[i] = "over-quota"
                    closed.add(direction)
            need = sum((self.amount(i) or Decimal(0) for i in go_on), Decimal(0))
            room = left is None or len(go_on) <= left - kept
            enough = money is None or need <= money

            def select():
                nonlocal left, money
                for i in go_on:
                    self.place[i] = "selected"
                    if direction_of[i] in bounds_left:
                        bounds_left[direction_of[i]] -= 1
                if left is not None:
                    left -= len(go_on)
                if money is not None:
                    money -= need

            if not go_on:
                pass
            elif room and enough:
                select()
            elif money is not None and not any((self.amount(i) or 0) <= money for i in go_on):
                if full_rule == "stop":
                    ended = True
                    rest.append(go_on)
                else:
                    for i in go_on:
                        self.place[i] = "no-money"
            elif tie_rule == "all" and enough:
                select()
            elif tie_rule == "none":
                ended = True
                rest.append(go_on)
            else:
                for i in go_on:
                    self.place[i] = "tied"
                ended = True
            if left is not None:
                left -= kept
        position = 0
        reserve = settings.get("reserve", 0)
        for tie in rest:
            stay = []
            for i in tie:
                direction = direction_of[i]
                if direction in closed or (direction in bounds_left and bounds_left[direction] <= 0):
                    self.place[i] = "over-quota"
                else:
                    stay.append(i)
            for i in stay:
                if position < reserve:
                    self.place[i] = "reserve"
                    self.reserve[i] = position + 1
                else:
                    self.place[i] = "not-selected"
            position += len(stay)

    def line(self, index):
        result, record = self.results[index], self.records[index]
        direction = self.directions.get((result["year"], result["direction"]))
        panel = self.panels[index]
        amount = self.amount(index)
        suspicions = []
        if result["verdict"] != "error":
            for code in ("same-unit", "same-name", "spread"):
                others = self.suspicions.get((code, result["id"]))
                if others is not None:
                    suspicions.append({"code": code, "with": sorted(others)})
        return {
            "group": self.group_key(direction) if direction else None, "rank": self.rank.get(index),
            "tied": self.tied.get(index, False), "place": self.place[index], "reserve": self.reserve.get(index),
            "id": result["id"], "year": result["year"], "direction": result["direction"], "verdict": result["verdict"],
            "score": self.scores[index], "rules": result["score"] and Decimal(str(result["score"]["total"])),
            "panel": None if panel is None else {k: panel[k] for k in ("score", "experts", "recused", "trimmed")},
            "amount": amount,
            "limits": [dict(zip(("clause", "per", "bound", "with"), note)) for note in self.limit_notes.get(index, [])],
            "suspicions": suspicions,
        }
