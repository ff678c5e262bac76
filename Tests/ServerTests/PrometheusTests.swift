import CoreMetrics
import Metrics
import Testing

@testable import Server

@Suite struct `The measurements` {
    @Test func `are printed as Prometheus reads them`() {
        let metrics = Prometheus()
        metrics.makeCounter(label: "http.requests", dimensions: [("verb", "GET"), ("status", "200")]).increment(by: 2)
        metrics.makeTimer(label: "http.duration", dimensions: []).recordNanoseconds(1_500_000_000)
        #expect(
            metrics.text == """
                # TYPE concord_http_duration_seconds summary
                concord_http_duration_seconds_sum 1.5
                concord_http_duration_seconds_count 1
                # TYPE concord_http_requests counter
                concord_http_requests{status="200",verb="GET"} 2.0

                """
        )
    }

    @Test func `keep a label from breaking out of its quotes`() {
        let metrics = Prometheus()
        metrics.makeCounter(label: "x", dimensions: [("a", "\"} 1\nevil \\")]).increment(by: 1)
        #expect(metrics.text.contains("concord_x{a=\"\\\"} 1 evil \\\\\"} 1.0"))
        #expect(metrics.text.split(separator: "\n").count == 2)
    }

    @Test func `count from many threads without losing one`() async {
        let metrics = Prometheus()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<50 {
                group.addTask {
                    for _ in 0..<200 { metrics.makeCounter(label: "hits", dimensions: []).increment(by: 1) }
                }
            }
        }
        #expect(metrics.text.contains("concord_hits 10000.0"))
    }
}
