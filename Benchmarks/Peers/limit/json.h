/* Parses a JSON document into a tape of nodes in one pass; only the tape is allocated, and it grows to the largest document. */
#ifndef JSON_H
#define JSON_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum json_kind { JSON_NULL, JSON_FALSE, JSON_TRUE, JSON_NUMBER, JSON_TEXT, JSON_OBJECT, JSON_ARRAY };

/* A node. A member of an object is a text node followed by its value; next is the index of the node after all children. */
struct json {
    const char *start;
    uint32_t length; /* in bytes for a text or a number; the number of members or elements for an object or an array */
    uint32_t next;
    enum json_kind kind;
    bool is_plain; /* a text without escapes, or a number of at most 15 digits */
};

struct json_tape {
    struct json *nodes;
    uint32_t count, capacity;
};

/* Parses one document that ends with a line end or a zero byte and is followed by 16 readable bytes; returns false if it
   is not valid. */
bool json_read(struct json_tape *tape, const char *text);

double json_number(const struct json *node);

static inline bool json_is(const struct json *node, const char *text, size_t length) {
    return node->length == length && memcmp(node->start, text, length) == 0;
}

#endif
