#include "CMicroHTTPD.h"

#include <dlfcn.h>

// The number changes whenever the library's interface does, so one of another number is never opened.
static const char name[] = "libmicrohttpd.so.12";

const char *cmhd_name(void) { return name; }

const struct cmhd_library *cmhd_open(void) {
    static struct cmhd_library library;
    static bool is_open = false;
    if (is_open) return &library;
    void *handle = dlopen(name, RTLD_NOW | RTLD_LOCAL);
    if (!handle) return NULL;
#define CMHD_LOAD(function)                                                                                            \
    {                                                                                                                  \
        void *found = dlsym(handle, #function);                                                                        \
        if (!found) return NULL;                                                                                       \
        *(void **)&library.function = found;                                                                           \
    }
    CMHD_FUNCTIONS(CMHD_LOAD)
#undef CMHD_LOAD
    is_open = true;
    return &library;
}

struct MHD_Daemon *cmhd_start(
    const struct cmhd_library *library, unsigned int connections, unsigned int seconds, size_t header_bytes,
    MHD_AccessHandlerCallback handle, MHD_RequestCompletedCallback completed,
    MHD_NotifyConnectionCallback started_or_closed, void *context
) {
    // Room for the block of headers, what the library keeps of it, and a piece of the body.
    size_t memory = header_bytes * 4;
    // poll(2): with select(2), which it uses otherwise, no descriptor may be above 1,023, and it does not start in a process
    // that holds as many files.
    unsigned int flags = MHD_USE_NO_LISTEN_SOCKET | MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_THREAD_PER_CONNECTION
        | MHD_USE_ITC | MHD_USE_POLL;
    return library->MHD_start_daemon(
        flags, 0, NULL, NULL, handle, context, MHD_OPTION_CONNECTION_LIMIT, connections,
        MHD_OPTION_CONNECTION_TIMEOUT, seconds, MHD_OPTION_CONNECTION_MEMORY_LIMIT, memory,
        MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_NOTIFY_COMPLETED, completed, context,
        MHD_OPTION_NOTIFY_CONNECTION, started_or_closed, context, MHD_OPTION_END
    );
}

int cmhd_socket(const struct cmhd_library *library, struct MHD_Connection *connection) {
    const union MHD_ConnectionInfo *info =
        library->MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    return info ? info->connect_fd : -1;
}

enum MHD_Result cmhd_answer(
    const struct cmhd_library *library, struct MHD_Connection *connection, unsigned int status, const void *body,
    size_t length, const char *const *names, const char *const *values, size_t count
) {
    struct MHD_Response *response =
        library->MHD_create_response_from_buffer(length, (void *)body, MHD_RESPMEM_MUST_COPY);
    if (!response) return MHD_NO;
    enum MHD_Result result = MHD_YES;
    for (size_t index = 0; index < count && result == MHD_YES; index++) {
        result = library->MHD_add_response_header(response, names[index], values[index]);
    }
    if (result == MHD_YES) result = library->MHD_queue_response(connection, status, response);
    library->MHD_destroy_response(response);
    return result;
}
