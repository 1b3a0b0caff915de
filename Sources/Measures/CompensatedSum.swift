/// A sum that keeps what rounding takes away (Neumaier, Z. Angew. Math. Mech. 54, 1974).
struct CompensatedSum {
    private var sum = 0.0
    private var lost = 0.0

    /// The sum of what was added.
    var value: Double { sum + lost }

    mutating func add(_ number: Double) {
        let next = sum + number
        lost += sum.magnitude >= number.magnitude ? (sum - next) + number : (number - next) + sum
        sum = next
    }
}
