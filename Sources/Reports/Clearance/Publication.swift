import Documents
package import Measures

/// Everything that is published together, in one report or in all reports of a batch, so that what is withheld is
/// decided once over all of it.
///
/// Readings are added first, then `settle` says what is withheld, then documents are drawn. A figure is named by its
/// metric and its extent, so one that is printed twice is decided once. What hangs together is declared (`Link`) or
/// follows from the extents: months add up to their quarter, organizations to the whole.
package struct Publication: Sendable {
    /// The name of a figure.
    struct Address: Hashable, Sendable {
        let metric: String
        let extent: Extent
    }

    /// A figure before anything is decided for the sake of others.
    struct Candidate: Sendable {
        let address: Address
        let figure: Figure
        let sensitivity: Sensitivity
        /// Whether it is withheld for its own sake.
        fileprivate(set) var isWithheld: Bool
        var homogeneity = false
        var links: [Link] = []
        /// Whether it is judged on one day, so that months do not add up.
        var isOfOneDay = false
    }

    /// Groups that are all there are of a side, or of days.
    struct Division: Hashable, Sendable {
        let whole: Extent
        let side: Extent.Side
    }

    private let disclosure: Disclosure
    private var candidates: [Candidate] = []
    private var places: [Address: Int] = [:]
    private var divisions: Set<Division> = []

    /// A publication for the readers of a disclosure.
    package init(for disclosure: Disclosure) { self.disclosure = disclosure }

    /// Adds everything that is printed of a reply, in all its formats.
    package mutating func add(_ reply: Reply) {
        for format in reply.formats { add(reply, for: format) }
    }

    private mutating func add(_ reply: Reply, for format: Format) {
        guard disclosure.withholds else { return }
        for reading in reply.readings(for: format) { add(reading) }
        for detail in reply.details(for: format) { add(detail.candidates) }
    }

    /// What is withheld of a reply in a format that is published alone.
    static func settling(_ reply: Reply, for format: Format) -> Settlement {
        var publication = Publication(for: reply.inquiry.disclosure)
        publication.add(reply, for: format)
        return publication.settle()
    }

    /// Adds the figures of a reading, its groups among them.
    mutating func add(_ reading: Reading) {
        guard disclosure.withholds else { return }
        add(reading.candidates)
        if let division = reading.division { divisions.insert(division) }
    }

    /// A figure that is printed several times is withheld where any of them is: one as the whole can be another as a
    /// group, beside which others are too small.
    private mutating func add(_ more: [Candidate]) {
        for candidate in more {
            if let place = places[candidate.address] {
                if candidate.isWithheld { candidates[place].isWithheld = true }
            } else {
                places[candidate.address] = candidates.count
                candidates.append(candidate)
            }
        }
    }

    /// What is withheld of all that was added.
    package func settle() -> Settlement {
        guard disclosure.withholds else { return Settlement() }
        var ledger = CountLedger(disclosure)
        let linked = Set(candidates.flatMap(\.links).flatMap(\.terms).map(\.metric))
        for candidate in candidates where candidate.sensitivity != .open || linked.contains(candidate.address.metric) {
            ledger.add(candidate)
        }
        ledger.link(divisions)
        return ledger.settlement()
    }
}

/// What of a publication is withheld.
package struct Settlement: Sendable {
    /// Every withheld figure, those that are small among them.
    private(set) var withheld: Set<Publication.Address> = []
    /// Figures that can be told although they are withheld, since what gives them away is never withheld.
    private(set) var exposed: Set<Publication.Address> = []

    /// Nothing is withheld beside what is small.
    package init() {}

    init(withheld: Set<Publication.Address>, exposed: Set<Publication.Address>) {
        (self.withheld, self.exposed) = (withheld, exposed)
    }

    /// Whether any figure is withheld.
    var withholdsAny: Bool { !withheld.isEmpty }

    /// Whether a figure is withheld.
    func withholds(_ metric: String, _ extent: Extent) -> Bool {
        !withheld.isEmpty && withheld.contains(Publication.Address(metric: metric, extent: extent))
    }
}
