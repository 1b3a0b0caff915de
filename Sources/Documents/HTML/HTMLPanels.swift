/// The pictures of a chart as markup, with what tells series apart.
struct HTMLPanels {
    let chart: Chart
    let id: String

    var html: HTML {
        switch chart.plot {
        case .columns(let columns) where columns.arrangement == .apart:
            let panels = columns.series.enumerated().map { index, series -> HTML in
                let picture = ColumnPicture(columns: columns, series: [series]).picture
                let drawn = picture.html(
                    id: "\(id)-\(index + 1)",
                    title: "\(chart.title): \(series.name)",
                    summary: chart.summary
                )
                return "<div><p class=\"key\" aria-hidden=\"true\">\(series.name)</p>\n\(drawn)</div>\n"
            }
            return "<div class=\"panels\">\n\(panels.joined())</div>\n"
        case .columns(let columns):
            return one(keys(columns), ColumnPicture(columns: columns, series: columns.series).picture)
        case .progress(let progress): return one("", ProgressPicture(progress: progress).picture)
        case .rates(let rates): return one("", IntervalPicture.rates(rates).picture)
        case .changes(let changes): return one("", IntervalPicture.changes(changes).picture)
        case .sparkline(let columns): return one("", SparkPicture(values: columns.series.first?.values ?? []).picture)
        }
    }

    private func one(_ keys: HTML, _ picture: Picture) -> HTML {
        "<div class=\"panel\">\n\(keys)\(picture.html(id: id + "-1", title: chart.title, summary: chart.summary))\n</div>\n"
    }

    /// Which columns are which, by a small one of each kind.
    private func keys(_ columns: Chart.Columns) -> HTML {
        guard columns.series.count > 1 else { return "" }
        let keys = zip(columns.series, ["solid", "hollow"]).map { series, kind -> HTML in
            """
            <span><svg viewBox="0 0 12 12" width="12" height="12"><rect class="\(kind)" x="1" y="1" width="10" \
            height="10"/></svg> \(series.name)</span>
            """
        }
        return "<p class=\"key\" aria-hidden=\"true\">\(keys.joined(separator: " "))</p>\n"
    }
}
