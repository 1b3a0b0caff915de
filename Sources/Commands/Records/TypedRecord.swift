import CommandLineKit
import Records
import Service

/// Words of a command that stand for fields of a record, by the fields' names.
typealias FieldWords = KeyValuePairs<String, String?>

extension FieldOptions {
    /// Refuses a field that is given as a word and as an option.
    func refuse(twice words: FieldWords) throws {
        let options = texts
        for (name, word) in words where word != nil && options[name] != nil {
            let option = name.replacing("_", with: "-")
            throw ValidationError("Give \(name) only once: either the word or --\(option).")
        }
    }
}

extension AddRecord {
    /// A record from what was typed, in words and in options, and from a file of details, before which that goes.
    init(_ fields: some FieldOptions, words: FieldWords, details: DetailsOption? = nil) throws {
        self.init(type(of: fields).noun)
        for (name, text) in try details?.read() ?? [] { self.fields[name] = text }
        for (name, word) in words { self.fields[name] = word ?? self.fields[name] }
        self.fields.merge(fields.texts) { $1 }
    }
}
