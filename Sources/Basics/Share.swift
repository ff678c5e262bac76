package import Foundation

/// The folder of data files that ships beside the program: reference data, code lists, mappings, the stylesheet.
package struct Share: Sendable {
    package let folder: URL

    package init(folder: URL) { self.folder = folder }

    /// Finds the folder: beside the binary (`share/`), one level up (`../share/concord/`), or in the checkout it was built in.
    /// - Throws: `ShareRefused.notFound` when there is none, naming the setting that tells where it is.
    package static func beside(binary: URL) throws -> Share {
        var folder = binary.resolvingSymlinksInPath().deletingLastPathComponent()
        var candidates = [folder.appending(path: "share"), folder.appending(path: "../share/concord")]
        for _ in 0..<5 {
            folder = folder.deletingLastPathComponent()
            candidates.append(folder.appending(path: "share"))
        }
        let mark = "reference/states.csv"
        guard
            let found = candidates.first(where: {
                FileManager.default.fileExists(atPath: $0.appending(path: mark).path(percentEncoded: false))
            })
        else { throw ShareRefused.notFound }
        return Share(folder: found.standardizedFileURL)
    }

    package func url(_ path: String) -> URL { folder.appending(path: path) }

    /// The bytes of one file, such as `reference/states.csv`.
    package func data(_ path: String) throws -> Data {
        do {
            return try Data(contentsOf: url(path))
        } catch {
            throw ShareRefused.unreadable(path: path)
        }
    }

    /// The text of one file, which is UTF-8.
    package func text(_ path: String) throws -> String {
        guard let text = String(data: try data(path), encoding: .utf8) else { throw ShareRefused.unreadable(path: path) }
        return text
    }
}

/// What can be wrong with the folder of data files.
package enum ShareRefused: Refusal {
    case notFound
    case unreadable(path: String)

    package var code: String {
        switch self {
        case .notFound: "share.not-found"
        case .unreadable: "share.unreadable"
        }
    }

    package var message: String {
        switch self {
        case .notFound: "The folder share/ with the reference data is not beside the program. Name it with --share DIR."
        case .unreadable(let path):
            "The data file \(path) is missing or can't be read in the folder share/. Install the program again, or name the folder with --share DIR."
        }
    }
}
