import Basics
import Crypto
import Foundation
import Store

/// Slows down whoever guesses, and nobody else.
///
/// Failures are counted for three things: this account from this network (free until 8), this network whatever the account (free until
/// 20), and this account whatever the network (free until 20). Beyond, each failure doubles the wait. The third count does not bind
/// networks from which the account has signed in before: whoever guesses from elsewhere can't keep the person out.
/// Unknown names are counted like known ones.
enum Guesses {
    private struct Count {
        let key: [UInt8]
        let free: Int
        let longest: Int
    }

    private static func counts(name: String, network: String) -> (own: Count, network: Count, account: Count) {
        (
            Count(key: key("both", name, network), free: 8, longest: 900),
            Count(key: key("network", network), free: 20, longest: 60),
            Count(key: key("account", name), free: 20, longest: 900)
        )
    }

    /// Counts a try as a failure before it is known to be one, so that many at once don't slip through; `succeeded` takes it back.
    /// - Throws: `AccessRefused.slowDown` when it is too early to try again; then nothing is counted.
    static func attempt(name: String, network: String, account: ID<Account>?, at now: Instant, in tx: any Transaction) throws {
        let counts = counts(name: name, network: network)
        // Asked for unknown names too: the same statements, the same time.
        let isKnown = try tx.exists(
            """
            SELECT 1 FROM sign_in_network
            WHERE account_id = \(account ?? Actor.console) AND network_hash = \(key("known", network))
            """
        )
        var wait = 0
        for count in isKnown ? [counts.own, counts.network] : [counts.own, counts.network, counts.account] {
            let found = try tx.row("SELECT failures, last_at FROM guess WHERE key = \(count.key)") { ($0.int(0), $0.instant(1)) }
            guard let (failures, last) = found, failures >= count.free else { continue }
            let left = (last + .seconds(min(count.longest, 1 << min(failures - count.free, 20)))) - now
            if left > .zero { wait = max(wait, Int(left.components.seconds) + 1) }
        }
        if wait > 0 { throw AccessRefused.slowDown(seconds: wait) }
        for count in [counts.own, counts.network, counts.account] {
            try tx.run(
                """
                INSERT INTO guess (key, failures, last_at) VALUES (\(count.key), 1, \(now))
                ON CONFLICT (key) DO UPDATE SET failures = guess.failures + 1, last_at = excluded.last_at
                """
            )
        }
    }

    /// Takes tries back, and with them this account's failures from this network.
    /// - Parameter tries: how many of them were counted on the way in: one for a password, two with a code.
    static func takeBack(name: String, network: String, tries: Int = 1, in tx: any Transaction) throws {
        let counts = counts(name: name, network: network)
        try tx.run("DELETE FROM guess WHERE key = \(counts.own.key)")
        try tx.run(
            """
            UPDATE guess SET failures = CASE WHEN failures > \(tries) THEN failures - \(tries) ELSE 0 END
            WHERE key IN \(list: [counts.network.key, counts.account.key])
            """
        )
    }

    /// Remembers the network as the person's own.
    static func remember(_ network: String, of account: ID<Account>, at now: Instant, in tx: any Transaction) throws {
        try tx.run(
            """
            INSERT INTO sign_in_network (account_id, network_hash, seen_at) VALUES (\(account), \(key("known", network)), \(now))
            ON CONFLICT (account_id, network_hash) DO UPDATE SET seen_at = excluded.seen_at
            """
        )
    }

    /// Forgets failures after a day, and networks after 90 days.
    static func forget(at now: Instant, in tx: any Transaction) throws {
        try tx.run("DELETE FROM guess WHERE last_at < \(now - .days(1))")
        try tx.run("DELETE FROM sign_in_network WHERE seen_at < \(now - .days(90))")
    }

    /// Names and networks are kept as hashes. That does not hide a network from somebody who tries all; it keeps what people typed in
    /// place of a name (a password, now and then) out of the table.
    private static func key(_ parts: String...) -> [UInt8] {
        Array(SHA256.hash(data: Data(parts.joined(separator: "\u{1F}").utf8)).prefix(16))
    }
}
