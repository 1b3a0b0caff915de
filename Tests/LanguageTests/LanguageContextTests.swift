import Testing

@testable import Language

struct LanguageContextTests {
    @Test(arguments: [
        "We listed the pros and cons.", "The date slipped.", "A transient error.", "Meeting habits.",
        "The test suite is clean.", "People who use drugs met.", "A person with a history of drug use.",
        "She chose differently.", "The car slipped. Heroin was named in the next sentence.",
        "Users of the website; the drug list is elsewhere.", "Naloxone training: bad weather, the date slipped.",
    ])
    func `a word in its usual sense is left alone`(text: String) {
        #expect(found(text) == [])
    }

    @Test(arguments: [
        ("bad drugs", "bad"), ("syringe exchange", "syringe exchange"), ("drug misuse", "drug misuse"),
        ("abusing drugs", "abusing drugs"), ("a drug-user union", "drug-user"),
        ("Mx. Roe got clean while on methadone.", "got clean"), ("She misused her medication, an opioid.", "misused"),
        ("Heroin users came.", "Heroin users"), ("The dealer sold fentanyl.", "dealer"),
    ])
    func `a word about drugs is flagged as it is written`(text: String, words: String) {
        #expect(found(text) == [words])
    }

    @Test(arguments: [
        "DRUG USER", "Drug user", "drug  user", "drug\nuser", "drug-user", "drug‑user", "drug us\u{AD}er's",
    ])
    func `case, spaces, line ends and hyphens make no difference`(text: String) {
        #expect(ids(text) == ["drug-user"])
    }

    @Test(arguments: ["drug, user-made", "the drug. User groups", "drug — user", "drug\n\nuser", "drug\n- user"])
    func `a phrase does not reach across a sign or a paragraph`(text: String) {
        #expect(!found(text).contains { $0.lowercased().hasPrefix("drug") })
    }

    @Test func `abbreviations are found only as they are written`() {
        #expect(ids("MAT and IDUs") == ["mat", "reduced-to-id"])
        #expect(ids("mat and idus, Mat and Idus") == [])
    }

    @Test func `a syringe is not taken for the person who gets it`() {
        #expect(found("Participants get clean syringes and clean socks.") == ["clean syringes"])
    }

    @Test func `the longest wording is taken, once`() {
        #expect(found("A former drug user and an IV drug user.") == ["former drug user", "IV drug user"])
        #expect(ids("A former drug user and an IV drug user.") == ["ex-addict", "iv-drug-user"])
    }

    @Test(arguments: [
        "“They are addicts”, somebody said.", "\"They are addicts\", somebody said.", "«Addicts», somebody said.",
        "The sign said ‘addicts’ only.", "We never write 'drug abuser' in a title.",
        "“All addicts.\n\n“And all junkies.”",
    ])
    func `a quotation is nobody's to edit`(text: String) {
        #expect(found(text) == [])
    }

    @Test(arguments: [
        "The users' group and the addicts' group", "A 5\" needle, addicts and a 6\" one", "Don't say addicts, it's old",
        "“A quotation that never ends.\n\nThe addicts", "\" addicts \"",
    ])
    func `a mark that quotes nothing hides nothing`(text: String) {
        #expect(found(text).contains { $0.hasPrefix("addicts") })
    }

    @Test(arguments: [
        "The Junkiebond of 1984", "Alcoholics Anonymous meets here", "ask SAMHSA",
        "the Substance Abuse and Mental Health Services Administration", "the National Institute on Drug Abuse’s page",
        "the North American Syringe Exchange Network", "see https://example.org/drug-abuse/addicts.html",
        "write to addicts@example.org", "www.example.org/junkies",
    ])
    func `names and addresses are left alone`(text: String) {
        #expect(found(text) == [])
    }

    @Test func `words of other writings and ligatures are read`() {
        #expect(found("Zoë’s café hosts drug oﬀender talks — наркотики, 薬物 and addicts") == ["oﬀender", "addicts"])
    }

    @Test func `a flag has its line and column, in characters`() throws {
        let flags = try #require(
            LanguageLint.ours.flags(in: "👩‍⚕️ é: addicts met\r\nand two  junkies.\rA drug\nuser.", kind: .plain).flags
        )
        #expect(flags.map(\.line) == [1, 2, 3])
        #expect(flags.map(\.column) == [6, 10, 3])
        #expect(flags.map(\.found) == ["addicts", "junkies", "drug user"])
    }

    @Test func `flags are counted per 1,000 words, and a text without words has no rate`() throws {
        guard
            case .read(let some) = LanguageLint.ours.flags(in: "Seven addicts stood there (12) all day", kind: .plain),
            case .read(let none) = LanguageLint.ours.flags(in: " 12. ", kind: .plain)
        else { throw Refused() }
        #expect(some.words == 6)
        #expect(some.perThousandWords == 1_000.0 / 6)
        #expect(none.words == 0 && none.perThousandWords == nil)
    }

    struct Refused: Error {}
}

extension LanguageLint {
    /// One audit by our whole list, for every test that needs no other.
    static let ours = LanguageLint()
}

/// What is flagged in a plain text, as it is written.
func found(_ text: String, _ kind: LanguageLint.Kind = .plain, _ lint: LanguageLint = .ours) -> [String]? {
    lint.flags(in: text, kind: kind).flags?.map(\.found)
}

private func found(_ text: String) -> [String] { found(text, .plain) ?? ["refused"] }

private func ids(_ text: String) -> [String] {
    LanguageLint.ours.flags(in: text, kind: .plain).flags?.map(\.term.id) ?? ["refused"]
}
