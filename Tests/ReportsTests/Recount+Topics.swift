import Measures

/// TR-13 and TR-14: topics that were covered, and people who had registered (9.15, 9b.5, 9b.12).
extension Recount {
    /// Topics of the course that were covered, at sessions for which somebody said so; the others are missing. A course
    /// without topics is in no part.
    func topics(_ held: [RawRecords.Session]) -> [String: Figure] {
        var (covered, all, missing) = (0, 0, 0)
        var sessions: [String: Int] = [:]
        var unsaid: [String: Int] = [:]
        for session in held {
            guard let course = RawRecords.courses.first(where: { $0.id == session.course }), !course.topics.isEmpty
            else { continue }
            guard session.isConfirmed == true else {
                missing += 1
                for topic in course.topics { unsaid[topic.code, default: 0] += 1 }
                continue
            }
            all += course.topics.count
            for topic in course.topics {
                let isCovered = session.topics.contains(topic.title)
                covered += isCovered ? 1 : 0
                sessions[topic.code, default: 0] += isCovered ? 1 : 0
            }
        }
        var figures: [String: Figure] = [:]
        for (code, count) in sessions {
            figures["TR-13.\(code)"] = Figure.count(count).lacking(unsaid[code] ?? 0, of: .max)
        }
        figures["TR-13"] =
            all == 0 && missing > 0
            ? .notCollected(missing: missing) : .share(numerator: covered, denominator: all, missing: missing)
        return figures
    }

    /// What is known of those who registered.
    enum Registration: Equatable {
        case none
        /// Of people on lists of who registered, those who came.
        case lists(came: Int, registered: Int)
        /// Sums of counts, of sessions that have one.
        case counts(came: Int, registered: Int)
    }

    var registration: Registration {
        let held = held
        let listed = held.flatMap { session in
            raw.heads.filter {
                $0.session == session.id && $0.role == 1 && $0.isRegistered == true
                    && isHead(of: organization, $0.organization, session)
            }
        }
        if !listed.isEmpty { return .lists(came: listed.count { $0.status == 2 }, registered: listed.count) }
        let counted = held.compactMap { session in
            headcount("registered", session, nil, []).map { (came: came(session, nil).attendances, registered: $0) }
        }
        guard !counted.isEmpty else { return .none }
        return .counts(
            came: counted.reduce(0) { $0 + $1.came },
            registered: counted.reduce(0) { $0 + $1.registered }
        )
    }
}
