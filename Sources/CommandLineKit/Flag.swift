/// A switch that is off unless it is named: `@Flag(help: "…") var dryRun = false` is `--dry-run`.
@propertyWrapper
package struct Flag: Declared {
    private var cell: Cell<Bool>

    /// Declares a flag. Naming it twice is the same as naming it once.
    package init(wrappedValue: Bool, name: NameSpecification = .long, help: ArgumentHelp? = nil) {
        let reader = ValueReader<Bool>(wordType: nil, isRepeating: true) { _, _ in
            true
        } describe: { _ in
            nil
        }
        cell = Cell(kind: .flag, names: name, help: help, reader: reader, initial: wrappedValue)
    }

    /// Whether it was named.
    package var wrappedValue: Bool {
        get { cell.value }
        set { cell = cell.assigned(newValue) }
    }

    func declare(as property: String, in signature: inout Signature) { signature.add(cell, as: property) }
}
