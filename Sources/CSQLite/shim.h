#ifndef GROUNDWORK_CSQLITE_SHIM_H
#define GROUNDWORK_CSQLITE_SHIM_H

// Debian builds its library with the pre-update hook; the header shows it only when asked.
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include <sqlite3.h>
#include <stdio.h>
#include <sys/vfs.h>

// Casts and variadic functions are not imported into Swift: each one that the driver needs has a function here.

static inline sqlite3_destructor_type groundwork_sqlite_transient(void) {
    return SQLITE_TRANSIENT;
}

static inline int groundwork_sqlite_config_flag(sqlite3 *database, int option, int on) {
    return sqlite3_db_config(database, option, on, (int *)0);
}

// Takes effect before the library's first use only; afterwards it changes nothing.
static inline int groundwork_sqlite_count_memory(int on) {
    return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, on);
}

// NFS, SMB (three dialects) and 9P, by the numbers of statfs(2); its structure is not visible in Swift's Glibc.
static inline int groundwork_is_on_network_disk(int descriptor) {
    struct statfs status;
    if (fstatfs(descriptor, &status) != 0) return 1;
    switch ((unsigned int)status.f_type) {
    case 0x6969u: case 0x517Bu: case 0xFF534D42u: case 0xFE534D42u: case 0x01021997u: return 1;
    default: return 0;
    }
}

// Gives a file a name that nothing has yet: renameat2(2), which Swift's Glibc does not show.
static inline int groundwork_rename_new(const char *from, const char *to) {
    return renameat2(-100 /* AT_FDCWD */, from, -100, to, 1 /* RENAME_NOREPLACE */);
}

#endif
