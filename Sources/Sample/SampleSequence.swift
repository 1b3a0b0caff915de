/// Numbers that are the same for the same seed, on every machine: SplitMix64.
///
/// Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
package struct SampleSequence: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// A sequence of its own for each seed.
    package init(seed: UInt64) {
        state = seed
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// A number in `range`. Reckoned here, because the standard library may choose another way one day.
    mutating func number(in range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() >> 11) % range.count
    }

    /// Whether something with this chance in a hundred happens.
    mutating func happens(_ percent: Int) -> Bool {
        number(in: 1...100) <= percent
    }

    /// One of `items`, which has at least one.
    mutating func one<Item>(of items: [Item]) -> Item {
        items[number(in: 0...items.count - 1)]
    }
}
