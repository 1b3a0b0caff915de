extension Chart {
    /// The same figures as a table: the text alternative of the picture, in every format.
    package var table: Table {
        switch plot {
        case .columns(let columns), .sparkline(let columns): table(columns)
        case .progress(let progress):
            table(
                [("figure", "Figure"), ("value", "So far"), ("target", "Target")],
                progress.map { [.text($0.name), $0.value, $0.target] }
            )
        case .rates(let rates): table(rates, "Rate")
        case .changes(let changes): table(changes, "Change")
        }
    }

    private func table(_ columns: Columns) -> Table {
        let titles = [("period", columns.heading)] + columns.series.map { ($0.name, $0.name) }
        let rows = columns.periods.enumerated().map { index, period in
            [.text(period.name)] + columns.series.map { $0.values[index] }
        }
        return table(titles, rows)
    }

    private func table(_ estimates: [Estimate], _ title: String) -> Table {
        table(
            [("figure", "Figure"), ("value", title), ("interval", "95% confidence interval"), ("n", "n")],
            estimates.map { [.text($0.name), $0.value, $0.interval, $0.n] }
        )
    }

    private func table(_ titles: [(key: String, title: String)], _ rows: [[Cell]]) -> Table {
        let columns = titles.enumerated().map { index, title in
            Column(key: title.key, title: title.title, alignment: index == 0 ? .left : .right)
        }
        return Table(caption: title, columns: columns, rows: rows)
    }
}
