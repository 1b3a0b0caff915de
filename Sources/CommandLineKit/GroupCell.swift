/// Where an option group is kept: a reference, so that the same group in two commands of a path can become one.
final class GroupCell<Value: ParsableArguments> {
    private var own: Value
    private var leader: GroupCell?

    init(_ value: Value) { own = value }

    var value: Value { leader?.value ?? own }

    /// Shows the values of another cell from now on.
    func follow(_ other: GroupCell) {
        if other !== self { leader = other }
    }
}

/// A group's cell, whatever its type.
protocol SharedCell: AnyObject {
    var type: ObjectIdentifier { get }

    /// Lets the group check its values, unless it shows those of another cell, which does.
    func validate() throws
}

extension GroupCell: SharedCell {
    var type: ObjectIdentifier { ObjectIdentifier(Value.self) }

    func validate() throws {
        if leader == nil { try own.validate() }
    }
}
