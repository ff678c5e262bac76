import Foundation

extension Vault {
    /// Exchanges the node key for a new one and wraps every key anew. Can be cut off anywhere and called again: each key
    /// says which node key wraps it, and both stay until the last one has moved.
    /// - Parameter progress: is told after each portion how many keys have moved.
    /// - Returns: how many keys were wrapped anew by this call.
    @discardableResult
    package func rotateNodeKey(
        portion: Int = 500, progress: @Sendable (Int) -> Void = { _ in }
    ) async throws -> Int {
        let lock = try folder.lock()
        defer { close(lock) }
        let next: NodeKey
        if let begun = try folder.key(at: folder.nextPath) {
            next = begun
        } else {
            next = NodeKey()
            try folder.put(next, at: folder.nextPath)
        }
        // The recovery key must open both before anything depends on the new one.
        let old = try folder.key(at: folder.currentPath)
        try renewRecovery(for: [old, next].compactMap(\.self))
        try await keys.write { tx in
            // Another machine may be exchanging it too; then the key in use is neither of these two.
            try tx.runOnOne(
                "UPDATE current_node_key SET node_key = \(next.id) WHERE node_key IN \(list: [old?.id ?? next.id, next.id])"
            )
        }
        var moved = 0
        while true {
            let count = try await moveHolderKeys(to: next, portion: portion) + movePurposeKeys(to: next, portion: portion)
            if count == 0 { break }
            moved += count
            progress(moved)
        }
        try folder.promoteNext()
        try renewRecovery(for: [next])
        try await keys.scrub()
        return moved
    }

    private func moveHolderKeys(to next: NodeKey, portion: Int) async throws -> Int {
        let rows = try await keys.read { tx in
            try tx.rows(
                "SELECT kind, holder, node_key, wrapped FROM holder_key WHERE node_key <> \(next.id) LIMIT \(portion)"
            ) { (kind: $0.text(0), holder: $0.bytes(1), key: WrappedKey(nodeKey: $0.text(2), wrapped: $0.bytes(3))) }
        }
        var moved: [(kind: String, holder: [UInt8], key: WrappedKey, old: String)] = []
        for row in rows {
            let wrapped = try await wrapAnew(row.key, with: next, context(row.kind, row.holder))
            moved.append((row.kind, row.holder, wrapped, row.key.nodeKey))
        }
        let changes = moved
        try await keys.write { tx in
            for change in changes {
                try tx.run(
                    """
                    UPDATE holder_key SET node_key = \(change.key.nodeKey), wrapped = \(change.key.wrapped)
                    WHERE kind = \(change.kind) AND holder = \(change.holder) AND node_key = \(change.old)
                    """
                )
            }
        }
        return rows.count
    }

    private func movePurposeKeys(to next: NodeKey, portion: Int) async throws -> Int {
        let rows = try await keys.read { tx in
            try tx.rows("SELECT purpose, node_key, wrapped FROM purpose_key WHERE node_key <> \(next.id) LIMIT \(portion)") {
                (purpose: $0.text(0), key: WrappedKey(nodeKey: $0.text(1), wrapped: $0.bytes(2)))
            }
        }
        for row in rows {
            let wrapped = try await wrapAnew(row.key, with: next, context("purpose", Array(row.purpose.utf8)))
            try await keys.write { tx in
                try tx.run(
                    """
                    UPDATE purpose_key SET node_key = \(wrapped.nodeKey), wrapped = \(wrapped.wrapped)
                    WHERE purpose = \(row.purpose) AND node_key = \(row.key.nodeKey)
                    """
                )
            }
        }
        return rows.count
    }

    private func wrapAnew(_ key: WrappedKey, with next: NodeKey, _ context: [[UInt8]]) async throws -> WrappedKey {
        let opened = try await ring.key(key.nodeKey).unwrap(key.wrapped, for: context)
        return WrappedKey(nodeKey: next.id, wrapped: try next.wrap(opened, for: context))
    }
}
