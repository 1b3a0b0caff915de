import Calendar
import CommandLineKit
import Records
import Service

/// `position fill REF [DAY]`
struct FillPosition: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "fill",
            abstract: "Mark a position as filled. Never says by whom.",
            discussion:
                "If the hire date is earlier, the position's authorized date moves back to it.",
            examples: ["groundwork position fill outreach 2026-11-01"]
        )
    }

    @Argument(help: "Its ref (or its first letters), or last.") var ref: String
    @Argument(help: ArgumentHelp("The first day. Default: today.", valueName: "day")) var day: String?
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = Service.FillPosition()
        operation.ref = ref
        operation.day = day
        let filled = try common.perform(operation)
        let authorized = filled.authorizedLater.map { "Authorized date moved back from \($0.words)." }
        try Output.stored(filled.position.sentence("Filled from"), authorized)
    }
}

/// `position vacate REF [DAY]`
struct VacatePosition: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "vacate",
            abstract: "Mark a position as vacant. It stays authorized.",
            examples: ["groundwork position vacate outreach 2026-11-20"]
        )
    }

    @Argument(help: "Its ref (or its first letters), or last.") var ref: String
    @Argument(help: ArgumentHelp("The last day it was filled. Default: today.", valueName: "day")) var day: String?
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = Service.VacatePosition()
        operation.ref = ref
        operation.day = day
        try Output.stored(try common.perform(operation).sentence("Filled until"), "The position is now vacant.")
    }
}

/// `position close REF [DAY]`
struct ClosePosition: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "close",
            abstract: "Close a position: it is no longer authorized.",
            examples: ["groundwork position close outreach 2026-11-20"]
        )
    }

    @Argument(help: "Its ref (or its first letters), or last.") var ref: String
    @Argument(help: ArgumentHelp("The date. Default: today.", valueName: "day")) var day: String?
    @OptionGroup var common: CommonOptions

    func run() throws {
        var operation = Service.ClosePosition()
        operation.ref = ref
        operation.day = day
        try Output.stored(try common.perform(operation).sentence("Closed"))
    }
}
