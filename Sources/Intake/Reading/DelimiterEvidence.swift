import Files

/// How well a delimiter explains the beginning of a file.
struct DelimiterEvidence {
    /// The delimiters that are looked for, the likelier first.
    static let candidates = [",", ";", "\t", "|"].map { UInt8(ascii: $0) }
    /// How many records are looked at.
    private static let recordLimit = 100

    /// The share of records, from the second on, that have two or more cells and as many as the one before.
    private let agreement: Double
    /// The number of cells of the first record.
    private let headerCount: Int
    /// Whether any record has two cells.
    private let separates: Bool

    /// The delimiter of the text in `sample`: the one whose records agree best in their number of cells; among equals
    /// the one that finds more cells in the first record; a comma where none separates anything.
    ///
    /// Neighbors are compared, not all records: a report may consist of sections. How often a byte occurs does not
    /// matter, and what stands in quotation marks is not looked at.
    static func best(in sample: [UInt8], isWhole: Bool) -> UInt8 {
        var best: (delimiter: UInt8, evidence: DelimiterEvidence)?
        for delimiter in candidates {
            let evidence = DelimiterEvidence(delimiter, in: sample, isWhole: isWhole)
            guard evidence.separates else { continue }
            if let current = best, !evidence.outweighs(current.evidence) { continue }
            best = (delimiter, evidence)
        }
        return best?.delimiter ?? UInt8(ascii: ",")
    }

    private init(_ delimiter: UInt8, in sample: [UInt8], isWhole: Bool) {
        let counts = Self.counts(with: delimiter, in: sample, isWhole: isWhole)
        let agreeing = zip(counts, counts.dropFirst()).count { $0 == $1 && $1 > 1 }
        agreement = counts.count > 1 ? Double(agreeing) / Double(counts.count - 1) : 0
        headerCount = counts.first ?? 0
        separates = counts.contains { $0 > 1 }
    }

    private func outweighs(_ other: DelimiterEvidence) -> Bool {
        (agreement, headerCount) > (other.agreement, other.headerCount)
    }

    /// The number of cells of each record up to the first problem; the last one does not count where it may be cut off.
    private static func counts(with delimiter: UInt8, in sample: [UInt8], isWhole: Bool) -> [Int] {
        let ends = LineEnds.found(in: sample, delimiter: delimiter)
        let reader = CSVReader(
            FileBytes(bytes: sample, name: "sample"),
            dialect: Dialect(delimiter: delimiter, carriageReturnEnds: ends.carriageReturnEnds)
        )
        var counts: [Int] = []
        do {
            while counts.count < recordLimit, try reader.next() { counts.append(reader.count) }
            if !isWhole, counts.count > 1, counts.count < recordLimit { counts.removeLast() }
        } catch {
            // What is wrong will be said, with its place, when the file is read with the delimiter chosen.
        }
        return counts
    }
}
