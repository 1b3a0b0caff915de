/// An option group, whatever its type; the same group in two commands of a path becomes one.
package class SharedGroup: Property {
    /// The type of its values, by which a path knows it again.
    let type: ObjectIdentifier
    let title: String

    init(of type: ObjectIdentifier, title: String) {
        self.type = type
        self.title = title
    }

    /// The values that it shows.
    var arguments: any ParsableArguments { preconditionFailure("A group shows its values.") }

    /// Shows the values of another group of its type from now on.
    func follow(_ other: SharedGroup) {}

    /// Lets the group check its values, unless it shows those of another one, which does.
    func validate() throws {}

    override func declare(as property: String, in signature: inout Signature) { signature.add(self) }
}
