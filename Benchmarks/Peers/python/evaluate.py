"""Evaluates 2.2 in plain Python: evaluate.py APPLICATIONS > RESULTS"""
import sys

import orjson
from rules import at_least, clause, evidence, flag_texts, fraction, item, money, quoted, reach

products = at_least(1, "target", "开发新产品、新工艺或新材料1项以上", "新产品、新工艺或新材料", "expected.newProducts", 1, "项")
technologies = at_least(2, "target", "形成具有自主知识产权的新技术1项以上", "自主知识产权新技术", "expected.newTechnologies", 1, "项")
benefit = at_least(
    5, "target", "经济效益（节约成本）金额500万元以上", "经济效益与节约成本合计", "expected.economicBenefit + expected.costSavings", 5000000, "", money)
exchanges = at_least(6, "target", "组织开展科技交流活动1次以上", "组织科技交流活动", "expected.exchangesHeld", 1, "次")
research = at_least(1, "condition", "企业上年研发投入在500万元以上", "上年（2023年）研发投入", "applicant.rdExpense.2023", 5000000, "", money)

PATENTS = clause(3, "target", "申请发明专利2项以上或获得知识产权（发明专利、实用新型专利、软件著作权等）授权专利1项以上")
INDUSTRIALISED = clause(4, "target", "实现产业化应用")
RESEARCH = clause(1, "condition", "企业上年研发投入在500万元以上")
PLATFORM = (clause(2, "condition", "应建有或在建自治区级以上科技创新平台"), "自治区级以上科技创新平台")
CITY_PLATFORM = (
    clause(1, "principle", "支持百色市行政区域内获批建设的国家级、自治区级重点实验室、技术创新中心、科技成果转化中试研究基地、工程研究中心、企业技术中心等科技创新平台"),
    "百色市内的自治区级以上科技创新平台")
LEAD = clause(1, "encouraged", "鼓励支持高新技术企业或行业龙头企业牵头申报")
NOTICE = '{"clause":"2.2/notice/1","kind":"notice","outcome":"unknown","quote":"具体申报事项另行通知","message":"申报事项另行通知，尚未登记通知，以通知为准","evidence":[]}'
BENEFIT_ABSENT = '{0}unknown{1}未填写经济效益，请补充；未填写节约成本，请补充","evidence":[{2},{3}]}}'.format(
    *clause(5, "target", "经济效益（节约成本）金额500万元以上"), evidence("expected.economicBenefit", "null", ">= 5000000"),
    evidence("expected.costSavings", "null", ">= 5000000"))
PATENTS_ABSENT = '{0}unknown{1}未填写发明专利申请，请补充；未填写知识产权（授权）合计，请补充","evidence":[{2},{3}]}}'.format(
    *PATENTS, evidence("expected.ip.invention.filed", "null", ">= 2"), evidence("expected.ip(granted)", "null", ">= 1"))

KINDS = {"enterprise": "企业", "university": "高等院校", "institute": "科研院所", "hospital": "医疗机构", "government": "机关", "other": "其他"}
KIND_TEXTS = {
    kind: (f"申报单位类型为{label}" + ("" if kind == "enterprise" else "，不属于企业"), evidence("applicant.kind", f'"{kind}"', "enterprise"))
    for kind, label in KINDS.items()}
HIGH_TECH, LEADER = flag_texts("高新技术企业", "applicant.highTech"), flag_texts("行业龙头企业", "applicant.industryLeader")
INDUSTRIALISED_TEXTS = flag_texts("实现产业化应用", "expected.industrialised")
OUTCOMES = {True: "met", False: "unmet", None: "unknown"}

products_item = item("target/1", "新产品、新工艺或新材料", 15)
technologies_item = item("target/2", "自主知识产权新技术", 15)
patents_item = item("target/3", "专利", 15)
industrialised_item = item("target/4", "实现产业化应用", 5)
benefit_item = item("target/5", "经济效益与节约成本", 20)
exchanges_item = item("target/6", "组织科技交流活动", 5)
platform_item = item("condition/2", "自治区级以上科技创新平台", 5)
city_item = item("principle/1", "百色市内的自治区级以上科技创新平台", 10)
lead_item = item("encouraged/1", "高新技术或行业龙头企业牵头", 5)
leverage_item = item("criterion/1", "投入产出", 5)


def patents(filed, granted):
    parts, found = [], []
    outcome = filed >= 2 or granted >= 1
    if (filed >= 2) == outcome:
        parts.append(f"发明专利申请{filed}项，{'达到' if outcome else '低于'}2项")
        found.append(evidence("expected.ip.invention.filed", filed, ">= 2"))
    if (granted >= 1) == outcome:
        parts.append(f"知识产权（授权）合计{granted}项，{'达到' if outcome else '低于'}1项")
        found.append(evidence("expected.ip(granted)", granted, ">= 1"))
    return outcome, f'{PATENTS[0]}{OUTCOMES[outcome]}{PATENTS[1]}{"；".join(parts)}","evidence":[{",".join(found)}]}}'


def platform(platforms, clause_texts, within=None, fallback=None):
    """Searches for a platform of regional level or above, within a region; one without a region has that of the applicant."""
    (opening, middle), label = clause_texts
    if platforms is None:
        return None, f'{opening}unknown{middle}未填写科技创新平台，请补充","evidence":[{evidence("applicant.platforms", "null", label)}]}}'
    open_index = None
    for index, each in enumerate(platforms):
        if each["level"] in ("regional", "national") and each["status"] in ("approved", "building"):
            if within:
                region = each.get("region") or fallback
                if not region:
                    open_index = index if open_index is None else open_index
                    continue
                if not region.startswith(within):
                    continue
            field = f"applicant.platforms[{index}]"
            name = each.get("name")
            if not name:
                return True, f'{opening}met{middle}有{label}（第{index + 1}项）","evidence":[{evidence(field, "true", label)}]}}'
            name = quoted(name)
            return True, f'{opening}met{middle}有{label}：{name}","evidence":[{{"field":"{field}","value":"{name}","required":"{label}"}}]}}'
    if open_index is not None:
        field = f"applicant.platforms[{open_index}].region"
        return None, (
            f'{opening}unknown{middle}科技创新平台第{open_index + 1}项未填写平台行政区划代码，无法判断是否有{label}，请补充",'
            f'"evidence":[{evidence(field, "null", label)}]}}')
    return False, f'{opening}unmet{middle}没有{label}","evidence":[{evidence("applicant.platforms", len(platforms), label)}]}}'


