#include "result.h"

/* What is the same for every application stands here as it is written. */
#define CLAUSE(number, kind) "{\"clause\":\"2.2/" kind "/" number "\",\"kind\":\"" kind "\",\"outcome\":\""
#define QUOTE(quote) "\",\"quote\":\"" quote "\",\"message\":\""
#define ITEM(number, title) "{\"id\":\"2.2/" number "\",\"title\":\"" title "\",\"points\":"
#define REASON(most) ",\"max\":" most ",\"reason\":\""

static const struct {
    const char *label, *path, *required;
} slots[SLOTS] = {
    [PRODUCTS] = {"新产品、新工艺或新材料", "expected.newProducts"},
    [TECHNOLOGIES] = {"自主知识产权新技术", "expected.newTechnologies"},
    [FILED] = {"发明专利申请", "expected.ip.invention.filed"},
    [GRANTED] = {"知识产权（授权）合计", "expected.ip(granted)"},
    [INDUSTRIALISED] = {"实现产业化应用", "expected.industrialised", "true"},
    [BENEFIT] = {"经济效益", "expected.economicBenefit"},
    [SAVINGS] = {"节约成本", "expected.costSavings"},
    [TOTAL] = {"", "expected.economicBenefit + expected.costSavings"},
    [EXCHANGES] = {"组织科技交流活动", "expected.exchangesHeld"},
    [RESEARCH] = {"上年（2023年）研发投入", "applicant.rdExpense.2023"},
    [KIND] = {"申报单位类型", "applicant.kind"},
    [PLATFORM] = {"科技创新平台", "applicant.platforms", "自治区级以上科技创新平台"},
    [CITY_PLATFORM] = {"科技创新平台", "applicant.platforms", "百色市内的自治区级以上科技创新平台"},
    [HIGH_TECH] = {"高新技术企业", "applicant.highTech", "true"},
    [LEADER] = {"行业龙头企业", "applicant.industryLeader", "true"},
};

static const char *const labels[] = {
    "新产品、新工艺或新材料1项以上", "自主知识产权新技术1项以上", "申请发明专利2项或授权1项以上", "实现产业化应用", "经济效益与节约成本500万元以上",
    "组织科技交流活动1次以上", "企业", "上年研发投入500万元以上", "建有或在建自治区级以上科技创新平台", "平台在百色市内", "高新技术企业", "行业龙头企业",
};

static const struct clause {
    enum rule rule;
    const char *opening, *middle;
} clauses[] = {
    {R_PRODUCTS, CLAUSE("1", "target"), QUOTE("开发新产品、新工艺或新材料1项以上")},
    {R_TECHNOLOGIES, CLAUSE("2", "target"), QUOTE("形成具有自主知识产权的新技术1项以上")},
    {R_PATENTS, CLAUSE("3", "target"), QUOTE("申请发明专利2项以上或获得知识产权（发明专利、实用新型专利、软件著作权等）授权专利1项以上")},
    {R_INDUSTRIALISED, CLAUSE("4", "target"), QUOTE("实现产业化应用")},
    {R_BENEFIT, CLAUSE("5", "target"), QUOTE("经济效益（节约成本）金额500万元以上")},
    {R_EXCHANGES, CLAUSE("6", "target"), QUOTE("组织开展科技交流活动1次以上")},
    {R_RESEARCH, CLAUSE("1", "condition"), QUOTE("企业上年研发投入在500万元以上")},
    {R_PLATFORM, CLAUSE("2", "condition"), QUOTE("应建有或在建自治区级以上科技创新平台")},
    {R_CITY_PLATFORM, CLAUSE("1", "principle"),
     QUOTE("支持百色市行政区域内获批建设的国家级、自治区级重点实验室、技术创新中心、科技成果转化中试研究基地、工程研究中心、企业技术中心等科技创新平台")},
};

static const struct item {
    enum rule rule, grade; /* RULES: met earns all */
    const char *opening, *middle, *reason;
    int most; /* in tenths */
} items[] = {
    {R_PRODUCTS, R_PRODUCTS_GRADE, ITEM("target/1", "新产品、新工艺或新材料1项以上"), REASON("15"), "新产品、新工艺或新材料得分系数", 150},
    {R_TECHNOLOGIES, R_TECHNOLOGIES_GRADE, ITEM("target/2", "自主知识产权新技术1项以上"), REASON("15"), "自主知识产权新技术得分系数", 150},
    {R_PATENTS, R_PATENTS_GRADE, ITEM("target/3", "申请发明专利2项或授权1项以上"), REASON("15"), "专利成果得分系数", 150},
    {R_INDUSTRIALISED, RULES, ITEM("target/4", "实现产业化应用"), REASON("5"), "符合", 50},
    {R_BENEFIT, R_BENEFIT_GRADE, ITEM("target/5", "经济效益与节约成本500万元以上"), REASON("20"), "经济效益与节约成本得分系数", 200},
    {R_EXCHANGES, R_EXCHANGES_GRADE, ITEM("target/6", "组织科技交流活动1次以上"), REASON("5"), "组织科技交流活动得分系数", 50},
    {R_PLATFORM, RULES, ITEM("condition/2", "建有或在建自治区级以上科技创新平台"), REASON("5"), "符合", 50},
    {R_CITY_PLATFORM, RULES, ITEM("principle/1", "平台在百色市内"), REASON("10"), "符合", 100},
};

