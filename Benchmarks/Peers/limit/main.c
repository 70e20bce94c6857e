/* limit RULES.lua values|record [no-hook] [no-limit] < APPLICATIONS > RESULTS

   Shows how fast the rules of 2.2 can be if each is a Lua function: a C program for this direction only, with the system's
   liblua 5.4, a memory limit and a count hook. It checks neither fields nor ids, because its input is known to be valid. */
#include "result.h"

enum { CHUNK = 1 << 18, PADDING = 64 };

static void evaluate(struct buffer *out, struct json_tape *tape, const char *line) {
    struct record record;
    struct answers answers;
    const char *fault = "not an application";
    if (!json_read(tape, line) || !record_read(&record, tape) || (fault = rules_answer(&record, tape, &answers))) {
        fprintf(stderr, "%s: %.80s\n", fault, line);
        exit(1);
    }
    result_write(out, &record, &answers);
    if (out->at > out->full) buffer_flush(out);
}

int main(int argc, char **argv) {
    struct guards guards = {true, true};
    if (argc < 3) return 64;
    for (int index = 3; index < argc; index++) {
        if (!strcmp(argv[index], "no-hook")) guards.hook = false;
        if (!strcmp(argv[index], "no-limit")) guards.limit = false;
    }
    rules_open(argv[1], !strcmp(argv[2], "record"), guards);
    static struct buffer out;
    out.at = out.bytes;
    out.full = out.bytes + BUFFER_SIZE;
    struct json_tape tape = {0};
    size_t capacity = CHUNK, length = 0;
    char *input = malloc(capacity + PADDING);
    for (;;) {
        if (length == capacity) input = realloc(input, (capacity *= 2) + PADDING);
        ssize_t count = read(0, input + length, capacity - length);
        if (count <= 0) break;
        length += count;
        const char *from = input, *end = input + length;
        for (const char *next; (next = memchr(from, '\n', end - from)); from = next + 1)
            evaluate(&out, &tape, from);
        memmove(input, from, length = end - from);
    }
    if (length) {
        memset(input + length, 0, PADDING);
        evaluate(&out, &tape, input);
    }
    buffer_flush(&out);
    return 0;
}
