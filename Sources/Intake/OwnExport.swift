import Records

/// Tells a de-identified export of Groundwork's own from a list of people: in it, people are numbers that mean something
/// in that one export only.
enum OwnExport {
    /// Whether a file of attendance or people has the columns of such an export and whole numbers for people.
    ///
    /// Whoever maps the column of people, or leaves it out, knows what it holds.
    static func includes(_ reader: CSVReader, _ header: [String], _ kind: Noun, _ mapping: Mapping) throws -> Bool {
        guard kind == .attendance || kind == .person, mapping.columns.isEmpty, mapping.ignored.isEmpty else {
            return false
        }
        let names = header.map { Mapping.fieldName($0) }
        let fields = Extract.deidentifiedFields(of: kind.type)
        guard let person = fields.first(where: { Extract.isNumbered($0, of: kind.type) })?.name,
            Set(names) == Set(fields.map(\.name)), names.count == fields.count,
            let column = names.firstIndex(of: person)
        else { return false }
        var isAny = false
        while try reader.next() {
            let cell = Trimming.trimmed(reader.unsafeBytes(column))
            guard cell.allSatisfy({ 0x30...0x39 ~= $0 }) else { return false }
            if !cell.isEmpty { isAny = true }
        }
        return isAny
    }
}
