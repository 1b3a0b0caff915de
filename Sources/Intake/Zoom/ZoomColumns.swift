import Records

/// Where the cells of a Zoom report stand. Names of columns are data: one list for each, as `Header.key` writes them.
struct ZoomColumns: Equatable {
    enum Column: CaseIterable {
        case name, email, joined, left, minutes, attended, waiting, approval, guest
    }

    private var places: [Column: Int] = [:]
    /// The columns of the wide layout that name the host of a row's meeting.
    private(set) var hostName: Int?
    private(set) var hostEmail: Int?
    /// The names of the columns in the file.
    private(set) var titles: [Column: String] = [:]

    /// The likelier name first. A name in brackets says "shown (original)".
    private static let aliases: [Column: [String]] = [
        .name: [
            "name(originalname)", "username(originalname)", "名前(元の名前)", "ユーザー名(元の名前)", "name(originalername)",
            "nom(nomd'origine)", "nom(nomoriginal)", "nombre(nombreoriginal)", "nome(nomeoriginal)",
            "nome(nomeoriginale)",
            "名称(原始名称)", "姓名(原名)", "이름(원래이름)", "participantname", "username", "name", "名前", "participant",
        ],
        .email: [
            "email", "useremail", "e-mail", "emailaddress", "ユーザーメール", "ユーザーのメール", "メール", "メールアドレス",
            "benutzer-e-mail", "e-mail-adresse", "e-maildel'utilisateur", "correoelectrónicodelusuario",
            "e-maildousuário", "用户邮箱", "用户电子邮件", "사용자이메일",
        ],
        .joined: [
            "jointime", "参加時刻", "参加時間", "beitrittszeit", "heured'arrivée", "horadeentrada", "加入时间", "참가시간",
        ],
        .left: [
            "leavetime", "退出時刻", "退出時間", "austrittszeit", "heurededépart", "horadesalida", "horadesaída", "离开时间",
            "나간시간",
        ],
        .minutes: [
            "duration(minutes)", "totalduration(minutes)", "timeinsession(minutes)", "所要時間(分)", "合計所要時間(分)",
            "総所要時間(分)", "dauer(minuten)", "gesamtdauer(minuten)", "durée(minutes)", "duréetotale(minutes)",
            "duración(minutos)", "duracióntotal(minutos)", "duração(minutos)", "时长(分钟)", "持续时间(分钟)", "지속시간(분)",
        ],
        .attended: ["attended", "参加済み", "teilgenommen", "aparticipé", "asistió"],
        .waiting: ["inwaitingroom", "待機室", "待機中", "imwarteraum", "ensalled'attente", "enlasaladeespera"],
        .approval: ["approvalstatus", "承認ステータス", "genehmigungsstatus", "statutd'approbation"],
        .guest: ["guest", "isguest", "ゲスト", "gast", "invité", "invitado"],
    ]

    /// The columns of a header; nil where the record is none of a report of participants.
    init?(_ header: [String], mapping: Mapping = Mapping()) {
        let keys = header.map(Header.key)
        for column in Column.allCases {
            guard let index = Self.index(of: column, in: keys, after: places[.name] ?? -1, mapping) else { continue }
            places[column] = index
            titles[column] = header[index].trimmed
        }
        guard let name = places[.name] else { return nil }
        let isBracketed = keys[name].contains("(")
        let marks: [Column] = [.email, .joined, .left, .minutes, .attended, .guest]
        let count = marks.count { places[$0] != nil }
        guard has(.minutes) || has(.joined) || has(.attended), count >= (isBracketed ? 1 : 2) else { return nil }
        hostName = keys[..<name].firstIndex(of: "username")
        hostEmail = keys[..<name].firstIndex(of: "useremail")
    }

    /// Whether the report has the column.
    func has(_ column: Column) -> Bool { places[column] != nil }

    /// What a record has in the column; dashes stand for nothing.
    func text(_ column: Column, _ reader: CSVReader) -> String {
        guard let index = places[column] else { return "" }
        let text = reader.text(index).trimmed
        return text == "--" || text == "-" ? "" : text
    }

