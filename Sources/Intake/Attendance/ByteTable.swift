import Glibc

/// A compact map from short byte strings to whole numbers: no `String`, no allocation for an entry.
///
/// Entries lie side by side; a key is compared itself, not only its hash, whose seed is drawn anew for each table.
struct ByteTable {
    private struct Entry {
        let hash: UInt64
        let start: Int
        let length: Int
        var value: Int64
    }

    /// Places in `entries` plus 1, by hash; 0 is free. A power of two, at most half full.
    private var slots: [UInt32]
    private var entries: [Entry] = []
    private var bytes: [UInt8] = []
    private let seed: UInt64

    init(seed: UInt64 = .random(in: 0 ... .max)) {
        slots = Array(repeating: 0, count: 1 << 10)
        self.seed = seed
    }

    /// How many keys there are.
    var count: Int { entries.count }

    /// About how many bytes of memory it takes.
    var footprint: Int { bytes.count + entries.count * 32 + slots.count * 4 }

    /// The value of a key; nil where there is none.
    @inline(__always)
    func value(_ key: UnsafeRawBufferPointer) -> Int64? {
        let hash = hash(key)
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 {
            let entry = entries[Int(slots[slot]) - 1]
            if entry.hash == hash, equals(entry, key) { return entry.value }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// Sets the value of a key.
    mutating func set(_ key: UnsafeRawBufferPointer, _ value: Int64) {
        let hash = hash(key)
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 {
            let index = Int(slots[slot]) - 1
            if entries[index].hash == hash, equals(entries[index], key) {
                entries[index].value = value
                return
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        entries.append(Entry(hash: hash, start: bytes.count, length: key.count, value: value))
        bytes.append(contentsOf: key)
        slots[slot] = UInt32(truncatingIfNeeded: entries.count)
        if entries.count * 2 > slots.count { grow() }
    }

    mutating func removeAll() {
        slots = Array(repeating: 0, count: 1 << 10)
        entries = []
        bytes = []
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: slots.count * 2)
        for (index, entry) in entries.enumerated() {
            var slot = Int(truncatingIfNeeded: entry.hash) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt32(truncatingIfNeeded: index + 1)
        }
    }

    @inline(__always)
    private func equals(_ entry: Entry, _ key: UnsafeRawBufferPointer) -> Bool {
        guard entry.length == key.count else { return false }
        guard let base = key.baseAddress, key.count > 0 else { return true }
        return bytes.withUnsafeBytes { bytes in
            bytes.baseAddress.map { memcmp($0 + entry.start, base, entry.length) == 0 } ?? false
        }
    }

    /// Eight bytes at a time, multiplied and folded, as wyhash does.
    @inline(__always)
    private func hash(_ key: UnsafeRawBufferPointer) -> UInt64 {
        var state = seed ^ UInt64(truncatingIfNeeded: key.count)
        var index = 0
        while index &+ 8 <= key.count {
            state = Self.mix(state ^ key.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            index &+= 8
        }
        var tail: UInt64 = 0
        while index < key.count {
            tail = tail << 8 | UInt64(key[index])
            index &+= 1
        }
        return Self.mix(state ^ tail)
    }

    @inline(__always)
    private static func mix(_ value: UInt64) -> UInt64 {
        let product = (value ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        return product.high ^ product.low
    }
}

/// A text among the bytes of many.
struct Piece {
    var start = 0
    var count = 0

    var isEmpty: Bool { count == 0 }
}
