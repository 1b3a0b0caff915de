import Support
import Testing

/// The README's ten answers to somebody new lead to where they say.
@Suite struct ReadmeMapTests {
    /// The rows of the table: a question, a file, what is declared in it.
    private static let rows: [[String]] = (contents(of: "\(packageRoot())/README.md") ?? "").split(separator: "\n")
        .filter { $0.hasPrefix("| ") && $0.contains("? | `") }
        .map { row in row.split(separator: "`").enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) } }

    @Test func `each question is answered by a file in which its symbol is declared`() {
        #expect(Self.rows.count == 10)
        for row in Self.rows {
            #expect(row.count == 2, "\(row)")
            let text = contents(of: "\(packageRoot())/\(row[0])") ?? ""
            #expect(text.contains(row[row.count - 1]), "\(row)")
        }
    }

    @Test func `the map names every module of the sources that is no binding to C`() {
        let readme = contents(of: "\(packageRoot())/README.md") ?? ""
        let manifest = contents(of: "\(packageRoot())/Package.swift") ?? ""
        let modules = manifest.matches(of: /\.target\(\s*name: "([A-Z][a-z][A-Za-z]*|SQLite)"/).map { String($0.1) }
        #expect(modules.count > 12)
        for module in modules where module != "Support" {
            #expect(readme.contains("`Sources/\(module)`") || readme.contains("`\(module)`"), "\(module)")
        }
    }
}
