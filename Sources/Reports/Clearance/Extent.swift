import Calendar
import Records

/// What a figure is about: which days, and which organization, course, fund, site or modality, where it is one.
///
/// A row of a report that is divided by organization and the report limited to that organization are about the same.
struct Extent: Hashable, Sendable {
    /// What can be limited besides days, in the order of its parts.
    enum Side: Int, Hashable, Sendable, CaseIterable {
        case organization, course, fund, site, modality
        case topic, audience, language, sector, host, parent, facilitator, jobRole, category
    }

    let from: Day
    let to: Day
    let asOf: Day
    private var sides: [String?]

    /// What the undivided figures of a scope are about.
    init(_ scope: Scope) {
        (from, to, asOf) = (scope.period.from, scope.period.to, scope.asOf)
        sides = Array(repeating: nil, count: Side.allCases.count)
        self[.organization] = scope.organization.map { String($0.id) }
        self[.course] = scope.course.map { String($0.id) }
        self[.fund] = scope.fund
    }

    private init(_ other: Extent, from: Day, to: Day) {
        (self.from, self.to, asOf, sides) = (from, to, other.asOf, other.sides)
    }

    subscript(side: Side) -> String? {
        get { sides[side.rawValue] }
        set { sides[side.rawValue] = newValue }
    }

    /// What one group of a divided scope is about.
    static func of(_ group: Group, in scope: Scope) -> Extent {
        var extent = Extent(scope)
        switch scope.split {
        case .month, .quarter:
            let pieces = scope.split == .month ? scope.period.months : scope.period.quarters
            guard let piece = pieces.first(where: { $0.label == group.key }) else { return extent }
            return Extent(extent, from: max(piece.from, extent.from), to: min(piece.to, extent.to))
        case .some(let split): split.side.map { extent[$0] = group.countedAs }
        case nil: break
        }
        return extent
    }

    /// How many of its sides are limited.
    var limits: Int { sides.reduce(0) { $0 + ($1 == nil ? 0 : 1) } }

    /// How many days it has.
    var days: Int { to.epochDay - from.epochDay + 1 }

    /// The same without one of its limits.
    func without(_ side: Side) -> Extent {
        var extent = self
        extent[side] = nil
        return extent
    }

    /// What it is about apart from its days: the same for all that can lie within each other.
    var withoutDays: Extent { Extent(self, from: asOf, to: asOf) }

    /// In which order they are decided: the whole first, then what is limited once, and so on; days within others come one
    /// later.
    static func ranks(of extents: Set<Extent>) -> [Extent: Int] {
        let all = Dictionary(grouping: extents, by: \.withoutDays)
        return Dictionary(
            uniqueKeysWithValues: all.values.flatMap { alike in
                alike.map { extent in
                    (extent, extent.limits + (alike.contains { extent.isWithin($0) } ? 1 : 0))
                }
            }
        )
    }

    /// Whether it is about the same, on fewer days that lie within those of the other.
    func isWithin(_ other: Extent) -> Bool {
        sides == other.sides && asOf == other.asOf && from >= other.from && to <= other.to && days < other.days
    }
}

extension Split {
    /// The side that its groups limit; nil where they are of days.
    var side: Extent.Side? {
        switch self {
        case .organization: .organization
        case .course: .course
        case .site: .site
        case .fund: .fund
        case .modality: .modality
        case .topic: .topic
        case .audience: .audience
        case .language: .language
        case .sector: .sector
        case .host: .host
        case .parent: .parent
        case .facilitator: .facilitator
        case .jobRole: .jobRole
        case .category: .category
        case .month, .quarter: nil
        }
    }
}
