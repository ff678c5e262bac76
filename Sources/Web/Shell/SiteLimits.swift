package import HummingbirdCore
import NIOCore

/// The bounds of a connection, so that one slow or talkative client can't hold what others need.
package enum SiteLimits {
    /// `Application(responder: responder, server: SiteLimits.server)`.
    package static var server: HTTPServerBuilder { .http1(configuration: http) }

    /// A connection on which nothing comes in for a minute is dropped, a head that trickles included; a head is at most 32 kB in 100 fields.
    package static var http: HTTP1Channel.Configuration { http(idle: .seconds(60)) }

    static func http(idle: TimeAmount) -> HTTP1Channel.Configuration {
        HTTP1Channel.Configuration(
            idleTimeout: idle,
            httpDecoderConfiguration: HTTP1Channel.Configuration.DecoderConfiguration(
                maxHeaderFieldSize: 16 * 1_024, maxHeaderListSize: 32 * 1_024, maxHeaderFieldCount: 100
            )
        )
    }
}