static void put_outcome(struct buffer *out, enum truth truth) {
    put_text(out, truth == MET ? "met" : truth == UNMET ? "unmet" : "unknown");
}

/* What a message asks for where a slot is unknown. */
static void put_missing(struct buffer *out, const struct record *record, enum slot slot) {
    if (slot == CITY_PLATFORM && record->has_platforms) {
        PUT(out, "科技创新平台第");
        put_whole(out, (int64_t)record->values[slot].number + 1);
        PUT(out, "项未填写平台行政区划代码，无法判断是否有");
        put_text(out, slots[slot].required);
    } else {
        PUT(out, "未填写");
        put_text(out, slots[slot].label);
    }
    PUT(out, "，请补充");
}

static void put_evidence(struct buffer *out, const struct record *record, enum slot slot) {
    const struct value *value = &record->values[slot];
    bool is_list = slot == PLATFORM || slot == CITY_PLATFORM;
    if (out->at[-1] != '[') PUT(out, ",");
    PUT(out, "{\"field\":\"");
    put_text(out, slots[slot].path);
    if (is_list && (value->state == TRUE || (value->state == ABSENT && record->has_platforms))) {
        PUT(out, "[");
        put_whole(out, (int64_t)value->number);
        PUT(out, "]");
        if (value->state == ABSENT) PUT(out, ".region");
    }
    PUT(out, "\",\"value\":");
    if (value->state == ABSENT) PUT(out, "null");
    else if (value->text) {
        PUT(out, "\"");
        put(out, value->text->start, value->text->length);
        PUT(out, "\"");
    } else if (value->state == NUMBER || (is_list && value->state == FALSE)) put_number(out, value->number);
    else put_text(out, value->state == TRUE ? "true" : "false");
    if (slots[slot].required) {
        PUT(out, ",\"required\":\"");
        put_text(out, slots[slot].required);
        PUT(out, "\"");
    }
    PUT(out, "}");
}

/* The slots that a rule's answer rests on: what is missing where it is unknown. */
static int basis(const struct record *record, enum rule rule, enum slot found[4]) {
    int count = 0, unknown = 0;
    for (const signed char *slot = rule_operands[rule]; *slot >= 0; slot++) unknown += record->values[*slot].state == ABSENT;
    for (const signed char *slot = rule_operands[rule]; *slot >= 0; slot++) {
        if (unknown && record->values[*slot].state != ABSENT) continue;
        if (unknown && *slot == TOTAL) found[count++] = BENEFIT, found[count++] = SAVINGS;
        else found[count++] = *slot;
    }
    return count;
}

static void put_message(struct buffer *out, const struct record *record, const struct answers *answers, enum rule rule) {
    if (answers->truths[rule] == UNKNOWN) {
        enum slot found[4];
        int count = basis(record, rule, found);
        for (int place = 0; place < count; place++) {
            if (place) PUT(out, "；");
            put_missing(out, record, found[place]);
        }
        return;
    }
    put_text(out, labels[rule]);
    put_text(out, answers->truths[rule] == MET ? "：符合" : "：不符合");
}

static void put_basis(struct buffer *out, const struct record *record, enum rule rule) {
    enum slot found[4];
    int count = basis(record, rule, found);
    for (int place = 0; place < count; place++) put_evidence(out, record, found[place]);
}

static void put_clause(struct buffer *out, const struct record *record, const struct answers *answers, const struct clause *clause) {
    bool applies = clause->rule != R_RESEARCH || answers->truths[R_ENTERPRISE] == MET;
    enum rule rule = applies ? clause->rule : R_ENTERPRISE;
    put_text(out, clause->opening);
    if (applies) put_outcome(out, answers->truths[rule]);
    else PUT(out, "notApplicable");
    put_text(out, clause->middle);
    if (!applies) PUT(out, "不适用：");
    put_message(out, record, answers, rule);
    PUT(out, "\",\"evidence\":[");
    put_basis(out, record, rule);
    PUT(out, "]},");
}

