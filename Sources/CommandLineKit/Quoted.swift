import PlainText

/// A typed word, safe to print: in quotation marks, escaped, clipped to 60 characters.
///
/// Control and format characters (bidirectional overrides among them), line separators and private-use characters are
/// written as `\u{…}`, so that a word can neither steer a terminal nor pass for another (Unicode TR 36, section 2).
package func quoted(_ word: String) -> String {
    let limit = 60
    var text = ""
    var count = 0
    for scalar in word.unicodeScalars {
        guard count < limit else { return "\"\(text)…\"" }
        text += escaped(scalar)
        count += 1
    }
    return "\"\(text)\""
}

private func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"", "\\": return "\\\(scalar)"
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned:
        return VisibleText.spelled(scalar)
    default:
        return String(scalar)
    }
}
