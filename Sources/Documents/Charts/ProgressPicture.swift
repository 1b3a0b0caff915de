import PlainText

/// Bars towards their targets, each on its own scale: how far it has come, and where the target stands.
struct ProgressPicture {
    private static let bar = 12.0

    let progress: [Chart.Progress]

    var picture: Picture {
        var picture = Picture(height: 4)
        for (index, one) in progress.enumerated() {
            if index > 0 { picture.grow(by: 14) }
            draw(one, &picture)
        }
        return picture
    }

    private func draw(_ one: Chart.Progress, _ picture: inout Picture) {
        for line in LineWrapping.lines(VisibleText.of(one.name), width: 54) {
            picture.words(line, x: 0, y: picture.height + 10, .start, "name")
            picture.grow(by: 17)
        }
        let y = picture.height
        picture.box(x: 0, y: y, width: Picture.width, height: Self.bar, "track")
        let (value, target) = (one.value.number, one.target.number)
        let highest = max(value ?? 0, target ?? 0, 1e-9)
        if let value, value > 0 {
            picture.box(x: 0, y: y, width: Picture.width * value / highest, height: Self.bar, "solid")
        }
        if let target {
            let x = min(Picture.width - 1, max(1, Picture.width * target / highest))
            for kind in ["halo", "target"] { picture.line((x, y - 3), (x, y + Self.bar + 3), kind) }
        }
        picture.grow(by: Self.bar + 18)
        picture.words(one.value.printed, x: 0, y: picture.height - 3, .start, "value")
        picture.words("target \(one.target.printed)", x: Picture.width, y: picture.height - 3, .end)
    }
}
