import Records
import SQLite

/// What is wrong with a row, from the error that storing it met.
struct RowFault {
    var field: String?
    var what: String
    var advice: String?

    /// Nil where the row is not at fault: the disk, the file, the program.
    init?(_ error: any Error) {
        switch error {
        case RecordError.invalid(let field, let problem):
            (self.field, what) = (field, problem)
        case RecordError.missing(let noun, let field):
            (self.field, what) = (field, "\(noun.withArticle) needs one")
        case let error as RecordError:
            (what, advice) = (error.message, error.advice)
        case let error as DatabaseError where error.isConstraint:
            let rule = error.constraint.map { $0.replacingUnderscores } ?? "a rule of the record"
            what = "this breaks a rule: \(rule)"
        default:
            return nil
        }
    }
}
