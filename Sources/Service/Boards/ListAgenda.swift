package import Records

/// Lists what is open for a board's next meeting, the oldest first, with the role that owns it.
///
/// It holds no name, and no words unless they are asked for: then what the board itself recommended, and public wordings
/// of feedback, never what somebody said.
package struct ListAgenda: Operation {
    /// The board's ref, an unambiguous beginning of it, or `last`.
    package var board = ""
    /// Whether the board's recommendations and public wordings of feedback are read, too.
    package var words = false

    package let id = OperationID.listAgenda
    package let role = Role.manager
    package let access = Access.read

    package init() {}

    package var parameters: [Parameter<Self>] { [.text("board", \.board), .flag("words", \.words)] }

    package func run(_ context: Context, in store: Store) throws -> [AgendaItem] {
        try store.agenda(try store.find(.board, board), asOf: store.today, words: words)
    }
}
