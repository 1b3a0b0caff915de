/// What a board may hold its designated share of voting seats against.
///
/// Both are rules for other bodies: a governing board and a planning council. An advisory board is bound by neither, so
/// none is printed unless the board picks one. Sources: HRSA, Health Center Program Compliance Manual, chapter 20
/// (a majority of the voting members, at least 51 %); Ryan White HIV/AIDS Program, Part A planning councils (at least
/// 33 % unaligned consumers).
package enum BoardYardstick: String, CaseIterable, Sendable {
    case none, hrsa
    case ryanWhite = "ryan-white"

    static let words = allCases.map(\.rawValue)

    /// The yardstick with its name, as a page prints it; nil where none was picked.
    package var title: String? {
        switch self {
        case .none: nil
        case .hrsa: "a majority (HRSA governing board)"
        case .ryanWhite: "33% (Ryan White planning council)"
        }
    }

    /// The fewest designated members of a number of voting members that meet it; nil where none was picked.
    package func fewest(of members: Int) -> Int? {
        switch self {
        case .none: nil
        case .hrsa: members / 2 + 1
        case .ryanWhite: (members * 33 + 99) / 100
        }
    }
}
