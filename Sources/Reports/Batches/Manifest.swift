import Calendar
package import Documents
import Measures
package import Records

/// What a batch made: every file with the command that makes the same, its digest, and what went wrong.
package struct Manifest: Sendable {
    /// Its name in the folder.
    package static let file = "manifest.json"

    /// One file that was to be made.
    package struct Entry: Sendable {
        /// Its name in the folder.
        package let file: String
        let report: String
        let arguments: [String]
        let outcome: Outcome

        /// A file of an order, and what became of it.
        package init(_ order: Batch.Order, _ format: Format, _ outcome: Outcome) {
            file = order.file(format)
            report = order.inquiry.report.name
            arguments = order.arguments(format)
            self.outcome = outcome
        }

        /// What went wrong; nil where it was made.
        package var problem: String? {
            if case .failed(let problem) = outcome { return problem }
            return nil
        }
    }

    /// What became of a file.
    package enum Outcome: Sendable {
        /// It is there, with this SHA-256 in hexadecimal.
        case made(sha256: String)
        /// It is not, in words.
        case failed(String)
    }

    private let batch: Batch
    private let head: String?
    private let figures: String
    /// Its files, in the order of the plan.
    package let files: [Entry]

    /// The manifest of a batch; `head` stands for the history of the record that it was made from.
    ///
    /// - Parameter figures: the SHA-256 of its figures.json in hexadecimal.
    package init(_ batch: Batch, head: HistoryHead?, figures: String, files: [Entry]) {
        self.figures = figures
        self.batch = batch
        self.head = head?.hexadecimal
        self.files = files
    }

    /// The bytes of its file; the same for the same batch over the same record.
    package var bytes: [UInt8] {
        let document: JSON = [
            "period": .string(batch.period.label),
            "as_of": .string(batch.asOf.iso),
            "profile": .string(batch.profile.rawValue),
            "history_head": .string(head),
            "figures": ["file": .string(PublishedFigures.file), "sha256": .string(figures)],
            "files": .array(files.map(\.json)),
        ]
        return document.bytes()
    }
}

extension Manifest.Entry {
    fileprivate var json: JSON {
        let (state, sha256, problem): (String, String?, String?)
        switch outcome {
        case .made(let digest): (state, sha256, problem) = ("made", digest, nil)
        case .failed(let words): (state, sha256, problem) = ("failed", nil, words)
        }
        return [
            "file": .string(file), "report": .string(report), "arguments": .array(arguments.map { .string($0) }),
            "state": .string(state), "sha256": .string(sha256), "problem": .string(problem),
        ]
    }
}
