import SQLite
import Testing

@Suite struct ErrorTests {
    @Test(
        arguments: [
            ("INSERT INTO plant VALUES (3, 'dill', -1, 1, NULL)", "plant_height_is_positive", .constraintCheck),
            ("INSERT INTO plant VALUES (3, 'mint', 1, 1, NULL)", "plant.name", .constraintUnique),
            ("INSERT INTO plant VALUES (1, 'dill', 1, 1, NULL)", "plant.id", .constraintPrimaryKey),
            ("INSERT INTO plant VALUES (3, NULL, 1, 1, NULL)", "plant.name", .constraintNotNull),
            ("INSERT INTO plant VALUES (3, 'dill', 'tall', 1, NULL)", "plant.height", .constraintDataType),
            ("INSERT INTO bed VALUES (3, 'NORTH')", "bed_name_is_unique", .constraintUnique),
            ("INSERT INTO plant VALUES (3, 'dill', 1, 9, NULL)", nil, .constraintForeignKey),
        ] as [(SQL, String?, ResultCode)]
    )
    func `the broken constraint has its name`(_ sql: SQL, _ name: String?, _ code: ResultCode) throws {
        let database = try Database.garden()
        try database.execute("CREATE UNIQUE INDEX bed_name_is_unique ON bed (lower(name))")
        let error = failure { try database.execute(sql) }
        #expect(error?.code == code)
        #expect(error?.constraint == name)
        #expect(error?.isConstraint == true)
    }

    @Test func `an error holds no bound value`() throws {
        let database = try Database.garden()
        let error = failure {
            try database.execute("INSERT INTO plant (name, height) VALUES (\("Robin Example"), \(-8.125))")
        }
        #expect(error?.sql == "INSERT INTO plant (name, height) VALUES (?, ?)")
        #expect(error?.description.contains("Robin") == false)
        #expect(error?.description.contains("8.125") == false)
    }

    @Test func `an extended code compares by its primary one`() {
        let full = DatabaseError(code: ResultCode(rawValue: 13), message: "")
        let sync = DatabaseError(code: .inputOutputSync, message: "")
        #expect(full.isFull && !full.isBusy)
        #expect(sync.isInputOutput && sync.code.primary == .inputOutput)
        #expect(sync.constraint == nil)
    }
}
