import CXlsxWriter
import Measures

/// Draws a chart as a spreadsheet's own, from the cells of its table, so that it follows them when they are changed.
///
/// A figure without a number is none in the picture either: its column stays empty under its mark, its dot is not there.
struct WorkbookChart {
    /// Up to how many columns of a picture carry their number.
    private static let mostWithNumbers = 26

    let chart: Chart
    private let table: WorkbookTable

    init(_ chart: Chart) {
        self.chart = chart
        table = WorkbookTable(chart.table)
    }

    /// Writes the table with the picture beside it.
    func write(to sheet: WorkbookSheet) throws(WorkbookProblem) {
        try table.write(to: sheet, below: [chart.summary] + key)
        guard !table.table.rows.isEmpty else { return }
        switch chart.plot {
        case .columns(let columns):
            let pictures =
                columns.arrangement == .together ? [Array(columns.series.indices)] : columns.series.indices.map { [$0] }
            for (number, series) in pictures.enumerated() {
                try place(drawn(columns, series, LXW_CHART_COLUMN, sheet), number, sheet)
            }
        case .sparkline(let columns):
            let isWhole = columns.series.allSatisfy { $0.values.allSatisfy { $0.number != nil } }
            try place(drawn(columns, [0], isWhole ? LXW_CHART_LINE : LXW_CHART_COLUMN, sheet), 0, sheet)
        case .progress(let progress):
            for index in progress.indices { try place(drawn(progress, index, sheet), index, sheet, height: 0.5) }
        case .rates(let rates):
            try place(drawn(rates: rates, sheet), 0, sheet, height: 0.4 + 0.1 * Double(rates.count))
        case .changes(let changes): try place(drawn(changes: changes, sheet), 0, sheet)
        }
        try sheet.fitPaper(isWide: true)
    }

    /// What a picture shows that has no key of its own.
    private var key: [String] {
        guard case .rates = chart.plot else { return [] }
        return ["A bar goes from the low end of the interval to the high one, solid up to the rate."]
    }

    /// The first column right of the table that is free for a picture; estimates have three of their own before it.
    private var free: Int { table.layout.places.count + 1 }

    private func place(
        _ picture: UnsafeMutablePointer<lxw_chart>,
        _ number: Int,
        _ sheet: WorkbookSheet,
        height: Double = 1.4
    ) throws(WorkbookProblem) {
        // A picture is 288 units high, a row 20.
        let row = lxw_row_t(1 + number * Int(saturating: (height * 288 / 20 + 1).rounded(.up)))
        let column = lxw_col_t(estimates.isEmpty ? free : free + 4)
        let words = WorkbookText.shown("\(chart.title). \(chart.summary)")
        try sheet.book.check(
            cxlsx_insert_chart(sheet.book.library, sheet.sheet, row, column, picture, words, 1.5, height)
        )
    }

    private var estimates: [Chart.Estimate] {
        switch chart.plot {
        case .rates(let estimates), .changes(let estimates): estimates
        case .columns, .progress, .sparkline: []
        }
    }

    // MARK: - Kinds

    private func drawn(
        _ columns: Chart.Columns,
        _ shown: [Int],
        _ kind: lxw_chart_type,
        _ sheet: WorkbookSheet
    ) throws(WorkbookProblem) -> UnsafeMutablePointer<lxw_chart> {
        let picture = try begun(kind, sheet, title: columns.arrangement == .apart ? nil : chart.title)
        let hasNumbers = columns.periods.count * shown.count <= Self.mostWithNumbers
        for (place, index) in shown.enumerated() {
            let series = self.series(picture, sheet, table.layout.column(of: index + 1))
            color(series, place, sheet, isLine: kind == LXW_CHART_LINE)
            if hasNumbers { try label(series, columns.series[index].values, sheet) }
        }
        finish(picture, sheet, hasKey: shown.count > 1, hidesAxis: hasNumbers)
        return picture
    }

    /// One figure and its target on a scale of their own, since others may count something else.
    private func drawn(
        _ progress: [Chart.Progress],
        _ index: Int,
        _ sheet: WorkbookSheet
    ) throws(WorkbookProblem) -> UnsafeMutablePointer<lxw_chart> {
        let picture = try begun(LXW_CHART_BAR, sheet, title: progress[index].name)
        for (place, cell) in [progress[index].value, progress[index].target].enumerated() {
            let series = self.series(picture, sheet, table.layout.column(of: place + 1), only: index)
            color(series, place, sheet)
            try label(series, [cell], sheet)
        }
        // Of bars the library calls the axis that lies x.
        let nowhere = UInt8(LXW_CHART_AXIS_LABEL_POSITION_NONE.rawValue)
        sheet.library.chart_axis_set_min(picture.pointee.x_axis, 0)
        sheet.library.chart_axis_major_gridlines_set_visible(picture.pointee.x_axis, 0)
        sheet.library.chart_axis_set_label_position(picture.pointee.x_axis, nowhere)
        sheet.library.chart_axis_set_label_position(picture.pointee.y_axis, nowhere)
        sheet.library.chart_axis_set_reverse(picture.pointee.y_axis)
        sheet.library.chart_legend_set_position(picture, UInt8(LXW_CHART_LEGEND_RIGHT.rawValue))
        return picture
    }

