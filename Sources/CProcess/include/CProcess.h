#ifndef GROUNDWORK_CPROCESS_H
#define GROUNDWORK_CPROCESS_H

/// Keeps the memory of this process, which holds names, out of core files and crash reports.
///
/// No core is written whatever the limits of the account are, and whatever the system does with cores (core(5): a limit of
/// 0 does not reach a program that takes them from a pipe; a process that is not dumpable is written nowhere). What this
/// process starts has the limit too. Swift's runtime prints registers and what they point to where it finds its
/// backtracer; a signal of a crash just ends this process.
///
/// Returns 0, or the number of the error; the process can go on either way.
int cprocess_keep_memory_private(void);

#endif
