#include "result.h"
#include "texts.h"

static inline void put_text(struct buffer *out, struct text text) { put(out, text.bytes, text.length); }

static void put_outcome(struct buffer *out, enum truth truth) {
    static const struct text texts[] = {T("unknown"), T("unmet"), T("met")};
    put_text(out, texts[truth]);
}

/* Appends the request to supply an unknown slot. */
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
    else if (value->state == TRUE) PUT(out, "true");
    else PUT(out, "false");
    if (slots[slot].required.length) {
        PUT(out, ",\"required\":\"");
        put_text(out, slots[slot].required);
        PUT(out, "\"");
    }
    PUT(out, "}");
}

/* Finds the slots that determine a rule's answer; if the answer is unknown, the missing ones. Returns their number. */
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
        for (int index = 0; index < count; index++) {
            if (index) PUT(out, "；");
            put_missing(out, record, found[index]);
        }
        return;
    }
    put_text(out, labels[rule]);
    if (answers->truths[rule] == MET) PUT(out, "：符合");
    else PUT(out, "：不符合");
}

static void put_basis(struct buffer *out, const struct record *record, enum rule rule) {
    enum slot found[4];
    int count = basis(record, rule, found);
    for (int index = 0; index < count; index++) put_evidence(out, record, found[index]);
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

/* Appends the clause about high-tech and leading enterprises, with the parts that decided it, and returns its outcome. */
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
    put_text(out, lead_opening);
    put_outcome(out, all);
    put_text(out, lead_middle);
    for (int index = 0; index < count; index++) {
        if (index) PUT(out, "；");
        put_message(out, record, answers, parts[index]);
    }
    PUT(out, "\",\"evidence\":[");
    for (int index = 0; index < count; index++) put_basis(out, record, parts[index]);
    PUT(out, "]},");
    return all;
}

/* Appends the rest of a score item after its title and returns its points in tenths. */
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
    PUT(out, "{\"id\":\"");
    put(out, record->id->start, record->id->length);
    PUT(out, "\",\"year\":2024,\"direction\":\"2.2\",\"title\":\"");
    put(out, record->title->start, record->title->length);
    PUT(out, "\",\"applicant\":\"");
    put(out, record->applicant->start, record->applicant->length);
    PUT(out, "\",\"program\":{\"id\":\"jianfeng-functions-2024\",\"version\":\"1.0.0\"},\"verdict\":\"");
    bool fails = false, lacks = false;
    for (size_t index = 0; index < sizeof clauses / sizeof *clauses; index++) {
        enum truth truth = answers->truths[clauses[index].rule];
        if (clauses[index].rule == R_RESEARCH && answers->truths[R_ENTERPRISE] != MET) continue;
        if (truth == UNMET && clauses[index].rule != R_CITY_PLATFORM) fails = true;
        if (truth != MET) lacks = true;
    }
    if (fails) PUT(out, "fail\",\"findings\":[");
    else if (lacks) PUT(out, "supplement\",\"findings\":[");
    else PUT(out, "pass\",\"findings\":[");
    for (size_t index = 0; index < sizeof clauses / sizeof *clauses; index++) put_clause(out, record, answers, &clauses[index]);
    enum truth leads = put_lead(out, record, answers);
    put_text(out, closing);
    /* The total comes before the items: reserves 5 bytes for it and moves the items when it is known. */
    char *total = out->at;
    out->at += 5;
    PUT(out, ",\"items\":[");
    char *rest = total + 5;
    int sum = 0;
    for (size_t index = 0; index < sizeof items / sizeof *items; index++) {
        const struct item *item = &items[index];
        sum += put_item(out, answers->truths[item->rule], item->grade == RULES ? 1 : answers->grades[item->grade], item);
        PUT(out, ",");
    }
    sum += put_item(out, leads, 1, &lead_item);
    PUT(out, ",");
    sum += put_item(out, MET, answers->grades[R_LEVERAGE_GRADE], &leverage_item);
    PUT(out, "]}}\n");
    char *end = out->at;
    out->at = total;
    put_fraction(out, sum, 10);
    memmove(out->at, rest, end - rest);
    out->at += end - rest;
}
