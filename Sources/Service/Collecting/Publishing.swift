import Calendar
import Inbox
import Records
import SQLite

extension Store {
    /// Brings what the public pages know up to date with the record, and drops what was set aside and is stored now.
    /// Does nothing where nothing was ever published, and waits for nobody where nothing has changed.
    ///
    /// It reads the record under the folder's lock, so that of two who publish the later one publishes what is later. A
    /// code whose inbox is set aside and not stored stays unpublished: whoever closes it may still be at it.
    func publishPages() throws {
        let folder = PublicFolder(besideRecord: path)
        guard folder.exists else { return }
        let aside = folder.setAside()
        if aside.isEmpty, let present = try? folder.published(), present == (try reader.read { try published([:]) }) {
            return
        }
        try folder.alone {
            let stored = try reader.read { Set(try collections().compactMap(\.batch)) }
            try folder.drop(stored)
            try folder.publish(try reader.read { try published(folder.setAside()) })
        }
    }

    /// Undoes an entry, unless it opened a collection under which somebody has answered: their answers would be nowhere.
    /// Nobody sends meanwhile.
    func undoing<R>(_ entry: HistoryEntry?, _ undo: () throws -> R) throws -> R {
        let folder = PublicFolder(besideRecord: path)
        guard let entry, entry.command == "collect open", folder.exists else { return try undo() }
        return try folder.alone {
            for collection in try collections(openedBy: entry.id) {
                guard let code = EntryCode(collection.code), try folder.waiting(under: code) > 0 else { continue }
                throw RecordError.refused(
                    "people have already answered under code \(code), so this can't be undone",
                    advice: Advice("To save what came in", .perform(.closeCollection, ["session": collection.code]))
                )
            }
            return try undo()
        }
    }

    /// What follows from the record, but for codes whose inbox is set aside.
    private func published(_ aside: [EntryCode: Set<String>]) throws -> Published {
        let open = try collections().filter { collection in
            collection.closedOn == nil && EntryCode(collection.code).map { aside[$0] == nil } ?? false
        }
        let collections = try open.compactMap { collection in
            try EntryCode(collection.code).map { code in
                Published.Collection(
                    code: code,
                    title: collection.title,
                    day: collection.day.iso,
                    endsAt: collection.endsAt,
                    questionnaire: Questionnaire(try form(collection.form.id))
                )
            }
        }
        return Published(
            program: program.name,
            timeZone: program.timeZone.description,
            collections: collections.sorted { $0.code.description < $1.code.description }
        )
    }
}

extension Questionnaire {
    /// A form as the public pages ask it.
    init(_ form: Form) {
        self.init(
            title: form.title,
            wave: form.wave.rawValue,
            questions: form.items.map { item in
                Question(name: item.code, label: item.label, answer: AnswerKind(item, form.choices(of: item)))
            }
        )
    }
}

extension Questionnaire.AnswerKind {
    fileprivate init(_ item: FormItem, _ choices: [FormChoice]) {
        let named = choices.map { Questionnaire.Choice(name: $0.name, label: $0.label) }
        self =
            switch item.kind {
            case .likert, .choice, .resonates, .challenges: .one(named)
            case .choices: .several(named)
            case .number, .recommend: .number(low: item.min, high: item.max, whole: item.takesWholeNumbers)
            case .element: .codePart
            case .text, .commitment, .reflection: .words
            }
    }
}
