import Basics

/// Keeps columns out of Evidence that can tell who a person is: by their name, and by the shape of what stands in them.
package struct IdentityGuard: Sendable {
    /// What a column or a value can give away.
    package enum Kind: String, Sendable, CaseIterable {
        case name, email, telephone, document
        case birthDate = "birth-date"
        case address

        var words: String {
            switch self {
            case .name: "names of people"
            case .email: "e-mail addresses"
            case .telephone: "telephone numbers"
            case .document: "numbers of identity documents or files"
            case .birthDate: "exact dates of birth"
            case .address: "street addresses or positions"
            }
        }
    }

    /// How many of the first values of a column must have the shape before the column is refused.
    private static let suspicious = 3

    private let thisYear: Int
    private var seen: [Int: [Kind: Int]] = [:]
    private var serials: [Int: Int] = [:]

    /// - Parameter thisYear: older dates than fifteen years before it are taken for dates of birth, newer ones for events.
    package init(thisYear: Int) { self.thisYear = thisYear }

    /// What the name of a column says it holds; `nil` when it says nothing of the kind.
    package static func kind(ofColumn name: String) -> Kind? {
        let words = words(in: name)
        let joined = words.joined()
        if words.isEmpty { return nil }
        for (kind, marks) in whole where marks.contains(joined) { return kind }
        for (kind, marks) in parts where words.contains(where: marks.contains) { return kind }
        for (kind, marks) in inside where marks.contains(where: joined.contains) { return kind }
        return nil
    }

    /// What a value looks like; `nil` for a code, a number, a year, a quarter, an ordinary label.
    package static func kind(ofValue value: some StringProtocol, thisYear: Int) -> Kind? {
        let bytes = Array(value.utf8)
        guard bytes.count >= 6, bytes.count <= 200 else { return nil }
        if let at = bytes.firstIndex(of: 0x40), at > 0, bytes[(at + 1)...].contains(0x2E), !bytes.contains(0x20) { return .email }
        let digits = bytes.count { (0x30...0x39).contains($0) }
        if let year = year(ofDate: bytes, thisYear: thisYear) { return year <= thisYear - 15 ? .birthDate : nil }
        let punctuation = bytes.count { [0x20, 0x2B, 0x2D, 0x28, 0x29, 0x2E, 0x2F].contains($0) }
        if digits >= 8, digits + punctuation == bytes.count, bytes[0] == 0x2B || punctuation > 0 { return .telephone }
        let capitals = bytes.count { (0x41...0x5A).contains($0) }
        if digits >= 5, capitals >= 1, digits + capitals == bytes.count, bytes.count <= 14 { return .document }
        return nil
    }

    /// Looks at a value of a column that the mapping does not take.
    /// - Returns: what the column holds, once enough of its values have the shape.
    package mutating func look(at value: some StringProtocol, column: Int) -> Kind? {
        guard let kind = IdentityGuard.kind(ofValue: value, thisYear: thisYear) else { return nil }
        if kind == .document {
            // Numbers that only rise are those of rows, and tell of nobody.
            let serial = value.utf8.reduce(0) { (0x30...0x39).contains($1) ? ($0 &* 10 &+ Int($1) - 0x30) : $0 }
            defer { serials[column] = serial }
            if let last = serials[column], serial > last { return nil }
        }
        seen[column, default: [:]][kind, default: 0] += 1
        return seen[column]?[kind] ?? 0 >= IdentityGuard.suspicious ? kind : nil
    }

    /// The year of `2001-02-17`, `17/02/2001`, `17.02.01`; `nil` for a year, a month, a quarter or anything else.
    private static func year(ofDate bytes: [UInt8], thisYear: Int) -> Int? {
        guard (8...10).contains(bytes.count) else { return nil }
        let parts = bytes.split(omittingEmptySubsequences: false) { [0x2D, 0x2F, 0x2E].contains($0) }
        guard parts.count == 3, parts.allSatisfy({ part in part.allSatisfy { (0x30...0x39).contains($0) } }) else { return nil }
        func number(_ part: ArraySlice<UInt8>) -> Int { part.reduce(0) { $0 * 10 + Int($1) - 0x30 } }
        switch parts.map(\.count) {
        case [4, 2, 2]: return number(parts[0])
        case [2, 2, 4]: return number(parts[2])
        case [2, 2, 2]:
            let year = 2_000 + number(parts[2])
            return year > thisYear ? year - 100 : year
        default: return nil
        }
    }

    /// The words of a column's name, in lower case: `prs_FirstName` is prs, first, name.
    private static func words(in name: String) -> [String] {
        var words: [String] = []
        var word = ""
        var lastWasLower = false
        for character in name {
            if character.isLetter {
                if character.isUppercase, lastWasLower, !word.isEmpty {
                    words.append(word)
                    word = ""
                }
                word.append(contentsOf: character.lowercased())
                lastWasLower = character.isLowercase
            } else if !word.isEmpty {
                words.append(word)
                word = ""
                lastWasLower = false
            }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }

    private static let whole: [(Kind, Set<String>)] = [
        (.name, ["name", "names", "nom", "nombre", "nombres", "fullname", "alias", "имя", "الاسم", "姓名"]),
        (.birthDate, ["dob", "birth", "birthdate", "dateofbirth"]),
    ]

    private static let parts: [(Kind, Set<String>)] = [
        (
            .name,
            ["firstname", "lastname", "surname", "forename", "prenom", "prénom", "apellido", "apellidos", "фамилия", "اسم", "nickname"]
        ),
        (.email, ["email", "mail", "courriel", "correo"]),
        (.telephone, ["phone", "telephone", "tel", "mobile", "telefono", "teléfono", "téléphone", "whatsapp"]),
        (.document, ["passport", "passeport", "pasaporte", "ssn", "cedula", "cédula", "dni", "nin"]),
        (.address, ["street", "address", "adresse", "dirección", "direccion", "latitude", "longitude", "postcode"]),
    ]

    private static let inside: [(Kind, [String])] = [
        (.name, ["firstname", "secondname", "middlename", "lastname", "familyname", "givenname", "fullname", "victimname", "personname"]),
        (.document, ["identitynumber", "idnumber", "documentnumber", "passportn", "nationalid", "casenumber"]),
        (.birthDate, ["birthdate", "dateofbirth", "birthday", "fechadenacimiento", "datedenaissance"]),
        (.telephone, ["phonenumber", "homephone", "mobilephone"]),
        (.address, ["postalcode", "zipcode", "mailingcity"]),
        (.email, ["emailaddress"]),
    ]
}

/// A column that may not come into Evidence.
package enum IdentityRefused: Refusal {
    case column(String, IdentityGuard.Kind)
    case values(column: String, IdentityGuard.Kind, line: Int)

    package var code: String {
        switch self {
        case .column: "evidence.identity-column"
        case .values: "evidence.identity-values"
        }
    }

    package var message: String {
        switch self {
        case .column(let name, let kind):
            "The column “\(name)” holds \(kind.words), and Evidence keeps nothing that can tell who a person is. Remove the column from the file and import it again; nothing was kept."
        case .values(let name, let kind, let line):
            "What stands in the column “\(name)” (line \(line) and before) looks like \(kind.words), and Evidence keeps nothing that can tell who a person is. Remove the column from the file and import it again; nothing was kept."
        }
    }
}
