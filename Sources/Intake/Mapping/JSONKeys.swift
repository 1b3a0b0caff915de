/// Looks for a key that stands twice in one object of JSON text: of the two, a decoder keeps one without a word.
struct JSONKeys {
    /// The first such key, as it is written; nil where there is none, or where the text is no JSON.
    private(set) var repeated: String?

    init(_ json: [UInt8]) {
        var objects: [Set<String>] = []
        var index = 0
        while index < json.count {
            switch json[index] {
            case UInt8(ascii: "{"), UInt8(ascii: "["): objects.append([])
            case UInt8(ascii: "}"), UInt8(ascii: "]"): _ = objects.popLast()
            case UInt8(ascii: "\""):
                let end = Self.end(of: json, from: index + 1)
                let text = String(decoding: json[(index + 1)..<end], as: UTF8.self)
                index = end
                guard Self.isKey(json, behind: end), let last = objects.indices.last else { break }
                if !objects[last].insert(text).inserted {
                    repeated = text
                    return
                }
            default: break
            }
            index += 1
        }
    }

    /// The place of the quotation mark that closes a text.
    private static func end(of json: [UInt8], from start: Int) -> Int {
        var index = start
        while index < json.count, json[index] != UInt8(ascii: "\"") {
            index += json[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return min(index, json.count)
    }

    /// Whether a colon is the next thing behind a text.
    private static func isKey(_ json: [UInt8], behind end: Int) -> Bool {
        json.dropFirst(end + 1).first { ![9, 10, 13, 32].contains($0) } == UInt8(ascii: ":")
    }
}
