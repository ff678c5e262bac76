package import Vocabulary

/// A file to send. Use it in `html.form(upload:)` and give the route a `BodyLimit.upload`.
package struct FileField: Field {
    package let name: String
    package let label: Word
    package let why: Word?
    package let isRequired: Bool
    /// What the browser offers to choose, such as `.csv,.json`; a convenience, judged again by content.
    package let accept: StaticString
    package let mostBytes: Int

    package init(
        _ name: String, _ label: Word, why: Word? = nil, isRequired: Bool = true, accept: StaticString, mostMegabytes: Int
    ) {
        self.name = name
        self.label = label
        self.why = why
        self.isRequired = isRequired
        self.accept = accept
        mostBytes = mostMegabytes * 1_024 * 1_024
    }

    package func value(in form: FormBody) throws(FieldProblem) -> FormFile? {
        guard let file = form.file(name) else { return nil }
        guard file.bytes.count <= mostBytes else { throw FieldProblem(.fileAtMost(megabytes: mostBytes / 1_048_576)) }
        return file
    }

    package func texts(of value: FormFile) -> [(name: String, value: String)] { [] }

    package func control(_ html: inout Markup, _ filled: Filled) {
        html.open("input", [.type("file"), .accept(accept)] + attributes(filled))
    }
}
