/// Everything that one command declares, its option groups included, in the order of declaration.
struct Signature {
    /// Arguments, options and flags.
    private(set) var declarations: [Declaration] = []
    /// The option groups, for validation; those inside of others come first.
    private(set) var groups: [SharedGroup] = []
    /// Stored properties that are not wrapped: a mistake of the declaration.
    private(set) var unwrapped: [String] = []
    /// The option groups met so far on the path, by type.
    private(set) var shared: [ObjectIdentifier: SharedGroup]
    private var title = ""

    init(of command: any ParsableCommand, sharing shared: [ObjectIdentifier: SharedGroup] = [:]) {
        self.shared = shared
        gather(command)
    }

    private mutating func gather(_ arguments: any ParsableArguments) {
        for (name, property) in arguments.properties {
            if let property { property.declare(as: name, in: &self) } else { unwrapped.append(name) }
        }
    }

    mutating func add(_ parameter: Parameter, as property: String) {
        declarations.append(Declaration(property: property, title: title, parameter: parameter))
    }

    /// Takes a group in. A type of group that the path has met already is the same group: both see the same values.
    mutating func add(_ group: SharedGroup) {
        if let first = shared[group.type] { group.follow(first) } else { shared[group.type] = group }
        guard !groups.contains(where: { $0.type == group.type }) else { return }
        let outer = title
        if !group.title.isEmpty { title = group.title }
        gather(group.arguments)
        title = outer
        groups.append(group)
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
