import CommandLineKit
import Documents
import Language
import Service

/// What an audit of several texts found, in words.
struct LintReading {
    let audit: LanguageAudit
    private let columns: [String]

    /// - Parameter columns: what the places of its texts are called.
    init(_ audit: LanguageAudit, columns: [String]) {
        self.audit = audit
        self.columns = columns
    }

    /// Why nothing can be said; nil where every text could be read.
    var refusal: Failure? {
        let refusals = audit.refused.map(Self.words)
        guard let first = refusals.first else { return nil }
        let advice = "Copy the text again from its source, or type it. Then try again."
        var failure = Failure(first, advice: advice, code: .dataError)
        failure.details = Array(refusals.dropFirst().prefix(19))
        return failure
    }

    private static func words(of refused: LanguageAudit.Refused) -> String {
        let tenths = Int((refused.meanLength * 10).rounded())
        let length = "\(refused.words) words, \(tenths / 10).\(tenths % 10) letters on average"
        let place = refused.place.joined(separator: " ")
        return "\(place): can't check this text, because its words are broken up (\(length))"
    }

    /// A line for each finding, as compilers print them.
    var lines: [String] {
        if audit.findings.isEmpty { return ["Nothing found in \(CountWord.of(audit.texts, "text", "texts"))."] }
        return audit.findings.map { finding in
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
        let rows = audit.findings.map { finding -> [Cell] in
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
        let blocks: [Document.Block] = audit.findings.isEmpty ? lines.map { .sentence($0) } : [.table(table)]
        return Document(title: nil, blocks: blocks, data: table.json, rows: table)
            .named("Words to check")
    }

    private static func sources(_ flag: LanguageFlag) -> String {
        flag.term.sources.map(\.rawValue).joined(separator: ", ")
    }
}
