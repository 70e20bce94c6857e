/* The rules in Lua: each clause and each criterion is a function. */
#ifndef RULES_H
#define RULES_H

#include "record.h"

enum rule {
    R_PRODUCTS, R_TECHNOLOGIES, R_PATENTS, R_INDUSTRIALISED, R_BENEFIT, R_EXCHANGES, R_ENTERPRISE, R_RESEARCH,
    R_PLATFORM, R_CITY_PLATFORM, R_HIGH_TECH, R_LEADER,
    R_PRODUCTS_GRADE, R_TECHNOLOGIES_GRADE, R_PATENTS_GRADE, R_BENEFIT_GRADE, R_EXCHANGES_GRADE, R_LEVERAGE_GRADE, RULES
};

enum truth { UNKNOWN, UNMET, MET };

struct answers {
    enum truth truths[R_PRODUCTS_GRADE];
    double grades[RULES]; /* for criteria only; negative if unknown */
};

struct guards {
    bool hook, limit;
};

/* Runs the file of rules, which returns a table of functions by name. With by_record each function receives the whole record
   as a table; otherwise it receives its operands and is called only if all of them are known. */
void rules_open(const char *path, bool by_record, struct guards guards);

/* Answers every rule for one application within its budget; returns an error message, or NULL. */
const char *rules_answer(const struct record *record, const struct json_tape *tape, struct answers *answers);

/* The operands of each rule, terminated by -1. */
extern const signed char rule_operands[RULES][3];

#endif
