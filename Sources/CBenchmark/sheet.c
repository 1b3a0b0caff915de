#define _POSIX_C_SOURCE 200809L // open, read, write
#include "sheet.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int sheet_open(Sheet *sheet, const char *path) {
    *sheet = (Sheet){.descriptor = open(path, O_RDONLY | O_CLOEXEC), .capacity = 1 << 18};
    sheet->buffer = malloc(sheet->capacity);
    return sheet->descriptor < 0 || !sheet->buffer ? -1 : 0;
}

void sheet_close(Sheet *sheet) {
    if (sheet->descriptor >= 0) close(sheet->descriptor);
    free(sheet->buffer);
}

/// Moves what is left to the front and reads on. 0, or -1 where the row is longer than the buffer or reading fails.
static int refill(Sheet *sheet) {
    sheet->end -= sheet->start;
    memmove(sheet->buffer, sheet->buffer + sheet->start, sheet->end);
    sheet->start = 0;
    if (sheet->end == sheet->capacity) return -1;
    ssize_t count = read(sheet->descriptor, sheet->buffer + sheet->end, sheet->capacity - sheet->end);
    if (count < 0) return -1;
    sheet->is_read = count == 0;
    sheet->end += (size_t)count;
    return 0;
}

/// The end of the field that begins at `at`; NULL where the bytes end before it does.
static char *field_end(char *at, char *end, Field *field) {
    field->has_quotes = at < end && *at == '"';
    if (field->has_quotes) {
        char *quote = at + 1;
        for (;;) {
            quote = memchr(quote, '"', (size_t)(end - quote));
            if (!quote || quote + 1 == end) return NULL;
            if (quote[1] != '"') break;
            quote += 2;
        }
        field->start = at + 1;
        field->length = (size_t)(quote - field->start);
        at = quote + 1;
    } else {
        field->start = at;
        while (at < end && *at != ',' && *at != '\n') at++;
        field->length = (size_t)(at - field->start);
    }
    while (at < end && *at != ',' && *at != '\n') at++;
    return at == end ? NULL : at;
}

/// Makes one quote of each two, in place.
static void unescape(Field *field) {
    char *to = field->start, *end = field->start + field->length;
    for (char *from = field->start; from < end; from++) {
        *to++ = *from;
        if (*from == '"') from++;
    }
    field->length = (size_t)(to - field->start);
}

/// Splits a row that lies whole between `start` and `end`; 0 where it does not.
static int split(Sheet *sheet, Field *fields, int capacity) {
    char *at = sheet->buffer + sheet->start, *end = sheet->buffer + sheet->end;
    int count = 0;
    for (;;) {
        if (count == capacity) return -1;
        at = field_end(at, end, &fields[count]);
        if (!at) return 0;
        count++;
        if (*at++ == '\n') break;
    }
    Field *last = &fields[count - 1];
    if (last->length > 0 && last->start[last->length - 1] == '\r') last->length--;
    for (int i = 0; i < count; i++) {
        if (fields[i].has_quotes) unescape(&fields[i]);
    }
    sheet->start = (size_t)(at - sheet->buffer);
    return count;
}

int sheet_next(Sheet *sheet, Field *fields, int capacity) {
    for (;;) {
        int count = split(sheet, fields, capacity);
        if (count != 0) return count;
        if (sheet->is_read) return sheet->start == sheet->end ? 0 : -1;
        if (refill(sheet) != 0) return -1;
    }
}
