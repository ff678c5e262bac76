package import Basics
import Dispatch
package import Foundation
package import Vocabulary

/// Prints pages to PDF with WeasyPrint, a program of its own: HTML goes in through a pipe and PDF comes out through another, so that
/// nothing is left on a disk. It can fetch nothing, write no file, and has a bounded time, memory and number at once.
/// See `docs/decisions/paper-by-weasyprint.md`.
package struct PaperPrinter: Sendable {
    private let interpreter: String
    /// The zone in which printed times are told.
    private let zone: TimeZone
    private let places = PrinterPlaces()
    /// So much of a processor a page may take, and so long by the clock, before it is given up.
    private static let (processorSeconds, seconds) = (30, 60)

    /// - Parameter interpreter: the Python that Debian's package `weasyprint` installs its module for.
    package init(interpreter: String = "/usr/bin/python3", zone: TimeZone = .gmt) { (self.interpreter, self.zone) = (interpreter, zone) }

    /// - Throws: `PrinterRefused` in words when it is not installed, is busy, or could not do it.
    package func pdf(_ page: some PrintedPage, in language: Language) async throws -> [UInt8] {
        guard await places.take() else { throw PrinterRefused.busy }
        let html = page.document(in: language, zone: zone)
        let result: Result<[UInt8], any Error> = await withCheckedContinuation { answer in
            let interpreter = interpreter
            DispatchQueue.global().async { answer.resume(returning: Result { try Self.run(interpreter, html) }) }
        }
        await places.giveBack()
        return try result.get()
    }

    /// Reads the page from its input alone; whatever the page names besides is refused. The folder is named so that Python does not try
    /// to write in it first; WeasyPrint makes an empty one there and takes it away again.
    private static let script = """
        import sys, tempfile
        tempfile.tempdir = "/tmp"
        try:
            import weasyprint
        except ImportError:
            sys.exit(3)
        def refuse(url, *args, **kwargs):
            raise ValueError("nothing is fetched")
        page = weasyprint.HTML(string=sys.stdin.buffer.read().decode("utf-8"), base_url=None, url_fetcher=refuse)
        sys.stdout.buffer.write(page.write_pdf())
        """

    /// No file may be written, no core left; memory in bytes and processor time in seconds are bounded.
    private static let limits = ["--fsize=0", "--core=0", "--as=2147483648", "--cpu=\(processorSeconds)", "--nofile=64"]

    private static let ignoresBrokenPipes: Void = { signal(SIGPIPE, SIG_IGN) }()

    private static func run(_ interpreter: String, _ html: [UInt8]) throws -> [UInt8] {
        _ = ignoresBrokenPipes
        guard FileManager.default.isExecutableFile(atPath: interpreter) else { throw PrinterRefused.notInstalled }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/prlimit")
        process.arguments = limits + ["--", interpreter, "-I", "-B", "-c", script]
        process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": "/nonexistent"]
        process.currentDirectoryURL = URL(filePath: "/")
        let (input, output) = (Pipe(), Pipe())
        (process.standardInput, process.standardOutput, process.standardError) = (input, output, FileHandle.nullDevice)
        do { try process.run() } catch { throw PrinterRefused.notInstalled }
        let watch = DispatchWorkItem { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }
        DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(seconds), execute: watch)
        // It reads all of its input before it writes anything. When it is gone already, the status says why.
        try? input.fileHandleForWriting.write(contentsOf: html)
        try? input.fileHandleForWriting.close()
        let pdf = (try? output.fileHandleForReading.readToEnd()) ?? Data()
        process.waitUntilExit()
        watch.cancel()
        if process.terminationStatus == 3, process.terminationReason == .exit { throw PrinterRefused.notInstalled }
        guard process.terminationReason == .exit, process.terminationStatus == 0, pdf.starts(with: Array("%PDF-".utf8)) else {
            throw PrinterRefused.failed
        }
        return Array(pdf)
    }
}

/// Two print at once, twenty wait: each takes a processor and some hundred megabytes.
private actor PrinterPlaces {
    private var free = 2
    private var waiting: [CheckedContinuation<Void, Never>] = []

    func take() async -> Bool {
        if free > 0 {
            free -= 1
            return true
        }
        guard waiting.count < 20 else { return false }
        await withCheckedContinuation { waiting.append($0) }
        return true
    }

    func giveBack() {
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }
}

/// Why a page can't be printed.
package enum PrinterRefused: Refusal {
    case notInstalled, busy, failed

    package var code: String {
        switch self {
        case .notInstalled: "printer.not-installed"
        case .busy: "printer.busy"
        case .failed: "printer.failed"
        }
    }

    package var message: String {
        switch self {
        case .notInstalled:
            "This node has nothing to print PDF with. Ask whoever looks after the machine to install Debian's package “weasyprint”, then try again. Nothing was handed out."
        case .busy: "Too many people print at this moment. Wait a minute, then try again. Nothing was handed out."
        case .failed: "The page could not be printed. Try again; if it fails again, tell your administrator. Nothing was handed out."
        }
    }

    package var kind: RefusalKind { .unavailable }
}
