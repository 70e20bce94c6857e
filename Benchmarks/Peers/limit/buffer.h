/* The output buffer, which is written to standard output when it is full. */
#ifndef BUFFER_H
#define BUFFER_H

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { BUFFER_SIZE = 1 << 18, BUFFER_RESERVE = 1 << 16 };

struct buffer {
    char *at, *full;
    char bytes[BUFFER_SIZE + BUFFER_RESERVE];
};

static inline void buffer_flush(struct buffer *out) {
    for (const char *from = out->bytes; from < out->at;) {
        ssize_t written = write(1, from, out->at - from);
        if (written <= 0) exit(2);
        from += written;
    }
    out->at = out->bytes;
}

static inline void put(struct buffer *out, const char *text, size_t length) {
    memcpy(out->at, text, length);
    out->at += length;
}

/* Appends a literal, whose length is a compile-time constant. */
#define PUT(out, literal) put(out, literal, sizeof(literal) - 1)

static inline void put_whole(struct buffer *out, int64_t value) {
    char digits[20];
    int count = 0;
    do digits[count++] = '0' + value % 10;
    while (value /= 10);
    while (count) *out->at++ = digits[--count];
}

/* Appends the shortest decimal form that reads back as the same number. */
static inline void put_number(struct buffer *out, double value) {
    if (value >= 0 && value <= 9007199254740992.0 && value == floor(value)) {
        put_whole(out, (int64_t)value);
        return;
    }
    for (int digits = 1; digits <= 17; digits++) {
        int length = snprintf(out->at, 32, "%.*g", digits, value);
        if (strtod(out->at, NULL) == value) {
            out->at += length;
            return;
        }
    }
}

/* Appends value / scale as a decimal without trailing zeros; scale is 10, 100 or 1000. */
static inline void put_fraction(struct buffer *out, int value, int scale) {
    put_whole(out, value / scale);
    if (value %= scale) *out->at++ = '.';
    while (value) {
        scale /= 10;
        *out->at++ = '0' + value / scale;
        value %= scale;
    }
}

#endif
