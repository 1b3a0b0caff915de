/// What an account may do. Each role is decided here, for every interface.
///
/// The operating system's account at the command line is an `admin`: who can open the file can read all of it.
package enum Role: String, CaseIterable, Sendable {
    /// Accounts, settings, names that leave, keeping.
    case admin
    /// Records: logs, corrects, imports, forgets.
    case manager
    /// Reports, batches, publications.
    case coordinator
    /// Forms, de-identified exports, evaluation reports; no names.
    case evaluator
    /// Recorded publications, and pages of its own board.
    case board

    /// Whether an account of this role may do what `needed` may do. An evaluator's work is no part of a board's, nor the
    /// other way round.
    package func includes(_ needed: Role) -> Bool {
        switch self {
        case .admin: true
        case .manager: needed != .admin
        case .coordinator: needed == .coordinator || needed == .evaluator || needed == .board
        case .evaluator: needed == .evaluator
        case .board: needed == .board
        }
    }
}
