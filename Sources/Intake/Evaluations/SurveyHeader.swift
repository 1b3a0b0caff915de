import Records

/// The header rows of a file of answers: one, or with SurveyMonkey two, or with Qualtrics up to four.
enum SurveyHeader {
    /// The program whose columns the first records name; nil for none that is known.
    static func source(of records: [[String]]) -> Source? {
        if let source = Source.survey(header: records[0]) { return source }
        let second = records.count > 1 ? records[1].map(Header.key) : []
        // Files of the years before 2016 have V1, V2, … above the names.
        return second.contains("responseset") ? .qualtrics : nil
    }

    /// The record, from 0, that is the last of the header.
    static func last(in records: [[String]], _ source: Source) -> Int {
        switch source {
        case .surveyMonkey: hasSecondRow(records) ? 1 : 0
        case .qualtrics: lastOfQualtrics(records)
        default: 0
        }
    }

    /// A second row belongs to the header where nobody responded in it.
    private static func hasSecondRow(_ records: [[String]]) -> Bool {
        guard records.count > 1 else { return false }
        let column = records[0].firstIndex { Header.key($0) == "respondentid" } ?? 0
        return column >= records[1].count || records[1][column].trimmed.isEmpty
    }

    /// Rows follow where a date stands in the column of dates; the row of import ids is JSON.
    private static func lastOfQualtrics(_ records: [[String]]) -> Int {
        let dates: Set<String> = ["startdate", "enddate", "recordeddate"]
        let names = records.prefix(2)
        guard let column = names.compactMap({ $0.firstIndex { dates.contains(Header.key($0)) } }).first else {
            return 0
        }
        var last = 0
        while last < 3, last + 1 < records.count {
            let cell = column < records[last + 1].count ? records[last + 1][column].trimmed : ""
            if cell.first?.isNumber == true { break }
            let isJSON = records[last + 1].contains { $0.trimmed.hasPrefix("{\"ImportId\"") }
            if cell.isEmpty, !isJSON, last > 0 { break }
            last += 1
        }
        return last
    }
}

/// One column of a file of answers, with all the names by which it may be meant.
struct SurveyColumn {
    let index: Int
    /// Its name for a message.
    let title: String
    /// Whole names, as `Header.key` writes them: code, question, question and row.
    var names: [String] = []
    /// Parts that may tell it where no whole name does: the row of a grid, the end of a path.
    var parts: [String] = []
    /// Where it holds the words beside "other": the names of its question.
    var otherOf: [String] = []
    /// Where the zone of its times is named, as Qualtrics does.
    var zone: String?
    /// What `Header.key` makes of the first row's name.
    var key: String { names.first ?? "" }
}

extension SurveyColumn {
    /// The columns that header rows name.
    static func all(_ rows: [[String]], _ source: Source) -> [SurveyColumn] {
        let width = rows.map(\.count).max() ?? 0
        switch source {
        case .surveyMonkey: return surveyMonkey(rows, width)
        case .qualtrics: return (0..<width).map { qualtrics($0, rows) }
        default: return (0..<width).map { plain($0, rows.last ?? []) }
        }
    }

    private static func cell(_ row: [String], _ index: Int) -> String {
        index < row.count ? row[index].trimmed : ""
    }

    private static func plain(_ index: Int, _ row: [String]) -> SurveyColumn {
        let name = cell(row, index)
        var column = SurveyColumn(index: index, title: clipped(name))
        column.names = [Header.key(name)]
        if let grid = gridRow(name) { column.parts.append(Header.key(grid)) }
        if let slash = name.lastIndex(of: "/") {
            column.parts.append(Header.key(String(name[name.index(after: slash)...])))
        }
        if let parent = name.dropping(suffix: "_other") ?? name.dropping(suffix: "/other") {
            column.otherOf = [
                Header.key(parent), Header.key(parent.split(separator: "/").last.map(String.init) ?? parent),
            ]
        }
        return column
    }

    /// The row of a Google grid: `Question [Row]`.
    private static func gridRow(_ name: String) -> String? {
        guard name.hasSuffix("]"), let bracket = name.lastIndex(of: "[") else { return nil }
        return String(name[name.index(after: bracket)...].dropLast())
    }

    /// Blank cells of the first row belong to the question on their left.
    private static func surveyMonkey(_ rows: [[String]], _ width: Int) -> [SurveyColumn] {
        var question = ""
        let second = rows.count > 1 ? rows[1] : []
        return (0..<width).map { index in
            let name = cell(rows[0], index)
            let isOwn = !name.isEmpty
            if isOwn { question = name }
            let choice = cell(second, index)
            let isAlone = index + 1 >= width || !cell(rows[0], index + 1).isEmpty
            let isPlain = choice.isEmpty || ["response", "open-endedresponse"].contains(Header.key(choice))
            let title = isPlain ? question : "\(question) - \(choice)"
            var column = SurveyColumn(index: index, title: clipped(title))
            if isPlain || isOwn && isAlone { column.names = [Header.key(question)] }
            if !isPlain {
                column.names += ["-", "/", "["].map { Header.key("\(question)\($0)\(choice)") + ($0 == "[" ? "]" : "") }
                column.parts = [Header.key(choice)]
                if Header.key(choice).hasPrefix("other(") { column.otherOf = [Header.key(question)] }
            }
            return column
        }
    }

    /// Names, question texts, import ids.
    private static func qualtrics(_ index: Int, _ rows: [[String]]) -> SurveyColumn {
        let cells = rows.map { cell($0, index) }
        var column = SurveyColumn(index: index, title: clipped(cells.first { !$0.isEmpty } ?? ""))
        for text in cells {
            if text.hasPrefix("{") {
                if let id = value("ImportId", in: text) { column.names.append(Header.key(id)) }
                column.zone = value("timeZone", in: text)
            } else if !text.isEmpty {
                column.names.append(Header.key(text))
                if let dash = text.ranges(of: " - ").last {
                    column.parts.append(Header.key(String(text[dash.upperBound...])))
                }
            }
        }
        if let parent = cells.first?.dropping(suffix: "_TEXT") {
            let question = parent.split(separator: "_").dropLast().joined(separator: "_")
            column.otherOf = [Header.key(parent), Header.key(question)]
        }
        return column
    }

    /// The text behind a name in a small JSON object.
    private static func value(_ name: String, in json: String) -> String? {
        guard let start = json.ranges(of: "\"\(name)\"").first?.upperBound else { return nil }
        let parts = json[start...].split(separator: "\"", maxSplits: 2, omittingEmptySubsequences: false)
        return parts.count > 1 && parts[0].trimmed == ":" ? String(parts[1]) : nil
    }

    private static func clipped(_ name: String) -> String {
        let line = name.split(whereSeparator: \.isNewline).joined(separator: " ")
        return line.count > 60 ? line.prefix(60) + "…" : line
    }
}

extension String {
    /// The text before `suffix`, whatever its case; nil where it does not end so, or is nothing else.
    fileprivate func dropping(suffix: String) -> String? {
        guard lowercased().hasSuffix(suffix.lowercased()), count > suffix.count else { return nil }
        return String(dropLast(suffix.count))
    }
}
