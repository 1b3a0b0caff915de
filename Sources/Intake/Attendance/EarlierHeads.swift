import Calendar
import Records

/// What a session has from other imports when one comes that keeps heads without names.
struct EarlierHeads {
    let run: FileImport

    /// Refuses a second count of one session, or takes the heads of the first away where rows may be changed; notes
    /// that people there by name may be counted twice.
    ///
    /// - Throws: `ImportRefused`, naming the first.
    func reconcile(_ session: SessionFacts) throws {
        let id = run.importID
        if let other = try run.store.namesImport(of: session.id, otherThan: id) { run.notes.namedBefore = other }
        guard let earlier = try run.store.headsImport(of: session.id, otherThan: id) else { return }
        guard run.request.update else {
            let what = """
                session \(session.ref) already has attendance from \(earlier.file) \
                (import \(earlier.number), \(earlier.at.dayWords))
                """
            let advice: Advice = "To replace it with this file, add --update."
            throw ImportRefused([ImportIssue(file: run.file.name, line: nil, what: what, advice: advice)])
        }
        try run.store.removeHeads(of: session.id, from: earlier.id)
        run.notes.replaced = earlier.number
    }
}
