package import Calendar
import Intake
package import Records

/// What somebody who types off a returned form begins with: the session, its form and the day.
package struct BeginEvaluation: Operation {
    /// The session's ref, an unambiguous beginning of it, or `last`.
    package var session = ""
    /// The form's ref; the form that the session is evaluated with unless given.
    package var form: String?
    /// The day on which it came back, as it was typed; today unless given.
    package var on: String?

    package let id = OperationID(.evaluation, "begin")
    package let role = Role.manager
    package let access = Access.read

    package init() {}

    package var parameters: [Parameter<Self>] {
        [.text("session", \.session), .text("form", \.form), .text("on", \.on)]
    }

    package func run(_ context: Context, in store: Store) throws -> BegunEvaluation {
        let found = try store.find(.session, session)
        return BegunEvaluation(session: found, form: try chosen(of: found, store), day: try store.dayDone(on))
    }

    /// The form that was said, else the session's own.
    private func chosen(of session: Found, _ store: Store) throws -> Form {
        if let form { return try store.form(store.find(.form, form).id) }
        guard let own = try store.form(ofSession: session.id) else {
            throw RecordError.invalid(
                field: "form",
                problem: "\(session.ref) has no evaluation form",
                advice: Advice("Choose one of these", .perform(.list(.form)))
            )
        }
        return try store.form(store.find(.form, own).id)
    }
}

/// A returned form on which nothing is answered yet.
package struct BegunEvaluation: Sendable {
    /// The session that the form is of.
    package let session: Found
    /// What is to be asked, in the order of its items.
    package let form: Form
    /// The civil day on which the form came back.
    package let day: Day
}

/// Stores one returned form, whose answers are read as an import reads them.
///
/// Evaluations are anonymous: no name, no time of day, and an order that tells nothing.
package struct AddEvaluation: Operation {
    /// The session's ref, an unambiguous beginning of it, or `last`.
    package var session = ""
    /// The form's ref; the form that the session is evaluated with unless given.
    package var form: String?
    /// The day on which it came back, as it was typed; today unless given.
    package var on: String?
    /// What was answered, by the names of the questions.
    package var answers: [String: String] = [:]

    package let id = OperationID.add(.evaluation)
    package let role = Role.manager
    package let access = Access.change

    package init() {}

    /// The answers have the names of the form's own questions, so that they are no parameters of every form.
    package var parameters: [Parameter<Self>] {
        [.text("session", \.session), .text("form", \.form), .text("on", \.on)]
    }

    package func run(_ context: Context, in store: Store) throws -> AddedEvaluation {
        var begin = BeginEvaluation()
        (begin.session, begin.form, begin.on) = (session, form, on)
        let begun = try begin.run(context, in: store)
        let returned = try filled(begun.form)
        let (found, isCodeDropped) = try store.addReturned(
            returned.evaluation(session: begun.session.id, day: begun.day),
            on: begun.day
        )
        return AddedEvaluation(
            found: found,
            session: begun.session,
            form: begun.form,
            answered: begun.form.items.count { returned.shown($0) != nil },
            isCodeDropped: isCodeDropped
        )
    }

    private func filled(_ form: Form) throws -> ReturnedForm {
        var returned = ReturnedForm(form)
        for (code, text) in answers.sorted(by: { $0.key < $1.key }) {
            guard let item = form.item(code) else {
                let problem = "\(form.ref) has no question \"\(code.clipped)\""
                throw RecordError.invalid(field: "answers", problem: problem)
            }
            guard let accepted = returned.answer(item, text) else { continue }
            let problem = "\(item.code): this answer isn't accepted. Use \(accepted)."
            throw RecordError.invalid(field: "answers", problem: problem)
        }
        if returned.isEmpty { throw RecordError.refused("the form has no answers", advice: "Nothing was saved.") }
        return returned
    }
}

/// A returned form that was stored.
package struct AddedEvaluation: Sendable {
    /// Its row id and its ref, drawn at random, which tells nothing of when it came.
    package let found: Found
    /// Where it was handed out.
    package let session: Found
    /// What was asked on it.
    package let form: Form
    /// How many of its questions are answered.
    package let answered: Int
    /// Whether its code was not kept, because matching is closed there.
    package let isCodeDropped: Bool
}
