/* What the rules of 2.2 ask an application for. */
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
    double number; /* for a list that was searched: the place that was found, or that leaves it open, or the length */
    const struct json *text;
};

struct record {
    struct value values[SLOTS];
    const struct json *id, *title, *applicant;
    bool has_platforms;
};

/* Takes the values out of a document, each list searched; false where it has no id, title or applicant. */
bool record_read(struct record *record, const struct json_tape *tape);

#endif
