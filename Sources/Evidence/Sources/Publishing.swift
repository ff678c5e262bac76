package import Access
package import Store

extension Importer {
    /// Lets the figures of a source stand on public pages, or takes them off.
    /// - Throws: `QuestionRefused.source` when there is none by this name, and for records of people, which are never published.
    package static func publish(_ name: String, _ isPublished: Bool, under permit: Permit<Node>, in tx: any Transaction) throws {
        guard permit.deed == .importStatistics, try tx.source(named: name).kind == .statistics else { throw QuestionRefused.source(name) }
        try tx.runOnOne(
            "UPDATE source SET is_published = \(isPublished), version = version + 1 WHERE name = \(name)"
        )
    }
}

extension Statistics {
    /// What kind of source a name stands for: published statistics or records of people.
    package func kind(of source: String) async throws -> PublishedSource.Kind {
        try await database.read { tx in try tx.source(named: source).kind }
    }
}
