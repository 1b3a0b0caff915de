#ifndef GROUNDWORK_CXLSXWRITER_H
#define GROUNDWORK_CXLSXWRITER_H

#include <stdbool.h>
#include <time.h>
#include <xlsxwriter.h>

// libxlsxwriter is opened when the first workbook is made and never linked: a start without one would pay for it, for
// minizip and for OpenSSL. The header says what the library's functions take, so the compiler still checks each call.

#define CXLSX_FUNCTIONS(X)                                                                                             \
    X(workbook_new_opt)                                                                                                \
    X(workbook_add_worksheet)                                                                                          \
    X(workbook_add_format)                                                                                             \
    X(workbook_add_chart)                                                                                              \
    X(workbook_set_properties)                                                                                         \
    X(workbook_close)                                                                                                  \
    X(lxw_workbook_free)                                                                                               \
    X(lxw_strerror)                                                                                                    \
    X(worksheet_write_number)                                                                                          \
    X(worksheet_write_string)                                                                                          \
    X(worksheet_write_datetime)                                                                                        \
    X(worksheet_write_blank)                                                                                           \
    X(worksheet_write_url_opt)                                                                                         \
    X(worksheet_set_column)                                                                                            \
    X(worksheet_set_row)                                                                                               \
    X(worksheet_freeze_panes)                                                                                          \
    X(worksheet_autofilter)                                                                                            \
    X(worksheet_repeat_rows)                                                                                           \
    X(worksheet_fit_to_pages)                                                                                          \
    X(worksheet_set_landscape)                                                                                         \
    X(worksheet_set_footer)                                                                                            \
    X(worksheet_gridlines)                                                                                             \
    X(worksheet_activate)                                                                                              \
    X(worksheet_insert_chart_opt)                                                                                      \
    X(format_set_bold)                                                                                                 \
    X(format_set_font_size)                                                                                            \
    X(format_set_font_color)                                                                                           \
    X(format_set_num_format)                                                                                           \
    X(format_set_align)                                                                                                \
    X(format_set_text_wrap)                                                                                            \
    X(format_set_indent)                                                                                               \
    X(format_set_top)                                                                                                  \
    X(format_set_bottom)                                                                                               \
    X(format_set_top_color)                                                                                            \
    X(format_set_bottom_color)                                                                                         \
    X(format_set_bg_color)                                                                                             \
    X(format_set_underline)                                                                                            \
    X(chart_add_series)                                                                                                \
    X(chart_series_set_categories)                                                                                     \
    X(chart_series_set_values)                                                                                         \
    X(chart_series_set_name_range)                                                                                     \
    X(chart_series_set_fill)                                                                                           \
    X(chart_series_set_line)                                                                                           \
    X(chart_series_set_marker_type)                                                                                    \
    X(chart_series_set_marker_size)                                                                                    \
    X(chart_series_set_marker_fill)                                                                                    \
    X(chart_series_set_marker_line)                                                                                    \
    X(chart_series_set_labels)                                                                                         \
    X(chart_series_set_labels_custom)                                                                                  \
    X(chart_series_set_labels_num_format)                                                                              \
    X(chart_set_high_low_lines)                                                                                        \
    X(chart_title_set_name)                                                                                            \
    X(chart_title_set_name_font)                                                                                       \
    X(chart_legend_set_position)                                                                                       \
    X(chart_set_series_gap)                                                                                            \
    X(chart_axis_set_min)                                                                                              \
    X(chart_axis_set_max)                                                                                              \
    X(chart_axis_set_num_format)                                                                                       \
    X(chart_axis_set_reverse)                                                                                          \
    X(chart_axis_set_label_position)                                                                                   \
    X(chart_axis_major_gridlines_set_visible)                                                                          \
    X(chart_axis_major_gridlines_set_line)

/// The library's functions that Groundwork calls, under their own names.
struct cxlsx_library {
#define CXLSX_FIELD(name) __typeof__(&name) _Nonnull name;
    CXLSX_FUNCTIONS(CXLSX_FIELD)
#undef CXLSX_FIELD
};

/// The functions of the library, opened at the first call; NULL where it is not installed. Not for two threads at once.
const struct cxlsx_library *_Nullable cxlsx_open(void);

/// The file name under which the library is looked for.
const char *_Nonnull cxlsx_name(void);

/// A workbook that is written to `path` when it is closed; its temporary files lie in `folder`, unlinked as they are
/// made. With `streams` a row is written as soon as the next one begins, and can't be changed any more.
lxw_workbook *_Nullable cxlsx_new_workbook(
    const struct cxlsx_library *_Nonnull library, const char *_Nonnull path, const char *_Nonnull folder, bool streams
);

/// What a workbook says of itself; `created` in seconds since 1970, and not 0.
lxw_error cxlsx_describe(
    const struct cxlsx_library *_Nonnull library, lxw_workbook *_Nonnull workbook, const char *_Nonnull title,
    const char *_Nonnull subject, time_t created
);

/// Puts a chart beside a table, with words for those who can't see it.
lxw_error cxlsx_insert_chart(
    const struct cxlsx_library *_Nonnull library, lxw_worksheet *_Nonnull sheet, lxw_row_t row, lxw_col_t column,
    lxw_chart *_Nonnull chart, const char *_Nonnull words, double width, double height
);

/// Labels the points of a series: with its number where `marks` holds an empty text, else with that text.
lxw_error cxlsx_label(
    const struct cxlsx_library *_Nonnull library, lxw_chart_series *_Nonnull series,
    const char *_Nonnull const *_Nonnull marks, size_t count
);

/// A file in memory alone, or -1 with `errno`.
int cxlsx_memory_file(void);

#endif
