package import Calendar
package import SQLite

/// One thing that a record says: a column of the native file, an option of the command line, a column of an export.
///
/// Declared once, beside its record; imports, `add`, `edit`, `list`, `show`, exports and the codebook all read it there.
package struct Field: Sendable {
    /// The name in native headers, exports and, with hyphens, options: `access_requested`.
    package let name: String
    /// What it says, for a table's title and the codebook.
    package let label: String
    /// Which texts it accepts.
    package let shape: Shape
    /// What its numbers count or measure: "people", "minutes"; empty where it holds none, or where each record says it.
    package let unit: String
    /// Whether a new record must have it.
    package let isRequired: Bool
    /// Who may see it.
    package let privacy: Privacy
    /// Whether an export without free text says yes where there is any.
    package let tellsWhether: Bool
    /// Whether it names a role, or a topic of a meeting: never a person, and no way to reach one.
    let namesRole: Bool
    /// Whether its text is one line: a title, a name, a code. What somebody said or wrote may have several.
    let isOneLine: Bool
    /// Where it is kept.
    let storage: Storage

    /// Who may see a field outside the record itself.
    package enum Privacy: Sendable {
        case open
        /// A name, an e-mail: it leaves only in an export that is asked to identify.
        case personal
        /// Words that somebody wrote: they may name anybody, and leave as a name does.
        case freeText
    }

    /// Where a field is kept.
    enum Storage: Sendable {
        case column(Identifier)
        /// A word kept as its place in the list, from 1.
        case coded(Identifier, [String])
        /// A code with its list and the version of that, in columns of these names.
        case code(list: Identifier, version: Identifier, code: Identifier)
        /// A civil date, and a time where one was given.
        case start
        /// Rows of a table of its own, in order.
        case rows(table: Identifier, owner: Identifier, columns: [Identifier])
        /// A figure of staff, which stands with its day.
        case staffCount
        case staffDay
        /// When a position was filled, and until when.
        case fillingStart
        case fillingEnd
        /// The count of everyone at a session, where heads were counted; what was estimated or taken from a platform is
        /// no such count, and has its own rows.
        case headcount
        /// Read through the expression, written by the record's own code.
        case special(SQL)
    }

    init(
        _ name: String,
        _ label: String,
        _ shape: Shape,
        of unit: String = "",
        in storage: Storage,
        required: Bool = false,
        privacy: Privacy = .open,
        tellsWhether: Bool = false,
        role: Bool = false,
        oneLine: Bool = false
    ) {
        self.name = name
        self.label = label
        self.shape = shape
        self.unit = unit
        self.storage = storage
        isRequired = required
        self.privacy = privacy
        self.tellsWhether = tellsWhether
        namesRole = role
        isOneLine = oneLine || role || privacy != .freeText
    }
}

/// Which texts a field accepts, and how they are written back.
package enum Shape: Sendable {
    case text
    case email
    /// The record's own ref.
    case ref
    /// Another record: a ref, for an organization or a course also an exact title.
    case record(Noun)
    case records(Noun)
    case day
    /// A civil date, or a date and time without offset.
    case start
    case timeZone
    case wholeNumber(ClosedRange<Int>)
    case yesNo
    /// Yes, no, or how many.
    case yesNoOrCount
    /// One of some words.
    case choice([String])
    /// One code of a code list, by its code, its title or a word of the field for it.
    case code(String)
    /// Several codes of a code list; where nothing of it is an answer too, also `none`.
    case codes(String, orNone: Bool = false)
    /// Several codes, each with its list: `form:institutional;service:referrals`.
    case listedCodes([String])
    /// Several topics with the level of participation: `opening hours:consult`.
    case levels([String])
    /// A number with at most two decimals, kept in hundredths.
    case hundredths(ClosedRange<Int>)
    /// A number; a share may be written as a percentage, which becomes one of a record whose number is a share.
    case number(ClosedRange<Double>)
    /// Several texts.
    case texts
    /// Several of `name:role[:pronouns]`.
    case facilitators
}

