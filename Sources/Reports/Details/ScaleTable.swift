import Documents
import Measures
import Records

extension Detail {
    /// The scales of forms for after: how many have a score, mean, standard deviation and median, and what has to be
    /// said beside a score: how many rest on fewer items, and how many come from one answer to everything.
    static let scales = Detail(
        key: "scales",
        title: "Scales",
        counted: { reading, disclosure in
            let findings = Findings(reading.total)
            let rows = (reading.questionnaire?.scored ?? []).map { scale in
                reading.row(of: scale, findings[Metric.scaleScore.id.companion(scale.code)]?.figure, disclosure)
            }
            return Table(
                columns: [
                    Column(key: "scale", title: "Scale"), Column(key: "title", title: "Title"),
                    Column(key: "n", title: "Scores", alignment: .right),
                    Column(key: "no_score", title: "No score", alignment: .right),
                    Column(key: "mean", title: "Mean", alignment: .right),
                    Column(key: "sd", title: "SD", alignment: .right),
                    Column(key: "median", title: "Median", alignment: .right),
                    Column(key: "prorated", title: "Prorated", alignment: .right),
                    Column(key: "straight_lined", title: "Straight-lined", alignment: .right),
                ],
                rows: rows,
                notes: [
                    "Prorated: a few items were unanswered, so the average of the others was used for them. "
                        + "Straight-lined: the same answer to every item, reversed ones too. These scores are kept."
                ]
            )
        },
        told: { reading, disclosure in
            (reading.questionnaire?.scored ?? []).flatMap { reading.told(of: $0, disclosure) }
        }
    )
}

extension Reading {
    /// How many scores are prorated and how many straight-lined, of the scores behind the mean.
    fileprivate func told(of scale: Questionnaire.Scale, _ disclosure: Disclosure) -> [Detail.Told] {
        let scores = questionnaire?.scores(whole, scale.places)
        return [("prorated", scores?.proratedFigure), ("straight_lined", scores?.straightLinedFigure)].compactMap {
            word,
            figure in
            let name = Self.cell(scale, word)
            let relations = [
                Relation.same(.init(name, .denominator), .init(Metric.scaleScore.id.companion(scale.code), .answers))
            ]
            return figure.map { Detail.Told(name, $0, .rate.related(relations), disclosure) }
        }
    }

    private static func cell(_ scale: Questionnaire.Scale, _ column: String) -> CellID {
        .detail(.scales, row: [.code(scale.code)], column: .column(column))
    }

    fileprivate func row(
        of scale: Questionnaire.Scale,
        _ published: Figure?,
        _ disclosure: Disclosure
    ) -> [Documents.Cell] {
        let scores = questionnaire?.scores(whole, scale.places)
        let sample = scores?.sample
        let n = sample?.n ?? 0
        let places = scale.scale.scale.scoring == .mean ? 2 : 1
        // What is suppressed of the mean is suppressed of everything that comes from the same scores.
        func cell(_ value: Double?) -> Documents.Cell {
            guard let published, published.state == .value else { return published.map { .figure($0) } ?? .empty }
            return disclosure.cell(value.map { .mean($0, n: n).noted(ifEqual: sample) }, places)
        }
        let hasReversed = scale.scale.key.items.contains(where: \.isReversed)
        func share(_ word: String, _ figure: Figure?) -> Documents.Cell {
            .figure(shown(figure ?? .notCollected, of: Self.cell(scale, word), .rate))
        }
        return [
            .text(scale.code), .text(scale.title), disclosure.cell(.count(n)), .whole(published?.missing),
            cell(sample?.mean), cell(sample?.deviation), cell(sample?.median),
            share("prorated", scores?.proratedFigure),
            hasReversed ? share("straight_lined", scores?.straightLinedFigure) : .empty,
        ]
    }
}

extension Figure {
    fileprivate func noted(ifEqual sample: Sample?) -> Figure { sample.map { noted(ifEqual: $0) } ?? self }
}
