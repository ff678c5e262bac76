import Vocabulary
import Web

extension Routes {
    //  GET   /definition     try the definition; what was ticked stands in the address     anyone
    mutating func addDefinition(_ room: InstrumentsRoom) {
        get("/definition", needs: .anyone) { visit in
            var reading = FormReading(FormBody(visit.query))
            guard !visit.query.isEmpty else {
                return .page(DefinitionPage(fields: room.definition, filled: Filled(), answer: nil))
            }
            let facts = room.definition.facts(&reading)
            return .page(
                DefinitionPage(fields: room.definition, filled: reading.filled, answer: facts?.classified()),
                status: facts == nil ? .unprocessable : .ok
            )
        }
    }
}
