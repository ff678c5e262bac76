import Foundation
import Synchronization

/// Shows how far a long job is: a bar that moves on a terminal, a plain line each tenth in a pipe, nothing when asked for JSON.
struct Progress: ~Copyable, Sendable {
    private let title: String
    private let isTerminal: Bool
    private let isSilent: Bool
    /// What was drawn last, in per cent: nothing is drawn twice. Jobs report from any thread.
    private let shown = Mutex(-1)

    init(_ title: String, silent: Bool = false) {
        self.title = title
        isSilent = silent
        isTerminal = isatty(STDERR_FILENO) == 1
    }

    /// - Parameter share: how much is done, from 0 to 1.
    func show(_ share: Double) {
        guard !isSilent else { return }
        let percent = min(100, max(0, Int(share * 100)))
        let step = isTerminal ? 1 : 10
        let isNew = shown.withLock { last in
            guard percent / step != last / step || last < 0 else { return false }
            last = percent
            return true
        }
        guard isNew else { return }
        let width = 30
        let filled = percent * width / 100
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
        let line = isTerminal ? "\r\(title) \(bar) \(percent) %\(percent == 100 ? "\n" : "")" : "\(title): \(percent) %\n"
        FileHandle.standardError.write(Data(line.utf8))
    }
}
