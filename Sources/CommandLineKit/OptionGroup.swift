/// The arguments, options and flags of another type, taken into this command.
///
/// When a command and one above it contain the same type of group, it is one group: its options are accepted before and
/// after the subcommand's word, and both see the same values.
@propertyWrapper
package final class OptionGroup<Value: ParsableArguments>: SharedGroup {
    private var own = Value()
    private var leader: OptionGroup?

    /// Takes a group in, under a heading of its own in help when `title` is not empty.
    package init(title: String = "") { super.init(of: ObjectIdentifier(Value.self), title: title) }

    /// The group's values.
    package var wrappedValue: Value {
        get { leader?.wrappedValue ?? own }
        set {
            own = newValue
            leader = nil
        }
    }

    override var arguments: any ParsableArguments { wrappedValue }

    override func follow(_ other: SharedGroup) {
        if let other = other as? OptionGroup, other !== self { leader = other }
    }

    override func validate() throws {
        if leader == nil { try own.validate() }
    }
}
