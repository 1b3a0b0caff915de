import Measures

/// What of a publication is suppressed.
package struct Verdicts: Sendable {
    /// The name of a figure in a publication: one that is printed twice has one verdict.
    struct Address: Hashable, Sendable {
        let cell: CellID
        let extent: Extent
    }

    /// Every suppressed figure, those that are small among them.
    private let suppressed: Set<Address>
    /// Figures that a reader can work out although they are suppressed, since what discloses them is never suppressed.
    let exposed: Set<Address>

    /// Figures of which a reader can work out what is left beside parts of them, which nobody prints.
    let exposedRests: Set<Address>
    /// Figures about people that are printed somewhere in the publication.
    private let printed: Set<Address>

    /// Nothing is suppressed beside what is small.
    package init() { self.init(suppressed: [], exposed: []) }

    init(
        suppressed: Set<Address>,
        exposed: Set<Address>,
        exposedRests: Set<Address> = [],
        printed: Set<Address> = []
    ) {
        (self.suppressed, self.exposed) = (suppressed, exposed)
        (self.exposedRests, self.printed) = (exposedRests, printed)
    }

    /// Whether the figure of a cell about people is printed somewhere in the publication.
    func prints(_ cell: CellID, _ extent: Extent) -> Bool { printed.contains(Address(cell: cell, extent: extent)) }

    /// Whether any figure is suppressed.
    var suppressAny: Bool { !suppressed.isEmpty }

    /// Whether the figure of a cell is suppressed.
    func suppress(_ cell: CellID, _ extent: Extent) -> Bool {
        !suppressed.isEmpty && suppressed.contains(Address(cell: cell, extent: extent))
    }

    /// A figure that passed by itself, as it may be published beside all others: suppressed with what would give it away.
    func figure(_ figure: Figure, of cell: CellID, _ rule: DisclosureRule, _ extent: Extent) -> Figure {
        let isSuppressed = ([cell] + rule.suppressedWith).contains { suppress($0, extent) }
        return isSuppressed ? .withheld(missing: figure.missing) : figure
    }
}
