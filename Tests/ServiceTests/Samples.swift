import Intake
import Records
import Support
import Testing

@testable import Service

/// What a test asks of each operation, in the office that ``Office/furnished()`` makes: values as a person would type them.
enum Samples {
    /// The listed operation of this name, asking for its sample; nil where it has none.
    static func operation(_ id: OperationID) throws -> (any Operation)? {
        guard let listed = Operations.all.first(where: { $0.id == id }), let values = values[id] else { return nil }
        return try filled(listed, values)
    }

    /// An operation with values for its parameters.
    static func filled<O: Operation>(_ operation: O, _ values: [String: String]) throws -> any Operation {
        var operation = operation
        for (name, text) in values.sorted(by: { $0.key < $1.key }) { operation = try operation.asking([name: text]) }
        return try withWhatIsNotTyped(operation)
    }

    /// What stands in files, and is no parameter.
    private static func withWhatIsNotTyped(_ operation: any Operation) throws -> any Operation {
        switch operation {
        case var signIn as SignInAttendees:
            signIn.names = try NameSheet("Tansy Example\nSorrel Example")
            return signIn
        case var evaluation as AddEvaluation:
            evaluation.answers = ["able_words": "4", "recommend": "9", "commitment_1": "Listen first"]
            return evaluation
        case var form as AddForm:
            form.sheets = try sheets("integer,hours,Hours of practice\n")
            return form
        default: return operation
        }
    }

    /// The sheet of questions of a form, without choices and scales.
    static func sheets(_ rows: String) throws -> FormSheets {
        let folder = try TemporaryFolder()
        try write("type,name,label\n" + rows, to: "\(folder.path)/survey.csv")
        return try FormSheets(survey: "\(folder.path)/survey.csv")
    }

    /// What stands in the furnished office, in the order in which it was written down.
    static let furniture: [(id: OperationID, values: [String: String])] = [
        (.logTraining, ["course": "foundations", "organization": "cci", "date": "2026-11-10", "count": "12"]),
        (.add(.question), ["question": "pace", "options": "fast;slow"]),
        (.add(.tally), ["session": "2026-11-10-cci-foundations", "question": "pace", "counts": "fast=3,slow=2"]),
        (.add(.organization), ["title": "Harbor Clinic", "ref": "harbor"]),
        (.add(.course), ["title": "Naloxone", "ref": "naloxone"]),
        (.add(.course), ["title": "Unused", "ref": "unused"]),
        (
            .add(.session),
            [
                "ref": "yesterday", "course": "foundations", "organization": "cci", "starts": "2026-11-20",
                "status": "scheduled",
            ]
        ),
        (.add(.session), ["ref": "later", "course": "foundations", "organization": "cci", "starts": "2026-12-01"]),
        (.add(.session), ["ref": "never", "course": "naloxone", "organization": "cci", "starts": "2026-12-02"]),
        (.add(.person), ["name": "Fennel Example", "organization": "cci", "ref": "fennel"]),
        (.add(.person), ["name": "Fennel Example", "ref": "fennel-too"]),
        (.add(.profile), ["organization": "cci", "as_of": "2026-10-01", "employs": "yes"]),
        (.add(.outlet), ["ref": "box", "title": "Drop-in box", "opened": "2026-07-01"]),
        (.add(.outlet), ["ref": "quiet", "title": "Quiet room", "opened": "2026-07-01"]),
        (
            .hearFeedback,
            ["outlet": "box", "text": "No supplies on Fridays", "on": "2026-11-02", "reachable": "yes"]
        ),
        (.hearFeedback, ["outlet": "box", "text": "The door is locked", "on": "2026-11-03"]),
        (.answerFeedback, ["item": "box-2026-11-03", "words": "Open until 8 pm now"]),
        (.hearFeedback, ["outlet": "box", "text": "Too loud", "on": "2026-11-04"]),
        (
            .answerFeedback,
            ["item": "box-2026-11-04", "words": "Carpets came", "told": "poster", "wording": "It was loud"]
        ),
        (.add(.board), ["ref": "pab", "title": "Participant advisory board", "seats": "9"]),
        (.add(.board), ["ref": "youth", "title": "Youth board"]),
        (.add(.meeting), ["ref": "m1", "board": "pab", "date": "2026-11-12", "present": "6"]),
        (.add(.meeting), ["ref": "m2", "board": "pab", "date": "2026-12-12"]),
        (.add(.recommendation), ["ref": "saturdays", "meeting": "m1", "text": "Open on Saturdays"]),
        (.add(.recommendation), ["ref": "key", "meeting": "m1", "text": "A second key", "answer": "accepted"]),
        (.add(.assessment), ["ref": "patos", "tool": "om-patos"]),
        (.add(.assessment), ["ref": "empty", "tool": "om-patos"]),
        (.startAssessment, ["ref": "own"]),
        (.add(.action), ["ref": "private", "assessment": "patos", "text": "Ask people in private"]),
        (.add(.position), ["ref": "outreach", "capacity": "outreach", "authorized": "2026-07-01"]),
        (
            .add(.position),
            ["ref": "trainer", "capacity": "training", "authorized": "2026-07-01", "filled_from": "2026-08-01"]
        ),
        (.add(.commitment), ["session": "2026-11-10-cci-foundations", "made": "6"]),
        (.add(.reflection), ["session": "2026-11-10-cci-foundations", "question": "stigmatizing", "count": "4"]),
        (.add(.form), ["ref": "short"]),
        (.add(.activity), ["ref": "day", "kind": "event", "title": "Awareness day", "held": "2026-08-31"]),
        (.add(.target), ["metric": "TR-01", "period": "FY2026", "value": "24"]),
        (.openCollection, ["session": "later", "form": "foundations-after"]),
        (.add(.evaluation), ["session": "2026-11-10-cci-foundations", "form": "foundations-after"]),
    ]

