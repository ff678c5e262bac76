package import Vocabulary

/// One thing that can be chosen.
package struct Choice<Value: Sendable>: Sendable {
    package let value: Value
    /// What stands in the form for it.
    package let key: String
    package let label: Word
    package let hint: Word?

    package init(_ value: Value, key: String, label: Word, hint: Word? = nil) {
        self.value = value
        self.key = key
        self.label = label
        self.hint = hint
    }
}

/// One out of several: radios when they are few and worth reading, a list when they are many. Anything else than these is refused.
package struct ChoiceField<Value: Sendable>: Field {
    package enum Look: Sendable { case radios, list }

    package let name: String
    package let label: Word
    package let why: Word?
    package let isRequired: Bool
    package let choices: [Choice<Value>]
    package let look: Look
    /// What is said about anything else.
    package let otherwise: Word?

    package init(
        _ name: String, _ label: Word, why: Word? = nil, isRequired: Bool = true, choices: [Choice<Value>], as look: Look = .radios,
        otherwise: Word? = nil
    ) {
        self.otherwise = otherwise
        self.name = name
        self.label = label
        self.why = why
        self.isRequired = isRequired
        self.choices = choices
        self.look = look
    }

    package var isGroup: Bool { look == .radios }

    /// What must be chosen and leaves no choice stands chosen.
    private func settled(_ filled: Filled) -> Filled {
        guard isRequired, choices.count == 1, let only = choices.first, filled.text(name).isEmpty else { return filled }
        var filled = filled
        filled.choose(only.key, in: name)
        return filled
    }

    package func value(in form: FormBody) throws(FieldProblem) -> Value? {
        guard let key = form.fields.filled(name) else { return nil }
        guard let choice = choices.first(where: { $0.key == key }) else { throw FieldProblem(otherwise ?? .choiceNeeded) }
        return choice.value
    }

    package func control(_ html: inout Markup, _ filled: Filled) {
        let filled = settled(filled)
        switch look {
        case .radios:
            html.options(choices.map { ($0.key, $0.label, $0.hint) }, type: "radio", of: name, filled)
        case .list:
            html.element("select", attributes(filled)) { html in
                html.option("", .chooseOne, isSelected: filled.text(name).isEmpty)
                for choice in choices { html.option(choice.key, choice.label, isSelected: filled.holds(name, choice.key)) }
            }
        }
    }
}

extension ChoiceField where Value: RawRepresentable, Value.RawValue == String {
    package init(
        _ name: String, _ label: Word, why: Word? = nil, isRequired: Bool = true, _ values: some Sequence<Value>, as look: Look = .radios,
        word: (Value) -> Word
    ) {
        let choices = values.map { Choice($0, key: $0.rawValue, label: word($0)) }
        self.init(name, label, why: why, isRequired: isRequired, choices: choices, as: look)
    }
}

extension ChoiceField {
    package func texts(of value: Value) -> [(name: String, value: String)] {
        let wanted = String(describing: value)
        return choices.first { String(describing: $0.value) == wanted }.map { [(name, $0.key)] } ?? []
    }
}

/// Any number out of several: checkboxes.
package struct ChoicesField<Value: Sendable>: Field {
    package let name: String
    package let label: Word
    package let why: Word?
    package let isRequired: Bool
    package let choices: [Choice<Value>]

    package init(_ name: String, _ label: Word, why: Word? = nil, isRequired: Bool = true, choices: [Choice<Value>]) {
        self.name = name
        self.label = label
        self.why = why
        self.isRequired = isRequired
        self.choices = choices
    }

    package var isGroup: Bool { true }

    /// The chosen ones in the order of the choices; `nil` when none is.
    package func value(in form: FormBody) throws(FieldProblem) -> [Value]? {
        let keys = Set(form.fields.all(name))
        guard keys.allSatisfy({ key in choices.contains { $0.key == key } }) else { throw FieldProblem(.choiceNeeded) }
        let chosen = choices.filter { keys.contains($0.key) }.map(\.value)
        return chosen.isEmpty ? nil : chosen
    }

    package func texts(of value: [Value]) -> [(name: String, value: String)] {
        let wanted = Set(value.map { String(describing: $0) })
        return choices.filter { wanted.contains(String(describing: $0.value)) }.map { (name, $0.key) }
    }

    package func control(_ html: inout Markup, _ filled: Filled) {
        html.options(choices.map { ($0.key, $0.label, $0.hint) }, type: "checkbox", of: name, filled)
    }
}

/// One box to tick: yes, or not. Where "no" and "not answered" differ, use radios.
package struct TickField: Field {
    package let name: String
    package let label: Word
    package let why: Word?
    /// Whether it must be ticked to go on.
    package let isRequired: Bool

    package init(_ name: String, _ label: Word, why: Word? = nil, isRequired: Bool = false) {
        self.name = name
        self.label = label
        self.why = why
        self.isRequired = isRequired
    }

    /// - Returns: `true` when ticked; `nil`, not `false`, when not.
    package func value(in form: FormBody) throws(FieldProblem) -> Bool? { form.fields[name] == "yes" ? true : nil }

    package func texts(of value: Bool) -> [(name: String, value: String)] { value ? [(name, "yes")] : [] }

    package func control(_ html: inout Markup, _ filled: Filled) {
        var attributes = [Attribute.type("checkbox"), .value("yes")] + attributes(filled)
        if filled.holds(name, "yes") { attributes.append(.checked) }
        html.open("input", attributes)
    }
}

extension Markup {
    /// The radios or checkboxes of a group. The first has the id of the field, so that the list of problems can lead there.
    fileprivate mutating func options(
        _ options: [(key: String, label: Word, hint: Word?)], type: StaticString, of name: String, _ filled: Filled
    ) {
        for (index, option) in options.enumerated() {
            let id = filled.id(index == 0 ? name : "\(name)-\(index)")
            div(.class("option")) { html in
                var attributes: [Attribute] = [.type(type), .id(id), .name(name), .value(option.key)]
                if filled.holds(name, option.key) { attributes.append(.checked) }
                if option.hint != nil { attributes.append(.ariaDescribedBy(id + "-hint")) }
                html.open("input", attributes)
                html.label(option.label, .for(id))
                if let hint = option.hint { html.p(hint, .class("why"), .id(id + "-hint")) }
            }
        }
    }

    mutating func option(_ key: String, _ label: Word, isSelected: Bool) {
        // Written straight away: a list of countries has two hundred and fifty of them.
        let spoken = label.spoken(for: language)
        bytes.append("<option value=\"")
        bytes.appendEscaped(key)
        bytes.append(isSelected ? "\" selected" : "\"")
        if spoken != language { write(.foreign(spoken, on: language)) }
        bytes.append(">")
        bytes.appendEscaped(label[spoken])
        close("option")
    }
}
