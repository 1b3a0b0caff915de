import SQLite

/// One of the five things that an organization answers about itself; the raw values are those of the view
/// `profile_answer` and of the companions of OR-07.
enum OwnReport: String, CaseIterable, Sendable {
    case employ, outlet, board, assessed, services

    /// What an organization has that says yes, in words that stand as a column's title.
    var title: String {
        switch self {
        case .employ: "Employs people with lived or living experience"
        case .outlet: "Has an outlet for feedback"
        case .board: "Has an advisory board"
        case .assessed: "Has assessed its practices"
        case .services: "Harm-reduction services"
        }
    }

    /// How many services there are to offer; of the other questions the answer is yes or no.
    static let countOfServices = 9

    /// What a yes counts.
    private var most: Int { self == .services ? Self.countOfServices : 1 }

    /// The term over the first answer for an organization that could gain something.
    var couldGain: SQL { "first < \(most)" }

    /// The term over `first` and `latest` for having now what it did not have at first.
    var gained: SQL { self == .services ? Self.offers("latest", butNot: "first") : "latest > first" }

    /// The term over the first answer for an organization that had something to lose.
    var couldLose: SQL { "first > 0" }

    /// The term for not having any more what it had at first.
    var lost: SQL { self == .services ? Self.offers("first", butNot: "latest") : "latest < first" }

    /// Whether one report names a service that another doesn't.
    private static func offers(_ one: SQL, butNot other: SQL) -> SQL {
        """
        EXISTS (
            SELECT 1 FROM profile_service AS offered
            WHERE offered.profile_id = \(one)_id AND offered.list = 'service' AND offered.version = '1'
                AND NOT EXISTS (
                    SELECT 1 FROM profile_service AS same
                    WHERE same.profile_id = \(other)_id AND (same.list, same.version, same.code)
                        = (offered.list, offered.version, offered.code)
                )
        )
        """
    }
}

// MARK: - What is counted

extension OwnReport {
    private func counted(_ what: String) -> Counted { Counted(rawValue: "\(rawValue)_\(what)") }

    /// Organizations that answered.
    var answered: Counted { counted("answered") }
    /// Those of them that said yes; of services how many they offer together.
    var sum: Counted { counted("sum") }
    /// Organizations that answered twice.
    var twice: Counted { counted("twice") }
    /// Those of them that could gain something.
    var open: Counted { counted("open") }
    /// Those that gained something.
    var gains: Counted { counted("gains") }
    /// Those that had something to lose.
    var had: Counted { counted("had") }
    /// Those that lost something.
    var losses: Counted { counted("losses") }
}

extension Counted {
    /// Organizations that were reached.
    static let organizationsReached = Counted(rawValue: "organizations_reached")
    /// Organizations reached that reported anything.
    static let organizationsReporting = Counted(rawValue: "organizations_reporting")
    /// Organizations that answered any question twice.
    static let answeredTwice = Counted(rawValue: "answered_twice")
    /// Organizations that gained anything.
    static let gainedAnything = Counted(rawValue: "gained_anything")
}
