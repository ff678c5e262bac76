import Access
import Foundation

/// What a provider says about itself, as far as it is needed here (OpenID Connect Discovery 1.0, section 3).
struct ProviderDocument: Sendable {
    let authorization: ProviderAddress
    let token: ProviderAddress
    let keys: ProviderAddress
    /// Whether the node's secret goes in the form rather than in the Authorization header.
    let wantsSecretInForm: Bool

    /// Reads the document and holds every address in it against the settings.
    /// - Throws: `ProviderRefused.unreachable`: a provider that contradicts the settings can't be used.
    init(_ reply: ProviderConnection.Reply, for settings: ProviderSettings) throws {
        guard reply.status == 200, let written = try? JSONDecoder().decode(Written.self, from: reply.body),
            written.issuer == settings.issuer,
            let authorization = Self.address(written.authorization_endpoint, settings),
            let token = Self.address(written.token_endpoint, settings),
            let keys = Self.address(written.jwks_uri, settings)
        else { throw ProviderRefused.unreachable }
        // A document that doesn't speak of PKCE may still do it; one that names only other methods does not.
        guard written.code_challenge_methods_supported?.contains("S256") ?? true else { throw ProviderRefused.unreachable }
        self.authorization = authorization
        self.token = token
        self.keys = keys
        let ways = written.token_endpoint_auth_methods_supported ?? ["client_secret_basic"]
        wantsSecretInForm = !ways.contains("client_secret_basic") && ways.contains("client_secret_post")
    }

    /// Nothing is sent to a host that the settings don't know, whatever the document says.
    private static func address(_ text: String, _ settings: ProviderSettings) -> ProviderAddress? {
        guard let address = ProviderAddress(text), settings.hosts.contains(address.host) else { return nil }
        // A provider elsewhere could otherwise point this program at services of its own machine.
        guard !address.isLoopback || settings.isOnThisMachine else { return nil }
        return address
    }

    private struct Written: Decodable {
        let issuer: String
        let authorization_endpoint: String
        let token_endpoint: String
        let jwks_uri: String
        let token_endpoint_auth_methods_supported: [String]?
        let code_challenge_methods_supported: [String]?
    }
}
