#ifndef GROUNDWORK_CMICROHTTPD_H
#define GROUNDWORK_CMICROHTTPD_H

#include <microhttpd.h>
#include <stdbool.h>
#include <stddef.h>

// libmicrohttpd is opened when a server starts and never linked: every other command would pay for it. The header says
// what the library's functions take, so the compiler still checks each call.

#define CMHD_FUNCTIONS(X)                                                                                              \
    X(MHD_start_daemon)                                                                                                \
    X(MHD_stop_daemon)                                                                                                 \
    X(MHD_add_connection)                                                                                              \
    X(MHD_get_connection_info)                                                                                         \
    X(MHD_create_response_from_buffer)                                                                                 \
    X(MHD_add_response_header)                                                                                         \
    X(MHD_queue_response)                                                                                              \
    X(MHD_destroy_response)

/// The library's functions that Groundwork calls, under their own names.
struct cmhd_library {
#define CMHD_FIELD(name) __typeof__(&name) _Nonnull name;
    CMHD_FUNCTIONS(CMHD_FIELD)
#undef CMHD_FIELD
};

/// The functions of the library, opened at the first call; NULL where it is not installed. Not for two threads at once.
const struct cmhd_library *_Nullable cmhd_open(void);

/// The file name under which the library is looked for.
const char *_Nonnull cmhd_name(void);

/// Starts a daemon without a listening socket of its own: connections are handed to it, each gets a thread. `seconds` is
/// how long a connection may be silent, `header_bytes` the longest block of headers that it is handed. NULL where it can't.
///
/// `started_or_closed` is told of each connection's beginning and end, `completed` of each request's end; both and
/// `handle` get `context`.
struct MHD_Daemon *_Nullable cmhd_start(
    const struct cmhd_library *_Nonnull library, unsigned int connections, unsigned int seconds, size_t header_bytes,
    MHD_AccessHandlerCallback _Nonnull handle, MHD_RequestCompletedCallback _Nonnull completed,
    MHD_NotifyConnectionCallback _Nonnull started_or_closed, void *_Nonnull context
);

/// The socket of a connection, or -1.
int cmhd_socket(const struct cmhd_library *_Nonnull library, struct MHD_Connection *_Nonnull connection);

/// Answers with a copy of `body` under these headers; `MHD_NO` where memory ran out.
enum MHD_Result cmhd_answer(
    const struct cmhd_library *_Nonnull library, struct MHD_Connection *_Nonnull connection, unsigned int status,
    const void *_Nullable body, size_t length, const char *_Nonnull const *_Nonnull names,
    const char *_Nonnull const *_Nonnull values, size_t count
);

#endif
