#include "CBenchmark.h"

#include <stdlib.h>
#include <string.h>

#include "connection.h"

int benchmark_open_library(void) { return sqlite3_initialize(); }

/// A row as somebody keeps it who goes on reading: with texts of its own.
typedef struct {
    long long id, minutes;
    char *ref, *name;
    size_t ref_length, name_length;
    double score;
} Row;

static char *copy_text(sqlite3_stmt *statement, int column, size_t *length) {
    const unsigned char *text = sqlite3_column_text(statement, column);
    *length = (size_t)sqlite3_column_bytes(statement, column);
    char *copy = text ? malloc(*length + 1) : NULL;
    if (copy) memcpy(copy, text, *length + 1);
    return copy;
}

static double sum_of(sqlite3_stmt *statement) {
    Row row = {.id = sqlite3_column_int64(statement, 0), .minutes = sqlite3_column_int64(statement, 3)};
    row.ref = copy_text(statement, 1, &row.ref_length);
    row.name = copy_text(statement, 2, &row.name_length);
    row.score = sqlite3_column_double(statement, 4);
    double sum = (double)row.id + (double)row.minutes + (double)row.ref_length + (double)row.name_length + row.score;
    free(row.ref);
    free(row.name);
    return sum;
}

long long benchmark_read(const char *path, const char *select, double *sum) {
    sqlite3 *database = connection_open(path);
    sqlite3_stmt *statement = database ? connection_prepare(database, select) : NULL;
    long long rows = 0;
    int code = SQLITE_ERROR;
    *sum = 0;
    while (statement && (code = sqlite3_step(statement)) == SQLITE_ROW) {
        *sum += sum_of(statement);
        rows++;
    }
    if (statement && code != SQLITE_DONE) connection_fail(database, select);
    sqlite3_finalize(statement);
    sqlite3_close(database);
    return code == SQLITE_DONE ? rows : -1;
}

static int insert_row(sqlite3_stmt *insert, long long number, const char *word, int length) {
    sqlite3_bind_int64(insert, 1, number);
    sqlite3_bind_text(insert, 2, word, length, SQLITE_TRANSIENT);
    sqlite3_bind_text(insert, 3, word, length, SQLITE_TRANSIENT);
    sqlite3_bind_int64(insert, 4, number % 240);
    sqlite3_bind_double(insert, 5, (double)number / 4);
    int code = sqlite3_step(insert);
    sqlite3_reset(insert);
    return code == SQLITE_DONE ? 0 : -1;
}

long long benchmark_insert(
    const char *path, const char *insert, long long count, const char *const *words, long long word_count) {
    sqlite3 *database = connection_open(path);
    int failed = !database || connection_run(database, "BEGIN IMMEDIATE") != 0;
    sqlite3_stmt *statement = failed ? NULL : connection_prepare(database, insert);
    failed = failed || !statement;
    for (long long number = 1; number <= count && !failed; number++) {
        const char *word = words[number % word_count];
        failed = insert_row(statement, number, word, (int)strlen(word)) != 0;
        if (failed) connection_fail(database, insert);
    }
    failed = failed || connection_run(database, "COMMIT") != 0;
    sqlite3_finalize(statement);
    sqlite3_close(database);
    return failed ? -1 : count;
}
