import CommandLineKit
import Documents
import Language
import Records

/// What an audit of several texts found, each finding with its place.
struct LintReading {
    /// A flag, and the text in which it is: a file, or kind, ref and field of a record.
    struct Finding {
        let place: [String]
        let flag: LanguageFlag
    }

    private(set) var findings: [Finding] = []
    private let columns: [String]
    private var texts = 0
    private var refusals: [String] = []

    /// An audit of texts whose places have these columns.
    init(columns: [String]) { self.columns = columns }

    /// Takes up what was found in the text at `place`.
    mutating func add(_ reading: LanguageReading, at place: [String]) {
        texts += 1
        switch reading {
        case .read(let read): findings += read.flags.map { Finding(place: place, flag: $0) }
        case .letterSpaced(let words, let meanLength):
            let tenths = Int((meanLength * 10).rounded())
            refusals.append(
                "\(place.joined(separator: " ")): the letters of its words stand apart "
                    + "(\(words) words of \(tenths / 10).\(tenths % 10) letters on average), so it can't be judged"
            )
        }
    }

    /// Why nothing can be said; nil where every text could be read.
    var refusal: Failure? {
        guard let first = refusals.first else { return nil }
        let advice = "Copy the text again from its source, or type it; then try again."
        var failure = Failure(first, advice: advice, code: .dataError)
        failure.details = Array(refusals.dropFirst().prefix(19))
        return failure
    }

    /// A line for each finding, as compilers print them.
    var lines: [String] {
        if findings.isEmpty { return ["Nothing found in \(CountWord.of(texts, "text", "texts"))."] }
        return findings.map { finding in
            let place = "\(finding.place.joined(separator: " ")):\(finding.flag.line):\(finding.flag.column)"
            return "\(place): \(Self.words(of: finding.flag))"
        }
    }

    /// What was found, what may be written instead, why, and who says so.
    static func words(of flag: LanguageFlag) -> String {
        let preferred = flag.term.preferred.map { "\($0). " } ?? ""
        let reason = flag.term.reason.hasSuffix(".") ? String(flag.term.reason.dropLast()) : flag.term.reason
        return "\"\(flag.found)\": \(preferred)\(reason) (\(sources(flag)))"
    }

    /// The same as a table, for programs and pages.
    var document: Document {
        let rows = findings.map { finding -> [Cell] in
            let flag = finding.flag
            return finding.place.map { .text($0) } + [
                .whole(flag.line), .whole(flag.column), .text(flag.found), .text(flag.term.preferred),
                .text(flag.term.reason), .text(Self.sources(flag)), .text(flag.term.id),
            ]
        }
        let table = Table(
            columns: (columns + ["line", "column", "found", "preferred", "reason", "source", "term"]).map { key in
                Column(key: key, alignment: key == "line" || key == "column" ? .right : .left)
            },
            rows: rows
        )
        let blocks: [Document.Block] = findings.isEmpty ? lines.map { .sentence($0) } : [.table(table)]
        return Document(title: nil, blocks: blocks, data: table.json, rows: table)
            .named("Words to look at again")
    }

    private static func sources(_ flag: LanguageFlag) -> String {
        flag.term.sources.map(\.rawValue).joined(separator: ", ")
    }
}
