/*
 * The hash parts of tables. Keys can be chosen such that all of them collide, and one instruction that enlarges a table
 * then takes a time that grows with the square of its size. Therefore, large parts are refused, and the collisions in a
 * part are counted once it has been filled from the smaller one, and charged.
 */
#include "internal.h"

/* The size of a node in Lua 5.4, and the offset of the distance to the next node of its chain, in nodes. */
#define NODE 24
#define NEXT_OFFSET 12
/* Only parts of at least this many nodes are looked at. */
#define COUNTED 512

size_t kl_hash_part_nodes(size_t size) {
    size_t nodes = size / NODE;
    return size % NODE == 0 && nodes > 0 && (nodes & (nodes - 1)) == 0 ? nodes : 0;
}

/* Begins the enlargement of a table by a part: the elements of its array are counted, and the part is filled. */
static void begin_enlargement(kl_state *state, const char *part, size_t nodes) {
    kl_subtract(state, state->largest_vector / KL_VECTOR_BYTES);
    state->filled_part = nodes >= COUNTED ? part : NULL;
    state->filled_nodes = nodes;
}

/* Records a new part. Behind a new table, it may belong to that or to another one, which is decided a moment later. */
void kl_begin_hash_part(kl_state *state, const char *block, size_t nodes) {
    if (nodes < COUNTED && state->largest_vector == 0) return;
    if (state->newest_tag != LUA_TTABLE || !state->knows_tables) {
        begin_enlargement(state, block, nodes);
    } else {
        state->pending_part = block;
        state->pending_table = state->newest_block;
        state->pending_nodes = nodes;
    }
}

void kl_resolve_hash_part(kl_state *state) {
    const char *part = state->pending_part;
    size_t nodes = state->pending_nodes;
    state->pending_part = NULL;
    if (!kl_owns_nodes(state->pending_table, part)) {
        begin_enlargement(state, part, nodes);
    } else if (nodes >= COUNTED) {
        /* The part of a new table is filled without an enlargement after which its collisions could be counted. */
        kl_subtract(state, nodes * nodes / 4096);
    }
}

static int32_t next(const char *part, size_t node) {
    int32_t distance;
    memcpy(&distance, part + node * NODE + NEXT_OFFSET, sizeof distance);
    return distance;
}

void kl_end_hash_part(kl_state *state) {
    const char *part = state->filled_part;
    size_t nodes = state->filled_nodes;
    state->filled_part = NULL;
    if (!part || !state->knows_tables || nodes > KL_MOST_NODES) return;
    uint64_t follows[KL_MOST_NODES / 64]; /* a bit for each node: whether it is behind another one in its chain */
    memset(follows, 0, nodes / 8);
    for (size_t node = 0; node < nodes; node++) {
        size_t after = node + (size_t)(int64_t)next(part, node);
        if (after < nodes && after != node) follows[after / 64] |= (uint64_t)1 << after % 64;
    }
    uint64_t squares = 0;
    for (size_t head = 0; head < nodes; head++) {
        if (follows[head / 64] >> head % 64 & 1) continue;
        uint64_t length = 1;
        size_t node = head;
        while (next(part, node) != 0 && length < nodes) {
            node += (size_t)(int64_t)next(part, node);
            if (node >= nodes) return;
            length++;
        }
        squares += length * length;
        if (length > state->longest_chain) state->longest_chain = length;
    }
    /* Keys that are not chosen to collide have about two comparisons each. */
    if (squares > 8 * nodes) kl_subtract(state, squares / 4);
}
