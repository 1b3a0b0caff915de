/// A wrapped property of a command or an option group, whatever it holds.
///
/// The wrappers are classes with this one base: to find them in a command is a cast to a class. A cast to a protocol would
/// look through every conformance in the program, for each type of value anew, which took most of the time of a command
/// that is refused. Copies of a command share their properties.
package class Property {
    init() {}

    /// Adds what it declares, under the property's name, to a signature.
    func declare(as property: String, in signature: inout Signature) {}
}

extension ParsableArguments {
    /// The wrapped properties and their names, in the order of declaration; nil for a stored property that is not wrapped.
    package var properties: [(name: String, property: Property?)] {
        Mirror(reflecting: self).children.map { child in
            let label = child.label ?? ""
            let property = child.value as? Property
            return (property != nil && label.hasPrefix("_") ? String(label.dropFirst()) : label, property)
        }
    }
}
