import CXlsxWriter

/// How a cell of a workbook looks; each style is made once per workbook.
struct WorkbookStyle: Hashable {
    /// What a cell is on its sheet.
    enum Role: Hashable { case normal, total, quiet, header, section, title, subtitle, heading, link }

    var role = Role.normal
    /// How a number, a day or a guarded text is shown; nil shows what is there.
    var format: String?
    var isRight = false
    var wraps = false
    /// Whether it keeps its distance from numbers on its left.
    var indents = false

    static let accent: lxw_color_t = 0x0D5F63
    static let quiet: lxw_color_t = 0x586067
    static let tint: lxw_color_t = 0xF3F1EC
    static let rule: lxw_color_t = 0xDCD9D2
    static let ink: lxw_color_t = 0x1C2022

    /// Puts the style on a new format of the library.
    func apply(to style: UnsafeMutablePointer<lxw_format>, _ library: cxlsx_library) {
        library.format_set_align(style, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        library.format_set_align(style, UInt8((isRight ? LXW_ALIGN_RIGHT : LXW_ALIGN_LEFT).rawValue))
        if wraps { library.format_set_text_wrap(style) }
        if indents { library.format_set_indent(style, 1) }
        if let format { library.format_set_num_format(style, format) }
        let thin = UInt8(LXW_BORDER_THIN.rawValue)
        switch role {
        case .normal: break
        case .quiet: library.format_set_font_color(style, Self.quiet)
        case .total:
            library.format_set_bold(style)
            library.format_set_top(style, thin)
        case .header:
            library.format_set_bold(style)
            library.format_set_bg_color(style, Self.tint)
            library.format_set_bottom(style, thin)
            library.format_set_bottom_color(style, Self.ink)
        case .section:
            library.format_set_bold(style)
            library.format_set_font_color(style, Self.accent)
            library.format_set_bottom(style, thin)
            library.format_set_bottom_color(style, Self.rule)
        case .title:
            library.format_set_bold(style)
            library.format_set_font_size(style, 18)
        case .subtitle:
            library.format_set_bold(style)
            library.format_set_font_color(style, Self.accent)
        case .heading:
            library.format_set_bold(style)
            library.format_set_font_size(style, 13)
        case .link:
            library.format_set_font_color(style, Self.accent)
            library.format_set_underline(style, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
        }
    }
}
