import SQLite
import Testing

@testable import Intake
@testable import Records

@Suite("Who is who")
struct PersonBookTests {
    /// People whose refs and e-mails meet every rule: alone, shared, in another case, merged, without an e-mail.
    private func desk() throws -> ImportDesk {
        let desk = try ImportDesk()
        try desk.take(
            .person,
            """
            ref,name,email
            aster,Aster Bowl,aster@clinic.example
            BASIL,Basil Dish,Basil@Clinic.example
            clover,Clover Kettle,shared@clinic.example
            dill,Dill Ladle,SHARED@clinic.example
            elder,Elder Grater,
            fennel,Fennel Mortar,fennel@clinic.example
            ginger,Ginger Funnel,fennel@clinic.example

            """
        )
        try desk.store.database.write {
            try desk.store.database.execute(
                """
                UPDATE person SET merged_into_id = (SELECT id FROM person WHERE ref = 'fennel') WHERE ref = 'ginger'
                """
            )
        }
        return desk
    }

    @Test(arguments: [
        "aster", "Aster", "basil", "clover", "dill", "elder", "fennel", "ginger", "GINGER", "heather", "",
    ])
    func `a ref is the same person's whether everybody is taken in at once or looked up`(ref: String) throws {
        let (alone, together) = try books(desk())
        let ids = (try alone.id(ref: ref), try together.id(ref: ref))
        #expect(ids.0 == ids.1)
    }

    @Test(arguments: [
        "aster@clinic.example", "basil@clinic.example", "shared@clinic.example", "fennel@clinic.example", "x@y",
    ])
    func `an e-mail is the same person's whether everybody is taken in at once or looked up`(email: String) throws {
        let (alone, together) = try books(desk())
        let ids = (try alone.id(email: email), try together.id(email: email))
        #expect(ids.0 == ids.1)
    }

    @Test func `an e-mail of two people is nobody's alone, one of a merged person the survivor's`() throws {
        let desk = try desk()
        let (_, book) = try books(desk)
        let fennel = try desk.store.find(.person, "fennel").id
        #expect(try book.id(email: "shared@clinic.example") == PersonBook.several)
        #expect(try book.id(email: "fennel@clinic.example") == fennel)
        #expect(try book.id(ref: "ginger") == fennel)
    }

    @Test func `a table of many keys finds each of them and no other`() {
        var table = ByteTable()
        let keys = (0..<5_000).map { Array("key-\($0)".utf8) }
        for (value, key) in keys.enumerated() { key.withUnsafeBytes { table.set($0, Int64(value)) } }
        for (value, key) in keys.enumerated() where value % 2 == 0 {
            key.withUnsafeBytes { table.set($0, -Int64(value)) }
        }
        #expect(table.count == keys.count)
        for (value, key) in keys.enumerated() {
            let found = key.withUnsafeBytes { table.value($0) }
            #expect(found == (value % 2 == 0 ? -Int64(value) : Int64(value)))
        }
        for word in ["", "key-", "key-5000", "key-00"] {
            #expect(Array(word.utf8).withUnsafeBytes { table.value($0) } == nil)
        }
    }

    private func books(_ desk: ImportDesk) throws -> (PersonBook, PersonBook) {
        let together = try PersonBook(desk.store, importID: 1)
        try together.takeEverybody(rowsToCome: 1_000_000)
        return (try PersonBook(desk.store, importID: 1), together)
    }
}

extension PersonBook {
    fileprivate func id(ref: String) throws -> Int64 {
        try Array(ref.utf8).withUnsafeBytes { try byRef($0) }
    }

    fileprivate func id(email: String) throws -> Int64 {
        try Array(email.utf8).withUnsafeBytes { try byEmail($0) }
    }
}
