package import Basics
package import Foundation

/// Everything that a node can be told, read once at start. With no settings at all: SQLite in `./data`, 127.0.0.1:8080.
///
/// Each value comes from the command line (`--port 8090`), else from the environment (`CONCORD_PORT=8090`), else from a
/// JSON file (`--settings FILE`, key `port`), else from the default told here. All faults are reported together.
package struct Settings: Sendable {
    /// `data`: the folder of the SQLite database, the tombstone log and the copy of the audit chain's head. Default `data`.
    package var data: URL
    /// `database`: `postgres://user@host:port/name`; without it SQLite in the data folder. A password comes from
    /// `PGPASSWORD` or PostgreSQL's password file, never from here.
    package var database: String?
    /// `keys`: the folder of the node key and the person keys, which no backup holds. Default `keys` in the data folder.
    package var keys: URL
    /// `share`: the folder of data files. Default: beside the program.
    package var share: Share
    /// `host`: the address to listen on. Anything but loopback needs TLS or a trusted proxy. Default `127.0.0.1`.
    package var host: String
    /// `port`: 0 to 65535; 0 takes a free one. Default 8080.
    package var port: Int
    /// `origin`: the address that browsers see, `https://concord.example.org`. Default: from host and port.
    package var origin: String?
    /// `tls.certificate` and `tls.key`: PEM files; both or none.
    package var tls: TLSFiles?
    /// `proxy.trusted`: true when a proxy in front ends TLS and sets X-Forwarded-For. Default false.
    package var trustsProxy: Bool
    /// `node`: the name of the node on its pages, such as the country's. Default `Concord`.
    package var nodeName: String
    /// `scrypt.cost`: the base-two logarithm of scrypt's N, 10 to 20. Default 15; lower only in tests.
    package var scryptCost: Int
    /// `keys.backups-last`: after how many days every backup of the keys is gone, 1 to 365; an erasure is complete then. Default 30.
    package var keyBackupsLast: Int
    /// `oidc.*`: a provider to sign in with; none by default.
    package var identityProvider: IdentityProviderSettings?
    /// `profile`: the YAML file of the country profile. Without one the pages that need it are not there.
    package var profile: URL?
    /// `leave-to`: the harmless page that "Leave this page now" leads to, https. Default `https://www.wikipedia.org/`.
    package var leaveTo: String
    /// `log.level`: trace, debug, info, notice, warning, error or critical. Default `notice`.
    package var logLevel: String

    package struct TLSFiles: Sendable, Hashable {
        package let certificate: String
        package let key: String
    }

    /// `oidc.issuer`, `oidc.client`, `oidc.secret-file`, `oidc.second-factor` (whether its second factor counts; default false),
    /// `oidc.name` (what people know it by; default: the issuer's host), `oidc.hosts` (hosts beside the issuer's own that its
    /// endpoints lie on, with commas between; default none).
    package struct IdentityProviderSettings: Sendable, Hashable {
        package let issuer: String
        package let client: String
        package let secretFile: String
        package let countsAsSecondFactor: Bool
        package var name: String?
        package var hosts: [String] = []
    }

    /// The file of the SQLite database.
    package var sqliteFile: URL { data.appending(path: "concord.sqlite") }

    package var listensOnLoopbackOnly: Bool { ["127.0.0.1", "localhost", "::1"].contains(host) }

    /// The address that browsers see, for links that are handed over.
    package var address: String { address(port: port) }

    /// The same, for a node that was given another port than it asked for.
    package func address(port: Int) -> String {
        let name = host.contains(":") ? "[\(host)]" : host
        return origin ?? "\(tls == nil ? "http" : "https")://\(name):\(port)"
    }

    /// Whether browsers reach the node by https.
    package var isSecure: Bool { tls != nil || origin?.hasPrefix("https://") == true }
}

/// All that is wrong with the settings, told at once.
package struct SettingsRefused: Refusal {
    package let faults: [String]

    package init(faults: [String]) { self.faults = faults }

    package var code: String { "settings.invalid" }

    package var message: String {
        faults.count == 1
            ? faults[0]
            : "There are \(faults.count) faults in the settings:\n" + faults.map { "  • \($0)" }.joined(separator: "\n")
    }
}
