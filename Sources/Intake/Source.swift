import Records

/// The program that wrote a file.
package enum Source: String, CaseIterable, Sendable {
    case groundwork
    case zoomMeeting = "zoom-meeting"
    case zoomWebinar = "zoom-webinar"
    case googleForms = "google-forms"
    case surveyMonkey = "surveymonkey"
    case qualtrics, eventbrite, kobo

    /// Whether it is a report of Zoom's.
    var isZoom: Bool { self == .zoomMeeting || self == .zoomWebinar }

    /// What it holds, in words, for a refusal.
    var holds: String {
        switch self {
        case .groundwork: "Groundwork's own columns"
        case .zoomMeeting: "a Zoom meeting report, which holds attendance"
        case .zoomWebinar: "a Zoom webinar report, which holds attendance"
        case .googleForms: "answers of a Google form"
        case .surveyMonkey: "answers of a SurveyMonkey survey"
        case .qualtrics: "answers of a Qualtrics survey"
        case .eventbrite: "an Eventbrite list of attendees"
        case .kobo: "answers of a KoboToolbox form"
        }
    }

    /// Whether its files hold this kind of record and can be read.
    func holds(_ kind: Noun) -> Bool {
        switch self {
        case .groundwork: true
        case .zoomMeeting, .zoomWebinar: kind == .attendance
        case .googleForms, .surveyMonkey, .qualtrics, .kobo: kind == .evaluation
        case .eventbrite: false
        }
    }
}

extension Source {
    /// Columns by which a survey's or ticket seller's file is told, as `Header.key` writes them.
    private static let marks: [(source: Source, columns: [[String]])] = [
        (
            .qualtrics,
            [["startdate", "enddate", "recordeddate"], ["startdate", "enddate", "responseid"], ["responseset"]]
        ),
        (
            .surveyMonkey,
            [["respondentid", "collectorid"], ["respondentid", "startdate"], ["respondentid", "enddate"]]
        ),
        (.eventbrite, [["order#", "attendee#"], ["order#", "ordertype"], ["order#", "tickettype"]]),
        (.kobo, [["_uuid", "_submission_time"], ["_id", "_uuid"]]),
        (.googleForms, [["timestamp"], ["タイムスタンプ"], ["zeitstempel"], ["horodateur"], ["marcatemporal"]]),
    ]

    /// The program that a survey's header gives away; for Google Forms the first column must be the time.
    static func survey(header: [String]) -> Source? {
        let keys = header.map(Header.key)
        for mark in marks {
            for columns in mark.columns where columns.allSatisfy({ keys.contains($0) }) {
                if mark.source == .googleForms, keys.first != columns.first { continue }
                return mark.source
            }
        }
        return nil
    }
}

/// Names of columns, as they are compared.
enum Header {
    /// A name in lower case without any white space, full-width brackets made plain.
    static func key(_ name: String) -> String {
        var key = ""
        for scalar in name.trimmed.lowercased().unicodeScalars where !scalar.properties.isWhitespace {
            switch scalar {
            case "\u{FF08}": key.append("(")
            case "\u{FF09}": key.append(")")
            case "\u{200B}", "\u{FEFF}", "\u{2060}": break
            default: key.unicodeScalars.append(scalar)
            }
        }
        return key
    }

    /// The names among `names` that are spelled most like `word`, at most three.
    static func nearest(to word: String, among names: [String]) -> [String] {
        let typed = Array(key(word).utf8)
        let near = names.compactMap { name -> (distance: Int, name: String)? in
            let other = Array(key(name).utf8)
            let distance = spelling(typed, other)
            return distance <= max(2, typed.count / 3) ? (distance, name) : nil
        }
        return near.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(3).map(\.name)
    }

    /// How many letters to add, drop or change to make one word of another (Levenshtein).
    private static func spelling(_ a: [UInt8], _ b: [UInt8]) -> Int {
        var row = Array(0...b.count)
        for (i, letter) in a.prefix(200).enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, other) in b.enumerated() {
                let change = diagonal + (letter == other ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(change, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[b.count]
    }
}
