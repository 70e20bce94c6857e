"""The rules of 2.2 for ZEN: expressions in the order of evaluation; `$` refers to the results of earlier expressions.

They give outcome and message for each clause, points for each criterion, verdict and total. The evidence and the reasons of
keping are left out, which is an advantage for ZEN.
"""
import re


def known(value, key, is_met, unknown, message):
    """Returns the expressions for outcome and message of a clause that reads one value."""
    return [
        (key, f"{value} == null ? 'unknown' : {is_met} ? 'met' : 'unmet'"),
        (f"{key}_message", f"$.{key} == 'unknown' ? '{unknown}' : {message}"),
    ]


def at_least(key, value, bound, label, unit, written, shown=None):
    return known(
        value, key, f"{value} >= {bound}", f"未填写{label}，请补充",
        f"'{label}' + string({shown or value}) + ($.{key} == 'met' ? '{unit}，达到{written}' : '{unit}，低于{written}')")


def reach(value, bound, full):
    return f"{value} >= {full} ? 1 : 0.6 + 0.4 * ({value} - {bound}) / ({full} - {bound})"


def points(key, most, grade="1"):
    return (f"{key}_points", f"$.{key} == 'met' ? floor({most * 10} * ({grade}) + 0.5) : 0")


def patents_message():
    return (
        "$.t3 == 'unknown' ? '未填写发明专利申请，请补充；未填写知识产权（授权）合计，请补充'"
        " : $.t3 == 'unmet' ? '发明专利申请' + string($.filed) + '项，低于2项；知识产权（授权）合计' + string($.granted) + '项，低于1项'"
        " : ($.filed >= 2 ? '发明专利申请' + string($.filed) + '项，达到2项' : '')"
        " + ($.filed >= 2 and $.granted >= 1 ? '；' : '')"
        " + ($.granted >= 1 ? '知识产权（授权）合计' + string($.granted) + '项，达到1项' : '')")


HIGH_TECH = "(applicant.highTech == null ? '未填写高新技术企业，请补充' : applicant.highTech ? '高新技术企业：是' : '高新技术企业：否')"
LEADER = "(applicant.industryLeader == null ? '未填写行业龙头企业，请补充' : applicant.industryLeader ? '行业龙头企业：是' : '行业龙头企业：否')"
LEVEL = "#.level in ['regional', 'national'] and #.status in ['approved', 'building']"
OPEN = "未填写平台行政区划代码，无法判断是否有百色市内的自治区级以上科技创新平台，请补充"

