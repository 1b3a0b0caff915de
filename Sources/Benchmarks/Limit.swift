import CBenchmark

/// What plain C answered: the number of rows, or an error with its words.
func limit(_ rows: Int64) throws -> Int {
    guard rows >= 0 else { throw JobFailure("C: \(String(cString: benchmark_message()))") }
    return Int(rows)
}
