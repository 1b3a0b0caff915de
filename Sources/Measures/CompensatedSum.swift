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

    /// Adds a number so many times: the product, and what rounding took from it.
    mutating func add(_ number: Double, times count: Int) {
        let product = number * Double(count)
        add(product)
        if count > 1 { add((-product).addingProduct(number, Double(count))) }
    }
}
