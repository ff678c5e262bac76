import Access
import ArgumentParser
import Basics
import CoreMetrics
import Foundation
import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import NIOSSL
import Server
import Store
import Web

/// `concord serve`: creates what is missing, loads what ships, and serves until it is told to stop. Asks nothing.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve the node; create and load it first when it is new.",
        discussion:
            "Prints the address, and on a node that nobody looks after yet a one-time link, good for 15 minutes, that makes the first administrator."
    )

    @OptionGroup var options: SettingsOptions

    @Option(help: "The port to listen on (default: 8080; 0 takes a free one).")
    var port: Int?

    @Option(help: "The address to listen on (default: 127.0.0.1). Others need TLS or a trusted proxy.")
    var host: String?

    func run() async throws {
        let settings = try await options.read(host: host, port: port)
        let metrics = Prometheus()
        MetricsSystem.bootstrap(metrics)
        let node = try await RunningNode.open(settings, clock: .system, log: SettingsOptions.logger(settings.logLevel))
        do {
            let progress = Progress("Loading the published statistics")
            try await node.loadShipped { progress.show($0) }
            let provider = try await settings.identityProvider.asyncMap { try await ConfiguredProvider.make($0, settings: settings) }
            let serving = try await Serving(node, provider: provider, metrics: metrics)
            try await serving.run(server: try server(settings)) { port in await greet(node, port) }
            try await node.close()
        } catch {
            try? await node.close()
            throw error
        }
    }

    /// Says where the site is, and how to begin on a new one.
    private func greet(_ node: RunningNode, _ port: Int) async {
        let address = node.settings.address(port: port)
        Terminal.say("Concord is at \(address)")
        if node.hasLostKeys {
            Terminal.tell(
                "The keys of this node were not there, so new ones were made. What was sealed with the old ones (contact data, second factors) "
                    + "can’t be opened. If you still have them, stop Concord and put keys/ and keys.sqlite back, or recover them with “concord keys recover”."
            )
        }
        do {
            if let link = try await node.firstAdministratorLink(at: address) {
                Terminal.say("Nobody looks after this node yet. Make the first administrator with this link, once, within 15 minutes:")
                Terminal.say(link)
                Terminal.say("To try Concord with invented people instead, in a folder of their own:  concord demo --data demo/")
            }
        } catch {
            Terminal.tell((error as? any Refusal)?.message ?? "The link for the first administrator could not be made.")
        }
        // A script may wait for the address in a pipe: nothing of it may stay in a buffer.
        fflush(nil)
    }

    private func server(_ settings: Settings) throws -> HTTPServerBuilder {
        let plain = HTTPServerBuilder.http1(configuration: SiteLimits.http)
        guard let files = settings.tls else { return plain }
        do {
            let chain = try NIOSSLCertificate.fromPEMFile(files.certificate).map { NIOSSLCertificateSource.certificate($0) }
            let key = try NIOSSLPrivateKey(file: files.key, format: .pem)
            return try .tls(plain, tlsConfiguration: .makeServerConfiguration(certificateChain: chain, privateKey: .privateKey(key)))
        } catch {
            throw SettingsRefused(
                faults: [
                    "The certificate \(files.certificate) or the key \(files.key) can't be read. Both are PEM files that belong together."
                ]
            )
        }
    }
}

extension Optional where Wrapped: Sendable {
    fileprivate func asyncMap<Value>(_ body: (Wrapped) async throws -> Value) async rethrows -> Value? {
        guard let self else { return nil }
        return try await body(self)
    }
}
