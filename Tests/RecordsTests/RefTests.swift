import Testing

@testable import Records

struct RefTests {
    @Test(arguments: [
        ("Center for Care Innovations", "center-for-care-innovations"),
        ("  Café Zoë — Łódź ", "cafe-zoe-lodz"),
        ("Straße & Söhne", "strasse-sohne"),
        ("Việt Đức", "viet-duc"),
        ("太郎", ""),
        ("last", "last-one"),
    ])
    func `a title makes a ref with its diacritics folded`(title: String, ref: String) {
        #expect(Ref.made(from: title) == ref)
    }

    @Test(arguments: ["a", "A1", "2026-11-10-cci-foundations", "x.y_z", String(repeating: "a", count: 80)])
    func `letters, digits and three marks make a ref`(ref: String) {
        #expect(Ref.isValid(ref))
    }

    @Test(arguments: ["", "-a", ".a", "a b", "é", "last", "LAST", "a/b", String(repeating: "a", count: 81)])
    func `anything else is none`(ref: String) {
        #expect(!Ref.isValid(ref))
    }

    @Test func `a very long title makes a ref with room for a number`() {
        let ref = Ref.made(from: String(repeating: "harm reduction ", count: 20))
        #expect(ref.count <= 76)
        #expect(Ref.isValid(ref))
    }

    @Test func `spaces, case and punctuation leave one skeleton`() {
        #expect(Ref.skeleton(of: "St. Mary's  Clinic") == Ref.skeleton(of: "st-marys clinic"))
        #expect(Ref.skeleton(of: "Clinic 1") != Ref.skeleton(of: "Clinic 2"))
    }
}
