import Basics
package import Configuration
package import Foundation
import SystemPackage
import Web

extension Settings {
    /// What the command line said; `nil` where it said nothing.
    package struct CommandLine: Sendable {
        package var data: String?
        package var database: String?
        package var keys: String?
        package var share: String?
        package var host: String?
        package var port: Int?
        package var file: String?

        package init() {}
    }

    /// Reads the settings from the command line, the environment and the file, in that order of weight.
    /// - Throws: `SettingsRefused` with every fault.
    package static func read(_ line: CommandLine, environment: [String: String], binary: URL) async throws -> Settings {
        var providers: [any ConfigProvider] = [
            EnvironmentVariablesProvider(environmentVariables: environment).prefixKeys(with: "concord")
        ]
        if let file = line.file ?? environment["CONCORD_SETTINGS"] {
            do {
                providers.append(try await FileProvider<JSONSnapshot>(filePath: FilePath(file)))
            } catch {
                throw SettingsRefused(faults: ["The settings file \(file) is missing or is not JSON. Name another with --settings FILE."])
            }
        }
        return try read(line, from: ConfigReader(providers: providers), binary: binary)
    }

    package static func read(_ line: CommandLine, from reader: ConfigReader, binary: URL) throws -> Settings {
        var faults: [String] = []
        func text(_ key: ConfigKey) -> String? { reader.string(forKey: key).flatMap { $0.isEmpty ? nil : $0 } }
        func number(_ key: ConfigKey, in range: ClosedRange<Int>, default fallback: Int, name: String) -> Int {
            guard let written = text(key) ?? reader.int(forKey: key).map(String.init) else { return fallback }
            guard let number = Int(written), range.contains(number) else {
                faults.append("\(name) is “\(written)”; it takes a whole number from \(range.lowerBound) to \(range.upperBound).")
                return fallback
            }
            return number
        }
        func flag(_ key: ConfigKey, name: String) -> Bool {
            switch text(key) ?? reader.bool(forKey: key).map(String.init) {
            case nil, "false", "no", "0": return false
            case "true", "yes", "1": return true
            case let other?:
                faults.append("\(name) is “\(other)”; it takes true or false.")
                return false
            }
        }

        let data = URL(filePath: line.data ?? text("data") ?? "data", directoryHint: .isDirectory)
        let keys = (line.keys ?? text("keys")).map { URL(filePath: $0, directoryHint: .isDirectory) } ?? data.appending(path: "keys")
        var share = Share(folder: URL(filePath: line.share ?? text("share") ?? "", directoryHint: .isDirectory))
        if line.share == nil, text("share") == nil {
            do { share = try Share.beside(binary: binary) } catch { faults.append(ShareRefused.notFound.message) }
        }
        if let port = line.port, !(0...65_535).contains(port) {
            faults.append("--port is \(port); it takes a whole number from 0 to 65535.")
        }
        let port = line.port ?? number("port", in: 0...65_535, default: 8_080, name: "port")

        let tls: TLSFiles?
        switch (text("tls.certificate"), text("tls.key")) {
        case (let certificate?, let key?): tls = TLSFiles(certificate: certificate, key: key)
        case (nil, nil): tls = nil
        default:
            tls = nil
            faults.append("tls.certificate and tls.key go together; one of them is missing.")
        }

        let level = text("log.level") ?? "notice"
        let levels = ["trace", "debug", "info", "notice", "warning", "error", "critical"]
        if !levels.contains(level) { faults.append("log.level is “\(level)”; it takes one of \(levels.joined(separator: ", ")).") }

        var identityProvider: IdentityProviderSettings?
        if let issuer = text("oidc.issuer") {
            if let client = text("oidc.client"), let secret = text("oidc.secret-file") {
                identityProvider = IdentityProviderSettings(
                    issuer: issuer, client: client, secretFile: secret,
                    countsAsSecondFactor: flag("oidc.second-factor", name: "oidc.second-factor"), name: text("oidc.name"),
                    hosts: (text("oidc.hosts") ?? "").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
                )
            } else {
                faults.append("oidc.issuer needs oidc.client and oidc.secret-file beside it.")
            }
        }

        let settings = Settings(
            data: data, database: line.database ?? text("database"), keys: keys, share: share,
            host: line.host ?? text("host") ?? "127.0.0.1", port: port, origin: text("origin"), tls: tls,
            trustsProxy: flag("proxy.trusted", name: "proxy.trusted"), nodeName: text("node") ?? "Concord",
            scryptCost: number("scrypt.cost", in: 10...20, default: 15, name: "scrypt.cost"),
            keyBackupsLast: number("keys.backups-last", in: 1...365, default: 30, name: "keys.backups-last"),
            identityProvider: identityProvider, profile: text("profile").map { URL(filePath: $0) },
            leaveTo: text("leave-to") ?? "https://www.wikipedia.org/", logLevel: level
        )
        if let origin = settings.origin, URL(string: origin)?.host() == nil || origin.hasSuffix("/") {
            faults.append("origin is “\(origin)”; it takes an address such as https://concord.example.org, without a slash at its end.")
        }
        if !settings.listensOnLoopbackOnly, tls == nil, !settings.trustsProxy {
            faults.append(
                "host \(settings.host) can be reached from other machines, and nothing encrypts the way. Set tls.certificate and tls.key, or proxy.trusted with a proxy that ends TLS, or keep host 127.0.0.1."
            )
        }
        if OutsideAddress(settings.leaveTo) == nil {
            faults.append("leave-to is “\(settings.leaveTo)”; it takes a whole address that begins with https://.")
        }
        guard faults.isEmpty else { throw SettingsRefused(faults: faults) }
        return settings
    }
}
