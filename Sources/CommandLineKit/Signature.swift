/// Everything that one command declares, its option groups included, in the order of declaration.
struct Signature {
    /// Arguments, options and flags.
    private(set) var declarations: [Declaration] = []
    /// The option groups, for validation; those inside of others come first.
    private(set) var groups: [any SharedCell] = []
    /// Stored properties that are not wrapped: a mistake of the declaration.
    private(set) var unwrapped: [String] = []
    /// The option groups met so far on the path, by type.
    private(set) var shared: [ObjectIdentifier: any SharedCell]
    private var title = ""

    init(of command: any ParsableCommand, sharing shared: [ObjectIdentifier: any SharedCell] = [:]) {
        self.shared = shared
        gather(command)
    }

    private mutating func gather(_ arguments: any ParsableArguments) {
        for child in Mirror(reflecting: arguments).children {
            let label = child.label ?? ""
            if let property = child.value as? any Declared {
                property.declare(as: label.hasPrefix("_") ? String(label.dropFirst()) : label, in: &self)
            } else {
                unwrapped.append(label)
            }
        }
    }

    mutating func add(_ cell: any Fillable, as property: String) {
        declarations.append(Declaration(property: property, title: title, cell: cell))
    }

    /// Takes a group in. A type of group that the path has met already is the same group: both see the same values.
    mutating func add<Group: ParsableArguments>(_ cell: GroupCell<Group>, title newTitle: String) {
        let type = ObjectIdentifier(Group.self)
        if let first = shared[type] as? GroupCell<Group> { cell.follow(first) } else { shared[type] = cell }
        guard !groups.contains(where: { $0.type == type }) else { return }
        let outer = title
        if !newTitle.isEmpty { title = newTitle }
        gather(cell.value)
        title = outer
        groups.append(cell)
    }

    /// Adds the declarations of another signature whose names are not taken.
    mutating func lend(_ other: Signature) {
        let taken = Set(declarations.flatMap(\.names))
        declarations += other.declarations.filter { $0.kind == .argument || taken.isDisjoint(with: $0.names) }
    }

    var arguments: [Declaration] { declarations.filter { $0.kind == .argument } }
    var named: [Declaration] { declarations.filter { $0.kind != .argument } }

    func declaration(named name: OptionName) -> Declaration? {
        declarations.first { $0.names.contains(name) }
    }
}

/// A property wrapper that the parser knows.
protocol Declared {
    func declare(as property: String, in signature: inout Signature)
}
