package import Basics

/// What the vault refuses, in words for the person who runs the node.
package enum VaultRefused: Refusal {
    case missingNodeKey(path: String)
    case wrongNodeKey(path: String, wanted: String)
    case missingKeyStore(nodeKey: String)
    case damagedKeyFile(path: String)
    case keysOpenToOthers(path: String)
    case keysNotWritable(path: String)
    case erased
    case tampered
    case noRecoveryKey
    case wrongRecoverySecret
    case badShare
    case tooFewShares
    case tombstonesDamaged(path: String, line: Int)

    package var code: String {
        switch self {
        case .missingNodeKey: "vault.missing-node-key"
        case .wrongNodeKey: "vault.wrong-node-key"
        case .missingKeyStore: "vault.missing-key-store"
        case .damagedKeyFile: "vault.damaged-key-file"
        case .keysOpenToOthers: "vault.keys-open-to-others"
        case .keysNotWritable: "vault.keys-not-writable"
        case .erased: "vault.erased"
        case .tampered: "vault.tampered"
        case .noRecoveryKey: "vault.no-recovery-key"
        case .wrongRecoverySecret: "vault.wrong-recovery-secret"
        case .badShare: "vault.bad-share"
        case .tooFewShares: "vault.too-few-shares"
        case .tombstonesDamaged: "vault.tombstones-damaged"
        }
    }

    package var message: String {
        switch self {
        case .missingNodeKey(let path):
            "The node key \(path) is missing, so nothing sealed can be opened. Put the file back, name its folder with --keys, or bring it back with “concord keys recover”. Nothing was changed."
        case .wrongNodeKey(let path, let wanted):
            "\(path) is not the key that this node's names were sealed with (that one is \(wanted)). Put the right file there, or bring it back with “concord keys recover”. Nothing was changed."
        case .missingKeyStore(let path):
            "The node key \(path) is here, but the store of the keys it wraps is empty or gone. Put keys.sqlite back, or restore the newest backup of the keys (keys-….concord) with “concord restore”. If all copies are lost, move \(path) away: Concord then starts with new keys, and what was sealed before stays closed for ever."
        case .damagedKeyFile(let path):
            "The key file \(path) is damaged. Put an undamaged copy there, or bring the key back with “concord keys recover”."
        case .keysOpenToOthers(let path):
            "Other accounts on this machine can read \(path). Run “chmod 600 \(path)”, then start again."
        case .keysNotWritable(let path):
            "\(path) can't be written. Give the account that runs Concord the right to write there, or name another folder with --keys."
        case .erased: "The identity in this record was erased and can't be brought back."
        case .tampered:
            "This entry was changed outside Concord and can't be trusted, so it stays closed. Tell the person who runs the node."
        case .noRecoveryKey: "There is no recovery key yet, so a backup could never be opened. Make it first with “concord setup”."
        case .wrongRecoverySecret: "This is not the recovery passphrase, or not enough of its shares. Check each letter and try again."
        case .badShare: "One of the shares is mistyped, or belongs to another recovery key. Check each letter and try again."
        case .tooFewShares: "Two different shares of the three are needed. Give one more."
        case .tombstonesDamaged(let path, let line):
            "Line \(line) of the list of erasures \(path) was changed or cut. Put an undamaged copy there."
        }
    }

    package var kind: RefusalKind {
        switch self {
        case .erased: .notFound
        case .missingNodeKey, .wrongNodeKey, .missingKeyStore, .keysNotWritable: .unavailable
        default: .invalid
        }
    }
}
