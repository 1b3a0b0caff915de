import Documents

extension Document {
    /// The document as a format draws it.
    func text(_ format: Format) -> String {
        // Only a workbook can fail to be drawn.
        String(decoding: (try? format.draw(self)) ?? [], as: UTF8.self)
    }

    /// The entries of JSON, whole, by id.
    var entries: [String: JSON] { Self.entries(data["metrics"]) }

    /// The entries of a group by id.
    func entries(of key: String) -> [String: JSON] {
        Self.entries(groups.first { $0["key"] == .string(key) }?["metrics"])
    }

    /// The groups of JSON.
    var groups: [JSON] {
        guard case .array(let groups) = data["groups"] else { return [] }
        return groups
    }

    private static func entries(_ list: JSON?) -> [String: JSON] {
        guard case .array(let entries) = list else { return [:] }
        return Dictionary(
            uniqueKeysWithValues: entries.compactMap { entry in
                guard case .string(let id) = entry["id"] else { return nil }
                return (id, entry)
            }
        )
    }
}