EXPRESSIONS = [
    ("id", "id"),
    ("title", "title"),
    ("applicant", "applicant.name"),
    *at_least("t1", "expected.newProducts", 1, "新产品、新工艺或新材料", "项", "1项"),
    *at_least("t2", "expected.newTechnologies", 1, "自主知识产权新技术", "项", "1项"),
    ("filed", "expected.ip.invention.filed ?? 0"),
    ("granted", "expected.ip == null ? 0 : sum(map(values(expected.ip), #.granted ?? 0))"),
    ("t3", "expected.ip == null ? 'unknown' : $.filed >= 2 or $.granted >= 1 ? 'met' : 'unmet'"),
    ("t3_message", patents_message()),
    *known(
        "expected.industrialised", "t4", "expected.industrialised", "未填写实现产业化应用，请补充",
        "$.t4 == 'met' ? '实现产业化应用：是' : '实现产业化应用：否'"),
    ("total_benefit", "expected.economicBenefit == null and expected.costSavings == null ? null"
     " : (expected.economicBenefit ?? 0) + (expected.costSavings ?? 0)"),
    *at_least("t5", "$.total_benefit", 5000000, "经济效益与节约成本合计", "万元", "500万元", "$.total_benefit / 10000"),
    *at_least("t6", "expected.exchangesHeld", 1, "组织科技交流活动", "次", "1次"),
    ("enterprise", "applicant.kind == 'enterprise'"),
    ("research", "applicant.rdExpense['2023']"),
    ("c1", "not($.enterprise) ? 'notApplicable' : $.research == null ? 'unknown' : $.research >= 5000000 ? 'met' : 'unmet'"),
    ("c1_message", "$.c1 == 'notApplicable' ? '不适用：申报单位类型不属于企业' : $.c1 == 'unknown' ? '未填写上年（2023年）研发投入，请补充'"
     " : '上年（2023年）研发投入' + string($.research / 10000) + ($.c1 == 'met' ? '万元，达到500万元' : '万元，低于500万元')"),
    ("found", f"filter(applicant.platforms ?? [], {LEVEL})"),
    ("c2", "applicant.platforms == null ? 'unknown' : len($.found) > 0 ? 'met' : 'unmet'"),
    ("c2_message", "$.c2 == 'met' ? '有自治区级以上科技创新平台：' + ($.found[0].name ?? '（未填名称）')"
     " : $.c2 == 'unmet' ? '没有自治区级以上科技创新平台' : '未填写科技创新平台，请补充'"),
    ("near", "filter($.found, startsWith(#.region ?? applicant.region ?? '', '4510'))"),
    ("p1", "applicant.platforms == null ? 'unknown' : len($.near) > 0 ? 'met'"
     " : applicant.region == null and some($.found, #.region == null) ? 'unknown' : 'unmet'"),
    ("p1_message", "$.p1 == 'met' ? '有百色市内的自治区级以上科技创新平台：' + ($.near[0].name ?? '（未填名称）')"
     f" : $.p1 == 'unmet' ? '没有百色市内的自治区级以上科技创新平台' : applicant.platforms == null ? '未填写科技创新平台，请补充' : '{OPEN}'"),
    ("either", "applicant.highTech == true or applicant.industryLeader == true ? 'met'"
     " : applicant.highTech == null or applicant.industryLeader == null ? 'unknown' : 'unmet'"),
    ("e1", "$.enterprise ? $.either : 'unmet'"),
    ("e1_message", f"($.enterprise ? '申报单位类型为企业；' : '申报单位类型不属于企业；') + {HIGH_TECH} + '；' + {LEADER}"),
    ("n1", "'unknown'"),
    ("n1_message", "'申报事项另行通知，尚未登记通知，以通知为准'"),
    ("decisive", "[$.t1, $.t2, $.t3, $.t4, $.t5, $.t6, $.c1, $.c2]"),
    ("verdict", "some($.decisive, # == 'unmet') ? 'fail' : some($.decisive, # == 'unknown') or $.p1 != 'met' ? 'supplement' : 'pass'"),
    points("t1", 15, reach("expected.newProducts", 1, 3)),
    points("t2", 15, reach("expected.newTechnologies", 1, 3)),
    points("t3", 15, "min([1, max([0, 0.6 + 0.4 * max([($.filed - 2) / 4, ($.granted - 1) / 2])])])"),
    points("t4", 5),
    points("t5", 20, reach("$.total_benefit", 5000000, 30000000)),
    points("t6", 5, reach("expected.exchangesHeld", 1, 4)),
    points("c2", 5),
    points("p1", 10),
    points("e1", 5),
    ("leverage", "expected.economicBenefit == null or budget.requested == null ? 0 : budget.requested > 0"
     " ? floor(50 * min([1, expected.economicBenefit / budget.requested / 10]) + 0.5) : 50"),
    ("total", "($.t1_points + $.t2_points + $.t3_points + $.t4_points + $.t5_points + $.t6_points + $.c2_points"
     " + $.p1_points + $.e1_points + $.leverage) / 10"),
]

CLAUSES = ["t1", "t2", "t3", "t4", "t5", "t6", "c1", "c2", "p1", "e1", "n1"]

WANTED = (
    ["id", "title", "applicant", "verdict", "total", "leverage"] + CLAUSES + [f"{key}_message" for key in CLAUSES]
    + [f"{key}_points" for key in CLAUSES if key not in ("c1", "n1")])


def decision():
    """Returns a decision with one expression node, as ZEN's editor makes it; intermediate results that are not wanted become null."""
    emptied = [(key, "null") for key in ("found", "near", "decisive")]
    expressions = [
        {"id": str(index), "key": key, "value": value} for index, (key, value) in enumerate(EXPRESSIONS + emptied)]
    names = ("inputNode", "expressionNode", "outputNode")
    nodes = [{"id": name, "type": name, "name": name, "position": {"x": 0, "y": 0}} for name in names]
    nodes[1]["content"] = {"expressions": expressions}
    edges = [{"id": f"{one} {other}", "type": "edge", "sourceId": one, "targetId": other} for one, other in zip(names, names[1:])]
    return {"contentType": "application/vnd.gorules.decision", "nodes": nodes, "edges": edges}


def expression():
    """Returns all rules as a single expression, with variables instead of `$`."""
    steps = [f"its_{key} = {re.sub(r'[$][.]', 'its_', value)}; " for key, value in EXPRESSIONS]
    return "".join(steps) + "{" + ", ".join(f"{key}: its_{key}" for key in WANTED) + "}"
