#include "CBenchmark.h"

#include <stddef.h>

#include "connection.h"

enum { first_answer = 2 };

/// Counts one row: how often each answer, and the sum of the first `scored` ones where all of them were given.
static void count_row(sqlite3_stmt *statement, const BenchmarkAnswers *shape, long long *counts, double *score) {
    long long sum = 0;
    int given = 0;
    for (int item = 0; item < shape->items; item++) {
        int column = first_answer + item;
        if (sqlite3_column_type(statement, column) != SQLITE_INTEGER) continue;
        long long answer = sqlite3_column_int64(statement, column);
        if (answer < 1 || answer > shape->categories) continue;
        counts[item * shape->categories + answer - 1]++;
        if (item < shape->scored) {
            sum += answer;
            given++;
        }
    }
    if (given == shape->scored) *score += (double)sum;
}

long long benchmark_answers(
    const char *path, const char *select, const BenchmarkAnswers *shape, long long *counts, double *score) {
    sqlite3 *database = connection_open(path);
    sqlite3_stmt *statement = database ? connection_prepare(database, select) : NULL;
    long long rows = 0;
    int code = SQLITE_ERROR;
    *score = 0;
    for (int place = 0; place < shape->items * shape->categories; place++) counts[place] = 0;
    while (statement && (code = sqlite3_step(statement)) == SQLITE_ROW) {
        if (sqlite3_column_int64(statement, 0) == 0) continue;
        count_row(statement, shape, counts, score);
        rows++;
    }
    if (statement && code != SQLITE_DONE) connection_fail(database, select);
    sqlite3_finalize(statement);
    sqlite3_close(database);
    return code == SQLITE_DONE ? rows : -1;
}
