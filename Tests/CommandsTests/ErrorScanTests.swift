import Support
import Testing

@testable import Commands

/// The sources held against the pages: every message of an error is shown by a transcript, whole.
@Suite struct ErrorScanTests {
    /// Messages that no line of a page can bring about, and why.
    static let exceptions: [(reason: String, words: [String])] = [
        (
            "a guard against a defect of our own",
            [
                "needs a look-up", "this question is already declared",
                "this document already has a review on that date",
                "a change came to no end", "an import began outside of a change",
                "ids of people are not in order", "can't be used. it should be", "reading was interrupted",
                "the merge of", "has no answer column", "random numbers repeat",
                "it isn't accepted", "can no longer be undone", "evaluation codes are still stored",
                "but matching is closed",
                "delete them",
                "no evaluation was stored", "a publication was not stored", "the figures of a publication have no days",
                "a collection was not stored", "the pages for everybody can't be started",
                "a collection without a code",
                "a copy doesn't match", "a copy could not be checked",
                "people who were forgotten could not be removed from the copy",
            ]
        ),
        (
            "a second lock in the schema, before which every command looks the record up itself",
            [
                "the organization already has a profile on that date", "it is already counted for that question",
                "there is already a count with the same session, scope, organization, category and method",
            ]
        ),
        (
            "what an earlier version stored and this one refuses",
            [
                "has an option that is not a principle",
                "find it, then remove it",
            ]
        ),
        (
            "a file into which another office's was merged, or from which people were removed: no command does either",
            [
                "several people have this ref", "several people have the ref of this e-mail",
                "this ref belonged to someone else",
            ]
        ),
    ]

    /// The texts in quotation marks of each file of the sources.
    static let sources = SourceLiterals.files(ofModules: MessageScan.modules).map { file in
        SourceLiterals(contents(of: "\(packageRoot())/\(file)") ?? "", file: file)
    }

    static let phrases = sources.flatMap(MessageScan.phrases)

    /// What tests in Swift compare with: a full disk, somebody else's lock, a file too large to lie beside the pages.
    private static let wholeInSwift =
        [
            "FailureTests", "OutputTests", "LargeInputTests", "BatchTests", "CollectingTests", "EvaluationTests",
            "WorkbookTests", "WholeImportTests",
        ].flatMap {
            name -> [String] in
            let text = contents(of: testFolder("\(name).swift")) ?? ""
            return SourceLiterals(text, file: name).all.map { $0.text(with: "…") }
        }
        + [
            "RecordsTests/Ledger/UndoImportTests", "RecordsTests/People/ForgetFacilitatorTests",
            "ServiceTests/ParameterTests", "ServiceTests/ExportOperationTests", "ServiceTests/PublicationTests",
            "ServiceTests/ReportOperationTests",
        ].flatMap { name in
            SourceLiterals(contents(of: "\(packageRoot())/Tests/\(name).swift") ?? "", file: name)
                .all.map { $0.text(with: "…") }
        }

    @Test func `every message of an error stands in a transcript, or in a test that shows it whole`() {
        let pages = ErrorGalleryTests.pages + TranscriptTests.pages
        let shown = Shown(pages.map { contents(of: $0) ?? "" } + Self.wholeInSwift)
        let excepted = Set(Self.exceptions.flatMap(\.words))
        for phrase in Self.phrases where !shown.contains(phrase.words) && !excepted.contains(phrase.words) {
            Issue.record(
                """
                \(phrase.place): "\(phrase.words)" is shown nowhere. Add a line "$ groundwork …" that brings it about \
                to a page of Tests/CommandsTests/Errors (files that it reads lie in Errors/Files), and have the answer \
                written: GROUNDWORK_REWRITE=1 swift test --filter ErrorGallery. Where no command line can, show it \
                whole in FailureTests.
                """
            )
        }
    }

    @Test func `an exception stands for a message that there is and that nothing shows`() {
        let shown = Shown(ErrorGalleryTests.pages.map { contents(of: $0) ?? "" } + Self.wholeInSwift)
        let known = Set(Self.phrases.map(\.words))
        for words in Self.exceptions.flatMap(\.words) {
            #expect(
                known.contains(words),
                "no message holds these words any more; take them off the exceptions: \(words)"
            )
            let isShown = shown.contains(words)
            #expect(!isShown, "a page shows these words now; take them off the exceptions: \(words)")
        }
    }

    /// How an error may be written in the sources, each with words that the scan must find.
    static let spellings = [
        "throw ValidationError(\"There is no such thing.\")",
        "throw RecordError.refused(\n    \"there is no such thing\",\n    advice: nil\n)",
        "let advice =\n    \"there is \\(count == 1 ? \"no\" : \"a\") x: there is no such thing\"",
        "ImportIssue(file: name, line: nil, what: \"\\(name) says there is no such thing\", advice: nil)",
        "var message: String {\n    switch self {\n    case .a: \"there is no such thing\"\n    }\n}",
        "let what = \"\"\"\n    in \\(place) \\\n    there is no such thing\n    \"\"\"",
        "func refusal() -> Failure {\n    let text = \"there is no such thing\"\n}",
    ]

    @Test(arguments: spellings)
    func `a message is found however it is written`(source: String) {
        let found = MessageScan.phrases(in: SourceLiterals(source, file: "a.swift"))
        #expect(found.contains { $0.words.contains("there is no such thing") }, "\(found)")
    }

    @Test(arguments: [
        "Output.answer(\"there is no such thing\")", "// throw ValidationError(\"there is no such thing\")",
        "throw DatabaseError(code: .busy, message: \"there is no such thing\")",
    ])
    func `what is no message is left alone`(source: String) {
        #expect(MessageScan.phrases(in: SourceLiterals(source, file: "a.swift")).isEmpty)
    }
}
