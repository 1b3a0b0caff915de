import Glibc

/// How far properties are swept: a sample in the quick suite, everything where `GROUNDWORK_SWEEP` is `full`.
package enum Sweep {
    /// Whether the long sweep was asked for.
    package static let isFull = getenv("GROUNDWORK_SWEEP").map { String(cString: $0) } == "full"

    /// Whether the case of this number is tried: one of so many in the quick suite, every one in the long sweep.
    package static func takes(_ number: Int, oneOf count: Int) -> Bool { isFull || number % count == 0 }

    /// Seeds from 1: `quick` of them, or `full`.
    package static func seeds(_ quick: Int, full: Int) -> [Int] { Array(1...(isFull ? full : quick)) }
}
