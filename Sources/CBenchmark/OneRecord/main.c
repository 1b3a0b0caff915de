// The limit of one record from the command line: opens SQLite as Groundwork does, stores one session, ends.
// Usage: one-record [DATABASE]; without one it prints SQLite's version, as the limit of a start.

#include <sqlite3.h>
#include <stdio.h>

static const char *const statements[] = {
    "PRAGMA foreign_keys=ON; PRAGMA synchronous=EXTRA; PRAGMA secure_delete=ON; PRAGMA cell_size_check=ON;"
    "PRAGMA temp_store=MEMORY; PRAGMA cache_size=-65536; PRAGMA journal_mode=DELETE",
    "BEGIN IMMEDIATE",
    "INSERT INTO session (ref, starts_on, time_zone, status)"
    " VALUES (lower(hex(randomblob(8))), '2026-01-15', 'UTC', 'held')",
    "COMMIT",
};

int main(int count, char **words) {
    sqlite3 *database = NULL;
    if (count < 2) return puts(sqlite3_libversion()) < 0;
    int code = sqlite3_open_v2(words[1], &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);
    for (size_t i = 0; i < sizeof statements / sizeof *statements && code == SQLITE_OK; i++) {
        code = sqlite3_exec(database, statements[i], NULL, NULL, NULL);
    }
    if (code != SQLITE_OK) fprintf(stderr, "one-record: %s\n", sqlite3_errmsg(database));
    sqlite3_close(database);
    return code == SQLITE_OK ? 0 : 1;
}
