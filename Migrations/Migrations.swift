package enum Migrations { package static var core: [UInt8] { PackageResources._001_core_sql } }
