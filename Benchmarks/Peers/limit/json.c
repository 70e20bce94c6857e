#include "json.h"

#include <emmintrin.h>
#include <stdlib.h>

static struct json *add(struct json_tape *tape, enum json_kind kind, const char *start) {
    if (tape->count == tape->capacity) {
        tape->capacity = tape->capacity ? tape->capacity * 2 : 1024;
        tape->nodes = realloc(tape->nodes, tape->capacity * sizeof *tape->nodes);
        if (!tape->nodes) abort();
    }
    struct json *node = &tape->nodes[tape->count++];
    *node = (struct json){.start = start, .next = tape->count, .kind = kind, .is_plain = true};
    return node;
}

static const char *skip_blanks(const char *at) {
    while (*at == ' ' || *at == '\t' || *at == '\r') at++;
    return at;
}

/* Returns the first quote, backslash or control character, reading 16 bytes at a time. */
static const char *special(const char *at) {
    const __m128i quote = _mm_set1_epi8('"'), backslash = _mm_set1_epi8('\\'), control = _mm_set1_epi8(0x1F);
    for (;; at += 16) {
        __m128i bytes = _mm_loadu_si128((const __m128i *)at);
        __m128i hit = _mm_or_si128(_mm_cmpeq_epi8(bytes, quote), _mm_cmpeq_epi8(bytes, backslash));
        hit = _mm_or_si128(hit, _mm_cmpeq_epi8(_mm_min_epu8(bytes, control), bytes));
        int mask = _mm_movemask_epi8(hit);
        if (mask) return at + __builtin_ctz(mask);
    }
}

static const char *text(struct json_tape *tape, const char *at) {
    struct json *node = add(tape, JSON_TEXT, ++at);
    for (at = special(at); *at == '\\'; at = special(at + 2)) {
        node->is_plain = false;
        if (!at[1] || !strchr("\"\\/bfnrtu", at[1])) return NULL;
    }
    if (*at != '"') return NULL;
    node->length = at - node->start;
    return at + 1;
}

static const char *number(struct json_tape *tape, const char *at) {
    struct json *node = add(tape, JSON_NUMBER, at);
    while (*at >= '0' && *at <= '9') at++;
    if (at == node->start || at - node->start > 15 || *at == '.' || *at == 'e' || *at == 'E') {
        char *end;
        strtod(node->start, &end);
        if (end == node->start) return NULL;
        at = end;
        node->is_plain = false;
    }
    node->length = at - node->start;
    return at;
}

static const char *literal(struct json_tape *tape, const char *at, const char *wanted, size_t length, enum json_kind kind) {
    if (strncmp(at, wanted, length)) return NULL;
    add(tape, kind, at);
    return at + length;
}

static const char *value(struct json_tape *tape, const char *at, int depth);

static const char *container(struct json_tape *tape, const char *at, int depth, enum json_kind kind) {
    const char close = kind == JSON_OBJECT ? '}' : ']';
    uint32_t index = tape->count, members = 0;
    add(tape, kind, at);
    at = skip_blanks(at + 1);
    if (*at != close) {
        for (;; at = skip_blanks(at + 1)) {
            if (kind == JSON_OBJECT) {
                if (*at != '"' || !(at = text(tape, at)) || *(at = skip_blanks(at)) != ':') return NULL;
                at = skip_blanks(at + 1);
            }
            if (!(at = value(tape, at, depth + 1))) return NULL;
            members++;
            if (*(at = skip_blanks(at)) != ',') break;
        }
    }
    if (*at != close) return NULL;
    tape->nodes[index].length = members;
    tape->nodes[index].next = tape->count;
    return at + 1;
}

static const char *value(struct json_tape *tape, const char *at, int depth) {
    if (depth > 64) return NULL;
    switch (*at) {
    case '"': return text(tape, at);
    case '{': return container(tape, at, depth, JSON_OBJECT);
    case '[': return container(tape, at, depth, JSON_ARRAY);
    case 't': return literal(tape, at, "true", 4, JSON_TRUE);
    case 'f': return literal(tape, at, "false", 5, JSON_FALSE);
    case 'n': return literal(tape, at, "null", 4, JSON_NULL);
    default: return number(tape, at);
    }
}

bool json_read(struct json_tape *tape, const char *start) {
    tape->count = 0;
    const char *end = value(tape, skip_blanks(start), 0);
    return end && (*(end = skip_blanks(end)) == '\n' || *end == 0);
}

double json_number(const struct json *node) {
    if (!node->is_plain) return strtod(node->start, NULL);
    int64_t whole = 0;
    for (uint32_t digit = 0; digit < node->length; digit++) whole = whole * 10 + (node->start[digit] - '0');
    return (double)whole;
}
