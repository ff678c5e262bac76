// What can be wrong with a value or a row, in words. The codes never change.
extension Complaint {
    static let missing = Complaint(
        "value.missing",
        Sentence(en: "A value is needed here and there is none.", fr: "Une valeur est nécessaire ici et il n’y en a pas."),
        remedy: Sentence(en: "Fill it in.", fr: "Renseignez-la.")
    )
    static let notACount = Complaint(
        "value.not-a-number",
        Sentence(
            en: "This is not a count: digits alone, or <5, are read.", fr: "Ce n’est pas un effectif : seuls des chiffres, ou <5, sont lus."
        ),
        remedy: Sentence(
            en: "Write digits without blanks, commas or words.",
            fr: "Écrivez des chiffres sans espaces, virgules ni mots."
        )
    )
    static let notANumber = Complaint(
        "value.not-a-number",
        Sentence(en: "This is not a number.", fr: "Ce n’est pas un nombre."),
        remedy: Sentence(en: "Write digits alone.", fr: "Écrivez uniquement des chiffres.")
    )
    static let negative = Complaint(
        "value.negative",
        Sentence(en: "A number of persons or things can't be negative.", fr: "Un nombre de personnes ou de choses ne peut être négatif."),
        remedy: Sentence(en: "Correct the number at its source.", fr: "Corrigez le nombre à la source.")
    )
    static let notAYear = Complaint(
        "value.not-a-year",
        Sentence(en: "This is not a year of four digits.", fr: "Ce n’est pas une année à quatre chiffres."),
        remedy: Sentence(en: "Write a year such as 2019.", fr: "Écrivez une année telle que 2019.")
    )
    static let notADate = Complaint(
        "value.not-a-date",
        Sentence(en: "This is not a date of the calendar.", fr: "Ce n’est pas une date du calendrier."),
        remedy: Sentence(
            en: "Write 2019-03-14, or 2019-03 or 2019 when no more is known.",
            fr: "Écrivez 2019-03-14, ou 2019-03 ou 2019 si l’on n’en sait pas plus."
        )
    )
    static let notAFlag = Complaint(
        "value.not-yes-or-no",
        Sentence(en: "This is neither yes nor no.", fr: "Ce n’est ni oui ni non."),
        remedy: Sentence(en: "Write true or false.", fr: "Écrivez true ou false.")
    )
    static let notBlank = Complaint(
        "value.not-blank",
        Sentence(en: "Nothing may stand here in a row of this kind.", fr: "Rien ne doit figurer ici dans une ligne de ce type."),
        remedy: Sentence(en: "Empty it, or correct the kind of row.", fr: "Videz-la, ou corrigez le type de ligne.")
    )
    static let textAfterQuote = Complaint(
        "row.quote",
        Sentence(
            en: "Letters follow a closing quotation mark, so that nobody can tell where the value ends.",
            fr: "Des caractères suivent un guillemet fermant : on ne peut savoir où finit la valeur."
        ),
        remedy: Sentence(
            en: "Double every quotation mark within a value.",
            fr: "Doublez chaque guillemet à l’intérieur d’une valeur."
        )
    )
    static let keyTwice = Complaint(
        "row.key-twice",
        Sentence(en: "The same key stands twice in one object.", fr: "La même clé figure deux fois dans un objet."),
        remedy: Sentence(en: "Remove the one that is wrong.", fr: "Retirez celle qui est fausse.")
    )
    static let nested = Complaint(
        "row.nested",
        Sentence(en: "An object stands where one value should.", fr: "Un objet figure à la place d’une valeur."),
        remedy: Sentence(
            en: "Export the file flat: one value, or a list of values, for each key.",
            fr: "Exportez le fichier à plat : une valeur, ou une liste de valeurs, par clé."
        )
    )

    static func fields(_ found: Int, expected: Int) -> Complaint {
        Complaint(
            "row.fields",
            Sentence(
                en: "The row has \(found) values and the header \(expected) columns.",
                fr: "La ligne a \(found) valeurs et l’en-tête \(expected) colonnes."
            ),
            remedy: Sentence(
                en: "Look for a separator that is missing, or one within a value that is not quoted.",
                fr: "Cherchez un séparateur manquant, ou un séparateur dans une valeur sans guillemets."
            )
        )
    }

    static func tooLarge(_ largest: Int) -> Complaint {
        Complaint(
            "value.too-large",
            Sentence(
                en: "No such number can be right here: the largest that is taken is \(largest).",
                fr: "Un tel nombre ne peut être juste ici : le plus grand accepté est \(largest)."
            ),
            remedy: Sentence(
                en: "Look the number up at its source; a code or a date may have slipped in.",
                fr: "Vérifiez le nombre à la source ; un code ou une date a pu s’y glisser."
            )
        )
    }

    static func outOfRange(_ smallest: String, _ largest: String) -> Complaint {
        Complaint(
            "value.out-of-range",
            Sentence(
                en: "The value is not between \(smallest) and \(largest).",
                fr: "La valeur n’est pas comprise entre \(smallest) et \(largest)."
            ),
            remedy: Sentence(en: "Correct it at its source.", fr: "Corrigez-la à la source.")
        )
    }

    static func tooLong(_ longest: Int) -> Complaint {
        Complaint(
            "value.too-long",
            Sentence(en: "The text is longer than \(longest) letters.", fr: "Le texte dépasse \(longest) caractères."),
            remedy: Sentence(en: "Shorten it.", fr: "Raccourcissez-le.")
        )
    }

    static func notInList(_ list: String) -> Complaint {
        Complaint(
            "value.not-in-list",
            Sentence(
                en: "This is not in the list “\(list)”.",
                fr: "Cette valeur n’est pas dans la liste « \(list) »."
            ),
            remedy: Sentence(
                en: "Correct its spelling, or give the value its code in the mapping.",
                fr: "Corrigez l’orthographe, ou attribuez-lui un code dans la correspondance."
            )
        )
    }

    static func notAmong(_ choices: [String]) -> Complaint {
        let shown = choices.prefix(12).joined(separator: ", ")
        return Complaint(
            "value.not-a-choice",
            Sentence(en: "Only these values are read here: \(shown).", fr: "Seules ces valeurs sont lues ici : \(shown)."),
            remedy: Sentence(
                en: "Correct it, or give the value its meaning in the mapping.",
                fr: "Corrigez-la, ou donnez son sens dans la correspondance."
            )
        )
    }

    static func notADay(_ order: DayOrder) -> Complaint {
        let example = order == .iso ? "2019-03-14" : order == .dayFirst ? "14/03/2019" : "03/14/2019"
        return Complaint(
            "value.not-a-day",
            Sentence(en: "This is not a day of the calendar.", fr: "Ce n’est pas un jour du calendrier."),
            remedy: Sentence(en: "Write it as \(example).", fr: "Écrivez-le ainsi : \(example).")
        )
    }
}

extension Complaint: Error {}
