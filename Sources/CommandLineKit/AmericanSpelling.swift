/// The word with `organisation` and `programme` spelled in the American way, in lower case and capitals at the front.
///
/// The one place for this: the parser asks it when a command, an option or a listed value is not known as typed.
package func americanSpelling(_ word: String) -> String {
    var spelled = word
    for (british, american) in [
        ("organisation", "organization"), ("Organisation", "Organization"), ("programme", "program"),
        ("Programme", "Program"),
    ] where spelled.contains(british) {
        spelled = spelled.replacing(british, with: american)
    }
    return spelled
}
