import CSodium
import SQLite

/// The key under which the elements of the codes of one series are hashed, while its matching is open.
///
/// Elements have tiny ranges, so that whoever holds the key can find out what they were: it goes when matching closes.
struct SeriesKey {
    /// The parent of the sessions, or the one session.
    let series: Int64
    private let key: [UInt8]

    init(series: Int64, key: [UInt8]) {
        (self.series, self.key) = (series, key)
    }

    /// The keyed BLAKE2b of an element, which takes in its place.
    /// Source: <https://doc.libsodium.org/hashing/generic_hashing>
    func hash(_ element: UnsafeRawBufferPointer, place: Int) -> [UInt8] {
        let message = [UInt8(truncatingIfNeeded: place)] + Array(element)
        var hash = [UInt8](repeating: 0, count: 16)
        crypto_generichash(&hash, 16, message, UInt64(message.count), key, key.count)
        return hash
    }
}

/// The keys of the series that forms of one file are of, each looked up once.
struct SeriesKeys {
    /// Series whose matching is open, and those where it is closed.
    private(set) var open: [Int64] = []
    private(set) var closed: [Int64] = []
    private let store: Store
    private let makes: Bool
    private var keys: [Int64: SeriesKey?] = [:]

    /// Keys that are made where a series has none yet, if `makes`.
    init(_ store: Store, makes: Bool) {
        (self.store, self.makes) = (store, makes)
    }

    /// The key of a session's series; nil where there is none, or matching is closed.
    mutating func key(of session: Int64) throws -> SeriesKey? {
        if let known = keys[session] { return known }
        let series = try store.series(of: session)
        let key = try find(series)
        keys[session] = .some(key)
        return key
    }

    private mutating func find(_ series: Int64) throws -> SeriesKey? {
        let found = try store.database.one("SELECT key FROM matching WHERE session_id = \(series)") { row in
            try row[0] as [UInt8]?
        }
        if let found {
            guard let key = found else {
                if !closed.contains(series) { closed.append(series) }
                return nil
            }
            if !open.contains(series) { open.append(series) }
            return SeriesKey(series: series, key: key)
        }
        guard makes else { return nil }
        let key = store.randomness.bytes(32)
        try store.database.execute("INSERT INTO matching (session_id, key) VALUES (\(series), \(key))")
        open.append(series)
        return SeriesKey(series: series, key: key)
    }
}

/// An element of a self-generated code, as it is compared.
package enum CodeElement {
    /// The element without case, diacritics, spaces and punctuation, with its leading zeros; nil where nothing is left.
    package static func normalized(_ text: String, digits: Int?) -> String? {
        let folded = AnswerSpelling.folded(text)
        var plain = Ref.skeleton(of: folded)
        if plain.isEmpty {
            // A script of its own: its letters are compared as they are.
            plain = String(
                folded.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }
            )
        }
        guard !plain.isEmpty else { return nil }
        guard let digits, plain.utf8.count < digits, plain.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else { return plain }
        return String(repeating: "0", count: digits - plain.utf8.count) + plain
    }
}
