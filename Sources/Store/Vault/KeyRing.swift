import Basics
import Foundation

/// The node keys in use: one, or two while one is exchanged for the other. Live, because the files may change under it.
actor KeyRing {
    private let folder: KeyFolder
    private var keys: [String: NodeKey] = [:]

    init(_ folder: KeyFolder) { self.folder = folder }

    /// The node key with an id; looks into the folder again for one it does not know.
    func key(_ id: String) throws -> NodeKey {
        if let known = keys[id] { return known }
        try load()
        if let known = keys[id] { return known }
        guard !keys.isEmpty else { throw VaultRefused.missingNodeKey(path: folder.currentPath) }
        throw VaultRefused.wrongNodeKey(path: folder.currentPath, wanted: id)
    }

    /// Puts the first key of a new node in the folder.
    func keep(_ first: NodeKey) throws {
        try folder.put(first, at: folder.currentPath)
        keys[first.id] = first
    }

    private func load() throws {
        for path in [folder.currentPath, folder.nextPath] {
            if let key = try folder.key(at: path) { keys[key.id] = key }
        }
    }
}
