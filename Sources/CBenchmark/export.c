#define _POSIX_C_SOURCE 200809L // open, read, write
#include "CBenchmark.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "connection.h"

/// CSV on its way to a file, in pieces of a buffer's size.
typedef struct {
    int descriptor;
    size_t count;
    int failed;
    char bytes[1 << 16];
} Output;

static void flush(Output *output) {
    size_t done = 0;
    while (done < output->count && !output->failed) {
        ssize_t count = write(output->descriptor, output->bytes + done, output->count - done);
        if (count < 0) output->failed = 1;
        else done += (size_t)count;
    }
    output->count = 0;
}

static void put(Output *output, const char *bytes, size_t length) {
    if (output->count + length > sizeof output->bytes) flush(output);
    if (length > sizeof output->bytes) {
        output->failed = 1;
        return;
    }
    memcpy(output->bytes + output->count, bytes, length);
    output->count += length;
}

static int needs_quotes(const char *text, size_t length) {
    for (size_t i = 0; i < length; i++) {
        if (text[i] == ',' || text[i] == '"' || text[i] == '\n' || text[i] == '\r') return 1;
    }
    return length > 0 && (text[0] == ' ' || text[length - 1] == ' ');
}

static void put_text(Output *output, const char *text, size_t length) {
    if (!needs_quotes(text, length)) return put(output, text, length);
    put(output, "\"", 1);
    for (size_t i = 0; i < length; i++) put(output, text[i] == '"' ? "\"\"" : &text[i], text[i] == '"' ? 2 : 1);
    put(output, "\"", 1);
}

static void put_row(Output *output, sqlite3_stmt *row) {
    for (int column = 0; column < 8; column++) {
        if (column > 0) put(output, ",", 1);
        const char *text = (const char *)sqlite3_column_text(row, column);
        if (text) put_text(output, text, (size_t)sqlite3_column_bytes(row, column));
    }
    put(output, "\n", 1);
}

// One pass over sessions in the order of their days, and over each one's people by key.
static const char *const select_rows =
    "SELECT s.ref, p.ref, p.name, p.email, o.ref,"
    " CASE a.role WHEN 1 THEN 'attendee' WHEN 2 THEN 'observer' ELSE 'facilitator' END,"
    " CASE a.status WHEN 1 THEN 'registered' ELSE 'attended' END, a.minutes"
    " FROM session AS s CROSS JOIN attendance AS a ON a.session_id = s.id CROSS JOIN person AS p ON p.id = a.person_id"
    " LEFT JOIN organization AS o ON o.id = a.organization_id ORDER BY s.starts_on, s.id, a.person_id";

long long benchmark_export(const char *path, const char *sheet) {
    static Output output;
    output = (Output){.descriptor = open(sheet, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600)};
    if (output.descriptor < 0) return connection_fail(NULL, sheet);
    sqlite3 *database = connection_open(path);
    sqlite3_stmt *statement = database ? connection_prepare(database, select_rows) : NULL;
    const char *header = "session,person,name,email,organization,role,status,minutes\n";
    put(&output, header, strlen(header));
    long long rows = 0;
    int code = SQLITE_ERROR;
    while (statement && (code = sqlite3_step(statement)) == SQLITE_ROW) {
        put_row(&output, statement);
        rows++;
    }
    flush(&output);
    if (close(output.descriptor) != 0 || output.failed || code != SQLITE_DONE) {
        connection_fail(database, sheet);
        rows = -1;
    }
    sqlite3_finalize(statement);
    sqlite3_close(database);
    return rows;
}
