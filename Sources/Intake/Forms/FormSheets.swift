import Files
package import Records

/// The sheets of a form, read; the form is made of them once the lists of principles are known.
///
/// A form that was written as XLSForm for KoboToolbox or ODK is most of the way there: the sheets `survey` and `choices`
/// as CSV, with our columns where a question is part of a scale, and a sheet of scales.
package struct FormSheets: Sendable {
    /// What the sheets themselves don't say.
    package struct Head: Sendable {
        /// How people name the form from then on; unique among forms.
        package var ref: String
        /// What people read on lists; the ref unless given.
        package var title: String?
        /// A label only: a changed form is another one, with a ref of its own.
        package var version: String
        /// When it is asked: it decides of which sessions a form can be, and what it is matched with.
        package var wave: Form.Wave

        package init(ref: String, title: String? = nil, version: String = "1", wave: Form.Wave = .after) {
            self.ref = ref
            self.title = title
            self.version = version
            self.wave = wave
        }
    }

    let survey: SurveySheet
    let choices: ChoiceSheet?
    let scales: ScaleSheet?
    /// What was wrong with single rows.
    private let issues: IssueList

    /// Reads the sheets; rows with faults are kept in mind until `form` tells all of them together.
    ///
    /// - Parameter language: whose labels are taken, where there are several.
    /// - Throws: `FileProblem`; `ImportRefused` where a sheet has not the columns of one.
    package init(survey: String, choices: String? = nil, scales: String? = nil, language: String? = nil) throws {
        var issues = IssueList()
        self.survey = SurveySheet(try Sheet(.survey, path: survey, language: language), &issues)
        self.choices = try choices.map { ChoiceSheet(try Sheet(.choices, path: $0, language: language), &issues) }
        self.scales = try scales.map { ScaleSheet(try Sheet(.scales, path: $0, language: nil), &issues) }
        self.issues = issues
    }

    /// The sheets of one form out of tables that hold those of several.
    init(survey: FileBytes, choices: FileBytes, scales: FileBytes) throws {
        var issues = IssueList()
        self.survey = SurveySheet(try Sheet(.survey, survey, language: nil), &issues)
        self.choices = ChoiceSheet(try Sheet(.choices, choices, language: nil), &issues)
        self.scales = ScaleSheet(try Sheet(.scales, scales, language: nil), &issues)
        self.issues = issues
    }

    /// What was passed over, a sentence for each sheet.
    package var remarks: [String] {
        var remarks: [String] = []
        for (name, columns) in [
            (survey.name, survey.passedOver), (choices?.name ?? "", choices?.passedOver ?? []),
            (scales?.name ?? "", scales?.passedOver ?? []),
        ] where !columns.isEmpty {
            remarks.append("\(name): ignored the columns \(columns.map(\.clipped).joined(separator: ", "))")
        }
        if !survey.unkept.isEmpty {
            remarks.append("\(survey.name): answers not kept: \(survey.unkept.joined(separator: ", "))")
        }
        return remarks
    }

    /// The form.
    ///
    /// - Parameter principles: the codes of the list `principle`, in all its versions.
    /// - Throws: `ImportRefused` with everything that is wrong, by file, line and column.
    package func form(_ head: Head, principles: [Code]) throws -> Form {
        var draft = FormDraft(self, principles: principles)
        draft.make()
        var all = issues
        all.append(draft.issues)
        let form = Form(
            ref: head.ref,
            title: head.title ?? head.ref,
            version: head.version,
            wave: head.wave,
            items: draft.items,
            choices: draft.lists,
            scales: scales?.scales ?? []
        )
        // A row that could not be read is missing in its scale: what follows from that is no problem of its own.
        let isWhole = issues.isEmpty && draft.issues.isEmpty
        for fault in form.faults {
            if !isWhole, fault.place == .form { continue }
            if !isWhole, case .scale = fault.place { continue }
            all.append(issue(fault, draft))
        }
        if !all.isEmpty { throw all.refusal() }
        return form
    }

    /// A fault with the place that it has in the sheets, and what to do where a whole sheet is missing.
    private func issue(_ fault: FormFault, _ draft: FormDraft) -> ImportIssue {
        var (file, line, what): (String, Int?, String) = (survey.name, nil, fault.what)
        var column = fault.column
        switch fault.place {
        case .form: break
        case .item(let index):
            line = draft.lines[index]
            column = fault.column.map { survey.titles[$0] ?? $0 }
            if fault.column == "type", choices == nil { what += ". Name the sheet with the choices: --choices FILE" }
            if fault.column == "scale", scales == nil { what += ". Name the sheet with the scales: --scales FILE" }
        case .choice(let list, let index):
            file = choices?.name ?? survey.name
            line = choices?.lists[list].flatMap { $0.indices.contains(index) ? $0[index].line : $0.last?.line }
        case .scale(let index): (file, line) = (scales?.name ?? survey.name, scales?.lines[index])
        }
        return ImportIssue(file: file, line: line, column: column, what: what)
    }
}
