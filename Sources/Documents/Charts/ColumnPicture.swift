import Measures

/// Columns by period, one series solid and a second one hollow.
///
/// The numbers stand above the columns where there is room for them, and there is then no axis; otherwise a scale of
/// round numbers stands on the left.
struct ColumnPicture {
    private static let top = 22.0
    private static let floor = 150.0
    private static let below = 40.0

    let columns: Chart.Columns
    /// The series that share this picture.
    let series: [Chart.Columns.Series]

    private var numbers: [Double] { series.flatMap { $0.values.compactMap(\.number) } }

    private var scale: Scale {
        Scale(upTo: numbers.max() ?? 0, whole: numbers.allSatisfy { $0 == $0.rounded() })
    }

    var picture: Picture {
        let scale = scale
        let widest = series.flatMap(\.values).filter { $0.number != nil }.map { TextWidth.of($0.printed) }.max() ?? 0
        let room = Picture.width / Double(max(1, columns.periods.count * series.count))
        let printsNumbers = Double(widest) * Picture.letter <= room * (series.count > 1 ? 0.9 : 1)
        var picture = Picture(height: Self.floor + Self.below)
        let left = printsNumbers ? 0 : axis(scale, &picture)
        let highest = printsNumbers ? numbers.max() ?? 0 : scale.to
        draw(from: left, highest: max(highest, 1e-9), printsNumbers, &picture)
        picture.line((left, Self.floor), (Picture.width, Self.floor), "axis")
        names(from: left, &picture)
        return picture
    }

    /// Draws the lines of the scale, and answers where the columns begin.
    private func axis(_ scale: Scale, _ picture: inout Picture) -> Double {
        let words = scale.ticks.map { Decimal.shortest($0) }
        let left = Double(words.map { TextWidth.of($0) }.max() ?? 0) * Picture.letter + 6
        for (tick, words) in zip(scale.ticks, words) {
            let y = height(tick, scale.to)
            if tick > 0 { picture.line((left, y), (Picture.width, y), "grid") }
            picture.words(words, x: left - 6, y: y + 4, .end)
        }
        return left
    }

    private func height(_ value: Double, _ highest: Double) -> Double {
        Self.floor - max(0, value) / highest * (Self.floor - Self.top)
    }

    private func draw(from left: Double, highest: Double, _ printsNumbers: Bool, _ picture: inout Picture) {
        let slot = (Picture.width - left) / Double(max(1, columns.periods.count))
        let width = min(series.count > 1 ? 20 : 30, slot * (series.count > 1 ? 0.34 : 0.6))
        let gap = series.count > 1 ? min(4, slot * 0.06) : 0
        let all = width * Double(series.count) + gap * Double(series.count - 1)
        for (place, one) in series.enumerated() {
            for (index, cell) in one.values.enumerated() {
                let x = left + slot * (Double(index) + 0.5) - all / 2 + (width + gap) * Double(place)
                guard let number = cell.number else {
                    let mark = cell.content == .withheld ? cell.printed : "–"
                    picture.words(mark, x: x + width / 2, y: Self.floor - 5, .middle, "value")
                    continue
                }
                let y = height(number, highest)
                if number > 0 {
                    let inset = place == 0 ? 0 : 0.75
                    picture.box(
                        x: x + inset,
                        y: y + inset,
                        width: width - inset * 2,
                        height: max(0, Self.floor - y - inset),
                        place == 0 ? "solid" : "hollow"
                    )
                }
                if printsNumbers { picture.words(cell.printed, x: x + width / 2, y: y - 5, .middle, "value") }
            }
        }
    }

    /// Names the periods below the columns, only every second or third where there is no room.
    private func names(from left: Double, _ picture: inout Picture) {
        let slot = (Picture.width - left) / Double(max(1, columns.periods.count))
        let widest = Double(columns.periods.map { TextWidth.of($0.short) }.max() ?? 0) * Picture.letter + 4
        let every = max(1, Int(saturating: (widest / slot).rounded(.up)))
        var group = ""
        for (index, period) in columns.periods.enumerated() {
            let x = left + slot * (Double(index) + 0.5)
            if index % every == 0 { picture.words(period.short, x: x, y: Self.floor + 17) }
            if period.group != group {
                group = period.group
                let width = Double(TextWidth.of(group)) * Picture.letter / 2
                let middle = min(max(x, width), Picture.width - width)
                picture.words(group, x: middle, y: Self.floor + 33, .middle, "group")
            }
        }
    }
}
