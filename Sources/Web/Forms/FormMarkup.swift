package import Vocabulary

extension Markup {
    /// A form that changes something. The kit adds the seal that proves where it came from, and the number that lets it count once.
    package mutating func form(
        post address: any Address, _ attributes: Attribute..., content: (inout Markup) throws -> Void
    ) rethrows {
        try postForm(address, attributes, content)
    }

    /// A form with files in it.
    package mutating func form(
        upload address: any Address, _ attributes: Attribute..., content: (inout Markup) throws -> Void
    ) rethrows {
        try postForm(address, [Attribute("enctype", .text("multipart/form-data"))] + attributes, content)
    }

    /// A form that only asks: a search, a choice of year. What is filled in goes into the address, so that the view can be kept.
    package mutating func form(
        get address: any Address, _ attributes: Attribute..., content: (inout Markup) throws -> Void
    ) rethrows {
        openLink("form", "action", address, [Attribute("method", .text("get"))] + attributes)
        try content(&self)
        close("form")
    }

    /// A value that goes with the form and is not seen: the version of a row, a filter that stays. Read it back as untrusted.
    package mutating func hiddenField(_ name: String, _ value: String) {
        input(.type("hidden"), .name(name), .value(value))
    }

    private mutating func postForm(
        _ address: any Address, _ attributes: [Attribute], _ content: (inout Markup) throws -> Void
    ) rethrows {
        // Our own messages, in the language of the page, rather than the browser's.
        openLink("form", "action", address, [Attribute("method", .text("post")), Attribute("novalidate", .flag)] + attributes)
        if let seal = sealForForm() {
            hiddenField(FormSeal.field, seal)
            hiddenField(FormSeal.onceField, FormSeal.random())
        }
        try content(&self)
        close("form")
    }
}

extension Markup {
    /// A field with everything that belongs to it: label, why it is asked, what is wrong, and the control.
    package mutating func field(_ field: some Field, _ filled: Filled = Filled()) {
        let isWrong = filled.problem(field.name) != nil
        let look = Attribute.class(isWrong ? "field wrong" : "field")
        if field.isGroup {
            var attributes = [look]
            if let described = field.describedBy(filled) { attributes.append(.ariaDescribedBy(described)) }
            element("fieldset", attributes) { html in
                html.legend { $0.labelText(field) }
                html.explain(field, filled)
                field.control(&html, filled)
            }
        } else if field is TickField {
            element("div", [look]) { html in
                html.explain(field, filled)
                html.div(.class("option")) { html in
                    field.control(&html, filled)
                    html.label(.for(filled.id(field.name))) { $0.labelText(field) }
                }
            }
        } else {
            element("div", [look]) { html in
                html.label(.for(filled.id(field.name))) { $0.labelText(field) }
                html.explain(field, filled)
                field.control(&html, filled)
            }
        }
    }

    /// The list of everything that is wrong, for the top of a form that comes back, each with the question that it belongs to. Prints
    /// nothing when nothing is.
    package mutating func problems(_ filled: Filled) {
        guard !filled.problems.isEmpty else { return }
        div(.class("problems"), .role("alert"), .id("problems"), .tabindex(-1), .ariaLabelledBy("problems-title")) { html in
            html.h2(.pleaseCorrect, .id("problems-title"))
            html.ul { html in
                for problem in filled.problems {
                    html.li { html in
                        if let field = problem.field {
                            html.a(toElement: filled.id(field)) { html in
                                if let label = problem.label {
                                    html.say(label)
                                    html.text(": ")
                                }
                                html.say(problem.word)
                            }
                        } else {
                            html.say(problem.word)
                        }
                    }
                }
            }
        }
    }

    /// The button that sends a form.
    package mutating func submit(_ word: Word, _ attributes: Attribute...) {
        element("button", [.type("submit")] + attributes, word)
    }

    private mutating func labelText(_ field: some Field) {
        say(field.label)
        guard !field.isRequired, !(field is TickField) else { return }
        space()
        span(.optional, .class("optional"))
    }

    private mutating func explain(_ field: some Field, _ filled: Filled) {
        if let why = field.why { p(why, .class("why"), .id(filled.id(field.name) + "-why")) }
        if let problem = filled.problem(field.name) { p(problem, .class("problem"), .id(filled.id(field.name) + "-problem")) }
    }
}
