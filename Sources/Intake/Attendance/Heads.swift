import Records

/// Numbers for heads, from 1: the same for the same key.
struct Heads {
    private var known: [[UInt8]: Int64] = [:]
    private var count: Int64 = 0

    /// The number of a key; one of its own where there is none.
    mutating func number(_ key: [UInt8]?) -> Int64 {
        if let key, let number = known[key] { return number }
        count += 1
        if let key { known[key] = count }
        return count
    }
}

extension Identification {
    /// Numbers heads: rows of one ref or e-mail are one, and in a vendor's report rows of one name. A name alone is that
    /// of the ref or e-mail beside which it stands, as it would be if names were kept.
    func numberHeads(_ rows: inout SessionRows, _ session: SessionFacts) throws {
        var heads = Heads()
        let owners = owners(rows, session)
        var met: [NameKey: [Int]] = [:]
        for index in rows.rows.indices {
            let row = rows.rows[index]
            let isNamed = row.person.isEmpty && row.email.isEmpty && !row.name.isEmpty && !row.isUnnamed
            if !owners.isEmpty, isNamed, owners[nameKey(row, rows, session)] != nil {
                met[nameKey(row, rows, session), default: []].append(index)
            } else {
                rows.rows[index].identity = -heads.number(headKey(row, rows))
            }
        }
        for (key, members) in met.sorted(by: { $0.key < $1.key }) {
            guard let found = owners[key], found.count == 1, let owner = found.first else {
                rejectAmbiguous(members, rows)
                for index in members { rows.rows[index].identity = 0 }
                continue
            }
            let ordered = members.sorted { rows.isBefore(rows.rows[$0], rows.rows[$1]) }
            for (place, index) in ordered.enumerated() {
                rows.rows[index].identity = -heads.number(place == 0 || nameIsOne ? owner : nil)
            }
        }
    }

    /// What tells whose head a row is; nil where it is one of its own.
    func headKey(_ row: SessionRows.Row, _ rows: SessionRows) -> [UInt8]? {
        if !row.person.isEmpty { return [1] + Array(rows.string(row.person).lowercasedASCII.utf8) }
        if !row.email.isEmpty { return [2] + Array(rows.string(row.email).lowercasedASCII.utf8) }
        guard nameIsOne, !row.name.isEmpty else { return nil }
        return [3] + Array(rows.string(row.name).utf8)
    }

    private func nameKey(_ row: SessionRows.Row, _ rows: SessionRows, _ session: SessionFacts) -> NameKey {
        NameKey(name: rows.string(row.name), organization: organization(of: row, session))
    }

    /// By name, the keys of the heads whose rows give a ref or an e-mail: each under the longest of its names.
    private func owners(_ rows: SessionRows, _ session: SessionFacts) -> [NameKey: Set<[UInt8]>] {
        var names: [[UInt8]: NameKey] = [:]
        guard rows.rows.contains(where: { $0.person.isEmpty && $0.email.isEmpty && !$0.name.isEmpty }) else {
            return [:]
        }
        for row in rows.rows where !(row.person.isEmpty && row.email.isEmpty) && !row.name.isEmpty && !row.isUnnamed {
            guard let key = headKey(row, rows) else { continue }
            let name = nameKey(row, rows, session)
            guard let other = names[key] else {
                names[key] = name
                continue
            }
            let isBetter =
                (name.name.utf8.count, name.name, other.organization)
                > (other.name.utf8.count, other.name, name.organization)
            if isBetter { names[key] = name }
        }
        var owners: [NameKey: Set<[UInt8]>] = [:]
        for (key, name) in names { owners[name, default: []].insert(key) }
        return owners
    }
}
