import SQLite
import Testing

@Suite struct TransactionTests {
    struct Stop: Error {}

    @Test func `a write that throws is wholly undone`() throws {
        let database = try Database.garden()
        #expect(throws: Stop.self) {
            try database.write {
                try database.execute("DELETE FROM plant")
                throw Stop()
            }
        }
        #expect(database.isInTransaction == false)
        #expect(try database.names() == ["mint", "sage"])
    }

    @Test func `a transaction within a transaction is refused`() throws {
        let database = try Database.garden()
        for outerReads in [true, false] {
            let error = failure {
                if outerReads {
                    try database.read { try database.write {} }
                } else {
                    try database.write { try database.read {} }
                }
            }
            #expect(error?.code == .misuse)
            #expect(database.isInTransaction == false)
        }
        #expect(failure { try database.savepoint {} }?.code == .misuse)
    }

    @Test func `a savepoint undoes its own changes only`() throws {
        let database = try Database.garden()
        try database.write {
            try database.execute("UPDATE plant SET name = 'basil' WHERE id = 1")
            #expect(throws: Stop.self) {
                try database.savepoint {
                    try database.execute("DELETE FROM plant")
                    try database.savepoint { try database.execute("DELETE FROM bed") }
                    throw Stop()
                }
            }
        }
        #expect(try database.names() == ["basil", "sage"])
        #expect(try database.value("SELECT count(*) FROM bed", as: Int.self) == 2)
    }

    @Test func `a read refuses to write`() throws {
        let database = try Database.garden()
        let error = failure { try database.read { try database.execute("DELETE FROM plant") } }
        #expect(error?.code == .readOnly)
        #expect(try database.read { try database.names() } == ["mint", "sage"])
    }

    @Test func `a foreign key that is open at the commit undoes the transaction`() throws {
        let database = try Database.garden()
        let error = failure { try database.write { try database.execute("UPDATE plant SET bed = 9") } }
        #expect(error?.code == .constraintForeignKey)
        #expect(error?.isCommitUncertain == false)
        #expect(database.isInTransaction == false)
        #expect(try database.value("SELECT max(bed) FROM plant", as: Int.self) == 2)
    }

    @Test func `nothing is stored piece by piece after the transaction has been undone`() throws {
        let database = try Database.garden()
        let error = failure {
            try database.write {
                try database.execute("DELETE FROM plant WHERE id = 1")
                // A conflict clause that ends the whole transaction.
                _ = failure { try database.execute("INSERT OR ROLLBACK INTO plant (name) VALUES ('sage')") }
                try database.execute("DELETE FROM plant WHERE id = 2")
            }
        }
        #expect(error?.code == .abort)
        #expect(try database.names() == ["mint", "sage"])
    }

    @Test func `an error that ended the transaction is not swallowed by the body`() throws {
        let database = try Database.garden()
        let error = failure {
            try database.write {
                _ = failure { try database.execute("INSERT OR ROLLBACK INTO plant (name) VALUES ('sage')") }
            }
        }
        #expect(error?.code == .abort)
    }
}
