import Basics
import Crypto
import Foundation

/// How a backup's file is divided: a heading, then portions, each sealed with AES-256-GCM. The nonce holds the portion's
/// number and whether it is the last, so that none can be changed, moved, left out or cut off unnoticed.
enum EncryptedFile {
    static let heading = Array("CONCORD BACKUP 1\n".utf8)
    /// Without the format's number: a file of a later format is told from a file that is no backup.
    static let headingStart = Array("CONCORD BACKUP ".utf8)
    static let portion = 65_536

    static func nonce(_ number: UInt64, isLast: Bool) throws -> AES.GCM.Nonce {
        try AES.GCM.Nonce(data: withUnsafeBytes(of: number.bigEndian) { Array($0) } + [0, 0, 0, isLast ? 1 : 0])
    }
}

/// Writes a backup's file. Goes to a new file beside the name; only `finish` puts it there.
struct EncryptedWriter: ~Copyable {
    private let path: String
    private let handle: Int32
    private let key: SymmetricKey
    private let bound: [UInt8]
    private var pending: [UInt8] = []
    private var number: UInt64 = 0
    private var isFinished = false

    /// - Parameter clear: what anybody may read: how the key is recovered.
    init(path: String, clear: [UInt8], key: SymmetricKey) throws {
        self.path = path
        self.key = key
        bound = Array(SHA256.hash(data: clear))
        unlink(path + ".new")
        handle = open(path + ".new", O_WRONLY | O_CREAT | O_EXCL, 0o600)
        guard handle >= 0 else {
            isFinished = true
            throw StoreRefused.readOnly(path: path)
        }
        try put(EncryptedFile.heading + withUnsafeBytes(of: UInt32(clamping: clear.count).bigEndian) { Array($0) } + clear)
        pending.reserveCapacity(EncryptedFile.portion * 2)
    }

    deinit {
        close(handle)
        if !isFinished { unlink(path + ".new") }
    }

    mutating func write(_ bytes: some Collection<UInt8>) throws {
        pending.append(contentsOf: bytes)
        var start = 0
        while pending.count - start > EncryptedFile.portion {
            try seal(pending[start..<start + EncryptedFile.portion], isLast: false)
            start += EncryptedFile.portion
        }
        if start > 0 { pending.removeFirst(start) }
    }

    mutating func finish() throws {
        try seal(pending[...], isLast: true)
        guard fsync(handle) == 0 else { throw StoreRefused.diskFault }
        // link, not rename: it refuses when somebody has made a file of this name meanwhile.
        guard link(path + ".new", path) == 0 else { throw BackupRefused.exists(path: path) }
        unlink(path + ".new")
        syncFolder(of: path)
        isFinished = true
    }

    private mutating func seal(_ bytes: ArraySlice<UInt8>, isLast: Bool) throws {
        let nonce = try EncryptedFile.nonce(number, isLast: isLast)
        let box = try AES.GCM.seal(bytes, using: key, nonce: nonce, authenticating: bound)
        let length = withUnsafeBytes(of: UInt32(clamping: box.ciphertext.count).bigEndian) { Array($0) }
        try put([isLast ? 1 : 0] + length + box.ciphertext + box.tag)
        number += 1
    }

    private func put(_ bytes: [UInt8]) throws {
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { Foundation.write(handle, $0.baseAddress, $0.count) }
            guard count > 0 else { throw errno == ENOSPC || errno == EDQUOT ? StoreRefused.full : StoreRefused.diskFault }
            written += count
        }
    }
}

/// Reads a backup's file, portion by portion.
struct EncryptedReader: ~Copyable {
    private let path: String
    private let handle: Int32
    private var key: SymmetricKey?
    private var bound: [UInt8] = []
    private var pending: ArraySlice<UInt8> = []
    private var number: UInt64 = 0
    private var sawLast = false
    /// What anybody may read.
    private(set) var clear: [UInt8] = []

    init(path: String) throws {
        self.path = path
        handle = open(path, O_RDONLY)
        guard handle >= 0 else { throw BackupRefused.notABackup(path: path) }
        let heading = try? take(EncryptedFile.heading.count)
        guard let heading, heading.starts(with: EncryptedFile.headingStart) else { throw BackupRefused.notABackup(path: path) }
        guard heading == EncryptedFile.heading else { throw BackupRefused.newerFormat(path: path) }
        guard let length = try take(4)?.bigEndianNumber, length < 65_536, let clear = try take(length)
        else { throw BackupRefused.damaged(path: path) }
        self.clear = clear
        bound = Array(SHA256.hash(data: clear))
    }

    deinit { if handle >= 0 { close(handle) } }

    mutating func unlock(with key: SymmetricKey) { self.key = key }

    /// The next bytes, exactly as many.
    mutating func read(_ count: Int) throws -> [UInt8] {
        if pending.count >= count {
            let bytes = Array(pending.prefix(count))
            pending = pending.dropFirst(count)
            return bytes
        }
        var bytes = Array(pending)
        bytes.reserveCapacity(min(count, 1 << 20))
        pending = []
        while bytes.count < count {
            guard !sawLast else { throw BackupRefused.damaged(path: path) }
            let portion = try nextPortion()
            let wanted = min(count - bytes.count, portion.count)
            bytes += portion.prefix(wanted)
            pending = portion.dropFirst(wanted)
        }
        return bytes
    }

    /// - Throws: when anything follows what was read.
    mutating func expectEnd() throws {
        while !sawLast, pending.isEmpty { pending = try nextPortion()[...] }
        guard pending.isEmpty, try take(1) == nil else { throw BackupRefused.damaged(path: path) }
    }

    private mutating func nextPortion() throws -> [UInt8] {
        guard let key, let head = try take(5), head[0] <= 1, case let length = Array(head[1...]).bigEndianNumber,
            length <= EncryptedFile.portion, let bytes = try take(length + 16)
        else { throw BackupRefused.damaged(path: path) }
        let nonce = try EncryptedFile.nonce(number, isLast: head[0] == 1)
        guard let box = try? AES.GCM.SealedBox(nonce: nonce, ciphertext: bytes.prefix(length), tag: bytes.suffix(16)),
            let opened = try? AES.GCM.open(box, using: key, authenticating: bound)
        else { throw BackupRefused.damaged(path: path) }
        number += 1
        sawLast = head[0] == 1
        return Array(opened)
    }

    /// Bytes of the file itself; `nil` at its end, a throw when it ends among them.
    private func take(_ count: Int) throws -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            let got = bytes[filled...].withUnsafeMutableBytes { Foundation.read(handle, $0.baseAddress, $0.count) }
            guard got >= 0 else { throw StoreRefused.diskFault }
            if got == 0 {
                if filled == 0 { return nil }
                throw BackupRefused.damaged(path: path)
            }
            filled += got
        }
        return bytes
    }
}

extension [UInt8] {
    var bigEndianNumber: Int { reduce(0) { $0 << 8 | Int($1) } }
}
