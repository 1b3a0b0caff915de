/// What a file that stands alone says about itself: its title, what it is about, and what its figures mean.
///
/// Formats for a screen or a mail have said this around the file, or say it in their sentences; a page and a workbook
/// travel without either.
package struct About: Sendable, Hashable {
    /// Something that is so of the whole document, such as the day on which it was made.
    package struct Fact: Sendable, Hashable {
        /// What it is: `As of`.
        package let name: String
        /// How it is: `2026-12-31`.
        package let value: String

        /// A fact under its name.
        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// What a term stands for that the document uses, such as a metric's id.
    package struct Definition: Sendable, Hashable {
        /// The term; cells lead to it by `Cell.defined(by:)`.
        package let term: String
        /// Its name in words.
        package let name: String
        /// The sentence that defines it.
        package let meaning: String

        /// A term, its name, and what it means.
        package init(term: String, name: String, meaning: String) {
            self.term = term
            self.name = name
            self.meaning = meaning
        }
    }

    /// The title in a few words: `Trainings`.
    package let title: String
    /// Whose it is and when, if it is about a program and a period: `Harbor Harm Reduction, Oct–Dec 2026`.
    package let subtitle: String?
    /// The day as of which it is made, `2026-12-31`, if that decides what stands in it.
    package let day: String?
    /// Facts, in order.
    package let facts: [Fact]
    /// Terms, in order, each once.
    package let definitions: [Definition]
    /// How to find out more about a term.
    package let further: String?
    /// The same as a step that an interface puts in words.
    package let next: NextStep?

    /// What a document says about itself.
    package init(
        title: String,
        subtitle: String? = nil,
        day: String? = nil,
        facts: [Fact] = [],
        definitions: [Definition] = [],
        further: String? = nil,
        next: NextStep? = nil
    ) {
        self.title = title
        self.subtitle = subtitle
        self.day = day
        self.facts = facts
        self.definitions = definitions
        self.further = further
        self.next = next
    }
}
