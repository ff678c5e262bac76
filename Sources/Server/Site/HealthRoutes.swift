import Basics
import Store
import Web

extension Routes {
    //  GET  /healthz    whether the database answers    anyone
    //  GET  /metrics    measurements for Prometheus     anyone
    mutating func addHealth(_ node: RunningNode, _ metrics: Prometheus?) {
        get("/healthz", needs: .anyone) { _ in
            _ = try await node.database.read { tx in try tx.exists("SELECT 1") }
            return .bytes(Array("ok\n".utf8), type: "text/plain; charset=utf-8")
        }
        get("/metrics", needs: .anyone) { _ in
            guard let metrics else { return .notFound }
            return .bytes(Array(metrics.text.utf8), type: "text/plain; version=0.0.4; charset=utf-8")
        }
    }
}
