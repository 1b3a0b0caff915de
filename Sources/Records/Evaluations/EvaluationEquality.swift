import CSodium
package import SQLite

/// All that one returned form says, in sixteen bytes: equal for forms that say the same.
struct EvaluationSignature: Hashable {
    private let high: UInt64
    private let low: UInt64

    /// The signature of bytes: their BLAKE2b.
    init(_ bytes: [UInt8]) {
        var hash = [UInt8](repeating: 0, count: 16)
        crypto_generichash(&hash, 16, bytes, UInt64(bytes.count), nil, 0)
        (high, low) = hash.withUnsafeBytes { bytes in
            (
                bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self),
                bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
            )
        }
    }
}

extension [UInt8] {
    fileprivate mutating func append(_ tag: UInt8, _ number: Int64) {
        append(tag)
        Swift.withUnsafeBytes(of: number) { append(contentsOf: $0) }
    }

    fileprivate mutating func append(_ tag: UInt8, text: some Collection<UInt8>) {
        append(tag, Int64(text.count))
        append(contentsOf: text)
    }

    fileprivate mutating func append(_ value: SQLValue) {
        switch value {
        case .null: append(0)
        case .integer(let number): append(1, number)
        case .real(let number): append(2, Int64(bitPattern: number.bitPattern))
        case .text(let text): append(3, text: Array(text.utf8))
        case .blob(let bytes): append(4, text: bytes)
        }
    }
}

extension Store {
    /// The rows that no stored evaluation equals, each of those being taken once; the rest are counted as unchanged.
    ///
    /// An evaluation has no key, so one row is another's equal only where all that is kept of both agrees. Codes are
    /// compared while matching is open; after that nothing is left of them to compare.
    func newRows(
        _ new: NewEvaluations,
        _ keys: inout SeriesKeys,
        _ stored: inout StoredEvaluations
    ) throws -> [Int32] {
        var known: [Int64: [EvaluationSignature: Int]] = [:]
        for session in Set(new.sessions) {
            let signatures = try signatures(new, session, &keys)
            if !signatures.isEmpty { known[session] = signatures }
        }
        if known.isEmpty { return Array(0..<Int32(new.count)) }
        var (words, elements) = (Pieces(new.words), Pieces(new.elements))
        var rows: [Int32] = []
        for row in 0..<new.count {
            let session = new.sessions[row]
            let own = (words.of(row), elements.of(row))
            guard known[session] != nil else {
                rows.append(Int32(row))
                continue
            }
            let signature = try signature(new, row, own.0, own.1, session > 0 ? keys.key(of: session) : nil)
            if let left = known[session]?[signature], left > 0 {
                known[session]?[signature] = left - 1
                stored.unchanged += 1
            } else {
                rows.append(Int32(row))
            }
        }
        return rows
    }

    /// Words or elements by row, asked for in the order of rows.
    private struct Pieces {
        private let all: [NewEvaluations.Words]
        private var next = 0

        init(_ all: [NewEvaluations.Words]) { self.all = all }

        mutating func of(_ row: Int) -> ArraySlice<NewEvaluations.Words> {
            let start = next
            while next < all.count, Int(all[next].row) == row { next += 1 }
            return all[start..<next]
        }
    }

    private func signature(
        _ new: NewEvaluations,
        _ row: Int,
        _ words: ArraySlice<NewEvaluations.Words>,
        _ elements: ArraySlice<NewEvaluations.Words>,
        _ key: SeriesKey?
    ) -> EvaluationSignature {
        var bytes: [UInt8] = []
        if new.given.day {
            let day = new.days[row]
            bytes.append(day < 0 ? .null : .text(new.dayTexts[Int(day)]))
        }
        for (place, item) in new.counted.enumerated() where new.given.includes(item.position) {
            bytes.append(new.value(row, place))
        }
        for piece in words.sorted(by: { $0.place < $1.place }) where new.given.includes(Int(piece.place)) {
            bytes.append(5, Int64(piece.place))
            new.with(piece) { bytes.append(6, text: $0) }
        }
        if let key, new.givesElements {
            for piece in elements.sorted(by: { $0.place < $1.place }) {
                bytes.append(7, Int64(piece.place))
                bytes.append(8, text: new.with(piece) { key.hash($0, place: Int(piece.place)) })
            }
        }
        return EvaluationSignature(bytes)
    }

