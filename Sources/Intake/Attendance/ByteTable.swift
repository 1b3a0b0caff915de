import Glibc

/// A compact map from short byte strings to whole numbers: no `String`, no allocation for an entry.
///
/// Entries lie one after the other; a key is compared itself, not only its hash, whose seed is drawn anew for each
/// table. A search touches memory in two places, which in a large table is what it costs.
struct ByteTable {
    /// By hash: its upper bits, and below them the place of the entry in `bytes` plus 1; 0 is free. A power of two, at
    /// most half full.
    private var slots: [UInt64]
    /// Entries: the value, the length of the key, the key.
    private var bytes: [UInt8] = []
    private let seed: UInt64

    /// The bits of a slot that hold a place.
    private static let placeMask: UInt64 = 1 << 40 - 1
    /// The bytes of an entry before its key.
    private static let head = 12

    init(seed: UInt64 = .random(in: 0 ... .max)) {
        slots = Array(repeating: 0, count: 1 << 10)
        self.seed = seed
    }

    /// How many keys there are.
    private(set) var count = 0

    /// About how many bytes of memory it takes.
    var footprint: Int { bytes.count + slots.count * 8 }

    /// The value of a key; nil where there is none.
    @inline(__always)
    func value(_ key: UnsafeRawBufferPointer) -> Int64? {
        let slot = slots[slot(of: key, hash(key))]
        guard slot != 0 else { return nil }
        return bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: Self.place(slot), as: Int64.self) }
    }

    /// Sets the value of a key.
    mutating func set(_ key: UnsafeRawBufferPointer, _ value: Int64) {
        let hash = hash(key)
        let slot = slot(of: key, hash)
        if slots[slot] != 0 {
            let place = Self.place(slots[slot])
            bytes.withUnsafeMutableBytes { $0.storeBytes(of: value, toByteOffset: place, as: Int64.self) }
            return
        }
        slots[slot] = hash & ~Self.placeMask | UInt64(bytes.count + 1)
        withUnsafeBytes(of: value) { bytes.append(contentsOf: $0) }
        withUnsafeBytes(of: UInt32(truncatingIfNeeded: key.count)) { bytes.append(contentsOf: $0) }
        bytes.append(contentsOf: key)
        count += 1
        if count * 2 > slots.count { grow() }
    }

    mutating func removeAll() {
        slots = Array(repeating: 0, count: 1 << 10)
        bytes = []
        count = 0
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: slots.count * 2)
        bytes.withUnsafeBytes { bytes in
            var place = 0
            while place < bytes.count {
                let end = place + Self.head + Self.length(of: place, in: bytes)
                let hash = hash(UnsafeRawBufferPointer(rebasing: bytes[(place + Self.head)..<end]))
                var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
                while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
                slots[slot] = hash & ~Self.placeMask | UInt64(place + 1)
                place = end
            }
        }
    }

    /// The slot that holds a key, or the free one where it belongs.
    @inline(__always)
    private func slot(of key: UnsafeRawBufferPointer, _ hash: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 {
            if (slots[slot] ^ hash) & ~Self.placeMask == 0, equals(Self.place(slots[slot]), key) { break }
            slot = (slot + 1) & (slots.count - 1)
        }
        return slot
    }

    @inline(__always)
    private static func place(_ slot: UInt64) -> Int { Int(slot & placeMask) - 1 }

    @inline(__always)
    private static func length(of place: Int, in bytes: UnsafeRawBufferPointer) -> Int {
        Int(bytes.loadUnaligned(fromByteOffset: place + 8, as: UInt32.self))
    }

    @inline(__always)
    private func equals(_ place: Int, _ key: UnsafeRawBufferPointer) -> Bool {
        bytes.withUnsafeBytes { bytes in
            guard Self.length(of: place, in: bytes) == key.count else { return false }
            guard let base = key.baseAddress, key.count > 0 else { return true }
            return bytes.baseAddress.map { memcmp($0 + place + Self.head, base, key.count) == 0 } ?? false
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
