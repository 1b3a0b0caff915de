import PlainText

/// Dots with their whiskers on one scale: shares from 0 to 100 percent, or differences about zero.
struct IntervalPicture {
    private static let margin = 18.0

    let estimates: [Chart.Estimate]
    let scale: Scale
    /// The words of a mark on the scale.
    let words: (Double) -> String

    static func rates(_ estimates: [Chart.Estimate]) -> IntervalPicture {
        IntervalPicture(estimates: estimates, scale: .shares) { "\(Decimal.shortest($0 * 100))%" }
    }

    static func changes(_ estimates: [Chart.Estimate]) -> IntervalPicture {
        let numbers = estimates.flatMap { estimate in
            [estimate.value.number, estimate.ends?.lowerBound, estimate.ends?.upperBound].compactMap(\.self)
        }
        let farthest = numbers.map(\.magnitude).max() ?? 1
        return IntervalPicture(estimates: estimates, scale: Scale(farthest: farthest)) { number in
            let text = Decimal.shortest((number.magnitude * 1000).rounded() / 1000)
            return number == 0 ? "0" : (number < 0 ? "−" : "+") + text
        }
    }

    var picture: Picture {
        var marks = Picture(height: 4)
        for estimate in estimates { draw(estimate, &marks) }
        return grid(upTo: marks)
    }

    private func x(_ value: Double) -> Double {
        Self.margin + scale.place(value) * (Picture.width - Self.margin * 2)
    }

    private func draw(_ estimate: Chart.Estimate, _ picture: inout Picture) {
        for line in LineWrapping.lines(VisibleText.of(estimate.name), width: 44) {
            picture.words(line, x: 0, y: picture.height + 12, .start, "name")
            picture.grow(by: 17)
        }
        picture.words(estimate.value.printed, x: Picture.width, y: picture.height - 5, .end, "value")
        let y = picture.height + 9
        if let ends = estimate.ends {
            picture.line((x(ends.lowerBound), y), (x(ends.upperBound), y), "whisker")
            for end in [ends.lowerBound, ends.upperBound] {
                picture.line((x(end), y - 4), (x(end), y + 4), "whisker")
            }
        }
        if let value = estimate.value.number { picture.dot(x: x(value), y: y, "solid") }
        picture.grow(by: 26)
    }

    /// The marks of the scale under everything that was drawn.
    private func grid(upTo marks: Picture) -> Picture {
        var picture = Picture(height: marks.height + 20)
        for tick in scale.ticks {
            let isZero = tick == 0 && scale.from < 0
            picture.line((x(tick), 4), (x(tick), marks.height), isZero ? "axis" : "grid")
            picture.words(words(tick), x: x(tick), y: marks.height + 14)
        }
        picture.add(marks)
        return picture
    }
}
