/// The name of something that a person can do, such as `session.edit`: what advice refers to, what a role permits, and
/// what an interface finds its command or page by.
///
/// Open, like the codes of a C library: each operation has one, and a name without an operation is a mistake that a test
/// finds.
package struct OperationID: RawRepresentable, Hashable, Sendable {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    init(_ rawValue: String) { self.init(rawValue: rawValue) }

    /// Something done to records of a kind.
    package init(_ noun: Noun, _ verb: String) { self.init("\(noun.rawValue).\(verb)") }
}

extension OperationID {
    /// Adds a record of a kind.
    package static func add(_ noun: Noun) -> OperationID { OperationID(noun, "add") }
    /// Changes a record of a kind.
    package static func edit(_ noun: Noun) -> OperationID { OperationID(noun, "edit") }
    /// Lists the records of a kind.
    package static func list(_ noun: Noun) -> OperationID { OperationID(noun, "list") }
    /// Removes a record of a kind.
    package static func remove(_ noun: Noun) -> OperationID { OperationID(noun, "remove") }
    /// Shows a record of a kind.
    package static func show(_ noun: Noun) -> OperationID { OperationID(noun, "show") }

    package static let logTraining = OperationID(.session, "log")
    package static let undo = OperationID("undo")
    package static let listDue = OperationID("due")
    package static let showHistory = OperationID("history")
    package static let hearFeedback = OperationID(.feedback, "hear")
    package static let answerFeedback = OperationID(.feedback, "answer")
    package static let acknowledgeFeedback = OperationID(.feedback, "acknowledge")
    package static let tellFeedback = OperationID(.feedback, "told")
    package static let publishFeedback = OperationID(.feedback, "publish")
    package static let unpublishFeedback = OperationID(.feedback, "unpublish")
    package static let excludeFeedback = OperationID(.feedback, "exclude")
    package static let reviewOutlet = OperationID(.outlet, "review")
    package static let closeOutlet = OperationID(.outlet, "close")
    package static let setHeadcount = OperationID(.headcount, "set")
    package static let followUpCommitments = OperationID(.commitment, "follow-up")
    package static let closeMatching = OperationID(.evaluation, "close-matching")
    package static let listAgenda = OperationID("agenda")
    package static let answerRecommendation = OperationID(.recommendation, "answer")
    package static let implementRecommendation = OperationID(.recommendation, "implement")
    package static let startAssessment = OperationID(.assessment, "start")
    package static let scoreCriterion = OperationID(.assessment, "score")
    package static let completeAssessment = OperationID(.assessment, "complete")
    package static let finishAction = OperationID(.action, "done")
    package static let fillPosition = OperationID(.position, "fill")
    package static let vacatePosition = OperationID(.position, "vacate")
    package static let closePosition = OperationID(.position, "close")
    package static let forgetPerson = OperationID(.person, "forget")
    package static let findDuplicates = OperationID(.person, "duplicates")
    package static let unmergePerson = OperationID(.person, "unmerge")
    package static let makeReport = OperationID("report")
    package static let importRecords = OperationID("import")
    package static let listImports = OperationID("imports.list")
    package static let showImport = OperationID("imports.show")
    package static let undoImport = OperationID("imports.undo")
}
