#ifndef GROUNDWORK_BENCHMARK_SHEET_H
#define GROUNDWORK_BENCHMARK_SHEET_H

#include <stddef.h>

/// A separated file that is read through one buffer: comma, double quotes, LF or CRLF.
typedef struct {
    int descriptor;
    char *buffer;
    size_t capacity, start, end;
    int is_read;
} Sheet;

/// A field's bytes, which are valid until the next row is read.
typedef struct {
    char *start;
    size_t length;
    int has_quotes;
} Field;

/// Opens a file. 0, or -1.
int sheet_open(Sheet *sheet, const char *path);

/// Splits the next row and returns how many fields it has; 0 at the end, -1 where it has more than `capacity` or does
/// not fit into the buffer.
int sheet_next(Sheet *sheet, Field *fields, int capacity);

void sheet_close(Sheet *sheet);

#endif
