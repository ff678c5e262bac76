package import CoreMetrics
import Synchronization

/// Keeps what swift-metrics measures and prints it in Prometheus' text format (version 0.0.4), for `/metrics`.
///
/// Timers and recorders are kept as count and sum, in seconds; no label ever holds an id or a name.
package struct Prometheus: MetricsFactory {
    private let series = Registry()

    package init() {}

    package func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        Series(.counter, label, dimensions, in: series)
    }

    package func makeFloatingPointCounter(label: String, dimensions: [(String, String)]) -> any FloatingPointCounterHandler {
        Series(.counter, label, dimensions, in: series)
    }

    package func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        Series(aggregate ? .summary : .gauge, label, dimensions, in: series)
    }

    package func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        Series(.gauge, label, dimensions, in: series)
    }

    package func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        Series(.summary, label + ".seconds", dimensions, in: series)
    }

    package func destroyCounter(_ handler: any CounterHandler) {}
    package func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) {}
    package func destroyRecorder(_ handler: any RecorderHandler) {}
    package func destroyMeter(_ handler: any MeterHandler) {}
    package func destroyTimer(_ handler: any TimerHandler) {}

    /// The whole of `/metrics`, series sorted by name.
    package var text: String { series.text }
}

/// A class, for swift-metrics asks its handlers to be objects; its state is behind the registry's lock.
private final class Series: CounterHandler, FloatingPointCounterHandler, RecorderHandler, MeterHandler, TimerHandler, Sendable {
    private let key: Registry.Key
    private let kind: Registry.Kind
    private let registry: Registry

    init(_ kind: Registry.Kind, _ label: String, _ dimensions: [(String, String)], in registry: Registry) {
        key = Registry.Key(label, dimensions)
        self.kind = kind
        self.registry = registry
        registry.update(key, kind) { _ in }
    }

    func increment(by amount: Int64) { increment(by: Double(amount)) }
    func increment(by amount: Double) { registry.update(key, kind) { $0.sum += amount } }
    func decrement(by amount: Double) { registry.update(key, kind) { $0.sum -= amount } }
    func set(_ value: Int64) { set(Double(value)) }
    func set(_ value: Double) { registry.update(key, kind) { $0.sum = value } }
    func record(_ value: Int64) { record(Double(value)) }
    func record(_ value: Double) {
        let kind = kind
        registry.update(key, kind) { $0 = kind == .gauge ? .init(sum: value) : .init(sum: $0.sum + value, count: $0.count + 1) }
    }
    func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1_000_000_000) }
    func reset() { registry.update(key, kind) { $0 = .init() } }
}

/// The numbers themselves, behind one lock.
private final class Registry: Sendable {
    enum Kind: String { case counter, gauge, summary }

    struct Key: Hashable, Comparable {
        let name: String
        let labels: String

        init(_ label: String, _ dimensions: [(String, String)]) {
            name = "concord_" + Self.plain(label)
            let pairs = dimensions.sorted { $0.0 < $1.0 }.map { name, value in
                return "\(Self.plain(name))=\"\(Self.quoted(value))\""
            }
            labels = pairs.isEmpty ? "" : "{" + pairs.joined(separator: ",") + "}"
        }

        /// Letters, digits and `_`; nearly every name is that already.
        private static func plain(_ name: String) -> String {
            name.utf8.allSatisfy { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || $0 >= 0x30 && $0 <= 0x39 || $0 == 0x5F }
                ? name : String(name.map { $0.isLetter || $0.isNumber ? $0 : "_" })
        }

        private static func quoted(_ value: String) -> String {
            value.utf8.contains { $0 == 0x5C || $0 == 0x22 || $0 == 0x0A }
                ? value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: " ") : value
        }

        static func < (left: Key, right: Key) -> Bool { (left.name, left.labels) < (right.name, right.labels) }
    }

    struct Value { var sum = 0.0, count = 0 }

    private let values = Mutex<[Key: (kind: Kind, value: Value)]>([:])

    func update(_ key: Key, _ kind: Kind, _ change: (inout Value) -> Void) {
        values.withLock { change(&$0[key, default: (kind, Value())].value) }
    }

    var text: String {
        var text = ""
        var lastName = ""
        for (key, (kind, value)) in values.withLock({ $0 }).sorted(by: { $0.key < $1.key }) {
            if key.name != lastName { text += "# TYPE \(key.name) \(kind.rawValue)\n" }
            lastName = key.name
            switch kind {
            case .summary:
                text += "\(key.name)_sum\(key.labels) \(value.sum)\n\(key.name)_count\(key.labels) \(value.count)\n"
            case .counter, .gauge:
                text += "\(key.name)\(key.labels) \(value.sum)\n"
            }
        }
        return text
    }
}
