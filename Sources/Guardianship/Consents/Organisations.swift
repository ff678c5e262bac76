import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

/// Organisations, to choose from.
enum Organisations {
    static func open(in tx: any Transaction) throws -> [(id: ID<Organisation>, name: String)] {
        try tx.rows("SELECT id, name FROM organisation WHERE closed_at IS NULL ORDER BY name LIMIT 2000") {
            (id: try $0.id(0, of: Organisation.self), name: $0.text(1))
        }
    }

    static func field(
        _ name: String, _ label: Word, why: Word? = nil, isRequired: Bool = true, _ all: [(id: ID<Organisation>, name: String)]
    ) -> ChoiceField<ID<Organisation>> {
        ChoiceField(
            name, label, why: why, isRequired: isRequired, choices: all.map { Choice($0.id, key: "\($0.id)", label: Word.data($0.name)) },
            as: .list)
    }
}
