#define _GNU_SOURCE
#include "CXlsxWriter.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <sys/mman.h>

// The number changes whenever the library's structures do, so one of another number is never opened.
static const char name[] = "libxlsxwriter.so." LXW_SOVERSION;

const char *cxlsx_name(void) { return name; }

const struct cxlsx_library *cxlsx_open(void) {
    static struct cxlsx_library library;
    static bool is_open = false;
    if (is_open) return &library;
    void *handle = dlopen(name, RTLD_NOW | RTLD_LOCAL);
    if (!handle) return NULL;
#define CXLSX_LOAD(function)                                                                                           \
    {                                                                                                                  \
        void *found = dlsym(handle, #function);                                                                        \
        if (!found) return NULL;                                                                                       \
        *(void **)&library.function = found;                                                                           \
    }
    CXLSX_FUNCTIONS(CXLSX_LOAD)
#undef CXLSX_LOAD
    is_open = true;
    return &library;
}

lxw_workbook *cxlsx_new_workbook(
    const struct cxlsx_library *library, const char *path, const char *folder, bool streams
) {
    lxw_workbook_options options = {.constant_memory = streams, .tmpdir = (char *)folder, .use_zip64 = LXW_FALSE};
    return library->workbook_new_opt(path, &options);
}

lxw_error cxlsx_describe(
    const struct cxlsx_library *library, lxw_workbook *workbook, const char *title, const char *subject, time_t created
) {
    lxw_doc_properties properties = {.title = (char *)title, .subject = (char *)subject, .created = created};
    return library->workbook_set_properties(workbook, &properties);
}

lxw_error cxlsx_insert_chart(
    const struct cxlsx_library *library, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, lxw_chart *chart,
    const char *words, double width, double height
) {
    lxw_chart_options options = {.x_scale = width, .y_scale = height, .description = (char *)words};
    return library->worksheet_insert_chart_opt(sheet, row, column, chart, &options);
}

lxw_error cxlsx_label(
    const struct cxlsx_library *library, lxw_chart_series *series, const char *const *marks, size_t count
) {
    lxw_chart_data_label *labels = calloc(count, sizeof *labels);
    lxw_chart_data_label **list = calloc(count + 1, sizeof *list);
    lxw_error error = LXW_ERROR_MEMORY_MALLOC_FAILED;
    if (labels && list) {
        for (size_t index = 0; index < count; index++) {
            if (marks[index][0]) labels[index].value = (char *)marks[index];
            list[index] = &labels[index];
        }
        library->chart_series_set_labels(series);
        error = library->chart_series_set_labels_custom(series, list);
    }
    free(labels);
    free(list);
    return error;
}

int cxlsx_memory_file(void) { return memfd_create("workbook", MFD_CLOEXEC); }
