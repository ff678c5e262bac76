import ArgumentParser

/// The program `concord`: one command for each job of a node's keeper.
struct Concord: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "concord",
        abstract: "The open platform that a country runs to act against trafficking in persons.",
        discussion: """
            Every command reads the same settings: --data DIR (default data/), --database URL (default SQLite in that \
            folder), --keys DIR, --share DIR, --settings FILE, or CONCORD_… in the environment.
            Exit status: 0 done, 1 refused or found wrong (the sentence says what to do), 2 the command itself was not understood.
            """,
        version: "0.1.0",
        subcommands: [
            Serve.self, Setup.self, Import.self, Publish.self, Statistics.self, Classify.self, Backup.self, Restore.self, Verify.self,
            Migrate.self, Keys.self, Profile.self, Routes.self, Demo.self,
        ]
    )
}
