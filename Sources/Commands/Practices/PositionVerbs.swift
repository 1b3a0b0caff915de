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
        var operation = Service.FillPosition()
        operation.ref = ref
        operation.day = day
        let filled = try common.perform(operation)
        let authorized = filled.authorizedLater.map { "It was authorized by then, not from \($0) on." }
        try Output.stored(filled.position.sentence("Filled from"), authorized)
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
        var operation = Service.VacatePosition()
        operation.ref = ref
        operation.day = day
        try Output.stored(try common.perform(operation).sentence("Filled until"), "It is open now.")
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
        var operation = Service.ClosePosition()
        operation.ref = ref
        operation.day = day
        try Output.stored(try common.perform(operation).sentence("Closed"))
    }
}
