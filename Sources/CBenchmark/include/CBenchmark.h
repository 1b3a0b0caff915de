#ifndef GROUNDWORK_CBENCHMARK_H
#define GROUNDWORK_CBENCHMARK_H

// The limits: plain C that does what Groundwork does, with the same statements on the same files and the same pragmas.
// Each function opens the database, works and closes it, and returns how many rows it handled; -1 where something
// failed, which `benchmark_message` then says.

/// What failed last, in words.
const char *benchmark_message(void);

/// Imports a sheet of attendance (session, person, name, email, role, status, minutes) in one durable transaction.
///
/// `insert` is the statement that Groundwork runs, with parameters session, person, role, status, minutes,
/// organization, import. Sessions are looked up by a prepared SELECT, the last one kept; people by a prepared SELECT
/// the first time, then in a hash map by ref.
long long benchmark_import(const char *database, const char *sheet, const char *insert);

/// Opens the library as it comes, for both sides of every comparison: otherwise the first connection of Groundwork would
/// settle for C too that no count is kept of its memory. Returns SQLITE_OK, which is 0.
int benchmark_open_library(void);

/// Imports a sheet of returned forms, row by row with `insert`, in one transaction.
/// Returns the number of rows, or -1.
long long benchmark_evaluations(const char *database, const char *sheet, const char *insert);

/// Reads rows of five columns (whole number, text, text, whole number, real), each with texts of its own, and adds them
/// up: the numbers, and the lengths of the texts.
long long benchmark_read(const char *database, const char *select, double *sum);

/// Inserts `count` rows of five columns one by one in one transaction; text `i` is `words[i % word_count]`, bound with
/// SQLITE_TRANSIENT, as whoever inserts may let go of its values at once.
long long benchmark_insert(
    const char *database, const char *insert, long long count, const char *const *words, long long word_count);

/// Writes all attendance of people as CSV, in the columns and the order of Groundwork's export.
long long benchmark_export(const char *database, const char *sheet);

/// What responses look like: so many items, answered from 1 to `categories`, the first `scored` of them on a scale.
typedef struct {
    int items, categories, scored;
} BenchmarkAnswers;

/// Counts responses (session, answered, the items) into `counts`, an item after the other, and adds up their scores.
long long benchmark_answers(
    const char *database, const char *select, const BenchmarkAnswers *shape, long long *counts, double *score);

#endif
