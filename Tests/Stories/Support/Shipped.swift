import Basics
import Foundation

/// The files that ship with the program, and the program itself as it was built beside these tests.
enum Shipped {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static var share: Share { Share(folder: root.appending(path: "share")) }
    static let figures = root.appending(path: "share/glotip/glotip_full.csv").path(percentEncoded: false)

    /// The program: beside the test bundle, whose path the test runner gets as an argument.
    static let program: URL = {
        if let named = ProcessInfo.processInfo.environment["CONCORD_BINARY"] { return URL(filePath: named) }
        let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") }
        let folder = bundle.map { URL(filePath: $0).deletingLastPathComponent() } ?? root.appending(path: ".build/debug")
        return folder.appending(path: "concord").resolvingSymlinksInPath()
    }()
}
