import Foundation

/// Where a PostgreSQL database is, as `postgres://user@host:port/name` says it. It never holds a password: libpq takes that
/// from `PGPASSWORD` or from a password file (`PGPASSFILE`, `~/.pgpass`).
///
/// Options after a `?`: `schema` (the schema that holds the tables; `public` without it), `sslmode` and `sslrootcert` as libpq
/// knows them. On loopback or a socket nothing is encrypted unless asked; to any other machine the server must show a
/// certificate for its name (`verify-full`) unless the address says otherwise.
package struct PostgresAddress: Sendable, Hashable {
    package let user: String?
    /// A name or number, or the folder of a socket (`postgres://user@%2Frun%2Fpostgresql/name`).
    package let host: String
    package let port: Int
    package let name: String
    package private(set) var schema: String?
    package let sslMode: String
    package let rootCertificate: String?

    /// Reads an address.
    /// - Throws: `StoreRefused.wrongURL` when it is not one, or holds a password or an option that is not known.
    package init(url: String) throws(StoreRefused) {
        guard let parts = URLComponents(string: url), parts.scheme == "postgres" || parts.scheme == "postgresql",
            parts.password == nil, parts.fragment == nil,
            let host = parts.host?.removingPercentEncoding, !host.isEmpty,
            parts.path.hasPrefix("/"), parts.path.count > 1, !parts.path.dropFirst().contains("/")
        else { throw .wrongURL }
        var options: [String: String] = [:]
        for item in parts.queryItems ?? [] {
            guard ["schema", "sslmode", "sslrootcert"].contains(item.name), let value = item.value, options[item.name] == nil
            else { throw .wrongURL }
            options[item.name] = value
        }
        if let schema = options["schema"], !SQL.isIdentifier(schema) { throw .wrongURL }
        user = parts.user
        self.host = host.trimmingCharacters(in: ["[", "]"])
        port = parts.port ?? 5_432
        name = String(parts.path.dropFirst())
        schema = options["schema"]
        let isNear = host.hasPrefix("/") || ["localhost", "127.0.0.1", "::1", "[::1]"].contains(host)
        sslMode = options["sslmode"] ?? (isNear ? "prefer" : "verify-full")
        rootCertificate = options["sslrootcert"]
        guard ["disable", "allow", "prefer", "require", "verify-ca", "verify-full"].contains(sslMode) else { throw .wrongURL }
    }

    /// The same database with its tables in another schema.
    package func with(schema: String) -> PostgresAddress {
        var other = self
        other.schema = schema
        return other
    }

    /// What libpq is told. A statement that runs longer than the limit is ended by the server.
    func parameters(statementTimeout: Duration) -> [(String, String)] {
        let milliseconds = statementTimeout.components.seconds * 1_000
        var options = "-c statement_timeout=\(milliseconds) -c idle_in_transaction_session_timeout=\(milliseconds * 5)"
        options += " -c bytea_output=hex -c client_min_messages=warning -c timezone=UTC"
        if let schema { options += " -c search_path=\(schema)" }
        var parameters = [
            ("host", host), ("port", String(port)), ("dbname", name), ("sslmode", sslMode), ("connect_timeout", "5"),
            ("client_encoding", "UTF8"), ("application_name", "concord"), ("options", options),
            // After a failover an old primary may still answer: it can't be written to and is not ours.
            ("target_session_attrs", "read-write"), ("keepalives_idle", "30"), ("tcp_user_timeout", "30000"),
        ]
        if let user { parameters.append(("user", user)) }
        if let rootCertificate { parameters.append(("sslrootcert", rootCertificate)) }
        return parameters
    }
}
