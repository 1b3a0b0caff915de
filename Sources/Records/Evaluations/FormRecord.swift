import SQLite

extension RecordType {
    /// An evaluation form in one version. Its items, choices and scales are read from files beside it: see `Form`.
    static let form = RecordType(
        noun: .form,
        fields: [
            Field("ref", "Ref", .ref, in: .column("ref")),
            Field("title", "Title", .text, in: .column("title"), required: true),
            Field("version", "Version", .text, in: .column("version")),
            Field("wave", "Timing", .choice(Form.Wave.allCases.map(\.rawValue)), in: .column("wave")),
        ],
        source: "form AS t",
        table: "form",
        order: "t.ref COLLATE NOCASE, t.id",
        matches: { _, _ in [] },
        refBase: { _, draft in draft.text("title") ?? "form" },
        complete: { _, draft in
            if draft["version"] == nil { draft["version"] = .text("1") }
            if draft["wave"] == nil { draft["wave"] = .text(Form.Wave.after.rawValue) }
        }
    )
}