extension Shape {
    /// The type as the codebook calls it.
    package var typeName: String {
        switch self {
        case .text, .email: "text"
        case .ref, .record: "ref"
        case .records: "refs, separated by ;"
        case .day: "date"
        case .start: "date, or date and time"
        case .timeZone: "time zone"
        case .wholeNumber: "whole number"
        case .yesNo: "yes/no"
        case .yesNoOrCount: "yes/no or whole number"
        case .choice, .code, .codes: "code"
        case .listedCodes: "list:code, separated by ;"
        case .levels: "topic:level, separated by ;"
        case .hundredths, .number: "number"
        case .texts: "texts, separated by ;"
        case .facilitators: "name:role:pronouns, separated by ;"
        }
    }

    /// The words that are accepted, where there is a fixed list of them.
    package var allowed: [String] {
        switch self {
        case .choice(let words): words
        case .yesNo: ["yes", "no"]
        default: []
        }
    }

    /// Whether an export writes it as a number.
    package var isNumber: Bool {
        switch self {
        case .wholeNumber, .hundredths, .number: true
        default: false
        }
    }
}

/// A field's value: how it is written, and how it is kept.
package struct FieldValue: Equatable, Sendable {
    /// The text that stands for it in files and on the screen, always the same for the same value.
    package let canonical: String
    /// What is kept: for a column its value, for a start day and time, for rows their columns.
    let kept: [[SQLValue]]

    /// A value of one column, written as `canonical` and kept as `value`.
    package static func one(_ canonical: String, _ value: SQLValue) -> FieldValue {
        FieldValue(canonical: canonical, kept: [[value]])
    }

    /// A text as it stands: it is its own canonical form, and no record is looked up.
    package static func text(_ text: String) -> FieldValue { one(text, .text(text)) }

    /// A whole number.
    package static func number(_ number: Int) -> FieldValue { one(String(number), .integer(Int64(number))) }

    /// Another record.
    package static func record(_ record: Found) -> FieldValue { one(record.ref, .integer(record.id)) }

    /// A day with a time of it such as `09:00`.
    package static func start(_ day: Day, at time: String) -> FieldValue {
        FieldValue(canonical: "\(day)T\(time)", kept: [[.text(day.description), .text(time)]])
    }

    /// The row id of the record that it names.
    package var recordID: Int64? {
        if case .integer(let id)? = kept.first?.first { id } else { nil }
    }

    /// The row ids of the records that it names.
    package var recordIDs: [Int64] {
        kept.compactMap { if case .integer(let id)? = $0.first { id } else { nil } }
    }
}

/// A record that was found by its ref or title.
package struct Found: Sendable {
    /// Its row id, unique among the files of several offices: the bits from 32 up are the origin of the file.
    package let id: Int64
    /// What people type and read; for kinds without a ref, what stands for one, such as their session's.
    package let ref: String
    /// What people call it, by title and day: "Foundations for Coastal Care Initiative, Nov 10, 2026". Its ref where it
    /// has no such name, and for a person always.
    package var called: String

    package init(id: Int64, ref: String, called: String? = nil) {
        self.id = id
        self.ref = ref
        self.called = called ?? ref
    }

    /// What people call it, with its ref behind where that is something else.
    package var calledWithRef: String { called == ref ? ref : "\(called) (\(ref))" }
}

extension Found: Hashable {
    /// Whether both are the same record, whatever it is called.
    package static func == (left: Found, right: Found) -> Bool { left.id == right.id && left.ref == right.ref }

    /// Hashes what `==` compares.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(id)
        hasher.combine(ref)
    }
}

/// A record as somebody wrote it: the values of those of its fields that were given.
package struct Draft: Sendable {
    /// By the field's name as in the native headers; what is missing was not given, which is not the same as emptied.
    package var values: [String: FieldValue] = [:]

    package init(_ values: [String: FieldValue] = [:]) {
        self.values = values
    }

    /// The value of a field that was given; nil where it was not, and setting nil takes it out again.
    package subscript(name: String) -> FieldValue? {
        get { values[name] }
        set { values[name] = newValue }
    }

    /// The canonical text of a field that was given.
    package func text(_ name: String) -> String? { values[name]?.canonical }
}