    /// What is asked of each operation that changes the record; the names of what it finds are those of the furniture.
    static let values: [OperationID: [String: String]] = [
        ExportTable().id: ["table": "sessions"],
        ExportAll().id: ["period": "2026"],
        .makeReport: ["name": "trainings", "period": "2026-Q4", "by": "month", "compare": "previous"],
        MakeBatch().id: ["plan": "monthly", "period": "2026-Q4"],
        .logTraining: ["course": "naloxone", "organization": "harbor,Cedar Row", "date": "2026-11-11", "count": "9"],
        OperationID(.session, "hold"): ["session": "yesterday", "count": "14"],
        OperationID(.session, "cancel"): ["session": "later"],
        OperationID(.session, "postpone"): ["session": "later", "to": "2026-12-15"],
        .add(.attendance): ["session": "2026-11-10-cci-foundations"],
        .setHeadcount: ["session": "yesterday", "count": "21"],
        .add(.tally): ["session": "yesterday", "question": "resonates", "counts": "autonomy=5,pragmatism=7"],
        .add(.question): ["question": "How did you hear of us?", "options": "friend;poster"],
        .add(.document): ["title": "Intake policy", "words": "640", "flags": "3"],
        OperationID(.session, "repeat"): ["session": "later", "every": "week", "until": "2027-01-31"],
        .remove(.tally): ["session": "2026-11-10-cci-foundations", "question": "pace", "option": "fast"],
        .remove(.headcount): ["session": "2026-11-10-cci-foundations"],
        .add(.organization): ["title": "Cedar Row", "staff": "40"],
        .edit(.organization): ["ref": "cci", "title": "Coastal Care Initiative", "staff": "12"],
        .remove(.organization): ["ref": "harbor"],
        .add(.course): ["title": "Safer use", "topics": "reversal;stigma"],
        .edit(.course): ["ref": "naloxone", "title": "Naloxone basics"],
        .remove(.course): ["ref": "unused"],
        .add(.session): ["course": "naloxone", "organization": "harbor", "starts": "2026-12-03", "new": "yes"],
        .edit(.session): ["ref": "later", "minutes": "90", "modality": "online"],
        .remove(.session): ["ref": "never"],
        .add(.person): ["name": "Juniper Example", "organization": "harbor"],
        .edit(.person): ["ref": "fennel", "job_role": "nurse"],
        OperationID(.person, "merge"): ["other": "fennel-too", "person": "fennel"],
        OperationID(.person, "keep-apart"): ["one": "fennel", "other": "fennel-too"],
        .add(.profile): ["organization": "cci", "capacities": "outreach;training", "board": "yes"],
        .edit(.profile): ["organization": "cci", "of": "2026-10-01", "outlets": "2", "services": "drop-in"],
        .remove(.profile): ["organization": "cci"],
        OperationID(rawValue: "program.edit"): [
            "name": "Harbor", "time_zone": "UTC", "fiscal_year_start": "July", "keep_names_months": "12",
            "threshold": "15",
        ],
        .hearFeedback: ["outlet": "box", "text": "Kind today", "kind": "thanks", "codes": "level:individual"],
        .answerFeedback: ["item": "box-2026-11-02", "words": "Ordered", "told": "person", "changed": "yes"],
        .acknowledgeFeedback: ["item": "box-2026-11-02", "on": "2026-11-05"],
        .tellFeedback: ["item": "box-2026-11-03", "how": "meeting", "changed": "yes"],
        .excludeFeedback: ["item": "box-2026-11-02", "reason": "duplicate"],
        .publishFeedback: ["item": "box-2026-11-03", "wording": "We closed too early"],
        .unpublishFeedback: ["item": "box-2026-11-04"],
        .reviewOutlet: ["outlet": "box", "on": "2026-11-20"],
        .closeOutlet: ["outlet": "quiet"],
        .add(.outlet): ["title": "Suggestion line", "channel": "telephone"],
        .edit(.outlet): ["ref": "box", "owner": "drop-in manager", "resolve_days": "14"],
        .remove(.outlet): ["ref": "quiet"],
        .add(.feedback): [
            "outlet": "box", "summary": "Longer hours", "kind": "suggestion", "codes": "level:individual",
        ],
        .edit(.feedback): ["ref": "box-2026-11-02", "kind": "complaint", "codes": "level:individual"],
        .remove(.feedback): ["ref": "box-2026-11-04"],
        .add(.board): ["title": "Peer board", "seats": "5"],
        .edit(.board): ["ref": "pab", "filled_seats": "7"],
        .setBoardSeats: ["board": "pab", "on": "2026-10-01", "filled_seats": "6", "designated_filled": "4"],
        .remove(.board): ["ref": "youth"],
        .add(.meeting): [
            "board": "pab", "date": "2026-10-08", "present": "5", "levels": "hours:consult", "asked": "A lamp,A bench",
        ],
        .edit(.meeting): ["ref": "m2", "levels": "hours:inform;door:consult"],
        .remove(.meeting): ["ref": "m2"],
        .add(.recommendation): ["board": "pab", "text": "A longer bench"],
        .edit(.recommendation): ["ref": "key", "implemented": "2026-11-20", "addressed_to": "site manager"],
        .remove(.recommendation): ["ref": "saturdays"],
        .answerRecommendation: ["recommendation": "saturdays", "answer": "declined", "reason": "The lease"],
        .implementRecommendation: ["recommendation": "key", "on": "2026-11-20"],
        .add(.assessment): ["tool": "om-patos", "due": "2026-12-31"],
        .edit(.assessment): ["ref": "patos", "due": "2026-12-31"],
        .remove(.assessment): ["ref": "empty"],
        .add(.action): ["assessment": "patos", "text": "A quiet corner", "owner": "clinic manager"],
        .edit(.action): ["ref": "private", "due": "2026-12-31"],
        .remove(.action): ["ref": "private"],
        .add(.position): ["capacity": "evaluation", "filled_from": "2026-11-01"],
        .edit(.position): ["ref": "trainer", "filled_to": "2026-11-20", "fte": "0.5"],
        .remove(.position): ["ref": "trainer"],
        .add(.activity): ["kind": "campaign", "title": "Ask me", "partners": "Cedar Row;City library"],
        .edit(.activity): ["ref": "day", "reach": "240", "partners": "Cedar Row"],
        .remove(.activity): ["ref": "day"],
        .startAssessment: ["due": "2026-12-31", "ref": "own-2"],
        .scoreCriterion: ["ref": "own", "criterion": "1", "score": "met"],
        .completeAssessment: ["ref": "patos", "day": "2026-11-20"],
        .finishAction: ["ref": "private", "day": "yesterday"],
        .fillPosition: ["ref": "outreach", "day": "2026-06-15"],
        .vacatePosition: ["ref": "trainer", "day": "2026-11-20"],
        .closePosition: ["ref": "outreach"],
        .add(.target): ["metric": "FB-05", "period": "2026-Q4", "value": "0.9", "fund": "County grant"],
        .remove(.target): ["metric": "TR-01", "period": "FY2026"],
        .add(.form): ["ref": "longer", "title": "Hours", "version": "2", "wave": "before"],
        .remove(.form): ["ref": "short"],
        .add(.evaluation): ["session": "2026-11-10-cci-foundations", "form": "foundations-after", "on": "2026-11-12"],
        .remove(.evaluation): ["ref": "last"],
        .add(.commitment): ["session": "yesterday", "made": "12", "respondents": "5"],
        .followUpCommitments: [
            "session": "2026-11-10-cci-foundations", "fully": "2", "partly": "1", "not_yet": "1", "on": "2026-11-20",
        ],
        .edit(.commitment): ["session": "2026-11-10-cci-foundations", "made": "8"],
        .remove(.commitment): ["session": "2026-11-10-cci-foundations"],
        .add(.reflection): ["session": "yesterday", "question": "responding", "codes": "element:fear", "count": "2"],
        .edit(.reflection): ["session": "2026-11-10-cci-foundations", "number": "1", "count": "5", "text": "A rule"],
        .remove(.reflection): ["session": "2026-11-10-cci-foundations", "number": "1"],
        .openCollection: ["session": "2026-11-10-cci-foundations", "wave": "before", "until": "2026-11-30"],
        .closeCollection: ["session": "later", "wave": "after"],
    ]
}

extension Office {
    /// An office in which something of every kind is written down.
    static func furnished() throws -> Office {
        let record = try prepared.value("furnished") {
            let office = try Office(kept: 0)
            for (id, values) in Samples.furniture {
                let operation = try #require(Operations.all.first { $0.id == id }, "\(id.rawValue) is not listed")
                try office.perform(try Samples.filled(operation, values))
            }
            return try #require(bytes(of: office.path))
        }
        return try Office(kept: 1, record: record)
    }

    private static let prepared = Prepared<[UInt8]>()

    /// Does what an operation asks, for somebody who may do anything.
    func perform<O: Operation>(_ operation: O) throws { _ = try lender.perform(operation, caller(as: .admin)) }
}
