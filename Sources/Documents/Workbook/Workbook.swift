import CXlsxWriter
import Synchronization

/// A workbook on its way to a file, through libxlsxwriter 1.1 (<https://libxlsxwriter.github.io>).
///
/// The library is opened when the first workbook is made: linked, it would make every start of the program slower.
final class Workbook {
    let library: UnsafePointer<cxlsx_library>
    private let book: UnsafeMutablePointer<lxw_workbook>
    private var styles: [WorkbookStyle: UnsafeMutablePointer<lxw_format>] = [:]
    private var isOpen = true

    /// A workbook that stands at `path` once it is closed.
    ///
    /// With `streams` its rows are written one after the other into a file in `folder`, and memory stays constant.
    init(path: String, temporaryFolder folder: String, streams: Bool = false) throws(WorkbookProblem) {
        let library = try Self.open()
        guard let book = cxlsx_new_workbook(library, path, folder, streams) else { throw .failed("no memory") }
        self.library = library
        self.book = book
    }

    deinit { if isOpen { library.pointee.lxw_workbook_free(book) } }

    /// What it says of itself; without a day it says that of no run either, so that the same workbook has the same bytes.
    func describe(title: String, subject: String?, day: String?) throws(WorkbookProblem) {
        let created = day.flatMap(WorkbookDay.init)?.seconds ?? WorkbookDay.none
        let (title, subject) = (Self.property(title), Self.property(subject ?? ""))
        try check(cxlsx_describe(library, book, title, subject, created))
    }

    /// A property's text: at most 255 characters.
    private static func property(_ text: String) -> String {
        WorkbookText.clipped(WorkbookText.shown(text), to: 255)
    }

    /// A sheet behind those that are there, under a name of `SheetNames`.
    func addSheet(_ name: String) throws(WorkbookProblem) -> WorkbookSheet {
        guard let sheet = library.pointee.workbook_add_worksheet(book, WorkbookText.escaped(name)) else {
            throw .failed("no sheet could be named \"\(name)\"")
        }
        return WorkbookSheet(self, sheet, name: name)
    }

    /// A chart that is not placed yet.
    func addChart(_ kind: lxw_chart_type) throws(WorkbookProblem) -> UnsafeMutablePointer<lxw_chart> {
        guard let chart = library.pointee.workbook_add_chart(book, UInt8(kind.rawValue)) else {
            throw .failed("no memory")
        }
        return chart
    }

    /// The library's format for a style.
    func style(_ style: WorkbookStyle) -> UnsafeMutablePointer<lxw_format>? {
        if let known = styles[style] { return known }
        guard let made = library.pointee.workbook_add_format(book) else { return nil }
        style.apply(to: made, library.pointee)
        styles[style] = made
        return made
    }

    /// Writes it. One at a time in a process, since the library asks `gmtime` for the day.
    func close() throws(WorkbookProblem) {
        isOpen = false
        let book = UInt(bitPattern: book)
        let result = Self.library.withLock { library -> lxw_error in
            guard let library = library.opened(), let book = UnsafeMutablePointer<lxw_workbook>(bitPattern: book) else {
                return LXW_ERROR_MEMORY_MALLOC_FAILED
            }
            return library.pointee.workbook_close(book)
        }
        try check(result)
    }

    /// Ends with the library's words where it failed.
    func check(_ result: lxw_error) throws(WorkbookProblem) {
        guard result != LXW_NO_ERROR else { return }
        throw .failed(library.pointee.lxw_strerror(result).map { String(cString: $0) } ?? "error \(result.rawValue)")
    }

    /// Opens the library, once in a process.
    @discardableResult
    static func open() throws(WorkbookProblem) -> UnsafePointer<cxlsx_library> {
        let address = library.withLock { UInt(bitPattern: $0.opened()) }
        guard let library = UnsafePointer<cxlsx_library>(bitPattern: address) else {
            throw .noLibrary(String(cString: cxlsx_name()))
        }
        return library
    }

    private static let library = Mutex(Library())

    /// The library, once it is open.
    private struct Library {
        private var address: UInt = 0

        mutating func opened() -> UnsafePointer<cxlsx_library>? {
            if address == 0 { address = UInt(bitPattern: cxlsx_open()) }
            return UnsafePointer(bitPattern: address)
        }
    }
}
