import FoundationEssentials

extension Manifest {
    /// What the manifest of an earlier batch says of its files.
    package struct Earlier: Decodable, Sendable {
        /// For whom they were made.
        package let profile: String
        /// The digest of the history's head that it was made from, in hexadecimal.
        package let head: String?
        /// Its figures.json; nil in a manifest from before there was one.
        package let figures: Figures?
        private let entries: [Entry]

        /// The file with the figures.
        package struct Figures: Decodable, Sendable {
            /// Its SHA-256 in hexadecimal.
            package let sha256: String
        }

        private struct Entry: Decodable {
            let file: String
            let sha256: String?
        }

        private enum CodingKeys: String, CodingKey {
            case profile, figures
            case head = "history_head"
            case entries = "files"
        }

        /// The manifest of this text; nil where it is none.
        package init?(_ text: String) {
            // What is no manifest of ours says nothing of any file.
            guard let read = try? JSONDecoder().decode(Earlier.self, from: Data(text.utf8)) else { return nil }
            self = read
        }

        /// Their names, in the order of the plan.
        package var files: [String] { entries.map(\.file) }

        /// Their names with the SHA-256 of each in hexadecimal; nil for one that could not be made.
        package var digests: [(name: String, digest: String?)] { entries.map { ($0.file, $0.sha256) } }
    }
}
