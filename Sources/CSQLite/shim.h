#ifndef GROUNDWORK_CSQLITE_SHIM_H
#define GROUNDWORK_CSQLITE_SHIM_H

// Debian builds its library with the pre-update hook; the header shows it only when asked.
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include <sqlite3.h>

// Casts and variadic functions are not imported into Swift: each one that the driver needs has a function here.

static inline sqlite3_destructor_type groundwork_sqlite_transient(void) {
    return SQLITE_TRANSIENT;
}

static inline int groundwork_sqlite_config_flag(sqlite3 *database, int option, int on) {
    return sqlite3_db_config(database, option, on, (int *)0);
}

#endif
