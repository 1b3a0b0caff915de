/// The largest value of a linear form over amounts between 0 and an upper end, whose sums stay 0.
///
/// The dense simplex method with upper bounds (Dantzig, Linear Programming and Extensions, 1963, chapter 18). All 0
/// is a feasible start, since every sum must be 0; the tableau stays feasible, so that a second question goes on from
/// the answer to the first. Ties and stalls are settled by the lowest column (Bland, 1977), which ends cycling.
struct Simplex {
    /// A sum that must be 0.
    typealias Sum = [(column: Int, factor: Double)]

    private static let tolerance = 1e-9
    /// How many steps without progress are taken before columns are chosen by their order.
    private static let patience = 40

    private let width: Int
    private let height: Int
    private let upper: [Double]
    private var cells: [Double]
    private var right: [Double]
    /// The column of each row; -1 for a row's own helper, which is 0 and stays so.
    private var basis: [Int]
    private var rowOf: [Int]
    /// Whether a column counts down from its upper end.
    private var isFlipped: [Bool]
    private var gain: [Double] = []

    /// Amounts from 0 to `upper` (which may be infinite), one a column.
    init(upper: [Double], sums: [Sum]) {
        width = upper.count
        height = sums.count
        self.upper = upper
        cells = Array(repeating: 0, count: width * height)
        right = Array(repeating: 0, count: height)
        basis = Array(repeating: -1, count: height)
        rowOf = Array(repeating: -1, count: width)
        isFlipped = Array(repeating: false, count: width)
        for (row, sum) in sums.enumerated() {
            for term in sum { cells[row * width + term.column] += term.factor }
        }
    }

    /// The amount in a column, of the last answer.
    func amount(_ column: Int) -> Double {
        let amount = rowOf[column] >= 0 ? right[rowOf[column]] : 0
        return isFlipped[column] ? upper[column] - amount : amount
    }

    /// The largest value of a form; infinite where nothing ends it.
    mutating func largest(_ form: Sum) -> Double {
        price(form)
        var stalled = 0
        while let column = entering(byOrder: stalled > Self.patience) {
            guard let step = advance(column) else { return .infinity }
            stalled = step > Self.tolerance ? 0 : stalled + 1
        }
        return form.reduce(0) { $0 + $1.factor * amount($1.column) }
    }

    /// What one more of each column gains.
    private mutating func price(_ form: Sum) {
        var factors = Array(repeating: 0.0, count: width)
        for term in form { factors[term.column] += isFlipped[term.column] ? -term.factor : term.factor }
        gain = factors
        for row in 0..<height where basis[row] >= 0 && factors[basis[row]] != 0 {
            let factor = factors[basis[row]]
            for column in 0..<width { gain[column] -= factor * cells[row * width + column] }
        }
    }

    private func entering(byOrder: Bool) -> Int? {
        var best: Int?
        var most = Self.tolerance
        for column in 0..<width where gain[column] > most && rowOf[column] < 0 && upper[column] > 0 {
            if byOrder { return column }
            (best, most) = (column, gain[column])
        }
        return best
    }

    /// Raises a column as far as it goes, and answers how far that was; nil where nothing ends it.
    private mutating func advance(_ column: Int) -> Double? {
        var step = upper[column]
        var leaving: (row: Int, atUpper: Bool)?
        for row in 0..<height {
            let rate = cells[row * width + column]
            guard rate.magnitude > Self.tolerance else { continue }
            let end = basis[row] < 0 ? 0 : upper[basis[row]]
            let limit = rate > 0 ? right[row] / rate : (end - right[row]) / -rate
            let isTie = leaving.map { limit <= step && basis[row] < basis[$0.row] } ?? (limit <= step)
            guard limit < step - Self.tolerance || isTie else { continue }
            step = min(step, max(0, limit))
            leaving = (row, rate < 0)
        }
        guard step.isFinite else { return nil }
        guard let leaving else {
            flip(column)
            return step
        }
        if leaving.atUpper { turn(leaving.row) }
        pivot(leaving.row, column)
        return step
    }

    /// Lets a column that is at its lower end count down from its upper one.
    private mutating func flip(_ column: Int) {
        for row in 0..<height {
            let place = row * width + column
            right[row] -= cells[place] * upper[column]
            cells[place] = -cells[place]
        }
        gain[column] = -gain[column]
        isFlipped[column].toggle()
    }

    /// Lets the column of a row count from its other end, at which it will leave.
    private mutating func turn(_ row: Int) {
        for column in 0..<width where cells[row * width + column] != 0 { cells[row * width + column].negate() }
        guard basis[row] >= 0 else { return right[row].negate() }
        right[row] = upper[basis[row]] - right[row]
        cells[row * width + basis[row]] = 1
        isFlipped[basis[row]].toggle()
    }

    private mutating func pivot(_ row: Int, _ column: Int) {
        let start = row * width
        let scale = 1 / cells[start + column]
        let used = (0..<width).filter { cells[start + $0].magnitude > 1e-12 }
        for place in used { cells[start + place] *= scale }
        cells[start + column] = 1
        right[row] = max(0, right[row] * scale)
        for other in 0..<height where other != row {
            let factor = cells[other * width + column]
            guard factor != 0 else { continue }
            for place in used { cells[other * width + place] -= factor * cells[start + place] }
            cells[other * width + column] = 0
            right[other] = max(0, right[other] - factor * right[row])
        }
        let factor = gain[column]
        for place in used { gain[place] -= factor * cells[start + place] }
        gain[column] = 0
        if basis[row] >= 0 { rowOf[basis[row]] = -1 }
        basis[row] = column
        rowOf[column] = row
    }
}
