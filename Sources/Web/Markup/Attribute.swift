package import Vocabulary

/// One attribute of an element. Only the kit makes attribute names; a page chooses among the functions below.
///
/// There is no `href`, `src`, `style` or `on…`: links are made by `Markup.a(to:)` and `form(post:)` from an `Address`,
/// pictures by `img(_:)` from an asset, and the content policy allows no inline style or script.
package struct Attribute: Sendable {
    enum Value: Sendable {
        case flag
        case text(String)
        case integer(Int)
        case decimal(Double)
        case decimals([Double])
        indirect case word(Word)
        case drawing(PathData)
    }

    let name: StaticString
    /// The end of a name that is made of two parts (`data-` and the rest).
    let suffix: StaticString
    let value: Value

    init(_ name: StaticString, _ value: Value, suffix: StaticString = "") {
        self.name = name
        self.value = value
        self.suffix = suffix
    }

    /// Marks text in another language than its surroundings; gives the direction too where it differs.
    static func foreign(_ language: Language, on page: Language) -> Attribute {
        guard page.isRightToLeft != language.isRightToLeft else { return .lang(language) }
        // Both in one go: an attribute list has room for one entry here.
        return Attribute("lang", .text(language.code), suffix: language.isRightToLeft ? "\" dir=\"rtl" : "\" dir=\"ltr")
    }
}

extension Markup {
    mutating func write(_ attribute: Attribute) {
        bytes.append(UInt8(ascii: " "))
        bytes.append(attribute.name)
        if case .flag = attribute.value { return }
        let isForeign = attribute.suffix.utf8CodeUnitCount > 0 && attribute.suffix.utf8Start.pointee == UInt8(ascii: "\"")
        if !isForeign { bytes.append(attribute.suffix) }
        bytes.append("=\"")
        switch attribute.value {
        case .flag: break
        case .text(let text): bytes.appendEscaped(text)
        case .integer(let number): bytes.appendInteger(number)
        case .decimal(let number): bytes.appendDecimal(number)
        case .decimals(let numbers):
            for (index, number) in numbers.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: " ")) }
                bytes.appendDecimal(number)
            }
        case .word(let word): bytes.appendEscaped(word[language])
        case .drawing(let data): bytes.append(contentsOf: data.bytes)
        }
        if isForeign { bytes.append(attribute.suffix) }
        bytes.append(UInt8(ascii: "\""))
    }
}

// MARK: For every element

extension Attribute {
    package static func `class`(_ name: String) -> Attribute { Attribute("class", .text(name)) }
    package static func id(_ name: String) -> Attribute { Attribute("id", .text(name)) }
    package static func lang(_ language: Language) -> Attribute { Attribute("lang", .text(language.code)) }
    package static func dir(_ language: Language) -> Attribute {
        Attribute("dir", .text(language.isRightToLeft ? "rtl" : "ltr"))
    }
    /// Marks text in a language that the site itself may not speak, by its tag (BCP 47), with its direction.
    package static func written(inTag tag: String, rightToLeft: Bool) -> Attribute {
        Attribute("lang", .text(tag), suffix: rightToLeft ? "\" dir=\"rtl" : "\" dir=\"ltr")
    }
    /// Lets the browser find the direction of runtime data, such as a name in another script.
    package static var dirAuto: Attribute { Attribute("dir", .text("auto")) }
    package static func title(_ word: Word) -> Attribute { Attribute("title", .word(word)) }
    package static func title(data: String) -> Attribute { Attribute("title", .text(data)) }
    package static func tabindex(_ number: Int) -> Attribute { Attribute("tabindex", .integer(number)) }
    package static var hidden: Attribute { Attribute("hidden", .flag) }
    package static func data(_ name: StaticString, _ value: String) -> Attribute { Attribute("data-", .text(value), suffix: name) }
    package static func data(_ name: StaticString, _ value: Int) -> Attribute { Attribute("data-", .integer(value), suffix: name) }
    package static func role(_ name: StaticString) -> Attribute { Attribute("role", .text(name.description)) }
    package static var open: Attribute { Attribute("open", .flag) }
}

