#include "record.h"

#define IS(node, literal) json_is(node, literal, sizeof(literal) - 1)

/* Iterates over the members of an object; the value is the node after the key. */
#define EACH(key, nodes, object)                                                                     \
    for (const struct json *key = (object) + 1, *end_ = (nodes) + (object)->next; key < end_; \
         key = (nodes) + key[1].next)

static void number(struct record *record, enum slot slot, const struct json *node) {
    if (node->kind == JSON_NUMBER) record->values[slot] = (struct value){NUMBER, json_number(node), NULL};
}

static void flag(struct record *record, enum slot slot, const struct json *node) {
    if (node->kind == JSON_TRUE || node->kind == JSON_FALSE)
        record->values[slot].state = node->kind == JSON_TRUE ? TRUE : FALSE;
}

static void property(struct record *record, const struct json *nodes, const struct json *ip) {
    double filed = 0, granted = 0;
    EACH(kind, nodes, ip) {
        if (kind[1].kind != JSON_OBJECT) continue;
        EACH(count, nodes, kind + 1) {
            if (count[1].kind != JSON_NUMBER) continue;
            if (IS(count, "granted")) granted += json_number(count + 1);
            else if (IS(kind, "invention") && IS(count, "filed")) filed = json_number(count + 1);
        }
    }
    record->values[FILED] = (struct value){NUMBER, filed, NULL};
    record->values[GRANTED] = (struct value){NUMBER, granted, NULL};
}

static void expected(struct record *record, const struct json *nodes, const struct json *object) {
    EACH(key, nodes, object) {
        switch (key->length) {
        case 2: if (IS(key, "ip") && key[1].kind == JSON_OBJECT) property(record, nodes, key + 1); break;
        case 11:
            if (IS(key, "newProducts")) number(record, PRODUCTS, key + 1);
            else if (IS(key, "costSavings")) number(record, SAVINGS, key + 1);
            break;
        case 13: if (IS(key, "exchangesHeld")) number(record, EXCHANGES, key + 1); break;
        case 14: if (IS(key, "industrialised")) flag(record, INDUSTRIALISED, key + 1); break;
        case 15:
            if (IS(key, "newTechnologies")) number(record, TECHNOLOGIES, key + 1);
            else if (IS(key, "economicBenefit")) number(record, BENEFIT, key + 1);
            break;
        }
    }
    const struct value *benefit = &record->values[BENEFIT], *savings = &record->values[SAVINGS];
    if (benefit->state || savings->state)
        record->values[TOTAL] = (struct value){NUMBER, benefit->number + savings->number, NULL};
}

/* Searches for a platform of regional level or above. With in_city it must be in the city; a platform without a region has the
   region of the applicant. */
static struct value search(const struct json *nodes, const struct json *list, bool in_city, const struct json *region) {
    double index = 0, open = -1;
    for (const struct json *item = list + 1; item < nodes + list->next; item = nodes + item->next, index++) {
        const struct json *level = NULL, *status = NULL, *name = NULL, *item_region = region;
        EACH(key, nodes, item) {
            if (key[1].kind != JSON_TEXT) continue;
            if (IS(key, "level")) level = key + 1;
            else if (IS(key, "status")) status = key + 1;
            else if (IS(key, "name")) name = key + 1;
            else if (IS(key, "region")) item_region = key + 1;
        }
        if (!level || !(IS(level, "regional") || IS(level, "national"))) continue;
        if (!status || !(IS(status, "approved") || IS(status, "building"))) continue;
        if (in_city && item_region && memcmp(item_region->start, "4510", 4)) continue;
        if (!in_city || item_region) return (struct value){TRUE, index, name};
        if (open < 0) open = index;
    }
    return open < 0 ? (struct value){FALSE, list->length, NULL} : (struct value){ABSENT, open, NULL};
}

static void applicant(struct record *record, const struct json *nodes, const struct json *object) {
    const struct json *platforms = NULL, *region = NULL;
    EACH(key, nodes, object) {
        switch (key->length) {
        case 4:
            if (IS(key, "name")) record->applicant = key + 1;
            else if (IS(key, "kind")) record->values[KIND] = (struct value){TEXT, 0, key + 1};
            break;
        case 6: if (IS(key, "region") && key[1].kind == JSON_TEXT) region = key + 1; break;
        case 8: if (IS(key, "highTech")) flag(record, HIGH_TECH, key + 1); break;
        case 9:
            if (IS(key, "platforms") && key[1].kind == JSON_ARRAY) platforms = key + 1;
            else if (IS(key, "rdExpense") && key[1].kind == JSON_OBJECT)
                EACH(year, nodes, key + 1) if (IS(year, "2023")) number(record, RESEARCH, year + 1);
            break;
        case 14: if (IS(key, "industryLeader")) flag(record, LEADER, key + 1); break;
        }
    }
    record->has_platforms = platforms;
    if (!platforms) return;
    record->values[PLATFORM] = search(nodes, platforms, false, region);
    record->values[CITY_PLATFORM] = search(nodes, platforms, true, region);
}

bool record_read(struct record *record, const struct json_tape *tape) {
    const struct json *nodes = tape->nodes;
    memset(record, 0, sizeof *record);
    if (nodes->kind != JSON_OBJECT) return false;
    EACH(key, nodes, nodes) {
        switch (key->length) {
        case 2: if (IS(key, "id")) record->id = key + 1; break;
        case 5: if (IS(key, "title")) record->title = key + 1; break;
        case 6:
            if (IS(key, "budget") && key[1].kind == JSON_OBJECT)
                EACH(item, nodes, key + 1) if (IS(item, "requested")) number(record, REQUESTED, item + 1);
            break;
        case 8: if (IS(key, "expected") && key[1].kind == JSON_OBJECT) expected(record, nodes, key + 1); break;
        case 9: if (IS(key, "applicant") && key[1].kind == JSON_OBJECT) applicant(record, nodes, key + 1); break;
        }
    }
    return record->id && record->title && record->applicant;
}
