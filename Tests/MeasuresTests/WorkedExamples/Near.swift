/// Whether a figure agrees with the published one; none never does.
func near(_ value: Double?, _ expected: Double, within tolerance: Double = 1e-9) -> Bool {
    value.map { ($0 - expected).magnitude <= tolerance } ?? false
}