def lead(kind, high_tech, leader):
    enterprise = kind == "enterprise"
    either = True if high_tech or leader else None if high_tech is None or leader is None else False
    outcome = False if not enterprise or either is False else either
    parts = [KIND_TEXTS[kind]] if enterprise == outcome else []
    if either == outcome:
        parts += [texts[is_so] for texts, is_so in ((HIGH_TECH, high_tech), (LEADER, leader)) if is_so == outcome]
    return outcome, (
        f'{LEAD[0]}{OUTCOMES[outcome]}{LEAD[1]}{"；".join(message for message, _ in parts)}",'
        f'"evidence":[{",".join(found for _, found in parts)}]}}')


def counted(score, outcome, value, full, unit):
    """Returns the points for a count that is graded from 1 to its full mark."""
    if not outcome:
        return score(outcome)
    return score(outcome, reach(value, 1, full), f"{value}{unit}，起评1{unit}得六成，满{full}{unit}得满分")


def evaluate(line):
    record = orjson.loads(line)
    applicant, expected, requested = record["applicant"], record.get("expected") or {}, (record.get("budget") or {}).get("requested")
    kind, platforms, ip = applicant["kind"], applicant.get("platforms"), expected.get("ip")
    made, known, held = expected.get("newProducts"), expected.get("newTechnologies"), expected.get("exchangesHeld")
    gain, saved = expected.get("economicBenefit"), expected.get("costSavings")
    total = None if gain is None and saved is None else (gain or 0) + (saved or 0)
    t1, f1 = products(made)
    t2, f2 = technologies(known)
    if ip is None:
        t3, f3 = None, PATENTS_ABSENT
    else:
        filed = (ip.get("invention") or {}).get("filed") or 0
        granted = sum(counts.get("granted") or 0 for counts in ip.values() if counts)
        t3, f3 = patents(filed, granted)
    t4 = expected.get("industrialised")
    message, found = INDUSTRIALISED_TEXTS[t4]
    f4 = f'{INDUSTRIALISED[0]}{OUTCOMES[t4]}{INDUSTRIALISED[1]}{message}","evidence":[{found}]}}'
    t5, f5 = (None, BENEFIT_ABSENT) if total is None else benefit(total)
    t6, f6 = exchanges(held)
    if kind == "enterprise":
        c1, g1 = research((applicant.get("rdExpense") or {}).get("2023"))
    else:
        message, found = KIND_TEXTS[kind]
        c1, g1 = True, f'{RESEARCH[0]}notApplicable{RESEARCH[1]}不适用：{message}","evidence":[{found}]}}'
    c2, g2 = platform(platforms, PLATFORM)
    p1, h1 = platform(platforms, CITY_PLATFORM, "4510", applicant.get("region"))
    e1, k1 = lead(kind, applicant.get("highTech"), applicant.get("industryLeader"))
    decisive = (t1, t2, t3, t4, t5, t6, c1, c2)
    verdict = "fail" if False in decisive else "supplement" if None in decisive or not p1 else "pass"
    items = [
        counted(products_item, t1, made, 3, "项"),
        counted(technologies_item, t2, known, 3, "项"),
        patents_item(t3),
        industrialised_item(t4),
        benefit_item(t5),
        counted(exchanges_item, t6, held, 4, "次"),
        platform_item(c2),
        city_item(p1),
        lead_item(e1),
        leverage_item(None),
    ]
    if t3:
        grade = min(1, max(0, 0.6 + 0.4 * max((filed - 2) / 4, (granted - 1) / 2)))
        items[2] = patents_item(True, grade, f"专利成果得分系数{fraction(int(grade * 1000 + 0.5) / 1000)}")
    if t5:
        items[4] = benefit_item(True, reach(total, 5000000, 30000000), f"{money(total)}，起评500万元得六成，满3000万元得满分")
    if gain is not None and requested is not None:
        grade = min(1, max(0, gain / requested / 10)) if requested > 0 else 1
        items[9] = leverage_item(True, grade, f"投入产出比得分系数{fraction(int(grade * 1000 + 0.5) / 1000)}")
    return (
        f'{{"id":"{quoted(record["id"])}","year":2024,"direction":"2.2","title":"{quoted(record["title"])}",'
        f'"applicant":"{quoted(applicant["name"])}","program":{{"id":"jianfeng-2024","version":"1.1.0"}},"verdict":"{verdict}",'
        f'"findings":[{f1},{f2},{f3},{f4},{f5},{f6},{g1},{g2},{h1},{k1},{NOTICE}],"problems":[],'
        f'"score":{{"total":{fraction(sum(points for points, _ in items) / 10)},"items":[{",".join(text for _, text in items)}]}}}}\n')


def main():
    out = sys.stdout.buffer
    results = []
    with open(sys.argv[1], "rb", buffering=1 << 18) as lines:
        for line in lines:
            results.append(evaluate(line))
            if len(results) == 64:
                out.write("".join(results).encode())
                results.clear()
    out.write("".join(results).encode())


if __name__ == "__main__":
    main()
