/// The course of a series in a line, with its first and last number; a period without a number breaks it.
struct SparkPicture {
    private static let margin = 56.0
    private static let (top, floor) = (8.0, 40.0)

    let values: [Cell]

    var picture: Picture {
        var picture = Picture(height: 48)
        for run in runs {
            run.count > 1
                ? picture.path(run, "course") : run.forEach { picture.dot(x: $0.x, y: $0.y, radius: 2, "solid") }
        }
        if let last = values.indices.last, let point = point(last) { picture.dot(x: point.x, y: point.y, "solid") }
        picture.words(values.first?.printed ?? "", x: Self.margin - 10, y: 28, .end)
        picture.words(values.last?.printed ?? "", x: Picture.width - Self.margin + 10, y: 28, .start, "value")
        return picture
    }

    /// Points of periods that follow each other and all have a number.
    private var runs: [[(x: Double, y: Double)]] {
        var runs: [[(x: Double, y: Double)]] = [[]]
        for index in values.indices {
            if let point = point(index) { runs[runs.count - 1].append(point) } else { runs.append([]) }
        }
        return runs.filter { !$0.isEmpty }
    }

    private func point(_ index: Int) -> (x: Double, y: Double)? {
        guard let number = values[index].number else { return nil }
        let numbers = values.compactMap(\.number)
        guard let low = numbers.min(), let high = numbers.max() else { return nil }
        let share = high > low ? (number - low) / (high - low) : 0.5
        let width = Picture.width - Self.margin * 2
        return (
            Self.margin + width * Double(index) / Double(max(1, values.count - 1)),
            Self.floor - share * (Self.floor - Self.top)
        )
    }
}