// MARK: For people who use a screen reader

extension Attribute {
    package static func ariaLabel(_ word: Word) -> Attribute { Attribute("aria-label", .word(word)) }
    package static func ariaLabel(data: String) -> Attribute { Attribute("aria-label", .text(data)) }
    package static func ariaLabelledBy(_ id: String) -> Attribute { Attribute("aria-labelledby", .text(id)) }
    package static func ariaDescribedBy(_ id: String) -> Attribute { Attribute("aria-describedby", .text(id)) }
    package static var ariaHidden: Attribute { Attribute("aria-hidden", .text("true")) }
    package static var ariaInvalid: Attribute { Attribute("aria-invalid", .text("true")) }
    package static var ariaCurrentPage: Attribute { Attribute("aria-current", .text("page")) }
    package static var ariaLivePolite: Attribute { Attribute("aria-live", .text("polite")) }
    package static func ariaSort(_ order: StaticString) -> Attribute { Attribute("aria-sort", .text(order.description)) }
}

// MARK: For tables, times and pictures

extension Attribute {
    package static var scopeColumn: Attribute { Attribute("scope", .text("col")) }
    package static var scopeRow: Attribute { Attribute("scope", .text("row")) }
    package static var scopeColumnGroup: Attribute { Attribute("scope", .text("colgroup")) }
    package static var scopeRowGroup: Attribute { Attribute("scope", .text("rowgroup")) }
    package static func colspan(_ number: Int) -> Attribute { Attribute("colspan", .integer(number)) }
    package static func rowspan(_ number: Int) -> Attribute { Attribute("rowspan", .integer(number)) }
    package static func datetime(_ iso: String) -> Attribute { Attribute("datetime", .text(iso)) }
    package static func alt(_ word: Word) -> Attribute { Attribute("alt", .word(word)) }
    package static func start(_ number: Int) -> Attribute { Attribute("start", .integer(number)) }
    package static func max(_ number: Double) -> Attribute { Attribute("max", .decimal(number)) }
    package static func value(_ number: Double) -> Attribute { Attribute("value", .decimal(number)) }
}

// MARK: For form controls; pages use the fields of Forms/ rather than these

extension Attribute {
    package static func name(_ name: String) -> Attribute { Attribute("name", .text(name)) }
    package static func value(_ text: String) -> Attribute { Attribute("value", .text(text)) }
    package static func type(_ type: StaticString) -> Attribute { Attribute("type", .text(type.description)) }
    package static func `for`(_ id: String) -> Attribute { Attribute("for", .text(id)) }
    package static func autocomplete(_ purpose: StaticString) -> Attribute { Attribute("autocomplete", .text(purpose.description)) }
    package static func inputmode(_ mode: StaticString) -> Attribute { Attribute("inputmode", .text(mode.description)) }
    package static func accept(_ types: StaticString) -> Attribute { Attribute("accept", .text(types.description)) }
    package static func maxlength(_ number: Int) -> Attribute { Attribute("maxlength", .integer(number)) }
    package static func size(_ number: Int) -> Attribute { Attribute("size", .integer(number)) }
    package static func rows(_ number: Int) -> Attribute { Attribute("rows", .integer(number)) }
    package static func cols(_ number: Int) -> Attribute { Attribute("cols", .integer(number)) }
    package static var required: Attribute { Attribute("required", .flag) }
    package static var checked: Attribute { Attribute("checked", .flag) }
    package static var selected: Attribute { Attribute("selected", .flag) }
    package static var disabled: Attribute { Attribute("disabled", .flag) }
    package static var readonly: Attribute { Attribute("readonly", .flag) }
    package static var multiple: Attribute { Attribute("multiple", .flag) }
    package static var spellcheckOff: Attribute { Attribute("spellcheck", .text("false")) }
}
