package import Logging
import Synchronization

/// Keeps everything that is logged, at every level, so that a story can look for what must not be there.
package struct StoryLog: LogHandler {
    private final class Lines: Sendable { let all = Mutex<[String]>([]) }

    private let lines = Lines()
    package var metadata: Logger.Metadata = [:]
    package var logLevel: Logger.Level = .trace

    package init() {}

    package var all: [String] { lines.all.withLock { $0 } }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        let all = metadata.merging(event.metadata ?? [:]) { $1 }
        lines.all.withLock { $0.append("\(event.level) \(event.message) \(all)") }
    }
}
