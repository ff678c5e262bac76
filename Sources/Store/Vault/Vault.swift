package import Basics
import Crypto

/// What seals a node's names, contacts and documents: a key for each holder, wrapped by the node key.
///
/// Keys come from their own store, so they are fetched before or after a transaction, never inside it:
/// ```swift
/// let key = try await vault.makeKey(for: account, at: now)
/// let email = try key.seal(address, in: SealPlace("account", account, "email"))
/// try await database.write { tx in try tx.run("INSERT INTO account (id, email) VALUES (\(account), \(email))") }
/// ```
package struct Vault: Sendable {
    package let node: ID<Node>
    let folder: KeyFolder
    let keys: any Database
    let ring: KeyRing
    /// New keys that are wanted at the same time share a commit.
    private let commits: CommitGroup

    private init(node: ID<Node>, folder: KeyFolder, keys: any Database, ring: KeyRing) {
        (self.node, self.folder, self.keys, self.ring) = (node, folder, keys, ring)
        commits = CommitGroup(keys)
    }

    /// Opens the vault of a node, or makes its first node key.
    /// - Parameters:
    ///   - keys: the key store; it is migrated here.
    ///   - node: from `Database.nodeID`; what is sealed opens on this node alone.
    /// - Throws: `VaultRefused.missingNodeKey` or `.wrongNodeKey` when the key store was made with a node key that isn't there.
    package static func open(_ folder: KeyFolder, keys: any Database, node: ID<Node>, at now: Instant) async throws -> Vault {
        try await keys.migrate(KeyStoreSchema.migrations, at: now)
        let vault = Vault(node: node, folder: folder, keys: keys, ring: KeyRing(folder))
        try await vault.makeFirstKey()
        // Opens a key that must open: a wrong node key, or another node's key store, shows now and not at the first name.
        _ = try await vault.purposeKey("check", at: now)
        return vault
    }

    /// Makes the node key of a new node. The key store is told first and the file written next; a start that was cut off in
    /// between leaves a store without keys, and is begun again.
    private func makeFirstKey() async throws {
        let isNew = try await keys.read { tx in try !tx.exists("SELECT 1 FROM purpose_key") }
        guard isNew else { return }
        let known = try await keys.read { tx in try tx.currentNodeKey() }
        if let present = try folder.key(at: folder.currentPath) {
            guard present.id == known else { throw VaultRefused.missingKeyStore(nodeKey: folder.currentPath) }
            return
        }
        let first = NodeKey()
        try await keys.write { tx in
            try tx.run(
                """
                INSERT INTO current_node_key (one, node_key) VALUES (1, \(first.id))
                ON CONFLICT (one) DO UPDATE SET node_key = excluded.node_key
                """
            )
        }
        try await ring.keep(first)
    }

    /// Makes the keys of many new holders with one commit: for imports and demonstrations.
    package func makeKeys<Holder>(for holders: [ID<Holder>], at now: Instant) async throws -> [HolderKey<Holder>] {
        guard let current = try await keys.read({ tx in try tx.currentNodeKey() }) else { throw StoreRefused.locked }
        let nodeKey = try await ring.key(current)
        let made = try holders.map { holder in
            let fresh = SymmetricKey(size: .bits256)
            let wrapped = WrappedKey(nodeKey: current, wrapped: try nodeKey.wrap(fresh, for: context(Holder.holderKind, holder.bytes)))
            return (key: HolderKey(holder: holder, node: node, key: fresh), wrapped: wrapped)
        }
        try await keys.write { tx in
            for (key, wrapped) in made {
                guard try tx.addHolderKey(Holder.holderKind, key.holder.bytes, wrapped, at: now) else { throw StoreRefused.locked }
            }
        }
        return made.map(\.key)
    }

    /// Makes the key of a new holder; gives the one it has when it has one.
    package func makeKey<Holder>(for holder: ID<Holder>, at now: Instant) async throws -> HolderKey<Holder> {
        let fresh = SymmetricKey(size: .bits256)
        let context = context(Holder.holderKind, holder.bytes)
        try await add(fresh, context) { tx, wrapped in try tx.addHolderKey(Holder.holderKind, holder.bytes, wrapped, at: now) }
        return try await key(for: holder)
    }

    /// The key of a holder.
    /// - Throws: `VaultRefused.erased` when there is none any more.
    package func key<Holder>(for holder: ID<Holder>) async throws -> HolderKey<Holder> {
        guard let wrapped = try await keys.read({ tx in try tx.holderKey(Holder.holderKind, holder.bytes) }) else {
            throw VaultRefused.erased
        }
        return try await unwrap(wrapped, holder)
    }

    /// The keys of several holders, for a list. Who was erased is not in the answer.
    package func keys<Holder>(for holders: [ID<Holder>]) async throws -> [ID<Holder>: HolderKey<Holder>] {
        let found = try await keys.read { tx in
            try Set(holders).compactMap { holder in try tx.holderKey(Holder.holderKind, holder.bytes).map { (holder, $0) } }
        }
        var opened: [ID<Holder>: HolderKey<Holder>] = [:]
        for (holder, wrapped) in found { opened[holder] = try await unwrap(wrapped, holder) }
        return opened
    }

    /// A key of the node's own for one purpose, made when first asked for: for keyed hashes such as blind indexes.
    package func purposeKey(_ purpose: String, at now: Instant) async throws -> PurposeKey {
        let context = context("purpose", Array(purpose.utf8))
        if try await keys.read({ tx in try tx.purposeKey(purpose) }) == nil {
            try await add(SymmetricKey(size: .bits256), context) { tx, wrapped in try tx.addPurposeKey(purpose, wrapped, at: now) }
        }
        guard let wrapped = try await keys.read({ tx in try tx.purposeKey(purpose) }) else { throw VaultRefused.tampered }
        return PurposeKey(key: try await ring.key(wrapped.nodeKey).unwrap(wrapped.wrapped, for: context))
    }

    private func unwrap<Holder>(_ wrapped: WrappedKey, _ holder: ID<Holder>) async throws -> HolderKey<Holder> {
        let context = context(Holder.holderKind, holder.bytes)
        let key = try await ring.key(wrapped.nodeKey).unwrap(wrapped.wrapped, for: context)
        return HolderKey(holder: holder, node: node, key: key)
    }

    /// Wraps with the present node key and adds; once more if that was exchanged in between.
    private func add(
        _ key: SymmetricKey, _ context: [[UInt8]], _ insert: @escaping @Sendable (any Transaction, WrappedKey) throws -> Bool
    ) async throws {
        for _ in 1...3 {
            guard let current = try await keys.read({ tx in try tx.currentNodeKey() }) else { break }
            let wrapped = WrappedKey(nodeKey: current, wrapped: try await ring.key(current).wrap(key, for: context))
            if try await commits.write({ tx in try insert(tx, wrapped) }) { return }
        }
        throw StoreRefused.locked
    }

    func context(_ kind: String, _ subject: [UInt8]) -> [[UInt8]] {
        [Array("concord key 1".utf8), node.bytes, Array(kind.utf8), subject]
    }
}

/// A key for one purpose of the node itself. It can't be printed or encoded; it only makes keyed hashes.
package struct PurposeKey: Sendable, CustomStringConvertible, CustomReflectable {
    private let key: SymmetricKey

    init(key: SymmetricKey) { self.key = key }

    package var description: String { sealedMark }
    package var customMirror: Mirror { Mirror(self, children: []) }

    /// HMAC-SHA-256 of some bytes: 32 bytes.
    package func hash(_ bytes: [UInt8]) -> [UInt8] { Array(HMAC<SHA256>.authenticationCode(for: bytes, using: key)) }
}
