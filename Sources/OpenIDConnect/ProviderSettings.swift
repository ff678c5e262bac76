import Basics

/// What a node is told about the provider that its people sign in with.
package struct ProviderSettings: Sendable {
    /// What people know it by, for the button.
    package let name: String
    /// The issuer's address, letter for letter as the provider writes it in its tokens.
    package let issuer: String
    /// What this node is called at the provider.
    package let clientID: String
    /// The secret shared with the provider.
    let clientSecret: ClientSecret
    /// Every host that may be asked: the issuer's own, and those that the settings name beside it.
    let hosts: Set<String>

    /// - Parameters:
    ///   - name: what people know it by; without one, the issuer's host.
    ///   - hosts: hosts beside the issuer's own that its endpoints may lie on, as with providers that keep their keys elsewhere.
    /// - Throws: `ProviderSettingsRefused`.
    package init(name: String? = nil, issuer: String, clientID: String, clientSecret: String, hosts: [String] = []) throws {
        guard let address = ProviderAddress(issuer), !address.hasQuery else { throw ProviderSettingsRefused.issuer(issuer) }
        guard !clientID.isEmpty else { throw ProviderSettingsRefused.noClient }
        guard !clientSecret.isEmpty else { throw ProviderSettingsRefused.emptySecret }
        self.name = name ?? address.host
        self.issuer = issuer
        self.clientID = clientID
        self.clientSecret = ClientSecret(text: clientSecret)
        self.hosts = Set(hosts.map { $0.lowercased() } + [address.host])
    }

    /// Where the provider describes itself (OpenID Connect Discovery 1.0, section 4).
    var discovery: String {
        (issuer.hasSuffix("/") ? String(issuer.dropLast()) : issuer) + "/.well-known/openid-configuration"
    }

    /// Whether it is a provider on this very machine, the only one that may be asked without TLS.
    var isOnThisMachine: Bool { ProviderAddress(issuer)?.isLoopback == true }
}

/// The secret that proves this node to the provider. Prints as `•••`.
struct ClientSecret: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    let text: String

    var description: String { "•••" }
    var debugDescription: String { "•••" }
    var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// What is wrong with the settings of a provider.
package enum ProviderSettingsRefused: Refusal {
    case issuer(String)
    case noClient
    case emptySecret

    package var code: String {
        switch self {
        case .issuer: "settings.provider-issuer"
        case .noClient: "settings.provider-client"
        case .emptySecret: "settings.provider-secret"
        }
    }

    package var message: String {
        switch self {
        case .issuer(let written):
            "oidc.issuer is “\(written)”; it takes the https address that the provider writes in its tokens, without a query. Only a provider on this machine may do with http."
        case .noClient: "oidc.client is empty; it takes what the provider calls this node."
        case .emptySecret: "The file of oidc.secret-file is empty; it holds the secret that the provider gave for this node."
        }
    }
}
