// swift-tools-version: 6.3
import PackageDescription

// Every target is built the same way: Swift 6 mode, imports spelt out, warnings as errors.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let hummingbirdTLS = Target.Dependency.product(name: "HummingbirdTLS", package: "hummingbird")
let hummingbirdTesting = Target.Dependency.product(name: "HummingbirdTesting", package: "hummingbird")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let grdbSQLite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let metrics = Target.Dependency.product(name: "Metrics", package: "swift-metrics")
let coreMetrics = Target.Dependency.product(name: "CoreMetrics", package: "swift-metrics")
let nioSSL = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let unixSignals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let configuration = Target.Dependency.product(name: "Configuration", package: "swift-configuration")
let httpClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let jwt = Target.Dependency.product(name: "JWTKit", package: "jwt-kit")
let system = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

/// A room of the house: it may import what is listed here and nothing else.
func room(_ name: String, imports dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, of dependencies: [Target.Dependency], beside files: [String] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies, exclude: files, swiftSettings: strict)
}

/// A room of Protection: it stands on Protection, and on no other of them.
func branch(_ name: String, besides others: [Target.Dependency] = []) -> Target {
    room(name, imports: ["Basics", "Vocabulary", "Store", "Access", "Web", "Protection", crypto] + others)
}

/// The stories of a room of Protection: whole requests on a node with that room alone.
func branchTests(_ name: String, besides others: [Target.Dependency] = [], beside files: [String] = []) -> Target {
    tests(
        name + "Tests",
        of: [
            "Basics", "Vocabulary", "Store", "Access", "Web", "Protection", "Fixtures", "WebFixtures", "CaseFixtures", httpTypes,
            .init(stringLiteral: name),
        ] + others, beside: files
    )
}

let branches: [Target] = [
    branch("Detection", besides: ["Instruments"]),
    branch("Identification", besides: ["Instruments"]),
    branch("CaseWork"),
    branch("Assistance"),
    branch("Guardianship"),
    branch("Reintegration"),
    branch("Stewardship"),
    branch("Oversight", besides: ["Tabular"]),
]

