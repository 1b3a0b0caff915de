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

    /// The five questions that an `organization` answers about itself: `ShowProfileSheet`.
    package static let showProfileSheet = OperationID(.organization, "profile-sheet")
    /// Makes the reports of a `plan` for a `period`: `MakeBatch`.
    package static let makeBatch = OperationID("batch.make")
    /// Records that a `folder` was sent: `AddPublication`.
    package static let addPublication = OperationID("publication.add")
    /// What would be different today in a `publication`: `ComparePublication`.
    package static let comparePublication = OperationID("publication.compare")
    /// Records a training that was held, with the course and organizations that are new: `LogTraining`.
    package static let logTraining = OperationID(.session, "log")
    /// Takes back the last command that still stands, whoever gave it: `UndoLast`.
    package static let undo = OperationID("undo")
    /// What needs action, the oldest first: `ListDue`.
    package static let listDue = OperationID("due")
    /// Who changed what and when, of one record by its `ref` or of all: `ListHistory`.
    package static let showHistory = OperationID("history")
    /// Writes down what people said at an `outlet`, never who: `HearFeedback`.
    package static let hearFeedback = OperationID(.feedback, "hear")
    /// What was done about an `item`, or why nothing could be: `AnswerFeedback`.
    package static let answerFeedback = OperationID(.feedback, "answer")
    /// The giver of an `item` learned that it came: `AcknowledgeFeedback`.
    package static let acknowledgeFeedback = OperationID(.feedback, "acknowledge")
    /// People learned what was done about an `item`, which closes it: `TellFeedback`.
    package static let tellFeedback = OperationID(.feedback, "told")
    /// Puts an `item` on pages for others, in words of our own: `PublishFeedback`.
    package static let publishFeedback = OperationID(.feedback, "publish")
    /// Takes an `item` off pages for others; it stays on file: `UnpublishFeedback`.
    package static let unpublishFeedback = OperationID(.feedback, "unpublish")
    /// Leaves an `item` out of all counts, as a duplicate or spam: `ExcludeFeedback`.
    package static let excludeFeedback = OperationID(.feedback, "exclude")
    /// Somebody looked whether an `outlet` is known, used and answered: `ReviewOutlet`.
    package static let reviewOutlet = OperationID(.outlet, "review")
    /// An `outlet` takes nothing more; its open items stay open: `CloseOutlet`.
    package static let closeOutlet = OperationID(.outlet, "close")
    /// How many came to a `session`, in place of the same count before: `SetHeadcount`.
    package static let setHeadcount = OperationID(.headcount, "set")
    /// What became of the commitments of a `session`, on a day: `FollowUpCommitments`.
    package static let followUpCommitments = OperationID(.commitment, "follow-up")
    /// Deletes the codes that tie befores to afters in the series of a `session`: `CloseMatching`.
    package static let closeMatching = OperationID(.evaluation, "close-matching")
    /// Lets people answer an evaluation of a session by a code.
    package static let openCollection = OperationID("collect.open")
    /// Ends that, and stores what came in.
    package static let closeCollection = OperationID("collect.close")
    /// What the seats of a `board` are from a day on: `SetBoardSeats`.
    package static let setBoardSeats = OperationID("board.seats")
    /// What is open for a `board`'s next meeting: `ListAgenda`.
    package static let listAgenda = OperationID("agenda")
    /// What the organization answered to a `recommendation`: `AnswerRecommendation`.
    package static let answerRecommendation = OperationID(.recommendation, "answer")
    /// A `recommendation` that was accepted is carried out: `ImplementRecommendation`.
    package static let implementRecommendation = OperationID(.recommendation, "implement")
    /// Begins to assess practices with a `tool`, our own checklist unless named: `StartAssessment`.
    package static let startAssessment = OperationID(.assessment, "start")
    /// How far a `criterion` of the assessment `ref` is met: `ScoreCriterion`.
    package static let scoreCriterion = OperationID(.assessment, "score")
    /// Ends the assessment `ref`, whose scores stand from then on: `CompleteAssessment`.
    package static let completeAssessment = OperationID(.assessment, "complete")
    /// The improvement action `ref` is carried out: `FinishAction`.
    package static let finishAction = OperationID(.action, "done")
    /// The designated position `ref` has somebody, who is never named: `FillPosition`.
    package static let fillPosition = OperationID(.position, "fill")
    /// The designated position `ref` has nobody, and stays authorized: `VacatePosition`.
    package static let vacatePosition = OperationID(.position, "vacate")
    /// The designated position `ref` is authorized no longer: `ClosePosition`.
    package static let closePosition = OperationID(.position, "close")
    /// Removes `people`'s names, e-mails and job roles for good, every count staying: `ForgetPeople`.
    package static let forgetPerson = OperationID(.person, "forget")
    /// Pairs of people who may be one: `ListDuplicates`.
    package static let findDuplicates = OperationID(.person, "duplicates")
    /// The `ref` that was merged into another is a person of its own again: `UnmergePerson`.
    package static let unmergePerson = OperationID(.person, "unmerge")
    /// Draws the report `name` for a period.
    package static let makeReport = OperationID("report")
    /// A planned `session` was held, with its `count` where that is known: `HoldSession`.
    package static let holdSession = OperationID(.session, "hold")
    /// Reads `files` of a `kind`: `ImportFiles`.
    package static let importRecords = OperationID("import")
    /// Every import, the latest first: `ListImports`.
    package static let listImports = OperationID("imports.list")
    /// One import by its `number`: `ShowImport`.
    package static let showImport = OperationID("imports.show")
    /// Takes an import back, and those of the same command with it: `UndoImport`.
    package static let undoImport = OperationID("imports.undo")
}
