import CommandLineKit

extension ArgumentHelp {
    /// The help of `--on`, for the day on which something was done.
    static func on(_ done: String) -> ArgumentHelp {
        ArgumentHelp("The date \(done). Default: today.", valueName: "date")
    }
}