/* An enterprise that is of high technology or leads its trade; said by those parts that decided it. */
static enum truth put_lead(struct buffer *out, const struct record *record, const struct answers *answers) {
    enum truth one = answers->truths[R_HIGH_TECH], other = answers->truths[R_LEADER];
    enum truth enterprise = answers->truths[R_ENTERPRISE];
    enum truth either = one == MET || other == MET ? MET : one == UNKNOWN || other == UNKNOWN ? UNKNOWN : UNMET;
    enum truth all = enterprise == UNMET || either == UNMET ? UNMET : either;
    enum rule parts[3];
    int count = 0;
    if (enterprise == all) parts[count++] = R_ENTERPRISE;
    if (either == all && one == either) parts[count++] = R_HIGH_TECH;
    if (either == all && other == either) parts[count++] = R_LEADER;
    PUT(out, CLAUSE("1", "encouraged"));
    put_outcome(out, all);
    PUT(out, QUOTE("鼓励支持高新技术企业或行业龙头企业牵头申报"));
    for (int place = 0; place < count; place++) {
        if (place) PUT(out, "；");
        put_message(out, record, answers, parts[place]);
    }
    PUT(out, "\",\"evidence\":[");
    for (int place = 0; place < count; place++) put_basis(out, record, parts[place]);
    PUT(out, "]},");
    return all;
}

/* An item behind its title; the points, in tenths. */
static int put_item(struct buffer *out, enum truth truth, double grade, const struct item *item) {
    int points = truth == MET && grade > 0 ? (int)(item->most * grade + 0.5) : 0;
    put_text(out, item->opening);
    put_fraction(out, points, 10);
    put_text(out, item->middle);
    if (truth == UNMET) PUT(out, "不符合，不计分");
    else if (truth == UNKNOWN || grade < 0) PUT(out, "信息不足，暂不计分");
    else {
        put_text(out, item->reason);
        if (item->grade != RULES) put_fraction(out, (int)(grade * 1000 + 0.5), 1000);
    }
    PUT(out, "\"}");
    return points;
}

void result_write(struct buffer *out, const struct record *record, const struct answers *answers) {
    static const char closed[] = CLAUSE("1", "notice") "unknown" QUOTE("具体申报事项另行通知") "申报事项另行通知，尚未登记通知，以通知为准\",\"evidence\":[]}],\"problems\":[],\"score\":{\"total\":";
    static const struct item lead = {R_LEADER, RULES, ITEM("encouraged/1", "高新技术或行业龙头企业牵头"), REASON("5"), "符合", 50};
    static const struct item leverage = {RULES, R_LEVERAGE_GRADE, ITEM("criterion/1", "投入产出"), REASON("5"), "投入产出比得分系数", 50};
    PUT(out, "{\"id\":\"");
    put(out, record->id->start, record->id->length);
    PUT(out, "\",\"year\":2024,\"direction\":\"2.2\",\"title\":\"");
    put(out, record->title->start, record->title->length);
    PUT(out, "\",\"applicant\":\"");
    put(out, record->applicant->start, record->applicant->length);
    PUT(out, "\",\"program\":{\"id\":\"jianfeng-functions-2024\",\"version\":\"1.0.0\"},\"verdict\":\"");
    bool fails = false, lacks = false;
    for (size_t place = 0; place < sizeof clauses / sizeof *clauses; place++) {
        enum truth truth = answers->truths[clauses[place].rule];
        if (clauses[place].rule == R_RESEARCH && answers->truths[R_ENTERPRISE] != MET) continue;
        if (truth == UNMET && clauses[place].rule != R_CITY_PLATFORM) fails = true;
        if (truth != MET) lacks = true;
    }
    put_text(out, fails ? "fail" : lacks ? "supplement" : "pass");
    PUT(out, "\",\"findings\":[");
    for (size_t place = 0; place < sizeof clauses / sizeof *clauses; place++) put_clause(out, record, answers, &clauses[place]);
    enum truth leads = put_lead(out, record, answers);
    PUT(out, closed);
    /* The total stands before its items: room for it, then it is moved to them. */
    char *total = out->at;
    out->at += 5;
    PUT(out, ",\"items\":[");
    char *rest = total + 5;
    int sum = 0;
    for (size_t place = 0; place < sizeof items / sizeof *items; place++) {
        const struct item *item = &items[place];
        sum += put_item(out, answers->truths[item->rule], item->grade == RULES ? 1 : answers->grades[item->grade], item);
        PUT(out, ",");
    }
    sum += put_item(out, leads, 1, &lead);
    PUT(out, ",");
    sum += put_item(out, MET, answers->grades[R_LEVERAGE_GRADE], &leverage);
    PUT(out, "]}}\n");
    char *end = out->at;
    out->at = total;
    put_fraction(out, sum, 10);
    memmove(out->at, rest, end - rest);
    out->at += end - rest;
}
