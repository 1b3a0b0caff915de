import FoundationEssentials

extension Manifest {
    /// What the manifest of an earlier batch says of its files.
    package struct Earlier: Decodable, Sendable {
        /// For whom they were made.
        package let profile: String
        private let entries: [Entry]

        private struct Entry: Decodable {
            let file: String
        }

        private enum CodingKeys: String, CodingKey {
            case profile
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
    }
}
