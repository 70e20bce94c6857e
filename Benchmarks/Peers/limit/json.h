/* A JSON document as a tape of nodes: one pass, no allocation but for a tape that grows to the largest document. */
#ifndef JSON_H
#define JSON_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum json_kind { JSON_NULL, JSON_FALSE, JSON_TRUE, JSON_NUMBER, JSON_TEXT, JSON_OBJECT, JSON_ARRAY };

/* An object's members are a text node and the node of its value each; next is the node behind everything within. */
struct json {
    const char *start;
    uint32_t length; /* of a text or a number; of an object or an array, how many it holds */
    uint32_t next;
    enum json_kind kind;
    bool is_plain; /* a text without escapes, a number of digits alone */
};

struct json_tape {
    struct json *nodes;
    uint32_t count, capacity;
};

/* Reads one document, which a line end or a zero follows, with 16 readable bytes behind it; false where it is none. */
bool json_read(struct json_tape *tape, const char *text);

double json_number(const struct json *node);

static inline bool json_is(const struct json *node, const char *text, size_t length) {
    return node->length == length && memcmp(node->start, text, length) == 0;
}

#endif
