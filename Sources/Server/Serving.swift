package import Access
import Administration
import Basics
import Foundation
import Hummingbird
package import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
import Protection
import ServiceLifecycle
import Store
import UnixSignals
import Vocabulary
package import Web

/// Serves a node: pages, API, and the jobs that run without anybody asking, until it is told to stop.
package struct Serving: Sendable {
    package let node: RunningNode
    package let reception: Reception
    package let responder: SiteResponder

    /// Puts the site together.
    /// - Parameters:
    ///   - provider: who else may say who people are; `nil` for passwords alone.
    ///   - metrics: what `/metrics` prints; `nil` for none.
    package init(_ node: RunningNode, provider: (any IdentityProvider)? = nil, metrics: Prometheus? = nil) async throws {
        self.node = node
        reception = try node.reception(provider: provider)
        let site = Site(
            name: .data(node.settings.nodeName), menu: node.menu, signIn: AdministrationAddress.signIn,
            signOut: AdministrationAddress.signOut, leaveTo: OutsideAddress(node.settings.leaveTo),
            doorkeeper: SiteDoorkeeper(sessions: reception.sessions, tokens: reception.tokens, gate: reception.gate),
            assets: try AssetShelf(node.settings.share), reach: try Self.reach(node.settings), clock: node.clock,
            zone: node.protection?.profile.calendar.timeZone ?? .gmt, formKey: try await node.formKey(), log: node.log
        ) { await node.banners() }
        responder = try SiteResponder(site, try node.routes(reception, metrics: metrics))
    }

    /// Browsers reach the node by TLS (its own, or a trusted proxy's), or on loopback alone.
    private static func reach(_ settings: Settings) throws -> Reach {
        guard settings.isSecure || settings.trustsProxy else { return .loopback }
        let host = settings.origin.flatMap { URL(string: $0)?.host() }
        return .secure(hosts: host.map { [$0] } ?? [], behindProxy: settings.trustsProxy)
    }

    /// Runs until SIGTERM or SIGINT; requests under way are answered, and what waits to be sealed is sealed.
    /// - Parameters:
    ///   - server: plain HTTP, or TLS.
    ///   - whenListening: told the port once requests are taken.
    package func run(server: HTTPServerBuilder, whenListening: @escaping @Sendable (Int) async -> Void) async throws {
        let settings = node.settings
        let app = Application(
            responder: MeasuredResponder(site: responder), server: server,
            configuration: ApplicationConfiguration(
                address: .hostname(settings.host, port: settings.port), serverName: nil, backlog: 1_024
            ),
            onServerRunning: { channel in await whenListening(channel.localAddress?.port ?? settings.port) }, logger: node.log
        )
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [
                    .init(
                        service: Chores(reception: reception, log: node.log), successTerminationBehavior: .ignore,
                        failureTerminationBehavior: .gracefullyShutdownGroup),
                    .init(service: app),
                ],
                gracefulShutdownSignals: [.sigterm, .sigint], logger: node.log
            )
        )
        do {
            try await group.run()
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw ServingRefused.portInUse(settings.port)
        } catch let error as IOError where error.errnoCode == EACCES {
            throw ServingRefused.portNotAllowed(settings.port)
        }
    }
}

/// The audit sealer and the jobs, as long as the server runs.
private struct Chores: Service {
    let reception: Reception
    let log: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Void.self) { group in
                group.addTask { await reception.sealer.run(log: log) }
                group.addTask { await reception.jobs.run(log: log) }
            }
        }
        try await reception.sealer.seal()
    }
}

/// What keeps a node from being served.
package enum ServingRefused: Refusal {
    case portInUse(Int)
    case portNotAllowed(Int)

    package var code: String {
        switch self {
        case .portInUse: "serve.port-in-use"
        case .portNotAllowed: "serve.port-not-allowed"
        }
    }

    package var message: String {
        switch self {
        case .portInUse(let port):
            "Port \(port) is taken by another program, perhaps another Concord. Stop that one, or choose another port with --port N."
        case .portNotAllowed(let port): "This account may not listen on port \(port). Choose one above 1023 with --port N."
        }
    }
}
