import Foundation

/// The folder `--keys DIR`, readable by its owner alone: the node key, and what is needed to bring it back.
///
/// `node.key` is the key in use; `node.next.key` exists only while one is exchanged for another; `recovery.json` holds
/// the node key encrypted for the recovery key, and no secret.
package struct KeyFolder: Sendable {
    package let path: String

    /// Makes the folder when it is not there.
    package init(path: String) throws {
        self.path = path
        guard !FileManager.default.fileExists(atPath: path) else { return }
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700]
            )
        } catch { throw VaultRefused.keysNotWritable(path: path) }
    }

    var currentPath: String { file("node.key") }
    var nextPath: String { file("node.next.key") }
    var recoveryPath: String { file("recovery.json") }

    func file(_ name: String) -> String { (path as NSString).appendingPathComponent(name) }

    func key(at path: String) throws(VaultRefused) -> NodeKey? {
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else { return nil }
        if let mode = attributes[.posixPermissions] as? NSNumber, mode.intValue & 0o077 != 0 { throw .keysOpenToOthers(path: path) }
        guard let data = FileManager.default.contents(atPath: path), let text = String(data: data, encoding: .utf8),
            let key = NodeKey(fileText: text)
        else { throw .damagedKeyFile(path: path) }
        return key
    }

    func put(_ key: NodeKey, at path: String) throws(VaultRefused) {
        do { try durablyWrite(Array(key.fileText.utf8), to: path) } catch { throw .keysNotWritable(path: path) }
    }

    /// Takes the folder for this process alone until the answer is closed; two rotations at once would lose a key.
    func lock() throws(StoreRefused) -> Int32 {
        let handle = open(path, O_RDONLY)
        guard handle >= 0, flock(handle, LOCK_EX | LOCK_NB) == 0 else {
            close(handle)
            throw .locked
        }
        return handle
    }

    /// Puts the next key in the place of the current one.
    func promoteNext() throws(VaultRefused) {
        guard rename(nextPath, currentPath) == 0 else { throw .keysNotWritable(path: currentPath) }
        syncFolder(of: currentPath)
    }
}

/// Writes a file so that after a loss of power it is there whole or as it was: a new file beside it, flushed, then renamed.
/// - Parameter replacing: whether a file that is there gives way; otherwise it stays and nothing is written.
func durablyWrite(_ bytes: [UInt8], to path: String, replacing: Bool = true) throws {
    // Several that write the same file at once must not write into one draft.
    let draft = replacing ? path + ".new" : path + "." + UUID().uuidString + ".new"
    unlink(draft)
    let file = open(draft, O_WRONLY | O_CREAT | O_EXCL, 0o600)
    guard file >= 0 else { throw StoreRefused.readOnly(path: path) }
    var written = 0
    while written < bytes.count {
        let count = bytes[written...].withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
        if count < 0 {
            close(file)
            unlink(draft)
            throw errno == ENOSPC ? StoreRefused.full : StoreRefused.diskFault
        }
        written += count
    }
    guard fsync(file) == 0, close(file) == 0 else { throw StoreRefused.diskFault }
    if replacing {
        guard rename(draft, path) == 0 else { throw StoreRefused.diskFault }
    } else {
        defer { unlink(draft) }
        guard link(draft, path) == 0 || errno == EEXIST else { throw StoreRefused.diskFault }
    }
    syncFolder(of: path)
}

/// Makes a rename or a new name in a folder durable.
func syncFolder(of path: String) {
    let folder = (path as NSString).deletingLastPathComponent
    let handle = open(folder.isEmpty ? "." : folder, O_RDONLY)
    guard handle >= 0 else { return }
    fsync(handle)
    close(handle)
}
