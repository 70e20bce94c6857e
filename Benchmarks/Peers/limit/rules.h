/* The rules in Lua: every clause and every criterion is a function. */
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
    double grades[RULES]; /* of the criteria alone; negative where it is unknown */
};

struct guards {
    bool hook, limit;
};

/* Runs the file of rules, which returns its functions by name. By record: each is given the whole record as a table;
   else the values that it asks for, and is called where all of them are known. */
void rules_open(const char *path, bool by_record, struct guards guards);

/* Answers every rule for one application, within its budget; why it failed, or NULL. */
const char *rules_answer(const struct record *record, const struct json_tape *tape, struct answers *answers);

/* The operands of a rule; -1 ends them. */
extern const signed char rule_operands[RULES][3];

#endif
