/// Arguments, options and flags that belong together, declared as wrapped properties of one type.
///
/// Every stored property is wrapped in `@Argument`, `@Option`, `@Flag` or `@OptionGroup`. The parser finds them through
/// a mirror, so the type needs no code of its own. Copies share their properties. Such a value is made, filled and used by
/// one task; it is not `Sendable` and need not be. A property that has no default must not be read before parsing.
package protocol ParsableArguments: SendableMetatype {
    /// Makes the value with its defaults, not yet filled from words.
    init()

    /// Checks what no single property can check alone; throws a ``ValidationError`` when the words do not fit together.
    mutating func validate() throws
}

extension ParsableArguments {
    /// Accepts everything that parsed.
    package mutating func validate() throws {}
}
