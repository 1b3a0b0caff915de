package import Calendar
package import Documents
package import Files
package import Measures
package import Records
package import Reports

/// Makes the reports of a plan into a folder, all from one moment. What fails is said in the manifest, and keeps no other
/// file from being made.
///
/// The manifest goes with the first file that changes and is written when all others are there, so that it never speaks
/// of others than those that lie there, whenever the process ends.
package struct MakeBatch: Operation {
    /// Which reports.
    package var plan = PlanChoice.shipped("")
    /// Which days, as they were typed.
    package var period = ""
    /// The day on which it is made; today unless given.
    package var asOf: String?
    /// For whom, in place of the plan's own.
    package var profile: Profile?
    /// The fewest people that are shown, in place of the profile's.
    package var threshold: Int?
    /// The path of the folder, from the root; it is made where there is none.
    package var folder = ""
    /// What must not be written over: the database, the plan's file.
    package var rule = OutputRule(database: nil)
    /// Why a file could not be made, in the words that the manifest has for it.
    package var words: @Sendable (any Error) -> String = { _ in "it could not be made" }
    /// Puts an interface's words in for what to do next, before a page is drawn.
    package var spoken: @Sendable (Document) -> Document = { $0 }
    /// Told how far it has come.
    package var progress: @Sendable (BatchProgress) -> Void = { _ in }

    package let id = OperationID.makeBatch
    package let role = Role.coordinator
    /// It takes long, and nobody who writes waits for it.
    package let access = Access.snapshot

    package init() {}

    /// The folder is no parameter that is typed into a line: each interface has its own way to it.
    package var parameters: [Parameter<Self>] {
        [
            Parameter(name: "plan", isRequired: true) { $0.plan = .shipped($1) }, .text("period", \.period),
            .text("as_of", \.asOf), .choice("profile", \.profile),
            .number("threshold", MakeReport.thresholds, \.threshold),
        ]
    }

    package func run(_ context: Context, in store: Store) throws -> MadeBatch {
        try RecordError.require(threshold, in: MakeReport.thresholds, of: "threshold")
        let batch = try batch(store)
        guard !folder.isEmpty else { throw RecordError.invalid(field: "output", problem: "name a folder") }
        let folder = try BatchFolder(folder, index: Manifest.file, rule)
        try Self.refuseSent(folder, store)
        try Self.refuseOthers(than: batch, in: folder)
        try folder.requireKept(by: batch.files + [PublishedFigures.file])
        folder.sweep(batch.files + [PublishedFigures.file])
        let making = BatchMaking(
            batch: batch,
            folder: folder,
            context: context,
            words: words,
            spoken: spoken,
            progress: progress
        )
        let (files, figures) = try making.make(from: store)
        try folder.write(figures.bytes, PublishedFigures.file, isCounted: false)
        let manifest = Manifest(
            batch,
            head: try store.head(),
            figures: Digest.hexadecimal(of: figures.bytes),
            files: files
        )
        try folder.write(manifest.bytes, Manifest.file)
        return MadeBatch(manifest: manifest, period: batch.period, folder: folder.path, counts: folder.counts)
    }

    private func batch(_ store: Store) throws -> Batch {
        let plan = try plan.plan()
        let day = try asOf.map { try store.day($0, for: "as_of") } ?? store.today
        return try Batch(
            plan,
            of: ProgramFacts(store.program),
            period: try store.period(period, for: "period", on: day),
            asOf: day,
            profile: profile,
            threshold: threshold,
            from: store.reader
        )
    }

    /// Refuses a folder that was sent to somebody: what they have must stay as it is.
    private static func refuseSent(_ folder: BatchFolder, _ store: Store) throws {
        guard let bytes = folder.earlierIndex(limit: limitOfManifest),
            let publication = try store.publication(ofManifest: bytes)
        else { return }
        throw SentFolder(folder: folder.path, publication: publication)
    }

    /// The most bytes of a manifest that are read.
    static let limitOfManifest = 16 << 20

    /// Refuses a folder that holds pages for other readers, which this batch would leave beside its own.
    private static func refuseOthers(than batch: Batch, in folder: BatchFolder) throws {
        // Without a manifest that can be read nobody knows for whom anything was made.
        guard let bytes = folder.earlierIndex(limit: limitOfManifest),
            let text = String(validating: bytes, as: UTF8.self),
            let earlier = Manifest.Earlier(text), earlier.profile != batch.profile.rawValue
        else { return }
        let names = Set(batch.files)
        let others = earlier.files.filter { !names.contains($0) && folder.holds($0) }
        if !others.isEmpty { throw PagesForOthers(folder: folder.path, profile: earlier.profile, files: others) }
    }
}

/// Which plan a batch follows.
package enum PlanChoice: Sendable {
    /// One that is there from the start, by its name.
    case shipped(String)
    /// One that somebody wrote: the bytes of a JSON object, and what messages call it.
    case written([UInt8], name: String)

    /// The plan.
    ///
    /// - Throws: ``UnknownName``, `PlanProblem`.
    package func plan() throws -> BatchPlan {
        switch self {
        case .written(let bytes, let name): return try BatchPlan(json: bytes, name: name)
        case .shipped(let name):
            if let plan = BatchPlan.named(name) { return plan }
            throw UnknownName(kind: .plan, word: name, known: BatchPlan.shipped.map(\.name))
        }
    }
}

/// How far a batch has come.
package struct BatchProgress: Sendable {
    /// Reports asked and files made.
    package let done: Int
    /// How many there are.
    package let total: Int
    /// What is next: a report's title, a file's name.
    package let next: String
}

/// A batch that was made.
package struct MadeBatch: Sendable {
    /// What was made, and what was not.
    package let manifest: Manifest
    /// Which days it is about.
    package let period: Period
    /// The folder's path.
    package let folder: String
    /// How many files were made, changed, and the same already.
    package let counts: BatchFolder.Counts
}

/// A folder holds pages that were made for other readers.
package struct PagesForOthers: Error, Equatable {
    /// The folder's path.
    package let folder: String
    /// For whom they were made.
    package let profile: String
    /// Their names.
    package let files: [String]
}

/// A folder was recorded as sent, and is not written to any more.
package struct SentFolder: Error {
    /// The folder's path.
    package let folder: String
    /// What was recorded of it.
    package let publication: Publication
}
