import Documents
import FoundationEssentials
import Measures

extension BatchPlan {
    /// The most bytes of a plan that anybody should read.
    package static let sizeLimit = 1 << 20

    /// The plan that JSON text holds; `name` is what messages call it.
    ///
    /// - Throws: `PlanProblem`, with the place: reports are counted from 1.
    package init(json bytes: [UInt8], name: String) throws {
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        let value: PlanValue
        do {
            value = try JSONDecoder().decode(PlanValue.self, from: Data(body))
        } catch {
            throw PlanProblem(name, "", "this is not a plan. A plan is a JSON object with \"reports\"")
        }
        try self.init(PlanPart(plan: name, place: "", value: value), name)
    }

    private init(_ part: PlanPart, _ name: String) throws {
        let members = try part.members(["profile", "reports"])
        let profile = try members["profile"]?.word("profile", Profile.allCases.map(\.rawValue))
        guard let reports = members["reports"] else { throw part.problem("the key \"reports\" is missing") }
        let entries = try reports.list().enumerated().map { index, report in
            try Entry(PlanPart(plan: name, place: "report \(index + 1)", value: report))
        }
        guard !entries.isEmpty else { throw reports.problem("list at least one report") }
        self.init(name: name, profile: profile.flatMap { Profile(rawValue: $0) }, entries: entries)
    }
}

extension BatchPlan.Entry {
    fileprivate init(_ part: PlanPart) throws {
        let members = try part.members(["report", "organizations", "by", "formats"])
        guard let name = try members["report"]?.word("report", Report.all.map(\.name)), let report = Report.named(name)
        else { throw part.problem("the key \"report\" is missing") }
        let split = try members["by"]?.word("division", Split.allCases.map(\.rawValue))
        guard let formats = members["formats"] else { throw part.problem("the key \"formats\" is missing") }
        let known = Format.allCases.map(\.rawValue)
        let words = try formats.items().map { try $0.word("format", known) }
        guard !words.isEmpty else { throw formats.problem("list at least one format") }
        if let twice = words.first(where: { word in words.count { $0 == word } > 1 }) {
            throw formats.problem("\"\(twice)\" is there twice")
        }
        self.init(
            report,
            try members["organizations"].map { try BatchPlan.Organizations($0) } ?? .all,
            by: split.flatMap { Split(rawValue: $0) },
            as: words.compactMap { Format(rawValue: $0) }
        )
    }
}

extension BatchPlan.Organizations {
    fileprivate init(_ part: PlanPart) throws {
        if case .list = part.value {
            let refs = try part.items().map { try $0.text() }
            guard !refs.isEmpty else { throw part.problem("list at least one organization") }
            if let twice = refs.first(where: { ref in refs.count { $0.lowercased() == ref.lowercased() } > 1 }) {
                throw part.problem("\"\(twice)\" is there twice")
            }
            self = .these(refs)
        } else {
            self = try part.word("word for organizations", ["all", "each"]) == "all" ? .all : .each
        }
    }
}

// MARK: - Reading

/// A part of a plan, and where it stands.
private struct PlanPart {
    let plan: String
    let place: String
    let value: PlanValue

    func problem(_ what: String) -> PlanProblem { PlanProblem(plan, place, what) }

    private func part(_ key: String, _ value: PlanValue) -> PlanPart {
        PlanPart(plan: plan, place: place.isEmpty ? key : "\(place): \(key)", value: value)
    }

    /// What stands under the keys of an object, of which it may have no others; null counts as absent.
    func members(_ known: [String]) throws -> [String: PlanPart] {
        guard case .object(let members) = value else {
            throw problem("use an object with the keys \(known.joined(separator: ", "))")
        }
        let unknown = members.keys.filter { !known.contains($0) }.sorted().first
        if let unknown {
            throw PlanProblem(plan: plan, place: place, kind: .unknown(unknown, what: "key", among: known))
        }
        return members.filter { $0.value != .null }.reduce(into: [:]) { $0[$1.key] = part($1.key, $1.value) }
    }

    func list() throws -> [PlanValue] {
        guard case .list(let values) = value else { throw problem("use a list") }
        return values
    }

    /// The parts of a list, which are at the same place.
    func items() throws -> [PlanPart] {
        try list().map { PlanPart(plan: plan, place: place, value: $0) }
    }

    func text() throws -> String {
        guard case .text(let text) = value else { throw problem("use text in quotation marks") }
        return text
    }

    /// One of a few words, in any case.
    func word(_ what: String, _ known: [String]) throws -> String {
        let word = try text()
        if known.contains(word.lowercased()) { return word.lowercased() }
        throw PlanProblem(plan: plan, place: place, kind: .unknown(word, what: what, among: known))
    }
}

extension PlanProblem {
    fileprivate init(_ plan: String, _ place: String, _ what: String) {
        self.init(plan: plan, place: place, kind: .other(what))
    }
}

/// A value of JSON, as far as a plan has use for it.
private enum PlanValue: Decodable, Hashable {
    case null, other
    case text(String)
    case list([PlanValue])
    case object([String: PlanValue])

    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
        if let object = try? decoder.container(keyedBy: Key.self) {  // Not an object: then one of those below.
            var members: [String: PlanValue] = [:]
            for key in object.allKeys { members[key.stringValue] = try object.decode(PlanValue.self, forKey: key) }
            self = .object(members)
        } else if var list = try? decoder.unkeyedContainer() {  // Nor a list.
            var values: [PlanValue] = []
            while !list.isAtEnd { values.append(try list.decode(PlanValue.self)) }
            self = .list(values)
        } else {
            let value = try decoder.singleValueContainer()
            // Numbers and yes or no have no place in a plan, and are refused where they stand.
            self = value.decodeNil() ? .null : (try? value.decode(String.self)).map { .text($0) } ?? .other
        }
    }
}
