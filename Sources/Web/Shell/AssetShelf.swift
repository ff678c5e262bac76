package import Basics
import Crypto
import Foundation

/// The files that pages need: the stylesheet, the icon. Read once at start, and served under an address that holds their hash,
/// so that a browser may keep them for ever and still sees a new one at once.
package struct AssetShelf: Sendable {
    struct Asset: Sendable {
        let bytes: [UInt8]
        let type: String
        /// The name with the hash in it: `concord.1f3a90c2b7d4.css`.
        let addressName: String
    }

    private let byName: [String: Asset]
    private let byAddress: [String: Asset]
    /// Changes when any file does: pages name the files, so their entity tags depend on it.
    let version: String

    /// Reads every file in a folder of `share/`.
    /// - Throws: `ShareRefused.unreadable` when the folder or a file can't be read.
    package init(_ share: Share, folder: String = "assets") throws {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: share.url(folder).path(percentEncoded: false))
        } catch {
            throw ShareRefused.unreadable(path: folder)
        }
        var files: [String: [UInt8]] = [:]
        for name in names.sorted() where Self.type(of: name) != nil {
            files[name] = Array(try share.data(folder + "/" + name))
        }
        self.init(files)
    }

    /// A shelf of given files, by name.
    package init(_ files: [String: [UInt8]]) {
        var byName: [String: Asset] = [:]
        var byAddress: [String: Asset] = [:]
        for (name, bytes) in files {
            guard let type = Self.type(of: name), let dot = name.lastIndex(of: ".") else { continue }
            let hash = SHA256.hash(data: bytes).prefix(6).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
            let asset = Asset(bytes: bytes, type: type, addressName: name[..<dot] + "." + hash + name[dot...])
            byName[name] = asset
            byAddress[asset.addressName] = asset
        }
        self.byName = byName
        version = byAddress.keys.sorted().joined(separator: " ")
        self.byAddress = byAddress
    }

    /// The address of a file by its plain name; `nil` when there is no such file.
    package func address(of name: String) -> (any Address)? { byName[name].map { AssetAddress(name: $0.addressName) } }

    func asset(at addressName: String) -> Asset? { byAddress[addressName] }

    private static func type(of name: String) -> String? {
        switch name.split(separator: ".").last {
        case "css": "text/css; charset=utf-8"
        case "svg": "image/svg+xml"
        case "png": "image/png"
        case "ico": "image/x-icon"
        case "woff2": "font/woff2"
        case "mp3": "audio/mpeg"
        default: nil
        }
    }
}

/// `/assets/concord.1f3a90c2b7d4.css`: the same in every language, so it never carries a prefix.
struct AssetAddress: Address {
    let name: String
    var path: String { Self.path("assets", name) }
}
