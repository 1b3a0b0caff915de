#ifndef GROUNDWORK_BENCHMARK_REF_MAP_H
#define GROUNDWORK_BENCHMARK_REF_MAP_H

#include <stddef.h>
#include <stdint.h>

/// Row ids by ref: open addressing, the whole ref compared.
typedef struct {
    struct RefEntry *entries;
    size_t capacity, count;
} RefMap;

/// The place of a ref's id, which is 0 where the ref is new; NULL without memory. Valid until the next call.
int64_t *ref_map_id(RefMap *map, const char *ref, size_t length);

void ref_map_free(RefMap *map);

#endif