    /// A bar from the low end of each interval to its high one, solid up to the share itself: names of any length can be
    /// read beside lying bars. What is below the interval is a bar that can't be seen.
    private func drawn(
        rates estimates: [Chart.Estimate],
        _ sheet: WorkbookSheet
    ) throws(WorkbookProblem) -> UnsafeMutablePointer<lxw_chart> {
        try writeColumns(estimates, ["Low end", "to the rate", "to the high end"], sheet) { value, ends in
            let (low, high) = (ends?.lowerBound ?? value, ends?.upperBound ?? value)
            return [low, value - low, high - value]
        }
        let picture = try begun(LXW_CHART_BAR_STACKED, sheet, title: chart.title)
        for place in 0..<3 {
            let series = self.series(picture, sheet, free + place)
            if place == 0 { hide(series, sheet) } else { color(series, place - 1, sheet) }
        }
        finish(picture, sheet, hasKey: false, hidesAxis: false)
        sheet.library.chart_set_series_gap(picture, 60)
        sheet.library.chart_axis_set_min(picture.pointee.x_axis, 0)
        sheet.library.chart_axis_set_max(picture.pointee.x_axis, 1)
        sheet.library.chart_axis_set_num_format(picture.pointee.x_axis, "0%")
        sheet.library.chart_axis_set_reverse(picture.pointee.y_axis)
        return picture
    }

    /// A dot between two ends: of a line chart only its markers and the lines from the highest to the lowest series.
    private func drawn(
        changes estimates: [Chart.Estimate],
        _ sheet: WorkbookSheet
    ) throws(WorkbookProblem) -> UnsafeMutablePointer<lxw_chart> {
        try writeColumns(estimates, ["Point", "Low", "High"], sheet) { value, ends in
            [value, ends?.lowerBound ?? value, ends?.upperBound ?? value]
        }
        let picture = try begun(LXW_CHART_LINE, sheet, title: chart.title)
        for place in 0..<3 {
            let series = self.series(picture, sheet, free + place)
            mark(series, isShown: place == 0, sheet)
        }
        var line = lxw_chart_line()
        (line.color, line.width) = (WorkbookStyle.accent, 1.5)
        sheet.library.chart_set_high_low_lines(picture, &line)
        let low = UInt8(LXW_CHART_AXIS_LABEL_POSITION_LOW.rawValue)
        sheet.library.chart_axis_set_label_position(picture.pointee.x_axis, low)
        finish(picture, sheet, hasKey: false, hidesAxis: false)
        return picture
    }

    /// The numbers that are drawn in columns of their own, empty where there is none to draw.
    private func writeColumns(
        _ estimates: [Chart.Estimate],
        _ titles: [String],
        _ sheet: WorkbookSheet,
        _ numbers: (Double, ClosedRange<Double>?) -> [Double]
    ) throws(WorkbookProblem) {
        for (place, title) in titles.enumerated() {
            try sheet.setWidth(free + place, 12)
            try sheet.write(title, 0, free + place, WorkbookStyle(role: .header, isRight: true, wraps: true))
        }
        try sheet.setHeight(0, table.layout.places.map { ($0.title, $0.width) } + titles.map { ($0, 12) })
        for (index, estimate) in estimates.enumerated() {
            guard let value = estimate.value.number else { continue }
            let style = WorkbookStyle(role: .quiet, format: NumberFormat(estimate.value)?.code, isRight: true)
            for (place, number) in numbers(value, estimate.ends).enumerated() {
                try sheet.write(number, table.firstRow + index, free + place, style)
            }
        }
    }

    // MARK: - Pieces

    private func begun(
        _ kind: lxw_chart_type,
        _ sheet: WorkbookSheet,
        title: String?
    ) throws(WorkbookProblem) -> UnsafeMutablePointer<lxw_chart> {
        let picture = try sheet.book.addChart(kind)
        if let title {
            sheet.library.chart_title_set_name(picture, WorkbookText.shown(title))
            var font = lxw_chart_font()
            (font.size, font.bold, font.color) = (13, 1, WorkbookStyle.ink)
            sheet.library.chart_title_set_name_font(picture, &font)
        }
        return picture
    }

