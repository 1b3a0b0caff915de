// swift-tools-version: 6.2
import PackageDescription

/// Every target is held to the same rules. `Scripts/check` builds with them as they stand here.
let rules: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
]

/// The files of `Migrations` that are built into the binary. A new one is added here and in `Migrations.swift`;
/// `Scripts/check` fails when one of the two forgets it.
let migrations = [
    "0011_core.sql",
    "0012_lists.sql",
    "0013_feedback.sql",
    "0014_boards.sql",
    "0015_practices.sql",
    "0016_evaluations.sql",
    "0018_collecting.sql",
    "views.sql",
    "0019_requests.sql",
    "0020_feedback_days.sql",
    "0021_board_seats.sql",
    "0022_organizations.sql",
    "0023_sessions.sql",
    "0024_responses.sql",
    "0025_publications.sql",
]

let package = Package(
    name: "groundwork",
    products: [
        .executable(name: "groundwork", targets: ["groundwork"])
    ],
    targets: [
        // Beneath everything
        .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
        .target(name: "Files", dependencies: ["CSodium"], swiftSettings: rules),
        .target(name: "Calendar", swiftSettings: rules),
        .target(name: "Language", swiftSettings: rules),
        .target(name: "PlainText", swiftSettings: rules),

        // Storage
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .target(name: "SQLite", dependencies: ["CSQLite"], swiftSettings: rules + [.strictMemorySafety()]),
        .target(
            name: "Migrations",
            path: "Migrations",
            resources: migrations.map { .embedInCode($0) },
            swiftSettings: rules
        ),

        // What public pages know and what people send, apart from the record
        .target(name: "Inbox", dependencies: ["Files", "PlainText", "SQLite"], swiftSettings: rules),

        // Arithmetic and drawing
        .target(name: "CBoostMath"),
        .target(name: "Measures", dependencies: ["CBoostMath"], swiftSettings: rules),
        .target(name: "CXlsxWriter"),
        .target(name: "CQREncode"),
        .target(
            name: "Documents",
            dependencies: ["Measures", "PlainText", "CQREncode", "CXlsxWriter"],
            swiftSettings: rules
        ),
        .target(name: "CommandLineKit", dependencies: ["PlainText"], swiftSettings: rules),

        // The domain, files in, questions out
        .target(
            name: "Records",
            dependencies: [
                "Calendar", "Files", "Language", "PlainText", "SQLite", "Migrations", "Measures", "CSodium",
            ],
            swiftSettings: rules
        ),
        .target(
            name: "Intake",
            dependencies: ["Calendar", "Files", "Language", "PlainText", "Records"],
            swiftSettings: rules
        ),
        .target(
            name: "Reports",
            dependencies: ["Calendar", "Records", "SQLite", "Measures", "Documents"],
            swiftSettings: rules
        ),
        .target(name: "Sample", dependencies: ["Calendar", "Records", "SQLite"], swiftSettings: rules),

        // Everything a person can do, whatever the interface
        .target(
            name: "Service",
            dependencies: [
                "Calendar", "Files", "Inbox", "Language", "Records", "Sample", "Intake", "Reports", "Documents",
                "Measures", "SQLite",
            ],
            swiftSettings: rules
        ),

        // The sentences of both interfaces
        .target(name: "Wording", dependencies: ["Calendar", "Records", "Service"], swiftSettings: rules),

        // Pages in a browser
        .target(name: "CMicroHTTPD"),
        .target(
            name: "Web",
            dependencies: [
                "Calendar", "Files", "Inbox", "CMicroHTTPD", "Records", "Intake", "Documents", "Service", "Wording",
            ],
            swiftSettings: rules
        ),

        // The person at the keyboard
        .target(name: "CProcess"),
        .target(
            name: "Commands",
            dependencies: [
                "Calendar", "Files", "Inbox", "Language", "Sample", "CommandLineKit", "Records", "Intake", "Reports",
                "Documents", "Measures", "PlainText", "Service", "Web", "Wording", "CProcess",
            ],
            exclude: ["Groundwork.docc"],
            swiftSettings: rules
        ),
        .executableTarget(name: "groundwork", dependencies: ["Commands"], swiftSettings: rules),

        // Ratios against plain C, in one run
        .target(name: "CBenchmark", dependencies: ["CSQLite"], exclude: ["OneRecord"]),
        .executableTarget(
            name: "Benchmarks",
            dependencies: [
                "Calendar", "CBenchmark", "CommandLineKit", "Documents", "Intake", "Measures", "Records", "Reports",
                "Sample", "SQLite",
            ],
            swiftSettings: rules
        ),

        // Tests
        .systemLibrary(name: "CZlib", path: "Tests/CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(name: "Support", dependencies: ["CZlib"], path: "Tests/Support", swiftSettings: rules),
        .testTarget(name: "FilesTests", dependencies: ["Files", "Support"], swiftSettings: rules),
        .testTarget(name: "CalendarTests", dependencies: ["Calendar", "Support"], swiftSettings: rules),
        .testTarget(name: "PlainTextTests", dependencies: ["PlainText"], swiftSettings: rules),
        .testTarget(name: "LanguageTests", dependencies: ["Language"], swiftSettings: rules),
        .testTarget(name: "InboxTests", dependencies: ["Inbox", "SQLite", "Support"], swiftSettings: rules),
        .testTarget(name: "SQLiteTests", dependencies: ["SQLite", "CSQLite", "Support"], swiftSettings: rules),
        .testTarget(
            name: "MigrationsTests",
            dependencies: ["Files", "Migrations", "SQLite", "Records", "Support"],
            swiftSettings: rules
        ),
        .testTarget(name: "MeasuresTests", dependencies: ["Measures", "Support"], swiftSettings: rules),
        .testTarget(
            name: "DocumentsTests",
            dependencies: ["Documents", "Measures", "PlainText", "Support"],
            swiftSettings: rules
        ),
        .testTarget(name: "CommandLineKitTests", dependencies: ["CommandLineKit", "Support"], swiftSettings: rules),
        .testTarget(
            name: "RecordsTests",
            dependencies: ["Calendar", "Files", "Records", "SQLite", "Support"],
            swiftSettings: rules
        ),
        .testTarget(
            name: "SampleTests",
            dependencies: ["Calendar", "Records", "Sample", "SQLite", "Support"],
            swiftSettings: rules
        ),
        .testTarget(
            name: "IntakeTests",
            dependencies: ["Calendar", "Files", "Intake", "Records", "SQLite", "Support"],
            swiftSettings: rules
        ),
        .testTarget(
            name: "ReportsTests",
            dependencies: [
                "Calendar", "Documents", "Intake", "Measures", "Migrations", "Records", "Reports", "SQLite", "Support",
            ],
            exclude: ["Snapshots"],
            swiftSettings: rules
        ),
        .testTarget(
            name: "ServiceTests",
            dependencies: [
                "Calendar", "Documents", "Files", "Inbox", "Intake", "Language", "Measures", "Records", "Reports",
                "Service", "SQLite", "Support",
            ],
            swiftSettings: rules
        ),
        // What the tests run to see that Service takes no interface; it is not shipped.
        .executableTarget(
            name: "ServiceOnly",
            dependencies: ["Calendar", "Files", "Service"],
            path: "Tests/ServiceOnly",
            swiftSettings: rules
        ),
        .testTarget(
            name: "WebTests",
            dependencies: ["Calendar", "Documents", "Inbox", "Records", "Service", "Support", "Web", "Wording"],
            swiftSettings: rules
        ),
        .testTarget(
            name: "CommandsTests",
            dependencies: [
                "Calendar", "Commands", "CommandLineKit", "Documents", "Files", "Inbox", "Migrations", "Records",
                "Reports", "Service", "SQLite", "Support", "Web",
            ],
            exclude: ["Errors", "Help", "Transcripts"],
            swiftSettings: rules
        ),
    ],
    cLanguageStandard: .c17,
    cxxLanguageStandard: .cxx17
)
