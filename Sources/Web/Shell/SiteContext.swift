import Foundation
package import Hummingbird
import NIOCore

/// What is known of a connection: enough for the log and for slowing down guessers, no more.
package struct SiteContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// The other end, cut to its network.
    let network: String
    private let channel: any Channel

    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        network = NetworkPrefix.of(source.channel.remoteAddress?.ipAddress)
        channel = source.channel
    }

    /// Closes the connection soon: late enough for the answer to be read, too early to send much more.
    func hangUp() {
        let channel = channel
        channel.eventLoop.scheduleTask(in: .seconds(1)) { channel.close(promise: nil) }
    }
}

/// Cuts an address to the network it belongs to: /24 for IPv4, /48 for IPv6. A whole address is nowhere kept.
enum NetworkPrefix {
    static func of(_ address: String?) -> String {
        guard let address else { return "unknown" }
        let v4 = address.split(separator: ".", omittingEmptySubsequences: false)
        if v4.count == 4, v4.allSatisfy({ UInt8($0) != nil }) { return v4.prefix(3).joined(separator: ".") + ".0/24" }
        var bytes = [UInt8](repeating: 0, count: 16)
        // A zone (`%eth0`) belongs to this machine, not to the other.
        guard inet_pton(AF_INET6, String(address.prefix { $0 != "%" }), &bytes) == 1 else { return "unknown" }
        // IPv4 inside IPv6 (::ffff:192.0.2.1) is IPv4.
        if bytes.prefix(10).allSatisfy({ $0 == 0 }), bytes[10] == 0xFF, bytes[11] == 0xFF {
            return "\(bytes[12]).\(bytes[13]).\(bytes[14]).0/24"
        }
        let groups = stride(from: 0, to: 6, by: 2).map { String(Int(bytes[$0]) << 8 | Int(bytes[$0 + 1]), radix: 16) }
        return groups.joined(separator: ":") + "::/48"
    }
}