    /// A series of a column of the sheet, or of one row of it, named by its heading, over the table's first column.
    private func series(
        _ picture: UnsafeMutablePointer<lxw_chart>,
        _ sheet: WorkbookSheet,
        _ column: Int,
        only row: Int? = nil
    ) -> UnsafeMutablePointer<lxw_chart_series>? {
        let first = lxw_row_t(table.firstRow + (row ?? 0))
        let last = lxw_row_t(table.firstRow + (row ?? table.table.rows.count - 1))
        guard let series = sheet.library.chart_add_series(picture, nil, nil) else { return nil }
        sheet.library.chart_series_set_categories(series, sheet.name, first, 0, last, 0)
        sheet.library.chart_series_set_values(series, sheet.name, first, lxw_col_t(column), last, lxw_col_t(column))
        sheet.library.chart_series_set_name_range(series, sheet.name, 0, lxw_col_t(column))
        return series
    }

    /// The first series is solid and the second hollow: nothing is said by color alone.
    private func color(
        _ series: UnsafeMutablePointer<lxw_chart_series>?,
        _ place: Int,
        _ sheet: WorkbookSheet,
        isLine: Bool = false
    ) {
        var line = lxw_chart_line()
        (line.color, line.width) = (WorkbookStyle.accent, isLine ? 2 : 1.25)
        sheet.library.chart_series_set_line(series, &line)
        guard !isLine else { return }
        var fill = lxw_chart_fill()
        fill.color = place == 0 ? WorkbookStyle.accent : 0xFFFFFF
        sheet.library.chart_series_set_fill(series, &fill)
    }

    private func hide(_ series: UnsafeMutablePointer<lxw_chart_series>?, _ sheet: WorkbookSheet) {
        var line = lxw_chart_line()
        line.none = 1
        sheet.library.chart_series_set_line(series, &line)
        var fill = lxw_chart_fill()
        fill.none = 1
        sheet.library.chart_series_set_fill(series, &fill)
    }

    private func mark(_ series: UnsafeMutablePointer<lxw_chart_series>?, isShown: Bool, _ sheet: WorkbookSheet) {
        var none = lxw_chart_line()
        none.none = 1
        sheet.library.chart_series_set_line(series, &none)
        let kind = isShown ? LXW_CHART_MARKER_CIRCLE : LXW_CHART_MARKER_NONE
        sheet.library.chart_series_set_marker_type(series, UInt8(kind.rawValue))
        guard isShown else { return }
        sheet.library.chart_series_set_marker_size(series, 8)
        var fill = lxw_chart_fill()
        fill.color = WorkbookStyle.accent
        sheet.library.chart_series_set_marker_fill(series, &fill)
        var line = lxw_chart_line()
        line.color = WorkbookStyle.accent
        sheet.library.chart_series_set_marker_line(series, &line)
    }

    /// Numbers above their columns; what has none stands there as its mark.
    private func label(
        _ series: UnsafeMutablePointer<lxw_chart_series>?,
        _ cells: [Cell],
        _ sheet: WorkbookSheet
    ) throws(WorkbookProblem) {
        guard let series, !cells.isEmpty else { return }
        let marks = cells.map { $0.number != nil ? "" : $0.content == .withheld ? $0.printed : "–" }
        try sheet.book.check(label(series, marks, sheet.book.library))
        let formats = Set(cells.compactMap { NumberFormat($0)?.code })
        if formats.count == 1, let format = formats.first {
            sheet.library.chart_series_set_labels_num_format(series, format)
        }
    }

    private func label(
        _ series: UnsafeMutablePointer<lxw_chart_series>,
        _ marks: [String],
        _ library: UnsafePointer<cxlsx_library>
    ) -> lxw_error {
        let bytes = marks.map { Array($0.utf8CString) }
        var starts: [Int] = []
        var text: [CChar] = []
        for one in bytes {
            starts.append(text.count)
            text += one
        }
        return text.withUnsafeBufferPointer { text in
            guard let base = text.baseAddress else { return LXW_ERROR_NULL_PARAMETER_IGNORED }
            let pointers = starts.map { base + $0 }
            return pointers.withUnsafeBufferPointer { list in
                guard let list = list.baseAddress else { return LXW_ERROR_NULL_PARAMETER_IGNORED }
                return cxlsx_label(library, series, list, marks.count)
            }
        }
    }

    private func finish(
        _ picture: UnsafeMutablePointer<lxw_chart>,
        _ sheet: WorkbookSheet,
        hasKey: Bool,
        hidesAxis: Bool
    ) {
        let key = hasKey ? LXW_CHART_LEGEND_TOP : LXW_CHART_LEGEND_NONE
        sheet.library.chart_legend_set_position(picture, UInt8(key.rawValue))
        var line = lxw_chart_line()
        (line.color, line.width) = (WorkbookStyle.rule, 0.75)
        sheet.library.chart_axis_major_gridlines_set_line(picture.pointee.y_axis, &line)
        guard hidesAxis else { return }
        sheet.library.chart_axis_major_gridlines_set_visible(picture.pointee.y_axis, 0)
        let nowhere = UInt8(LXW_CHART_AXIS_LABEL_POSITION_NONE.rawValue)
        sheet.library.chart_axis_set_label_position(picture.pointee.y_axis, nowhere)
    }
}
