#include "ref_map.h"

#include <stdlib.h>
#include <string.h>

struct RefEntry {
    char *ref;
    size_t length;
    uint64_t hash;
    int64_t id;
};

/// FNV-1a, see RFC 9923.
static uint64_t hash_of(const char *bytes, size_t length) {
    uint64_t hash = 0xcbf29ce484222325;
    for (size_t i = 0; i < length; i++) hash = (hash ^ (unsigned char)bytes[i]) * 0x100000001b3;
    return hash;
}

/// The entry that holds a ref, or the free one where it belongs.
static struct RefEntry *find(RefMap *map, const char *ref, size_t length, uint64_t hash) {
    size_t place = hash & (map->capacity - 1);
    for (;; place = (place + 1) & (map->capacity - 1)) {
        struct RefEntry *entry = &map->entries[place];
        if (!entry->ref) return entry;
        if (entry->hash == hash && entry->length == length && memcmp(entry->ref, ref, length) == 0) return entry;
    }
}

static int grow(RefMap *map) {
    RefMap larger = {.capacity = map->capacity ? map->capacity * 2 : 1 << 12, .count = map->count};
    larger.entries = calloc(larger.capacity, sizeof *larger.entries);
    if (!larger.entries) return -1;
    for (size_t i = 0; i < map->capacity; i++) {
        struct RefEntry *old = &map->entries[i];
        if (old->ref) *find(&larger, old->ref, old->length, old->hash) = *old;
    }
    free(map->entries);
    *map = larger;
    return 0;
}

int64_t *ref_map_id(RefMap *map, const char *ref, size_t length) {
    if (map->count * 2 >= map->capacity && grow(map) != 0) return NULL;
    uint64_t hash = hash_of(ref, length);
    struct RefEntry *entry = find(map, ref, length, hash);
    if (!entry->ref) {
        char *copy = malloc(length + 1);
        if (!copy) return NULL;
        memcpy(copy, ref, length);
        *entry = (struct RefEntry){.ref = copy, .length = length, .hash = hash};
        map->count++;
    }
    return &entry->id;
}

void ref_map_free(RefMap *map) {
    for (size_t i = 0; i < map->capacity; i++) free(map->entries[i].ref);
    free(map->entries);
}
