import Files
import Records
import Reports

/// A folder of reports that a batch made: its manifest, and the figures that stand in its files.
struct SentReports {
    /// The bytes of its manifest, by which it is known again.
    let manifest: [UInt8]
    /// The digest of the history's head that it was made from, in hexadecimal.
    let head: String
    /// The text of its figures.json.
    let text: String
    /// The figures.
    let figures: PublishedFigures

    /// Reads a folder, and sees that its figures are those that its manifest speaks of.
    ///
    /// - Throws: `RecordError` where it is no such folder, or was changed since.
    init(folder path: String) throws {
        let manifest = try Self.bytes(of: Manifest.file, in: path)
        let figures = try Self.bytes(of: PublishedFigures.file, in: path)
        guard let text = String(validating: manifest, as: UTF8.self), let earlier = Manifest.Earlier(text),
            let digest = earlier.figures?.sha256, let head = earlier.head
        else { throw Self.isNone(of: path) }
        guard Digest.hexadecimal(of: figures) == digest, let words = String(validating: figures, as: UTF8.self),
            let read = PublishedFigures(words)
        else {
            throw RecordError.refused(
                "\(PublishedFigures.file) in that folder was changed after the reports were made",
                advice: "Make the reports again, into another folder."
            )
        }
        try Self.requireWhole(earlier, in: path)
        (self.manifest, self.head, self.text, self.figures) = (manifest, head, words, read)
    }

    /// Refuses a folder of which a page was changed, or could not be made.
    private static func requireWhole(_ manifest: Manifest.Earlier, in folder: String) throws {
        for (name, digest) in manifest.digests {
            guard let digest else {
                throw RecordError.refused(
                    "\(name) could not be made",
                    advice: "Make the reports again, into another folder."
                )
            }
            guard let bytes = (try? FileBytes(path: "\(folder)/\(name)").all(limit: limit)) ?? nil,
                Digest.hexadecimal(of: bytes) == digest
            else {
                throw RecordError.refused(
                    "\(name) in that folder was changed after the reports were made",
                    advice: "Make the reports again, into another folder."
                )
            }
        }
    }

    private static func bytes(of name: String, in folder: String) throws -> [UInt8] {
        // A file that can't be read is as good as none: the folder is none of ours.
        guard let bytes = (try? FileBytes(path: "\(folder)/\(name)").all(limit: limit)) ?? nil else {
            throw isNone(of: folder)
        }
        return bytes
    }

    /// Whether a path leads to a folder with a manifest.
    static func isFolder(_ path: String) -> Bool {
        // What can't be read is none.
        (try? FileBytes(path: "\(path)/\(Manifest.file)")) != nil
    }

    /// The most bytes of either file.
    private static let limit = 256 << 20

    private static func isNone(of folder: String) -> RecordError {
        .absent(
            "\(folder.split(separator: "/").last ?? "/") has no \(Manifest.file) with its figures",
            advice: "Give a folder that a batch made."
        )
    }
}
