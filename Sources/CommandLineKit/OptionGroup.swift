/// The arguments, options and flags of another type, taken into this command.
///
/// When a command and one above it contain the same type of group, it is one group: its options are accepted before and
/// after the subcommand's word, and both see the same values.
@propertyWrapper
package struct OptionGroup<Value: ParsableArguments>: Declared {
    private var cell: GroupCell<Value>
    private let title: String

    /// Takes a group in, under a heading of its own in help when `title` is not empty.
    package init(title: String = "") {
        cell = GroupCell(Value())
        self.title = title
    }

    /// The group's values.
    package var wrappedValue: Value {
        get { cell.value }
        set { cell = GroupCell(newValue) }
    }

    func declare(as property: String, in signature: inout Signature) {
        signature.add(cell, title: title)
    }
}
