package import Records

/// How a file's columns and words stand for fields and codes: what `--mapping` holds and its options say.
package struct Mapping: Equatable, Sendable {
    /// The program that wrote the file.
    package var source: Source?
    /// By field, the name of its column; an empty name says that the field has none, whatever the header holds.
    package var columns: [String: String] = [:]
    /// By field, codes for the words that the file has; under `every` those of any field.
    package var values: [String: [String: String]] = [:]
    /// By field, one value for every row; it goes before a column.
    package var set: [String: String] = [:]
    /// In which order the file's dates have day, month and year; nil where nobody said so: then files of our own have
    /// ISO, and Zoom's reports the month first.
    package var dates: DateStyle?
    /// Whether columns that stand for no field are passed over.
    package var ignoreUnknown = false
    /// Columns that are left out by their names.
    package var ignored: [String] = []

    package init() {}

    /// The word in place of a field that stands for all of them.
    package static let every = "*"

    /// Whether a column is left out by its name.
    func ignores(_ column: String) -> Bool {
        !ignored.isEmpty && ignored.contains { Header.key($0) == Header.key(column) }
    }

    /// The columns to be left out that a header does not have.
    func missing(in header: [String]) -> [String] {
        let keys = Set(header.map(Header.key))
        return ignored.filter { !keys.contains(Header.key($0)) }
    }

    /// The codes for words of a field: its own, then those of every field.
    func words(_ field: String) -> [String: String] {
        (values[Self.every] ?? [:]).merging(values[field] ?? [:]) { $1 }
    }

    /// This mapping with what `options` say laid over it.
    package func overlaid(by options: Mapping) -> Mapping {
        var result = self
        result.source = options.source ?? source
        result.columns.merge(options.columns) { $1 }
        result.values.merge(options.values) { $0.merging($1) { $1 } }
        result.set.merge(options.set) { $1 }
        result.dates = options.dates ?? dates
        result.ignoreUnknown = ignoreUnknown || options.ignoreUnknown
        result.ignored += options.ignored
        return result
    }

    /// Whether a column of this name stands for the field of the same name without being mapped to it.
    ///
    /// Where columns are mapped, the file is somebody else's, and its "Ref" or "Reference No." need not be ours: only
    /// `ref` itself is.
    func mayName(_ field: String, _ column: String) -> Bool {
        field != "ref" || columns.isEmpty || column == field
    }

    /// A field's name as it is kept: lower case, `_` between words, American spelling.
    package static func fieldName(_ text: String) -> String {
        let plain = text.trimmed.lowercased().map { $0 == "-" || $0 == " " ? "_" : $0 }
        let name = String(plain)
        return name == "organisation" ? "organization" : name
    }

    /// Field and value of an option `FIELD=VALUE`; nil where there is no `=` or no field.
    package static func pair(_ option: String) -> (field: String, value: String)? {
        guard let sign = option.firstIndex(of: "=") else { return nil }
        let field = fieldName(String(option[..<sign]))
        return field.isEmpty ? nil : (field, String(option[option.index(after: sign)...]))
    }
}
