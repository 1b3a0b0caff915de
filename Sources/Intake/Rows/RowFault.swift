import Records

/// What is wrong with a row, from the error that storing it met.
struct RowFault {
    var field: String?
    var what: String
    var advice: Advice?

    /// Nil where the row is not at fault: the disk, the file, the program.
    init?(_ error: any Error) {
        switch error {
        case let error as FieldFault:
            guard let fault = RowFault(error.error) else { return nil }
            self = fault
            field = error.field
        case RecordError.invalid(let field, let problem, let advice):
            (self.field, what, self.advice) = (field, problem, advice)
        case RecordError.broken(let field, let problem, let advice):
            (self.field, what, self.advice) = (field, problem, advice)
        case RecordError.missing(_, let field):
            (self.field, what) = (field, "is missing")
        case let error as RecordError:
            (field, what, advice) = (Self.field(of: error), error.message, error.advice)
        default:
            guard let rule = Store.brokenRule(error) else { return nil }
            what = "this breaks a rule: \(rule)"
        }
    }

    /// The field that a broken rule is about, where it is about one.
    private static func field(of error: RecordError) -> String? {
        switch error {
        case .differs(_, _, let fields): fields.first
        case .refTaken, .refGone: "ref"
        case .unknownOption: "option"
        default: nil
        }
    }
}

/// A rule that the value of one field broke.
struct FieldFault: Error {
    let field: String
    let error: RecordError

    init(field: String, _ error: RecordError) {
        (self.field, self.error) = (field, error)
    }
}
