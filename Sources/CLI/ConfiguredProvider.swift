import Access
import Basics
import Foundation
import Logging
import OpenIDConnect
import Server

/// The provider that the settings name, with its secret from the file.
enum ConfiguredProvider {
    /// Asks the provider nothing: it may be down when the node starts.
    /// - Throws: `SettingsRefused`, with every fault in a sentence.
    static func make(_ provider: Settings.IdentityProviderSettings, settings: Settings) async throws -> any IdentityProvider {
        var faults: [String] = []
        let secret = readSecret(in: provider.secretFile, &faults)
        do {
            let told = try ProviderSettings(
                name: provider.name, issuer: provider.issuer, clientID: provider.client,
                // The settings are checked even when the file can't be read, so that all faults are told at once.
                clientSecret: secret ?? "unread", hosts: provider.hosts
            )
            if faults.isEmpty {
                return OpenIDProvider(told, clock: .system, log: SettingsOptions.logger(settings.logLevel))
            }
        } catch let refusal as ProviderSettingsRefused {
            faults.append(refusal.message)
        }
        throw SettingsRefused(faults: faults)
    }

    /// The secret is the file's text without the line end. A file that others on the machine may read is no secret.
    private static func readSecret(in path: String, _ faults: inout [String]) -> String? {
        let files = FileManager.default
        guard let facts = try? files.attributesOfItem(atPath: path), facts[.type] as? FileAttributeType == .typeRegular,
            let size = facts[.size] as? Int, let mode = facts[.posixPermissions] as? Int
        else {
            faults.append("oidc.secret-file \(path) is missing, or is not a plain file.")
            return nil
        }
        guard mode & 0o077 == 0 else {
            faults.append(
                "oidc.secret-file \(path) can be read or changed by others on this machine (mode \(String(mode, radix: 8))). Run: chmod 600 \(path)"
            )
            return nil
        }
        guard size <= 4_096, let bytes = files.contents(atPath: path), let text = String(bytes: bytes, encoding: .utf8) else {
            faults.append("oidc.secret-file \(path) can't be read, or holds more than a secret.")
            return nil
        }
        return text.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
