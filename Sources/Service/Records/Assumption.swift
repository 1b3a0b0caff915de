package import Calendar
import Records

/// Something that was taken for granted in what was typed, and should be said.
package enum Assumption: Equatable, Sendable {
    /// A staff figure came without its day, and is dated today.
    case staffFigureIsOf(Day)

    /// What is taken for granted in a record; nil where nothing is.
    init?(_ noun: Noun, _ draft: Draft, _ store: Store) {
        guard noun == .organization, draft.text("staff") != nil, draft.text("staff_as_of") == nil else { return nil }
        self = .staffFigureIsOf(store.today)
    }
}