    /// How many stored evaluations of a session say each thing.
    private func signatures(
        _ new: NewEvaluations,
        _ session: Int64,
        _ keys: inout SeriesKeys
    ) throws -> [EvaluationSignature: Int] {
        let form = new.form.id
        let isAny = try database.value(
            "SELECT EXISTS (SELECT 1 FROM evaluation AS e WHERE e.form_id = \(form) AND \(EvaluationPlace.isOf(session, "e")))",
            as: Bool.self
        )
        guard isAny == true else { return [:] }
        let items = new.counted.filter { new.given.includes($0.position) }
        let slots = try items.map { ", \(identifier: try slotColumn($0))" as SQL }.joined(separator: "")
        let beyond = try storedPieces(new, session, hasKey: session > 0 && keys.key(of: session) != nil)
        var signatures: [EvaluationSignature: Int] = [:]
        try database.forEach(
            """
            SELECT id, submitted_on\(slots) FROM evaluation AS e
            WHERE e.form_id = \(form) AND \(EvaluationPlace.isOf(session, "e"))
            """
        ) { row in
            var bytes: [UInt8] = []
            for column in 1..<row.count where column > 1 || new.given.day { bytes.append(try row.value(column)) }
            signatures[EvaluationSignature(bytes + (beyond[try row[0]] ?? [])), default: 0] += 1
        }
        return signatures
    }

    /// What stored evaluations of a session hold in words and elements, by id.
    private func storedPieces(_ new: NewEvaluations, _ session: Int64, hasKey: Bool) throws -> [Int64: [UInt8]] {
        var pieces: [Int64: [UInt8]] = [:]
        try database.forEach(
            """
            SELECT t.evaluation_id, t.position, t.text FROM evaluation AS e
            JOIN answer_text AS t ON t.evaluation_id = e.id
            WHERE e.form_id = \(new.form.id) AND \(EvaluationPlace.isOf(session, "e")) ORDER BY t.evaluation_id, t.position
            """
        ) { row in
            let position: Int = try row[1]
            guard new.given.includes(position) else { return }
            pieces[try row[0], default: []].append(5, Int64(position))
            pieces[try row[0], default: []].append(6, text: Array(try row.text(2).utf8))
        }
        guard hasKey, new.givesElements else { return pieces }
        try database.forEach(
            """
            SELECT x.evaluation_id, x.position, x.hash FROM evaluation AS e
            JOIN evaluation_element AS x ON x.evaluation_id = e.id
            WHERE e.form_id = \(new.form.id) AND \(EvaluationPlace.isOf(session, "e")) ORDER BY x.evaluation_id, x.position
            """
        ) { row in
            pieces[try row[0], default: []].append(7, try row[1])
            pieces[try row[0], default: []].append(8, text: try row[2] as [UInt8])
        }
        return pieces
    }
}

extension NewEvaluations {
    /// Whether elements are compared.
    fileprivate var givesElements: Bool { form.elements.contains { given.includes($0.position) } }

    /// The answer of one of them as it is stored.
    package func value(_ row: Int, _ place: Int) -> SQLValue {
        let answer = answer(row, place)
        if answer == .none { return .null }
        if let name = answer.name, names.indices.contains(name) { return .text(names[name]) }
        switch counted[place].kind {
        case .number, .recommend:
            return Int64(exactly: answer.number).map { .integer($0) } ?? .real(answer.number)
        default: return .integer(answer.bits)
        }
    }
}
