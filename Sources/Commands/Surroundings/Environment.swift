package import Calendar
package import Records
import Reports
package import Service

/// Everything of the outside that a command touches: time, chance, variables, folder, the three streams, the account.
///
/// It is task-local, so that a test runs whole commands in its own process, on a day of its choice, in a folder of its
/// own, and reads what they print.
package struct Environment: Sendable {
    /// The word by which the program is called in messages.
    package var program = "groundwork"
    /// The present.
    package var clock: Clock
    /// Random numbers.
    package var randomness: Randomness
    /// Seconds that only go forward, for waiting times and progress.
    package var stopwatch: @Sendable () -> Double
    /// Environment variables by name, as they were when the program started.
    package var variables: [String: String]
    /// The folder that paths are relative to; empty where the machine has none to name.
    package var folder: String
    /// The name of the account that uses the program.
    package var account: String
    /// Where answers and data are typed or piped in.
    package var input: InputStream
    /// Where results go.
    package var output: OutputStream
    /// Where everything else goes.
    package var errors: OutputStream
    /// Asked to stop.
    package var interruption: Interruption

    package init(
        clock: Clock,
        randomness: Randomness,
        stopwatch: @escaping @Sendable () -> Double,
        variables: [String: String],
        folder: String,
        account: String,
        input: InputStream,
        output: OutputStream,
        errors: OutputStream,
        interruption: Interruption
    ) {
        self.clock = clock
        self.randomness = randomness
        self.stopwatch = stopwatch
        self.variables = variables
        self.folder = folder
        self.account = account
        self.input = input
        self.output = output
        self.errors = errors
        self.interruption = interruption
    }

    /// The surroundings of the command that is running.
    @TaskLocal package static var current = Environment.process

    /// What a store takes from outside.
    var surroundings: Records.Surroundings {
        Records.Surroundings(
            clock: clock,
            randomness: randomness,
            account: account,
            metrics: Self.metrics
        )
    }

    /// What targets can be set for.
    static let metrics = Catalogue.metrics.map {
        TargetMetric(id: $0.id.text, title: $0.title, isShare: $0.unit == .share)
    }

    /// A path from the root, for a path as it was typed.
    func path(_ typed: String) -> String {
        typed.hasPrefix("/") || folder.isEmpty || typed.isEmpty ? typed : "\(folder)/\(typed)"
    }

    /// A path as people know it, also within a sentence: relative where it lies in the current folder.
    func shown(_ text: String) -> String {
        folder.count > 1 ? text.replacing(folder + "/", with: "") : text
    }
}
