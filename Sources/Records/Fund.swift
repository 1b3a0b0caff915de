import SQLite

extension Store {
    /// The fund that somebody names, as sessions and targets spell it: exactly so, else without regard to case.
    ///
    /// - Throws: `RecordError.absent` where none has this name, with the funds that there are: a figure of a fund that is
    ///   spelled otherwise would be a clean zero.
    package func fund(_ typed: String) throws -> String {
        let funds = try database.all(
            "SELECT fund FROM session WHERE fund <> '' UNION SELECT fund FROM target WHERE fund <> '' ORDER BY 1"
        ) { try $0.text(0) }
        let name = typed.trimmed
        if funds.contains(name) { return name }
        let fitting = funds.filter { $0.lowercased() == name.lowercased() }
        if fitting.count == 1 { return fitting[0] }
        let shown = funds.prefix(8).map { "\"\($0)\"" }.joined(separator: ", ")
        throw RecordError.absent(
            "unknown fund \"\(typed)\"",
            advice: funds.isEmpty
                ? Advice("No session has a fund yet. To set one", .perform(.edit(.session), ask: ["ref", "fund"]))
                : "Funds: \(shown)\(funds.count > 8 ? " and \(funds.count - 8) more" : "")."
        )
    }
}
