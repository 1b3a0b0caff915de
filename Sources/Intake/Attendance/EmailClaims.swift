/// Whose the e-mails are that nobody had before this import, as its rows say: gathered before the first row is stored,
/// so that the order of the rows does not matter.
final class EmailClaims {
    /// What the rows say of an e-mail.
    enum Claim: Equatable {
        case none
        case ref([UInt8])
        case person(Int64)
        case conflict(String)
    }

    private struct Owner {
        /// The ref that rows with this e-mail give, among `refs`.
        var ref = Piece()
        /// Somebody without an e-mail who fits by name; 0 where nobody does.
        var person: Int64 = 0
        var hasSeveralRefs = false
        var hasSeveralPeople = false
    }

    /// Places in `owners` by e-mail in lower case.
    private var places = ByteTable()
    private var owners: [Owner] = []
    private var refs: [UInt8] = []
    /// By person, the places of the e-mails that claim them by name.
    private var claimed: [Int64: Set<Int64>] = [:]
    private var spellings: [Int64: String] = [:]
    private var scratch: [UInt8] = []

    /// Whether some e-mail stands beside different refs.
    private(set) var hasConflicts = false
    /// Whether some e-mail is somebody's by their name.
    var hasNames: Bool { !spellings.isEmpty }

    /// A row gives this e-mail beside this ref.
    func claim(_ email: UnsafeRawBufferPointer, ref: UnsafeRawBufferPointer) {
        let place = place(of: email)
        let known = owners[place].ref
        if known.isEmpty {
            owners[place].ref = Piece(start: refs.count, count: ref.count)
            refs.append(contentsOf: ref)
        } else if known.count != ref.count || !Folding.areSame(refs[known.start..<known.start + known.count], ref) {
            owners[place].hasSeveralRefs = true
            hasConflicts = true
        }
    }

    /// A row gives this e-mail beside the name of somebody who has none.
    func claim(_ email: UnsafeRawBufferPointer, person: Int64) {
        let place = place(of: email)
        if owners[place].person != 0, owners[place].person != person { owners[place].hasSeveralPeople = true }
        owners[place].person = person
        claimed[person, default: []].insert(Int64(place))
        let text = String(decoding: email, as: UTF8.self)
        spellings[person] = max(spellings[person] ?? text, text)
    }

    /// Whether rows disagree about whose an e-mail is, in words.
    func conflict(_ email: UnsafeRawBufferPointer) -> String? {
        if !hasConflicts { return nil }
        Folding.fold(email, into: &scratch)
        guard let place = scratch.withUnsafeBytes({ places.value($0) }) else { return nil }
        return owners[Int(place)].hasSeveralRefs ? "this e-mail is listed with different people's refs" : nil
    }

    /// Whose an e-mail is.
    func claim(of email: UnsafeRawBufferPointer) -> Claim {
        if owners.isEmpty { return .none }
        Folding.fold(email, into: &scratch)
        guard let place = scratch.withUnsafeBytes({ places.value($0) }) else { return .none }
        let owner = owners[Int(place)]
        if owner.hasSeveralRefs { return .conflict("this e-mail is listed with different people's refs") }
        if !owner.ref.isEmpty { return .ref(Array(refs[owner.ref.start..<owner.ref.start + owner.ref.count])) }
        if owner.hasSeveralPeople { return .conflict("going by the names, this e-mail belongs to different people") }
        if claimed[owner.person]?.count ?? 0 > 1 {
            return .conflict("there is a person with this name, but the rows have different e-mails")
        }
        return owner.person == 0 ? .none : .person(owner.person)
    }

    /// The e-mail that somebody is to get, once.
    func takeEmail(of person: Int64) -> String? {
        guard var email = spellings.removeValue(forKey: person) else { return nil }
        let claim = email.withUTF8 { bytes in self.claim(of: UnsafeRawBufferPointer(bytes)) }
        return claim == .person(person) ? email : nil
    }

    private func place(of email: UnsafeRawBufferPointer) -> Int {
        Folding.fold(email, into: &scratch)
        if let place = scratch.withUnsafeBytes({ places.value($0) }) { return Int(place) }
        owners.append(Owner())
        scratch.withUnsafeBytes { places.set($0, Int64(owners.count - 1)) }
        return owners.count - 1
    }
}
