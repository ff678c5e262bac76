import CLibpq

/// What PostgreSQL answers when it will not, by its five-letter state.
struct PostgresFailure {
    let state: String
    let message: String

    init(state: String, message: String) {
        self.state = state
        self.message = message
    }

    init(result: OpaquePointer, connectionLost: Bool) {
        // 'C' is the state, 'M' the first line of the message; the detail may hold values of rows and is never read.
        func field(_ code: Character) -> String? {
            PQresultErrorField(result, Int32(code.asciiValue ?? 0)).map { String(cString: $0) }
        }
        let told = field("C") ?? "08006"
        state = connectionLost && !told.hasPrefix("57") ? "08006" : told
        // Class 22 quotes the value that it can't read.
        message = told.hasPrefix("22") ? "a value does not fit" : field("M") ?? "connection lost"
    }

    /// The transaction met another one: run again, it may well go through.
    var isConflict: Bool { state == "40001" || state == "40P01" }

    /// The schema changed under a prepared statement.
    var isStalePlan: Bool { state == "0A000" || state == "26000" }

    /// What the caller of the store is told.
    var translated: any Error {
        switch state {
        case "40001", "40P01", "55P03", "53300": StoreRefused.locked
        case "53100": StoreRefused.full
        case "57014": StoreRefused.tooSlow
        case "42501": StoreRefused.notPermitted
        case "25006": StoreFault.readOnlyTransaction
        case "23505": StoreFault.duplicate(message)
        case "XX001", "XX002": StoreRefused.corrupt
        case _ where state.hasPrefix("08") || state.hasPrefix("57P"): StoreRefused.unreachable
        case _ where state.hasPrefix("23"): StoreFault.constraint(message)
        default: StoreFault.statement(code: state, message: message)
        }
    }
}