    /// The cells of a record that may be written among the rejects: names without what is dropped from them; where names
    /// are not kept, nothing but the columns that are read, and no e-mail.
    func kept(_ reader: CSVReader, width: Int, names: Bool) -> [String] {
        let known = Set(places.values).union([hostName, hostEmail].compactMap { $0 })
        return (0..<width).map { index in
            guard index < reader.count, names || known.contains(index) else { return "" }
            if index == places[.email], !names { return "" }
            let text = reader.text(index)
            return index == places[.name] || index == hostName ? PersonName.shown(text) : text
        }
    }

    /// The column's name in the file.
    func title(_ column: Column) -> String { titles[column] ?? "\(column)" }

    /// The column of an option, else of the list; of two of one name the one behind the name, as the wide layout has it.
    private static func index(of column: Column, in keys: [String], after name: Int, _ mapping: Mapping) -> Int? {
        if let mapped = mapping.columns["\(column)"] { return keys.lastIndex(of: Header.key(mapped)) }
        for alias in aliases[column] ?? [] {
            let fitting = keys.indices.filter { keys[$0] == alias }
            if let behind = fitting.first(where: { $0 > name }) ?? fitting.first { return behind }
        }
        return nil
    }
}

/// What can be told of a Zoom report from its first records.
enum ZoomReport {
    /// The record, from 0, that is the header of a meeting's report, or with which the first section of a webinar's
    /// begins; nil where it is no such report.
    static func header(in records: [[String]], _ source: Source) -> Int? {
        switch source {
        case .zoomWebinar:
            return records.firstIndex { record in
                Section(title: record) != nil || ZoomColumns(record)?.has(.attended) == true
            }
        case .zoomMeeting:
            return records.firstIndex { ZoomColumns($0).map { !$0.has(.attended) } ?? false }
        default:
            return nil
        }
    }

    /// A part of a webinar's report.
    enum Section: Equatable {
        case hosts, panelists, attendees

        private static let titles: [(key: String, section: Section)] = [
            ("hostdetails", .hosts), ("panelistdetails", .panelists), ("panelistsdetails", .panelists),
            ("interpreterdetails", .panelists), ("attendeedetails", .attendees), ("attendeesdetails", .attendees),
            ("otherattended", .attendees), ("ホストの詳細", .hosts), ("パネリストの詳細", .panelists),
            ("出席者の詳細", .attendees), ("参加者の詳細", .attendees),
        ]

        /// The section that a record of one cell begins.
        init?(title record: [String]) {
            guard let first = record.first, record.dropFirst().allSatisfy({ $0.trimmed.isEmpty }) else { return nil }
            let key = Header.key(first)
            guard let found = Self.titles.first(where: { $0.key == key }) else { return nil }
            self = found.section
        }
    }
}

/// Who held a meeting, as the lines above its participants and the session say. Names are compared without case.
struct HostMarks {
    private var emails: Set<String> = []
    private var names: Set<String> = []

    /// The host of the block above the header, and the session's facilitators.
    init(preamble: [[String]], facilitators: [String]) {
        for name in facilitators { add(name: name, email: "") }
        for (index, record) in preamble.enumerated() where index + 1 < preamble.count {
            let keys = record.map(Header.key)
            guard keys.contains("topic") || keys.contains("トピック"), ZoomColumns(record) == nil else { continue }
            let values = preamble[index + 1]
            for (key, value) in zip(keys, values) { add(key, value.trimmed) }
        }
    }

    /// Whether a name or an e-mail is a host's.
    func includes(name: String, email: String) -> Bool {
        !email.isEmpty && emails.contains(email.lowercased()) || !name.isEmpty && names.contains(name.lowercased())
    }

    private mutating func add(_ key: String, _ value: String) {
        switch key {
        case "useremail", "hostemail", "ユーザーメール": add(name: "", email: value)
        case "hostname", "username": add(name: value, email: "")
        case "host", "ホスト":
            let parts = value.split(separator: "(", maxSplits: 1)
            let inBrackets = parts.count > 1 ? parts[1].split(separator: ")").first.map { $0.trimmed } ?? "" : ""
            add(name: PersonName.shown(value), email: inBrackets.contains("@") ? inBrackets : "")
        default: break
        }
    }

    private mutating func add(name: String, email: String) {
        if !name.isEmpty { names.insert(name.trimmed.lowercased()) }
        if !email.isEmpty { emails.insert(email.trimmed.lowercased()) }
    }
}
