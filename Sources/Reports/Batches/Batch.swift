package import Calendar
package import Documents
package import Measures
import Records
package import SQLite

/// A plan for one period, carried out on one program: every report that it makes, with the names of its files.
package struct Batch: Sendable {
    /// One report of a batch: asked once, drawn in several formats.
    package struct Order: Sendable {
        /// What is asked.
        package let inquiry: Inquiry
        /// In which formats it is drawn.
        package let formats: [Format]
        /// The threshold that was asked for, in place of the profile's.
        let threshold: Int?
    }

    /// For whom.
    package let profile: Profile
    /// The gate of all its reports, with what is withheld over all of them together.
    package let disclosure: Disclosure
    /// About which days.
    package let period: Period
    /// The day on which it is made.
    package let asOf: Day
    /// Its reports, in the plan's order; those of one line in the order of refs.
    package let orders: [Order]

    /// Looks up whom a plan is about. A profile overrules the plan's own.
    ///
    /// - Throws: `PlanProblem` for a ref that no organization has, and where two lines would make the same file.
    package init(
        _ plan: BatchPlan,
        of program: ProgramFacts,
        period: Period,
        asOf: Day,
        profile chosen: Profile? = nil,
        threshold: Int? = nil,
        from database: borrowing DatabaseReader
    ) throws {
        let profile = chosen ?? plan.profile ?? .board
        let gate = Disclosure(profile: profile, threshold: threshold, format: .html, program: program)
        var orders: [Order] = []
        var makers: [String: Int] = [:]
        for (index, entry) in plan.entries.enumerated() {
            let place = "report \(index + 1)"
            let whole = Scope(period: period, asOf: asOf, by: entry.split)
            for scope in try entry.scopes(whole, plan.name, place, database) {
                let order = Order(
                    inquiry: Inquiry(entry.report, of: program, scope: scope, disclosure: gate),
                    formats: entry.formats,
                    threshold: threshold
                )
                for format in order.formats {
                    let other = makers.updateValue(index + 1, forKey: order.file(format).lowercased())
                    if let other {
                        let what = "it makes the same file as report \(other): \(order.file(format))"
                        throw PlanProblem(plan: plan.name, place: place, kind: .other(what))
                    }
                }
                orders.append(order)
            }
        }
        self.profile = profile
        disclosure = gate
        self.period = period
        self.asOf = asOf
        self.orders = orders
    }

    /// The names of the files that it makes, its manifest left out.
    package var files: [String] { orders.flatMap { order in order.formats.map { order.file($0) } } }
}

extension Batch.Order {
    /// The name of its file: `REPORT[-REF]-PERIOD.EXT`.
    package func file(_ format: Format) -> String {
        let scope = inquiry.scope
        let parts = [inquiry.report.name, scope.organization?.ref, scope.period.label].compactMap(\.self)
        return "\(parts.joined(separator: "-")).\(format.fileExtension)"
    }

    /// What stands behind `groundwork report REPORT` to ask the same. Alone it can show what the batch withholds for the
    /// sake of its other files.
    package func arguments(_ format: Format) -> [String] {
        let scope = inquiry.scope
        var words = ["--period", scope.period.label]
        if let organization = scope.organization { words += ["--organization", organization.ref] }
        if let split = scope.split { words += ["--by", split.rawValue] }
        words += ["--profile", inquiry.disclosure.profile.rawValue]
        if let threshold { words += ["--threshold", String(threshold)] }
        return words + ["--as-of", scope.asOf.iso, "--format", format.rawValue]
    }
}

extension BatchPlan.Entry {
    /// The scopes of the reports that it makes.
    fileprivate func scopes(
        _ whole: Scope,
        _ plan: String,
        _ place: String,
        _ database: borrowing DatabaseReader
    ) throws -> [Scope] {
        switch organizations {
        case .all: return [whole]
        case .each:
            var divided = whole
            divided.split = .organization
            return try Group.all(of: divided, report.metrics, in: database).compactMap { divided.of($0) }
                .map { whole.limited(to: $0.organization) }
        case .these(let refs):
            return try refs.map { ref in
                let filter = try Self.organization(ref, database)
                guard let filter else {
                    let known = try database.all("SELECT ref FROM organization ORDER BY ref") { try $0.text(0) }
                    let kind = PlanProblem.Kind.noOrganization(ref, among: known)
                    throw PlanProblem(plan: plan, place: "\(place): organizations", kind: kind)
                }
                return whole.limited(to: filter)
            }
        }
    }

    /// The organization of a whole ref, without regard to case.
    private static func organization(_ ref: String, _ database: borrowing DatabaseReader) throws -> Scope.Filter? {
        try database.one("SELECT id, ref, title FROM organization WHERE ref = \(ref) COLLATE NOCASE") { row in
            Scope.Filter(id: try row[0], ref: try row.text(1), title: try row.text(2))
        }
    }
}

extension Scope {
    fileprivate func limited(to organization: Filter?) -> Scope {
        var scope = self
        scope.organization = organization
        return scope
    }
}
