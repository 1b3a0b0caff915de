/// What somebody can do next about what stands beside it: a value of whoever makes the document, which this module carries
/// and does not read.
///
/// Each interface says it in its own way, a terminal as a command to paste, a browser as a link, and puts its words in
/// with `Document.saying`. What nobody has put words in for is drawn as nothing.
package struct NextStep: Hashable, Sendable {
    /// The value, as its maker gave it.
    package let value: any Hashable & Sendable

    /// Carries a value.
    package init(_ value: some Hashable & Sendable) { self.value = value }

    package static func == (one: NextStep, other: NextStep) -> Bool {
        AnyHashable(one.value) == AnyHashable(other.value)
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(AnyHashable(value)) }
}

extension Document {
    /// The document with words in place of each next step.
    ///
    /// - Parameter words: how the interface says a step; nil where it has no way to.
    package func saying(_ words: (NextStep) -> String?) -> Document {
        Document(
            title: title,
            about: about?.saying(words),
            blocks: blocks.map { $0.saying(words) },
            closing: closing.map { $0.saying(words) },
            data: data.saying(words),
            rows: rows.saying(words)
        )
    }
}

extension Document.Block {
    /// A sentence, behind which each interface says what to do next.
    package static func sentence(_ text: String, then steps: [NextStep]) -> Document.Block {
        steps.isEmpty ? .sentence(text) : .advice(text, steps)
    }

    fileprivate func saying(_ words: (NextStep) -> String?) -> Document.Block {
        switch self {
        case .advice(let text, let steps):
            .sentence(
                [text, steps.compactMap(words).joined(separator: ". ")].filter { !$0.isEmpty }.joined(separator: " ")
            )
        case .table(let table): .table(table.saying(words))
        case .heading, .sentence, .note, .list, .code, .chart: self
        }
    }
}

extension Table {
    fileprivate func saying(_ words: (NextStep) -> String?) -> Table {
        guard rows.contains(where: { $0.contains { $0.next != nil } }) else { return self }
        let sections = sections.map { section in
            Section(title: section.title, rows: section.rows.map { $0.map { $0.saying(words) } })
        }
        return Table(caption: caption, columns: columns, sections: sections, notes: notes)
    }
}

extension Cell {
    fileprivate func saying(_ words: (NextStep) -> String?) -> Cell {
        guard let next else { return self }
        return Cell.text(words(next)).emphasized(emphasis)
    }
}

extension JSON {
    fileprivate func saying(_ words: (NextStep) -> String?) -> JSON {
        switch self {
        case .next(let step): .string(words(step))
        case .array(let values): .array(values.map { $0.saying(words) })
        case .object(let members): .object(members.map { Member($0.key, $0.value.saying(words)) })
        case .null, .bool, .integer, .double, .string: self
        }
    }
}

extension About {
    fileprivate func saying(_ words: (NextStep) -> String?) -> About {
        guard let next else { return self }
        return About(
            title: title,
            subtitle: subtitle,
            day: day,
            facts: facts,
            definitions: definitions,
            further: words(next)
        )
    }
}
