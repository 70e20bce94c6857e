/*
 * The hash parts of tables. Keys can be chosen such that all of them collide, and one instruction that enlarges a table
 * then takes a time that grows with the square of its size. Therefore, large parts are refused, and the collisions in a
 * part are counted once it has been filled from the smaller one, and charged.
 *
 * Lua allocates a new part, fills it, and frees the old one if the table had one. So a new part replaces another one if a
 * block of the size of a part is freed next, and is the first part of its table if a new object is allocated before that.
 */
#include "internal.h"

/* The size of a node in Lua 5.4, and the offset of the distance to the next node of its chain, in nodes. */
#define NODE 24
#define NEXT_OFFSET 12
/* The offsets of the tags of its value and its key, and the bits of a tag for the type. */
#define VALUE_TAG_OFFSET 8
#define KEY_TAG_OFFSET 9
#define TYPE 0x0F
/* Only parts of at least this many nodes are looked at. */
#define COUNTED 512

size_t kl_hash_part_nodes(size_t size) {
    size_t nodes = size / NODE;
    return size % NODE == 0 && nodes > 0 && (nodes & (nodes - 1)) == 0 ? nodes : 0;
}

static int32_t next(const char *part, size_t node) {
    int32_t distance;
    memcpy(&distance, part + node * NODE + NEXT_OFFSET, sizeof distance);
    return distance;
}

/* Charges the collisions in a filled part. */
static void charge_collisions(kl_state *state, const char *part, size_t nodes) {
    if (!state->knows_tables || nodes > KL_MOST_NODES) return;
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

/*
 * Whether the moment at which a part was replaced depends on addresses: the hash of an object is its address, and a part
 * with deleted keys is replaced sooner or later according to the hashes of the new ones.
 */
static bool depends_on_addresses(const kl_state *state, const char *part, size_t nodes) {
    if (!state->knows_tables) return false;
    for (size_t node = 0; node < nodes; node++) {
        int value = part[node * NODE + VALUE_TAG_OFFSET] & TYPE, key = part[node * NODE + KEY_TAG_OFFSET] & TYPE;
        bool is_deleted = value == LUA_TNIL && key != LUA_TNIL;
        bool is_address = key != LUA_TNIL && key != LUA_TBOOLEAN && key != LUA_TNUMBER && key != LUA_TSTRING;
        if (is_deleted || is_address) return true;
    }
    return false;
}

void kl_begin_hash_part(kl_state *state, const char *part, size_t nodes) {
    kl_end_first_part(state);
    state->new_part = part;
    state->new_nodes = nodes;
}

/* The first part of a table is filled without an enlargement after which its collisions could be counted. */
void kl_end_first_part(kl_state *state) {
    size_t nodes = state->new_nodes;
    if (state->new_part && nodes >= COUNTED) kl_subtract(state, nodes * nodes / 4096);
    state->new_part = NULL;
}

void kl_replace_hash_part(kl_state *state, const char *old, size_t old_nodes) {
    const char *part = state->new_part;
    state->new_part = NULL;
    kl_subtract(state, state->largest_vector / KL_VECTOR_BYTES);
    if (state->new_nodes >= COUNTED) charge_collisions(state, part, state->new_nodes);
    bool is_different = state->is_warm && state->running && depends_on_addresses(state, old, old_nodes);
    if (is_different && state->stop == KL_OK) state->stop = KL_RERUN;
}
