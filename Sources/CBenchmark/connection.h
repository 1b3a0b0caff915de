#ifndef GROUNDWORK_BENCHMARK_CONNECTION_H
#define GROUNDWORK_BENCHMARK_CONNECTION_H

#include <sqlite3.h>

/// Opens a database with the flags and pragmas of Groundwork's driver; NULL where that fails.
sqlite3 *connection_open(const char *path);

/// Runs statements without values. 0, or -1.
int connection_run(sqlite3 *database, const char *sql);

/// Compiles a statement for many runs; NULL where that fails.
sqlite3_stmt *connection_prepare(sqlite3 *database, const char *sql);

/// Notes what failed, with SQLite's words where there are some, and returns -1.
int connection_fail(sqlite3 *database, const char *what);

#endif
