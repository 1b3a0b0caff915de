/// One of the two that are measured beside each other.
enum Side: CaseIterable {
    case groundwork
    /// Plain C that does the same.
    case limit
}

/// Work that Groundwork and its limit both do.
protocol Job {
    /// The word by which it is asked for, and under which its threshold stands.
    var name: String { get }
    /// What is counted: "rows".
    var unit: String { get }
    /// How many of them one turn handles.
    var count: Int { get }
    /// What it is held against; plain C unless said.
    var limitName: String { get }

    /// Makes ready for a turn; not timed.
    func prepare(_ side: Side) throws
    /// Does the work once; timed.
    func run(_ side: Side) throws
    /// Throws where the two have not done the same; not timed.
    func check() throws
}

extension Job {
    var limitName: String { "C" }
}

/// A job whose two sides came to different ends, or that could not be done.
struct JobFailure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
