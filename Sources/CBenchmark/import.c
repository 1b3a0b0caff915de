#include "CBenchmark.h"

#include <string.h>

#include "connection.h"
#include "ref_map.h"
#include "sheet.h"

// Columns of the sheet, in its order.
enum { SESSION, PERSON, NAME, EMAIL, ROLE, STATUS, MINUTES, COLUMNS };

/// What one import has open.
typedef struct {
    sqlite3 *database;
    sqlite3_stmt *session, *person, *insert;
    Sheet sheet;
    RefMap people;
    char last_ref[81];
    size_t last_length;
    int64_t last_session, import;
} Import;

static int is_word(const Field *field, const char *word) {
    return field->length == strlen(word) && memcmp(field->start, word, field->length) == 0;
}

static int role_of(const Field *field) {
    return is_word(field, "attendee") ? 1 : is_word(field, "observer") ? 2 : is_word(field, "facilitator") ? 3 : 0;
}

static int status_of(const Field *field) {
    return is_word(field, "registered") ? 1 : is_word(field, "attended") ? 2 : 0;
}

/// A whole number; -1 where the field is none.
static int number_of(const Field *field) {
    int number = 0;
    for (size_t i = 0; i < field->length; i++) {
        int digit = field->start[i] - '0';
        if (digit < 0 || digit > 9 || number > 100000) return -1;
        number = number * 10 + digit;
    }
    return number;
}

/// The row id of a ref; 0 where there is none.
static int64_t look_up(sqlite3_stmt *select, const Field *ref) {
    sqlite3_bind_text(select, 1, ref->start, (int)ref->length, SQLITE_STATIC);
    int64_t id = sqlite3_step(select) == SQLITE_ROW ? sqlite3_column_int64(select, 0) : 0;
    sqlite3_reset(select);
    return id;
}

static int64_t session_of(Import *import, const Field *ref) {
    if (ref->length == import->last_length && memcmp(ref->start, import->last_ref, ref->length) == 0) {
        return import->last_session;
    }
    if (ref->length >= sizeof import->last_ref) return 0;
    import->last_session = look_up(import->session, ref);
    memcpy(import->last_ref, ref->start, ref->length);
    import->last_length = ref->length;
    return import->last_session;
}

static int64_t person_of(Import *import, const Field *ref) {
    int64_t *id = ref_map_id(&import->people, ref->start, ref->length);
    if (!id) return 0;
    if (*id == 0) *id = look_up(import->person, ref);
    return *id;
}

static int import_row(Import *import, const Field *fields) {
    int64_t session = session_of(import, &fields[SESSION]), person = person_of(import, &fields[PERSON]);
    int role = role_of(&fields[ROLE]), status = status_of(&fields[STATUS]), minutes = number_of(&fields[MINUTES]);
    if (!session || !person || !role || !status || minutes < 0) return connection_fail(import->database, "a field");
    sqlite3_stmt *insert = import->insert;
    sqlite3_bind_int64(insert, 1, session);
    sqlite3_bind_int64(insert, 2, person);
    sqlite3_bind_int(insert, 3, role);
    sqlite3_bind_int(insert, 4, status);
    if (fields[MINUTES].length > 0) sqlite3_bind_int(insert, 5, minutes);
    else sqlite3_bind_null(insert, 5);
    sqlite3_bind_null(insert, 6);
    sqlite3_bind_int64(insert, 7, import->import);
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
    " VALUES (last_insert_rowid(), 'attendance', 'c', 'attendance.csv', '', 0, 0, 0, 0, 0, 0, 0, 0, 0)";

static int start(Import *import, const char *database, const char *sheet, const char *insert) {
    if (sheet_open(&import->sheet, sheet) != 0) return connection_fail(NULL, sheet);
    import->database = connection_open(database);
    if (!import->database || connection_run(import->database, begin) != 0) return -1;
    import->import = sqlite3_last_insert_rowid(import->database);
    import->session = connection_prepare(import->database, "SELECT id FROM session WHERE ref = ? COLLATE NOCASE");
    import->person = connection_prepare(import->database, "SELECT id FROM person WHERE ref = ? COLLATE NOCASE");
    import->insert = connection_prepare(import->database, insert);
    return import->session && import->person && import->insert ? 0 : -1;
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

long long benchmark_import(const char *database, const char *sheet, const char *insert) {
    Import import = {0};
    long long rows = start(&import, database, sheet, insert) == 0 ? import_rows(&import) : -1;
    sqlite3_finalize(import.session);
    sqlite3_finalize(import.person);
    sqlite3_finalize(import.insert);
    sqlite3_close(import.database);
    sheet_close(&import.sheet);
    ref_map_free(&import.people);
    return rows;
}
