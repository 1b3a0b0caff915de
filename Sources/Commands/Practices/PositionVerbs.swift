import Calendar
import CommandLineKit
import Records
import Service

/// `position fill REF [DAY]`
struct FillPosition: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "fill",
            abstract: "Say that a position is filled, from a day on; by whom is not asked.",
            discussion:
                "Somebody hired before the position was written down was hired into one that was authorized by then.",
            examples: ["groundwork position fill outreach 2026-11-01"]
        )
    }

    @Argument(help: "Its ref, an unambiguous beginning of it, or last.") var ref: String
    @Argument(help: ArgumentHelp("The first day; today unless given.", valueName: "day")) var day: String?
    @OptionGroup var common: CommonOptions

    func run() throws {
        var later: String?
        let (found, on) = try common.move("position fill", ref, day) { later = try $0.fill(position: $1, from: $2) }
        let authorized = later.map { " It was authorized by then, not from \($0) on." } ?? ""
        try Output.answer("Filled from \(on): \(found.ref).\(authorized) Undo: groundwork undo")
    }
}

/// `position vacate REF [DAY]`
struct VacatePosition: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "vacate",
            abstract: "Say on which day a position was filled last; it stays authorized.",
            examples: ["groundwork position vacate outreach 2026-11-20"]
        )
    }

    @Argument(help: "Its ref, an unambiguous beginning of it, or last.") var ref: String
    @Argument(help: ArgumentHelp("The last day; today unless given.", valueName: "day")) var day: String?
    @OptionGroup var common: CommonOptions

    func run() throws {
        let (found, on) = try common.move("position vacate", ref, day) { try $0.vacate(position: $1, on: $2) }
        try Output.answer("Filled until \(on): \(found.ref). It is open now. Undo: groundwork undo")
    }
}

/// `position close REF [DAY]`
struct ClosePosition: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "close",
            abstract: "Say that a position is authorized no longer.",
            examples: ["groundwork position close outreach 2026-11-20"]
        )
    }

    @Argument(help: "Its ref, an unambiguous beginning of it, or last.") var ref: String
    @Argument(help: ArgumentHelp("The day; today unless given.", valueName: "day")) var day: String?
    @OptionGroup var common: CommonOptions

    func run() throws {
        let (found, on) = try common.move("position close", ref, day) { try $0.close(position: $1, on: $2) }
        try Output.answer("Closed \(on): \(found.ref). Undo: groundwork undo")
    }
}

extension CommonOptions {
    /// Moves a position on, on a day: the one that was typed, else today.
    fileprivate func move(
        _ words: String,
        _ ref: String,
        _ day: String?,
        _ verb: (Store, Found, Day) throws -> Void
    ) throws -> (Found, Day) {
        try change(words) { store in
            let found = try store.find(.position, ref)
            let on = try day.map { try store.day($0, for: "day") } ?? store.today
            try verb(store, found, on)
            return (found, on)
        }
    }
}
