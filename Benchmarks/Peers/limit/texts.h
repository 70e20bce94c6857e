/* The constant texts in the results of 2.2, with their lengths. */
#ifndef TEXTS_H
#define TEXTS_H

#include "rules.h"

struct text {
    const char *bytes;
    size_t length;
};

#define T(literal) {literal, sizeof(literal) - 1}

#define CLAUSE_TEXT(number, kind) "{\"clause\":\"2.2/" kind "/" number "\",\"kind\":\"" kind "\",\"outcome\":\""
#define QUOTE_TEXT(quote) "\",\"quote\":\"" quote "\",\"message\":\""
#define CLAUSE(number, kind) T(CLAUSE_TEXT(number, kind))
#define QUOTE(quote) T(QUOTE_TEXT(quote))
#define ITEM(number, title) T("{\"id\":\"2.2/" number "\",\"title\":\"" title "\",\"points\":")
#define REASON(most) T(",\"max\":" most ",\"reason\":\"")

static const struct {
    struct text label, path, required;
} slots[SLOTS] = {
    [PRODUCTS] = {T("新产品、新工艺或新材料"), T("expected.newProducts")},
    [TECHNOLOGIES] = {T("自主知识产权新技术"), T("expected.newTechnologies")},
    [FILED] = {T("发明专利申请"), T("expected.ip.invention.filed")},
    [GRANTED] = {T("知识产权（授权）合计"), T("expected.ip(granted)")},
    [INDUSTRIALISED] = {T("实现产业化应用"), T("expected.industrialised"), T("true")},
    [BENEFIT] = {T("经济效益"), T("expected.economicBenefit")},
    [SAVINGS] = {T("节约成本"), T("expected.costSavings")},
    [TOTAL] = {T(""), T("expected.economicBenefit + expected.costSavings")},
    [EXCHANGES] = {T("组织科技交流活动"), T("expected.exchangesHeld")},
    [RESEARCH] = {T("上年（2023年）研发投入"), T("applicant.rdExpense.2023")},
    [KIND] = {T("申报单位类型"), T("applicant.kind")},
    [PLATFORM] = {T("科技创新平台"), T("applicant.platforms"), T("自治区级以上科技创新平台")},
    [CITY_PLATFORM] = {T("科技创新平台"), T("applicant.platforms"), T("百色市内的自治区级以上科技创新平台")},
    [HIGH_TECH] = {T("高新技术企业"), T("applicant.highTech"), T("true")},
    [LEADER] = {T("行业龙头企业"), T("applicant.industryLeader"), T("true")},
};

static const struct text labels[] = {
    T("新产品、新工艺或新材料1项以上"), T("自主知识产权新技术1项以上"), T("申请发明专利2项或授权1项以上"), T("实现产业化应用"), T("经济效益与节约成本500万元以上"),
    T("组织科技交流活动1次以上"), T("企业"), T("上年研发投入500万元以上"), T("建有或在建自治区级以上科技创新平台"), T("平台在百色市内"), T("高新技术企业"), T("行业龙头企业"),
};

static const struct clause {
    enum rule rule;
    struct text opening, middle;
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
    enum rule rule, grade; /* RULES if a met clause earns all points */
    struct text opening, middle, reason;
    int most; /* in tenths */
} items[] = {
    {R_PRODUCTS, R_PRODUCTS_GRADE, ITEM("target/1", "新产品、新工艺或新材料1项以上"), REASON("15"), T("新产品、新工艺或新材料得分系数"), 150},
    {R_TECHNOLOGIES, R_TECHNOLOGIES_GRADE, ITEM("target/2", "自主知识产权新技术1项以上"), REASON("15"), T("自主知识产权新技术得分系数"), 150},
    {R_PATENTS, R_PATENTS_GRADE, ITEM("target/3", "申请发明专利2项或授权1项以上"), REASON("15"), T("专利成果得分系数"), 150},
    {R_INDUSTRIALISED, RULES, ITEM("target/4", "实现产业化应用"), REASON("5"), T("符合"), 50},
    {R_BENEFIT, R_BENEFIT_GRADE, ITEM("target/5", "经济效益与节约成本500万元以上"), REASON("20"), T("经济效益与节约成本得分系数"), 200},
    {R_EXCHANGES, R_EXCHANGES_GRADE, ITEM("target/6", "组织科技交流活动1次以上"), REASON("5"), T("组织科技交流活动得分系数"), 50},
    {R_PLATFORM, RULES, ITEM("condition/2", "建有或在建自治区级以上科技创新平台"), REASON("5"), T("符合"), 50},
    {R_CITY_PLATFORM, RULES, ITEM("principle/1", "平台在百色市内"), REASON("10"), T("符合"), 100},
};

static const struct item lead_item = {R_LEADER, RULES, ITEM("encouraged/1", "高新技术或行业龙头企业牵头"), REASON("5"), T("符合"), 50};
static const struct item leverage_item = {RULES, R_LEVERAGE_GRADE, ITEM("criterion/1", "投入产出"), REASON("5"), T("投入产出比得分系数"), 50};
static const struct text lead_opening = CLAUSE("1", "encouraged");
static const struct text lead_middle = QUOTE("鼓励支持高新技术企业或行业龙头企业牵头申报");
/* The last clause and the text after it, up to the total. */
static const struct text closing = T(
    CLAUSE_TEXT("1", "notice") "unknown" QUOTE_TEXT("具体申报事项另行通知")
    "申报事项另行通知，尚未登记通知，以通知为准\",\"evidence\":[]}],\"problems\":[],\"score\":{\"total\":");

#endif
