/// Lines of a list that are no people: a total, an average. By language; whole names only.
package enum NoPerson {
    /// Headings of a column of names, as `Header.key` writes them.
    private static let headings: Set<String> = [
        "name", "names", "fullname", "yourname", "printname", "printedname", "firstname", "lastname", "attendee",
        "attendees",
        "participant", "participants", "signature", "e-mail", "email", "nombre", "nombres", "nom", "nome", "naam",
    ]

    /// What a line of a sign-in sheet is that is no name: a heading, a total, an average; nil for a name.
    package static func line(_ text: String) -> String? {
        if headings.contains(Header.key(text)) { return "a heading" }
        return label(text).map { $0 == "total" ? "a total" : "an average" }
    }

    private static let words: [String: String] = {
        let totals = [
            "total", "totals", "grandtotal", "subtotal", "totalattendees", "totalparticipants", "totalparticipantes",
            "totalgeneral", "totaldeparticipantes", "gesamt", "insgesamt", "summe", "gesamtsumme", "somme", "totale",
            "somma", "suma", "soma", "totaal", "som", "razem", "合計", "総計", "小計", "합계", "총계", "총합", "合计", "总计",
            "总数", "總計", "итого", "всего", "сумма", "toplam", "tổng", "tổngcộng",
        ]
        let averages = [
            "average", "averages", "mean", "promedio", "media", "moyenne", "durchschnitt", "mittelwert", "média",
            "gemiddelde",
            "średnia", "平均", "평균", "平均值", "среднее", "ortalama", "trungbình",
        ]
        return Dictionary(
            totals.map { ($0, "total") } + averages.map { ($0, "average") },
            uniquingKeysWith: { first, _ in first }
        )
    }()

    /// The longest of them, with a number behind it, in bytes.
    private static let limit = 60

    /// What a name says that is none; nil for a person's. A number behind it does not matter: `Total: 3`.
    static func label(_ name: String) -> String? {
        guard name.utf8.count <= limit else { return nil }
        let bare = Header.key(name).prefix { $0 != ":" && $0 != "=" && $0 != "(" && !$0.isNumber }
        return words[String(bare)]
    }

    /// As `label`, of bytes: nearly every name is told by its first three.
    @inline(__always)
    static func label(_ name: UnsafeRawBufferPointer) -> String? {
        guard name.count >= 3, name.count <= limit, isBeginning(name[0], name[1], name[2]) else { return nil }
        return label(String(decoding: name, as: UTF8.self))
    }

    @inline(__always)
    private static func isBeginning(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
        if first >= 0x80 { return true }
        let place = Int(first & 31) << 10 | Int(second & 31) << 5 | Int(third & 31)
        return beginnings[place >> 6] & (1 << UInt64(place & 63)) != 0
    }

    /// The first three bytes of the words, five bits of each: a set.
    private static let beginnings: [UInt64] = {
        var set = [UInt64](repeating: 0, count: 1 << 9)
        for word in words.keys {
            let bytes = Array(word.utf8.prefix(3))
            guard bytes.count == 3 else { continue }
            let place = Int(bytes[0] & 31) << 10 | Int(bytes[1] & 31) << 5 | Int(bytes[2] & 31)
            set[place >> 6] |= 1 << UInt64(place & 63)
        }
        return set
    }()
}
