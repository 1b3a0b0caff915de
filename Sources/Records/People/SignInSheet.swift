import SQLite

/// What a sheet of names came to.
package struct SignedIn: Equatable, Sendable {
    /// People whose names are kept at the session by it, new there.
    package internal(set) var named = 0
    /// Of those, people who were not known before.
    package internal(set) var peopleMade = 0
    /// Heads without a name: a name that stands on the sheet a second time is somebody else, nobody knows who.
    package internal(set) var nameless = 0
    /// People who were at the session already.
    package internal(set) var unchanged = 0
    /// Whether the session became held by it.
    package internal(set) var held = false
}

extension Store {
    /// Takes a paper sign-in sheet: attendees by name, each one known by exactly this name within the organization
    /// trained, where the session has just one, or else made. Pronouns in brackets are dropped. Part of a `change`.
    ///
    /// - Throws: `notHeld` where the session did not take place, `ambiguous` where two people of the organization have
    ///   the name; the name is not repeated.
    package func signIn(_ names: [String], at session: Found) throws -> SignedIn {
        var signed = SignedIn()
        signed.held = try holdIfCounted(session.id)
        let trained = try organizationsTrained(session.id)
        let organization = trained.count == 1 ? trained.first : nil
        var seen: Set<String> = []
        var repeated = 0
        for (index, line) in names.enumerated() {
            let name = PronounRule.name(without: line)
            guard seen.insert(name).inserted else {
                repeated += 1
                continue
            }
            let people = try self.people(email: nil, name: name, organization: organization)
            guard people.count < 2 else {
                throw RecordError.refused(
                    "line \(index + 1): \(people.count) people have this name",
                    advice: Advice("To see them", .perform(.findDuplicates))
                )
            }
            if people.isEmpty { signed.peopleMade += 1 }
            try attend(session, try people.first ?? makePerson(name, organization), &signed)
        }
        try addHeads(repeated, to: session, &signed)
        return signed
    }

    /// Heads for names that stand there twice; where everybody else was there already, it is the same sheet again, and
    /// heads that are there are theirs.
    private func addHeads(_ repeated: Int, to session: Found, _ signed: inout SignedIn) throws {
        let isAgain = signed.named == 0 && signed.unchanged > 0
        let there: Int =
            try isAgain
            ? database.value("SELECT count(*) FROM nameless_attendance WHERE session_id = \(session.id)") ?? 0 : 0
        let known = min(repeated, there)
        signed.unchanged += known
        for _ in known..<repeated { try addHead(to: session) }
        signed.nameless = repeated - known
    }

    private func makePerson(_ name: String, _ organization: Int64?) throws -> Int64 {
        var draft = Draft(["name": .text(name)])
        if let organization {
            draft["organization"] = .record(Found(id: organization, ref: try ref(.organization, organization)))
        }
        return try add(.person, draft).id
    }

    private func attend(_ session: Found, _ person: Int64, _ signed: inout SignedIn) throws {
        try database.execute(
            """
            INSERT INTO attendance (session_id, person_id, role, status) VALUES
            (\(session.id), \(person), \(AttendanceRole.attendee.rawValue), \(AttendanceStatus.attended.rawValue))
            ON CONFLICT (session_id, person_id) DO UPDATE SET status = excluded.status WHERE status < excluded.status
            """
        )
        if database.changes == 0 { signed.unchanged += 1 } else { signed.named += 1 }
    }

    private func addHead(to session: Found) throws {
        try database.execute(
            """
            INSERT INTO nameless_attendance (session_id, role, status) VALUES
            (\(session.id), \(AttendanceRole.attendee.rawValue), \(AttendanceStatus.attended.rawValue))
            """
        )
    }
}
