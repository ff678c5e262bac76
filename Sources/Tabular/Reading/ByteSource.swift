import Foundation

/// The bytes of a table, read a chunk at a time from a file or from memory.
struct ByteSource {
    let total: Int
    private let name: String
    private let handle: FileHandle?
    private let memory: [UInt8]
    private(set) var position = 0

    init(_ input: TableInput) throws(TableRefused) {
        name = input.name
        switch input {
        case .bytes(let bytes, _):
            (memory, handle, total) = (bytes, nil, bytes.count)
        case .file(let path):
            // A folder opens too, and only fails when it is read.
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue,
                let opened = FileHandle(forReadingAtPath: path), let end = try? opened.seekToEnd(), (try? opened.seek(toOffset: 0)) != nil
            else { throw .unreadable(file: input.name) }
            (memory, handle, total) = ([], opened, Int(end))
        }
    }

    /// The next bytes; empty at the end.
    mutating func read(atMost count: Int) throws(TableRefused) -> [UInt8] {
        guard let handle else {
            let chunk = Array(memory[position..<min(position + count, memory.count)])
            position += chunk.count
            return chunk
        }
        do {
            let chunk = try handle.read(upToCount: count).map { [UInt8]($0) } ?? []
            position += chunk.count
            return chunk
        } catch {
            throw .unreadable(file: name)
        }
    }

    /// Goes back to a place in it.
    mutating func seek(to offset: Int) throws(TableRefused) {
        do {
            try handle?.seek(toOffset: UInt64(offset))
            position = offset
        } catch {
            throw .unreadable(file: name)
        }
    }
}
