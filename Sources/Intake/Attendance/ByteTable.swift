import Glibc

/// A compact map from short byte strings to whole numbers: no `String`, no allocation for an entry.
///
/// A slot holds half of the hash and where the entry lies; an entry is value, mark, length and key side by side, so that
/// a look-up touches two places in memory. The key itself is compared.
struct ByteTable {
    /// The upper half of the hash, then the entry's place in units of 8 bytes, plus 1; 0 is free. A power of two, at most
    /// half full.
    private var slots: [UInt64]
    private var entries: [UInt8] = []
    /// How many keys there are.
    private(set) var count = 0

    private static let smallest = 1 << 10
    /// Bytes of an entry before its key: the value, the mark, the length.
    private static let headLength = 20

    init() {
        slots = Array(repeating: 0, count: Self.smallest)
    }

    /// About how many bytes of memory it takes.
    var footprint: Int { entries.capacity + slots.count * 8 }

    /// The value of a key; nil where there is none.
    @inline(__always)
    func value(_ key: UnsafeRawBufferPointer) -> Int64? { entry(key)?.value }

    /// The value of a key and the mark beside it; nil where there is none.
    @inline(__always)
    func entry(_ key: UnsafeRawBufferPointer) -> (value: Int64, mark: UInt64)? {
        let hash = ByteHash.hash(key)
        let mask = slots.count &- 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        return slots.withUnsafeBufferPointer { slots in
            while slots[slot] != 0 {
                let found = slots[slot]
                if found >> 32 == hash >> 32, let entry = entry(at: found, key) { return entry }
                slot = (slot &+ 1) & mask
            }
            return nil
        }
    }

    /// Sets the value of a key, and a mark beside it.
    mutating func set(_ key: UnsafeRawBufferPointer, _ value: Int64, mark: UInt64 = 0) {
        let hash = ByteHash.hash(key)
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 {
            let found = slots[slot]
            if found >> 32 == hash >> 32, entry(at: found, key) != nil {
                let place = Self.place(found)
                entries.withUnsafeMutableBytes { bytes in
                    bytes.storeBytes(of: value, toByteOffset: place, as: Int64.self)
                    bytes.storeBytes(of: mark, toByteOffset: place + 8, as: UInt64.self)
                }
                return
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = (hash & 0xFFFF_FFFF_0000_0000) | UInt64(entries.count / 8 + 1)
        append(key, value, mark)
        count += 1
        if count * 2 > slots.count { grow() }
    }

    /// Forgets all keys.
    mutating func removeAll() {
        self = ByteTable()
    }

    private mutating func append(_ key: UnsafeRawBufferPointer, _ value: Int64, _ mark: UInt64) {
        withUnsafeBytes(of: value) { entries.append(contentsOf: $0) }
        withUnsafeBytes(of: mark) { entries.append(contentsOf: $0) }
        withUnsafeBytes(of: UInt32(truncatingIfNeeded: key.count)) { entries.append(contentsOf: $0) }
        entries.append(contentsOf: key)
        while entries.count % 8 != 0 { entries.append(0) }
    }

    private mutating func grow() {
        var larger = [UInt64](repeating: 0, count: slots.count * 2)
        entries.withUnsafeBytes { bytes in
            for old in slots where old != 0 {
                let place = Self.place(old)
                let length = Int(bytes.loadUnaligned(fromByteOffset: place + 16, as: UInt32.self))
                let key = UnsafeRawBufferPointer(rebasing: bytes[(place + Self.headLength)...].prefix(length))
                var slot = Int(truncatingIfNeeded: ByteHash.hash(key)) & (larger.count - 1)
                while larger[slot] != 0 { slot = (slot + 1) & (larger.count - 1) }
                larger[slot] = old
            }
        }
        slots = larger
    }

    @inline(__always)
    private static func place(_ slot: UInt64) -> Int { (Int(truncatingIfNeeded: slot & 0xFFFF_FFFF) - 1) * 8 }

    /// The entry that a slot leads to, where the key is this one.
    @inline(__always)
    private func entry(at slot: UInt64, _ key: UnsafeRawBufferPointer) -> (value: Int64, mark: UInt64)? {
        let place = Self.place(slot)
        return entries.withUnsafeBytes { bytes in
            guard Int(bytes.loadUnaligned(fromByteOffset: place + 16, as: UInt32.self)) == key.count else { return nil }
            if key.count > 0, let start = bytes.baseAddress, let other = key.baseAddress,
                memcmp(start + place + Self.headLength, other, key.count) != 0
            {
                return nil
            }
            let mark = bytes.loadUnaligned(fromByteOffset: place + 8, as: UInt64.self)
            return (bytes.loadUnaligned(fromByteOffset: place, as: Int64.self), mark)
        }
    }
}

/// Hashes of bytes, with a seed of this run of the program, so that no file can be made to collide.
enum ByteHash {
    private static let seed = UInt64.random(in: 0 ... .max)

    /// Eight bytes at a time, multiplied and folded, as wyhash does; never 0.
    @inline(__always)
    static func hash(_ key: UnsafeRawBufferPointer) -> UInt64 {
        var state = seed ^ UInt64(truncatingIfNeeded: key.count)
        var index = 0
        while index &+ 8 <= key.count {
            state = mix(state ^ key.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            index &+= 8
        }
        var tail: UInt64 = 0
        while index < key.count {
            tail = tail << 8 | UInt64(key[index])
            index &+= 1
        }
        return mix(state ^ tail) | 1 << 63
    }

    /// The hash of a text.
    static func hash(_ text: String) -> UInt64 {
        var copy = text
        return copy.withUTF8 { hash(UnsafeRawBufferPointer($0)) }
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
