#include "CBenchmark.h"

#include <stdint.h>
#include <string.h>

#include "connection.h"
#include "sheet.h"

// Columns of the sheet, in its order; the answers follow.
enum { SESSION, SUBMITTED, FIRST, ITEMS = 10, COLUMNS = FIRST + ITEMS };

/// What one import has open.
typedef struct {
    sqlite3 *database;
    sqlite3_stmt *session, *insert;
    Sheet sheet;
    char last_ref[81];
    size_t last_length;
    int64_t last_session, form, import, id;
} Import;

static int64_t session_of(Import *import, const Field *ref) {
    if (ref->length == import->last_length && memcmp(ref->start, import->last_ref, ref->length) == 0) {
        return import->last_session;
    }
    if (ref->length >= sizeof import->last_ref) return 0;
    sqlite3_bind_text(import->session, 1, ref->start, (int)ref->length, SQLITE_STATIC);
    import->last_session = sqlite3_step(import->session) == SQLITE_ROW ? sqlite3_column_int64(import->session, 0) : 0;
    sqlite3_reset(import->session);
    memcpy(import->last_ref, ref->start, ref->length);
    import->last_length = ref->length;
    return import->last_session;
}

static int is_answer(const Field *field) {
    return field->length == 1 && field->start[0] >= '1' && field->start[0] <= '5';
}

static int import_row(Import *import, const Field *fields) {
    int64_t session = session_of(import, &fields[SESSION]);
    if (!session || fields[SUBMITTED].length != 10) return connection_fail(import->database, "a field");
    sqlite3_stmt *insert = import->insert;
    int answered = 0;
    for (int item = 0; item < ITEMS; item++) {
        const Field *field = &fields[FIRST + item];
        if (field->length == 0) {
            sqlite3_bind_null(insert, 7 + item);
            continue;
        }
        if (!is_answer(field)) return connection_fail(import->database, "an answer");
        sqlite3_bind_int(insert, 7 + item, field->start[0] - '0');
        answered++;
    }
    sqlite3_bind_int64(insert, 1, ++import->id);
    sqlite3_bind_int64(insert, 2, import->form);
    sqlite3_bind_int64(insert, 3, session);
    sqlite3_bind_text(insert, 4, fields[SUBMITTED].start, (int)fields[SUBMITTED].length, SQLITE_STATIC);
    sqlite3_bind_int(insert, 5, answered);
    sqlite3_bind_int64(insert, 6, import->import);
    int code = sqlite3_step(insert);
    sqlite3_reset(insert);
    return code == SQLITE_DONE ? 0 : connection_fail(import->database, "insert");
}

static const char *const begin =
    "BEGIN IMMEDIATE;"
    "INSERT INTO history (at, account, command, values_digest, digest)"
    " VALUES ('2026-01-01T00:00:00Z', 'benchmark', 'import', x'', x'');"
    "INSERT INTO import (history_id, kind, source, file, sha256, row_count, created, updated, unchanged, merged,"
    " skipped, rejected, people_created, organizations_created)"
    " VALUES (last_insert_rowid(), 'evaluations', 'c', 'answers.csv', '', 0, 0, 0, 0, 0, 0, 0, 0, 0)";

/// The row id of the form named `sample`.
static int64_t form_of(sqlite3 *database) {
    sqlite3_stmt *select = connection_prepare(database, "SELECT id FROM form WHERE ref = 'sample'");
    int64_t id = select && sqlite3_step(select) == SQLITE_ROW ? sqlite3_column_int64(select, 0) : 0;
    sqlite3_finalize(select);
    return id;
}

static int start(Import *import, const char *database, const char *sheet, const char *insert) {
    if (sheet_open(&import->sheet, sheet) != 0) return connection_fail(NULL, sheet);
    import->database = connection_open(database);
    if (!import->database || connection_run(import->database, begin) != 0) return -1;
    import->import = sqlite3_last_insert_rowid(import->database);
    import->form = form_of(import->database);
    import->session = connection_prepare(import->database, "SELECT id FROM session WHERE ref = ? COLLATE NOCASE");
    import->insert = connection_prepare(import->database, insert);
    return import->form && import->session && import->insert ? 0 : connection_fail(import->database, "form");
}

static long long import_rows(Import *import) {
    Field fields[COLUMNS];
    long long rows = 0;
    if (sheet_next(&import->sheet, fields, COLUMNS) != COLUMNS) return connection_fail(import->database, "header");
    for (;;) {
        int count = sheet_next(&import->sheet, fields, COLUMNS);
        if (count == 0) break;
        if (count != COLUMNS) return connection_fail(import->database, "fields of a row");
        if (import_row(import, fields) != 0) return -1;
        rows++;
    }
    return connection_run(import->database, "COMMIT") == 0 ? rows : -1;
}

long long benchmark_evaluations(const char *database, const char *sheet, const char *insert) {
    Import import = {0};
    long long rows = start(&import, database, sheet, insert) == 0 ? import_rows(&import) : -1;
    sqlite3_finalize(import.session);
    sqlite3_finalize(import.insert);
    sqlite3_close(import.database);
    sheet_close(&import.sheet);
    return rows;
}
