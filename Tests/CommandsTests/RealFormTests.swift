import Support
import Testing

@testable import Commands

/// Forms for answers that nobody here wrote.
@Suite(.enabled(if: RealForms.folder != nil, "shared/data is not beside this checkout"))
struct RealFormTests {
    @Test(arguments: RealForms.all.map(\.ref))
    func `a form for real answers can be added`(ref: String) throws {
        let form = try #require(RealForms.all.first { $0.ref == ref })
        let desk = try Desk()
        let answer = desk.run(try form.write(to: desk.path))
        #expect(answer.code == 0, "\(answer.both)")
        #expect(answer.output == "\(ref)\n")
        #expect(desk.run(["form", "show", ref]).code == 0)
    }
}
