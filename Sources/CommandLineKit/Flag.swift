/// A switch that is off unless it is named: `@Flag(help: "…") var dryRun = false` is `--dry-run`.
@propertyWrapper
package final class Flag: Parameter {
    private let initial: Bool
    private var given: Bool?

    /// Declares a flag. Naming it twice is the same as naming it once.
    package init(wrappedValue: Bool, name: NameSpecification = .long, help: ArgumentHelp? = nil) {
        initial = wrappedValue
        super.init(kind: .flag, names: name, help: help, wordType: nil, isRepeating: true)
    }

    /// Whether it was named.
    package var wrappedValue: Bool {
        get { given ?? initial }
        set { given = newValue }
    }

    override var wasGiven: Bool { given != nil }

    override func fill(with word: String) throws -> Bool {
        given = true
        return true
    }
}
