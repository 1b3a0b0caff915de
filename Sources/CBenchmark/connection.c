#include "connection.h"

#include <stdio.h>

#include "CBenchmark.h"

static char message[512];

const char *benchmark_message(void) {
    return message;
}

int connection_fail(sqlite3 *database, const char *what) {
    snprintf(message, sizeof message, "%s: %s", what, database ? sqlite3_errmsg(database) : "no database");
    return -1;
}

int connection_run(sqlite3 *database, const char *sql) {
    if (sqlite3_exec(database, sql, NULL, NULL, NULL) != SQLITE_OK) return connection_fail(database, sql);
    return 0;
}

sqlite3_stmt *connection_prepare(sqlite3 *database, const char *sql) {
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v3(database, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK) {
        connection_fail(database, sql);
        return NULL;
    }
    return statement;
}

static const char *const pragmas =
    "PRAGMA foreign_keys=ON; PRAGMA synchronous=EXTRA; PRAGMA secure_delete=ON; PRAGMA cell_size_check=ON;"
    "PRAGMA temp_store=MEMORY; PRAGMA cache_size=-65536; PRAGMA journal_mode=DELETE";

sqlite3 *connection_open(const char *path) {
    sqlite3 *database = NULL;
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;
    if (sqlite3_open_v2(path, &database, flags, NULL) != SQLITE_OK || connection_run(database, pragmas) != 0) {
        connection_fail(database, path);
        sqlite3_close(database);
        return NULL;
    }
    return database;
}
