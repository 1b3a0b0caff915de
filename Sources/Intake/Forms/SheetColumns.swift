import Records

/// Where the columns of a sheet stand, by their meaning.
///
/// The label may come in languages (`label::English (en)`): the one that was asked for, else plain `label`, else the
/// first. What XLSForm has for devices is passed over and named; a column that is spelled much like one of ours is a
/// problem, because passing it over would change what the form means.
struct SheetColumns {
    /// The index of each column.
    private(set) var places: [String: Int] = [:]
    /// Its name as the file has it.
    private(set) var titles: [String: String] = [:]
    /// Columns that mean nothing here, as the file has them.
    private(set) var passedOver: [String] = []

    init() {}

    /// - Throws: `ImportRefused` for columns that are missing, doubled or misspelled, and for a language that is not there.
    init(_ kind: SheetKind, _ header: [String], language: String?, file: String, line: Int) throws {
        var issues = IssueList()
        func fault(_ column: String?, _ what: String) {
            issues.append(ImportIssue(file: file, line: line, column: column, what: what))
        }
        for (index, title) in header.enumerated() where !title.isEmpty {
            let name = Self.name(title, kind)
            if kind.columns.contains(name) {
                if places[name] != nil { fault(title, "the file has two columns with this name") }
                (places[name], titles[name]) = (index, title)
            } else if let near = Self.misspelled(name, kind) {
                fault(title.clipped, "unknown column. Did you mean \(near)?")
            } else {
                passedOver.append(title)
            }
        }
        if kind != .scales { chooseLabel(header, language) { fault("label", $0) } }
        if kind == .choices, places["name"] == nil, let value = places.removeValue(forKey: "value") {
            // XLSForm calls the name of a choice value, too.
            (places["name"], titles["name"]) = (value, header[value])
        }
        for column in kind.required where places[column] == nil && issues.isEmpty {
            // Without a second column that is known, the first line may be no header but words of people.
            let known = places.count > 1 ? ". Columns in the file: \(header.joined(separator: ", "))" : ""
            fault(nil, "the column \(column) is missing\(known)")
        }
        if !issues.isEmpty { throw issues.refusal() }
    }

    /// `List Name` is `list_name`; a label in a language keeps it.
    private static func name(_ title: String, _ kind: SheetKind) -> String {
        let name = String(title.lowercased().map { $0 == " " ? "_" : $0 })
        return name == "list" && kind == .choices ? "list_name" : name
    }

    private static func base(_ name: String) -> String { name.split(separator: ":").first.map(String.init) ?? name }

    private static func misspelled(_ name: String, _ kind: SheetKind) -> String? {
        let base = base(name)
        if kind.foreign.contains(base) || base == "label" || name.hasPrefix("_") { return nil }
        return Header.nearest(to: base, among: kind.columns).first { near in base.utf8.count > 3 || near == base }
    }

    private mutating func chooseLabel(_ header: [String], _ language: String?, _ fault: (String) -> Void) {
        let labels = header.enumerated().filter { Self.base($0.element.lowercased()) == "label" }
        guard let language else {
            guard places["label"] == nil, let first = labels.first else { return }
            return take(label: first)
        }
        if let fitting = labels.first(where: { Self.isOf(language, $0.element) }) { return take(label: fitting) }
        let known = labels.compactMap { Self.language($0.element) }.joined(separator: ", ")
        fault(
            "no labels in \"\(language.clipped)\". \(known.isEmpty ? "No column names a language." : "Languages in the file: \(known).")"
        )
    }

    private mutating func take(label: (offset: Int, element: String)) {
        if let earlier = titles["label"] { passedOver.append(earlier) }
        (places["label"], titles["label"]) = (label.offset, label.element)
        passedOver.removeAll { $0 == label.element }
    }

    /// The language of `label::English (en)`: `English (en)`.
    private static func language(_ title: String) -> String? {
        let parts = title.split(separator: ":", maxSplits: 1).map { $0.trimmed }
        return parts.count < 2 ? nil : String(parts[1].drop { $0 == ":" }).trimmed
    }

    /// Whether a label is in a language, by its name, its code, or both.
    private static func isOf(_ wanted: String, _ title: String) -> Bool {
        guard let language = language(title)?.lowercased() else { return false }
        let parts = language.split(whereSeparator: { "()".contains($0) }).map { $0.trimmed }
        return language == wanted.lowercased() || parts.contains(wanted.lowercased())
    }
}
