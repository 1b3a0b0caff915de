import Records

/// What rows said so far of somebody whom this import made: enough to tell whether one more row says anything new.
struct Newcomer {
    /// Hashes of the name and the e-mail that are stored; 0 where none is.
    var name: UInt64 = 0
    var email: UInt64 = 0
    var nearness = Nearness()
    /// Whether no row can say more: they were made of a name alone.
    var isFinal = false
}

/// How near an organization is to somebody: one that their row names before the one trained, an earlier session before a
/// later one.
struct Nearness {
    var organization: Int64 = 0
    var isNamed = false
    var day = Int32.max
    var session = Int64.max

    /// Whether this one may have to be taken in place of the other: it is nearer, or as near and another.
    func mayReplace(_ other: Nearness) -> Bool {
        if organization == 0 || organization == other.organization && rank == other.rank { return false }
        return other.organization == 0 || rank <= other.rank
    }

    /// Whether two organizations are as near.
    func isAsNear(as other: Nearness) -> Bool { rank == other.rank }

    private var rank: Rank { Rank(kind: isNamed ? 0 : 1, day: day, session: session) }

    private struct Rank: Comparable {
        let kind: Int
        let day: Int32
        let session: Int64

        static func < (left: Rank, right: Rank) -> Bool {
            (left.kind, left.day, left.session) < (right.kind, right.day, right.session)
        }
    }
}

/// What a row says of its person, in place.
struct Sketch {
    let name: UnsafeRawBufferPointer
    let email: UnsafeRawBufferPointer
    let nearness: Nearness
}

extension PersonBook {
    /// Somebody new with this ref.
    ///
    /// - Throws: `RecordError` where the ref is none, or was somebody's who is gone.
    func make(ref: UnsafeRawBufferPointer, _ sketch: Sketch) throws -> Int64 {
        let organization = sketch.nearness.organization
        let id = try people.add(ref: ref, name: sketch.name, email: sketch.email, organization: organization)
        try note(made: id, sketch)
        remember(ref: ref, id)
        return id
    }

    /// Somebody new without a ref of their own.
    func make(_ sketch: Sketch) throws -> Int64 {
        let organization = sketch.nearness.organization
        let id = try people.add(name: sketch.name, email: sketch.email, organization: organization)
        try note(made: id, sketch)
        return id
    }

    /// The person number `number` of those whom this import makes of rows with this name only.
    func namesake(_ name: UnsafeRawBufferPointer, _ organization: Int64, _ number: Int) throws -> Int64 {
        let key = Self.key(name, organization, number)
        if let id = key.withUnsafeBytes({ namesakes.value($0) }) { return id }
        let nothing = UnsafeRawBufferPointer(start: nil, count: 0)
        let id = try make(Sketch(name: name, email: nothing, nearness: Nearness(organization: organization)))
        newcomers[Int(id - firstNew)].isFinal = true
        key.withUnsafeBytes { namesakes.set($0, id) }
        return id
    }

    /// Takes in what one more row says of somebody whom this import made: the same whatever the order of the rows.
    @inline(__always)
    func note(_ id: Int64, _ sketch: Sketch) throws {
        let known = newcomers[Int(id - firstNew)]
        if known.isFinal { return }
        let isTold =
            (sketch.name.isEmpty || ByteHash.hash(sketch.name) == known.name)
            && (sketch.email.isEmpty || ByteHash.hash(sketch.email) == known.email)
        if isTold, !sketch.nearness.mayReplace(known.nearness) { return }
        try join(id, sketch)
    }

    /// Whether a row with ref and e-mail says of somebody whom this import made just what is stored.
    @inline(__always)
    func isKnown(_ id: Int64, _ sketch: Sketch) -> Bool {
        guard isNew(id) else { return false }
        let known = newcomers[Int(id - firstNew)]
        return known.email == ByteHash.hash(sketch.email) && !known.isFinal
            && (sketch.name.isEmpty || known.name == ByteHash.hash(sketch.name))
            && !sketch.nearness.mayReplace(known.nearness)
    }

    /// Gives somebody who was stored without an e-mail the one by which the file knows them.
    @inline(__always)
    func settleClaim(_ id: Int64) throws {
        if claims.hasNames { try settleClaimOfName(id) }
    }

    private func settleClaimOfName(_ id: Int64) throws {
        guard var email = claims.takeEmail(of: id) else { return }
        try people.give(email: email, to: id)
        email.withUTF8 { remember(email: UnsafeRawBufferPointer($0), id) }
    }

    /// Remembers somebody who was made, and what their first row said of them.
    private func note(made id: Int64, _ sketch: Sketch) throws {
        if newcomers.isEmpty { firstNew = id }
        guard id == firstNew + Int64(newcomers.count) else {
            throw StoreError.damaged("ids of people are not in order")
        }
        var newcomer = Newcomer(nearness: sketch.nearness)
        if !sketch.name.isEmpty { newcomer.name = ByteHash.hash(sketch.name) }
        if !sketch.email.isEmpty {
            newcomer.email = ByteHash.hash(sketch.email)
            remember(email: sketch.email, id)
        }
        newcomers.append(newcomer)
    }

    /// Of two names or e-mails the longer is kept, of equally long ones the last in the order of characters, in which
    /// small letters come behind capital ones.
    private func join(_ id: Int64, _ sketch: Sketch) throws {
        let index = Int(id - firstNew)
        let before = try known.texts(of: id)
        let name = Self.better(before.name, sketch.name)
        let email = Self.better(before.email, sketch.email)
        if try replaces(sketch.nearness, newcomers[index].nearness) { newcomers[index].nearness = sketch.nearness }
        try people.change(id, name: name, email: email, organization: newcomers[index].nearness.organization)
        if !sketch.email.isEmpty { remember(email: sketch.email, id) }
        newcomers[index].name = name.map(ByteHash.hash) ?? 0
        newcomers[index].email = email.map(ByteHash.hash) ?? 0
    }

    /// Of two organizations that are as near, the first in the alphabet is taken.
    private func replaces(_ nearness: Nearness, _ other: Nearness) throws -> Bool {
        guard nearness.mayReplace(other) else { return false }
        guard other.organization != 0, nearness.isAsNear(as: other) else { return true }
        return try store.firstByTitle(nearness.organization, other.organization) == nearness.organization
    }

    private static func better(_ a: String?, _ bytes: UnsafeRawBufferPointer) -> String? {
        if bytes.isEmpty { return a }
        let b = String(decoding: bytes, as: UTF8.self)
        guard let a else { return b }
        return (b.utf8.count, b) > (a.utf8.count, a) ? b : a
    }
}
