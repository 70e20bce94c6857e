/* The values that the rules of 2.2 read from an application. */
#ifndef RECORD_H
#define RECORD_H

#include "json.h"

enum slot {
    PRODUCTS, TECHNOLOGIES, FILED, GRANTED, INDUSTRIALISED, BENEFIT, SAVINGS, TOTAL, EXCHANGES, RESEARCH, KIND,
    PLATFORM, CITY_PLATFORM, HIGH_TECH, LEADER, REQUESTED, SLOTS
};

enum state { ABSENT, NUMBER, FALSE, TRUE, TEXT };

struct value {
    enum state state;
    double number; /* for a searched list: the index found, the index that leaves the answer unknown, or the length */
    const struct json *text;
};

struct record {
    struct value values[SLOTS];
    const struct json *id, *title, *applicant;
    bool has_platforms;
};

/* Reads the values of a document and searches its lists; returns false if it has no id, title or applicant. */
bool record_read(struct record *record, const struct json_tape *tape);

#endif