let rooms: [Target] =
    [
        .systemLibrary(name: "CLibpq", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        room("Basics"),
        room("Tabular", imports: ["Basics", yams]),
        room("Vocabulary", imports: ["Basics"]),
        room("Store", imports: ["Basics", "CLibpq", grdb, grdbSQLite, crypto, cryptoExtras, nioPosix]),
        room("Access", imports: ["Basics", "Store", crypto, cryptoExtras, logging, yams]),
        room(
            "Web",
            imports: ["Basics", "Vocabulary", "Access", "CXlsxWriter", hummingbird, hummingbirdCore, httpTypes, nioCore, crypto, logging]),
        room("Administration", imports: ["Basics", "Vocabulary", "Store", "Access", "Web"]),
        room("Instruments", imports: ["Basics", "Tabular", "Vocabulary", "Store", "Access", "Web"]),
        room("Evidence", imports: ["Basics", "Tabular", "Vocabulary", "Store", "Access", "Web", crypto, yams]),
        room("Protection", imports: ["Basics", "Vocabulary", "Store", "Access", "Web", crypto, yams]),
        room("OpenIDConnect", imports: ["Basics", "Access", httpClient, jwt, nioCore, nioHTTP1, crypto, logging]),
        room(
            "Server",
            imports: [
                "Basics", "Tabular", "Vocabulary", "Store", "Access", "Web", "Administration", "Instruments", "Evidence",
                "Protection", "Detection", "Identification", "CaseWork", "Assistance", "Guardianship", "Reintegration", "Stewardship",
                "Oversight", hummingbird, hummingbirdCore, nioCore, nioPosix, lifecycle, unixSignals, logging, metrics, coreMetrics,
                configuration,
                system,
            ]
        ),
        room(
            "Examplia",
            imports: [
                "Basics", "Vocabulary", "Store", "Access", "Web", "Instruments", "Protection", "Detection", "Identification", "CaseWork",
                "Assistance",
                "Guardianship", "Reintegration", "Stewardship", "Oversight", "Server",
            ]),
        .executableTarget(
            name: "CLI",
            dependencies: [
                "Basics", "Tabular", "Vocabulary", "Store", "Access", "Web", "Instruments", "Evidence", "Protection", "Server",
                "Examplia", "OpenIDConnect", arguments, hummingbird, hummingbirdCore, hummingbirdTLS, nioSSL, coreMetrics, logging,
            ],
            swiftSettings: strict
        ),
        .target(
            name: "WebFixtures", dependencies: [httpTypes], path: "Tests/WebFixtures", swiftSettings: strict),
        .target(
            name: "CaseFixtures",
            dependencies: [
                "Basics", "Vocabulary", "Store", "Access", "Web", "Administration", "Protection", "Fixtures", "WebFixtures", hummingbird,
                hummingbirdTesting, httpTypes, nioCore, logging,
            ], path: "Tests/CaseFixtures", swiftSettings: strict),
        .target(
            name: "Fixtures", dependencies: ["Basics", "Store", logging], path: "Tests/Fixtures", exclude: ["Files"], swiftSettings: strict),
        tests("BasicsTests", of: ["Basics"]),
        tests("TabularTests", of: ["Basics", "Tabular", "Vocabulary"]),
        tests("VocabularyTests", of: ["Basics", "Vocabulary"]),
        tests("StoreTests", of: ["Basics", "Store", "Fixtures", grdb, crypto]),
        tests("AccessTests", of: ["Basics", "Store", "Access", "Fixtures", crypto]),
        tests("OpenIDConnectTests", of: ["Basics", "Access", "OpenIDConnect", hummingbird, httpTypes, jwt, nioCore, crypto, logging]),
        tests(
            "WebTests",
            of: ["Basics", "Vocabulary", "Access", "Web", hummingbird, hummingbirdCore, hummingbirdTesting, httpTypes, nioCore, logging]),
        tests(
            "AdministrationTests",
            of: [
                "Basics", "Vocabulary", "Store", "Access", "Web", "Administration", "Fixtures",
                hummingbird, hummingbirdTesting, httpTypes, nioCore, crypto, logging,
            ]
        ),
        tests(
            "InstrumentsTests",
            of: [
                "Basics", "Tabular", "Vocabulary", "Store", "Access", "Web", "Instruments", "Fixtures",
                hummingbird, hummingbirdTesting, httpTypes, nioCore, logging,
            ]
        ),
        tests(
            "EvidenceTests",
            of: [
                "Basics", "Tabular", "Vocabulary", "Store", "Access", "Web", "Evidence", "Fixtures",
                hummingbird, hummingbirdTesting, httpTypes, nioCore, logging,
            ]
        ),
        tests(
            "ProtectionTests",
            of: ["Basics", "Vocabulary", "Store", "Access", "Web", "Protection", "Fixtures", "WebFixtures", "CaseFixtures", yams]),
        branchTests("Detection", beside: ["Files"]), branchTests("Identification", besides: ["Instruments"]), branchTests("CaseWork"),
        branchTests("Assistance"),
        branchTests("Guardianship"), branchTests("Reintegration"), branchTests("Stewardship"), branchTests("Oversight"),
        tests(
            "ServerTests",
            of: [
                "Basics", "Vocabulary", "Store", "Access", "Web", "Evidence", "Protection", "CaseWork", "Stewardship", "Server", "Fixtures",
                "WebFixtures", "CaseFixtures", configuration, metrics, coreMetrics,
            ]),
        tests(
            "Stories",
            of: [
                "Basics", "Tabular", "Vocabulary", "Store", "Access", "Web", "Administration", "Instruments", "Evidence",
                "Server", "OpenIDConnect", "Protection", "Fixtures", "WebFixtures", crypto, hummingbird, hummingbirdTesting, httpTypes,
                nioCore, jwt, logging,
            ],
            beside: ["route-matrix.txt"]
        ),
    ] + branches

/// `CONCORD_ONLY=AccessTests swift build --build-tests` builds one room and what it stands on:
/// a person at work in one room need not wait for, nor be stopped by, the others.
func closure(of wanted: String, in rooms: [Target]) -> [Target] {
    var names: Set<String> = []
    var open = [wanted]
    while let name = open.popLast() {
        guard names.insert(name).inserted, let target = rooms.first(where: { $0.name == name }) else { continue }
        for case .byNameItem(let next, _) in target.dependencies { open.append(next) }
    }
    return rooms.filter { names.contains($0.name) }
}

let wanted = Context.environment["CONCORD_ONLY"].map { closure(of: $0, in: rooms) } ?? rooms

let package = Package(
    name: "concord",
    platforms: [.macOS(.v15)],
    products: wanted.contains { $0.name == "CLI" } ? [.executable(name: "concord", targets: ["CLI"])] : [],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: wanted
)
