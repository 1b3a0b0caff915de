import Calendar
package import Records
package import Reports

/// Records that a folder of reports was sent to somebody.
package struct AddPublication: Operation {
    /// The path of the folder, from the root.
    package var folder = ""
    /// To whom: a role or an organization.
    package var to = ""
    /// When it was sent, as it was typed; today unless given.
    package var on: String?
    /// Whether it was sent although a difference from an earlier one discloses a small count.
    package var despite = false

    package let id = OperationID.addPublication
    package let role = Role.coordinator
    package let access = Access.change

    package init() {}

    package var parameters: [Parameter<Self>] {
        [
            .text("folder", \.folder), .text("to", \.to), .text("on", \.on), .flag("despite", \.despite),
        ]
    }

    package func run(_ context: Context, in store: Store) throws -> Publication {
        let whom = to.trimmed
        guard !whom.isEmpty else { throw RecordError.invalid(field: "to", problem: "say to whom, such as board") }
        guard !folder.isEmpty else { throw RecordError.invalid(field: "folder", problem: "name a folder") }
        let sent = try SentReports(folder: folder)
        let day = try on.map { try store.day($0, for: "on") } ?? store.today
        guard day <= store.today else {
            throw RecordError.invalid(
                field: "on",
                problem: "\(day.words) is in the future (today is \(store.today.words))"
            )
        }
        let disclosed = try store.disclosed(by: sent.figures)
        if let first = disclosed.first, !despite { throw DisclosingDifference(first.publication, first.disclosure) }
        guard let from = Day(iso: sent.figures.from), let to = Day(iso: sent.figures.to),
            let asOf = Day(iso: sent.figures.asOf)
        else { throw StoreError.damaged("the figures of a publication have no days") }
        return try store.addPublication(
            NewPublication(
                sentTo: whom,
                sentOn: day,
                period: sent.figures.period,
                days: (from, to, asOf),
                profile: sent.figures.profile,
                manifest: sent.manifest,
                head: sent.head,
                figures: sent.text,
                despite: disclosed.isEmpty
                    ? nil : Set(disclosed.map(\.disclosure.new.name.id)).sorted().joined(separator: ", ")
            )
        )
    }
}

/// Two publications that disclose a small count together.
package struct DisclosingDifference: Error {
    /// What was sent before.
    package let earlier: Publication
    /// What lies between them.
    package let disclosure: Differencing.Disclosure

    init(_ earlier: Publication, _ disclosure: Differencing.Disclosure) {
        (self.earlier, self.disclosure) = (earlier, disclosure)
    }
}

extension Store {
    /// What figures would disclose beside each publication that was sent before, the latest first.
    fileprivate func disclosed(
        by figures: PublishedFigures
    ) throws -> [(publication: Publication, disclosure: Differencing.Disclosure)] {
        try publications().flatMap { publication in
            let earlier = PublishedFigures(try self.figures(of: publication))
            return earlier.map { Differencing.disclosed(by: figures, beside: $0).map { (publication, $0) } } ?? []
        }
    }
}

/// Lists the folders that were sent, the latest first.
package struct ListPublications: Operation {
    package let id = OperationID(rawValue: "publication.list")
    package let role = Role.coordinator
    package let access = Access.read
    package let parameters: [Parameter<Self>] = []

    package init() {}

    package func run(_ context: Context, in store: Store) throws -> [Publication] { try store.publications() }
}
