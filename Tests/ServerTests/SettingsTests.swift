import Basics
import Configuration
import Foundation
import Testing

@testable import Server

@Suite struct `The settings` {
    private let here = URL(filePath: "/nowhere/concord")

    private func read(_ line: Settings.CommandLine = .init(), _ values: [String: String] = [:]) throws -> Settings {
        var line = line
        line.share = line.share ?? "/somewhere/share"
        let provider = InMemoryProvider(
            values: Dictionary(
                uniqueKeysWithValues: values.map { (AbsoluteConfigKey(ConfigKey($0.key)), ConfigValue(.string($0.value), isSecret: false)) }
            )
        )
        return try Settings.read(line, from: ConfigReader(provider: provider), binary: here)
    }

    @Test func `are complete when nothing is set`() throws {
        let settings = try read()
        #expect(settings.host == "127.0.0.1")
        #expect(settings.port == 8_080)
        #expect(settings.database == nil)
        #expect(settings.data.lastPathComponent == "data")
        #expect(settings.keys.path(percentEncoded: false).hasSuffix("data/keys"))
        #expect(settings.scryptCost == 15)
        #expect(!settings.isSecure)
    }

    @Test func `take the command line before everything else`() throws {
        var line = Settings.CommandLine()
        line.port = 8_090
        #expect(try read(line, ["port": "9000"]).port == 8_090)
        #expect(try read(.init(), ["port": "9000"]).port == 9_000)
    }

    @Test func `tell all their faults at once`() throws {
        let refused = #expect(throws: SettingsRefused.self) {
            try read(.init(), ["port": "80x", "log.level": "loud", "scrypt.cost": "3", "tls.key": "a.pem", "origin": "concord"])
        }
        let message = refused?.message ?? ""
        #expect(refused?.faults.count == 5)
        for word in ["port is “80x”", "log.level", "scrypt.cost", "tls.certificate", "origin"] { #expect(message.contains(word)) }
    }

    @Test func `refuse to be reached from other machines in clear`() throws {
        let refused = #expect(throws: SettingsRefused.self) { try read(.init(), ["host": "0.0.0.0"]) }
        #expect(refused?.message.contains("nothing encrypts the way") == true)
        #expect(throws: Never.self) { try read(.init(), ["host": "0.0.0.0", "tls.certificate": "c.pem", "tls.key": "k.pem"]) }
        #expect(throws: Never.self) { try read(.init(), ["host": "0.0.0.0", "proxy.trusted": "true"]) }
    }

    @Test func `refuse a port that there is not`() throws {
        var line = Settings.CommandLine()
        line.port = 70_000
        #expect(throws: SettingsRefused.self) { try read(line) }
    }

    @Test func `say that the data files are missing, and how to name them`() throws {
        let refused = #expect(throws: SettingsRefused.self) {
            try Settings.read(.init(), from: ConfigReader(provider: InMemoryProvider(values: [:])), binary: here)
        }
        #expect(refused?.message.contains("--share DIR") == true)
    }
}
