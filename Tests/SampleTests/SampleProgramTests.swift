import Calendar
import SQLite
import Sample
import Support
import Testing

@testable import Records

@Suite struct SampleProgramTests {
    @Test(arguments: ["2026-11-21", "2026-07-01", "2028-02-29"])
    func `the sample program is sound, the same for the same seed, and leaves no finding`(today: String) throws {
        let one = try SampleDesk(today: today, seed: 7)
        try SampleProgram.fill(one.store)
        if Sweep.isFull || today == "2026-11-21" {
            let other = try SampleDesk(today: today, seed: 7)
            try SampleProgram.fill(other.store)
            #expect(try one.content() == other.content())
        }
        #expect(try one.value("SELECT count(*) FROM session") == 150)
        #expect(try one.store.check() == [])
        for noun in Noun.allCases {
            let count: Int = try one.value("SELECT count(*) FROM \(identifier: noun.table)") ?? 0
            #expect(count > 0, "\(noun.plural)")
        }
        let answers = try one.value("SELECT count(DISTINCT answer) FROM recommendation", as: Int.self)
        #expect(answers == RecommendationAnswer.allCases.count)
        for state in RecommendationState.allCases {
            let sql: SQL =
                "SELECT count(*) FROM recommendation AS t WHERE \(RecommendationState.select("t", asOf: one.store.today))"
            #expect(try one.value("\(sql) = \(state.rawValue)", as: Int.self) ?? 0 > 0, "\(state)")
        }
        for state in FeedbackState.allCases {
            let sql: SQL =
                "SELECT count(*) FROM feedback AS t WHERE \(FeedbackState.select("t", asOf: one.store.today))"
            #expect(try one.value("\(sql) = \(state.rawValue)", as: Int.self) ?? 0 > 0, "\(state)")
        }
        #expect(throws: RecordError.self) { try one.store.undo() }
    }
}
