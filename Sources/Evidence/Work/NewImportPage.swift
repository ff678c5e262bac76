import Basics
import Tabular
import Vocabulary
import Web

/// The questions of an upload.
struct UploadFields: Sendable {
    static let file = FileField(
        "file", .uploadFile, why: .uploadFileWhy, accept: ".csv,.tsv,.txt,.json,.jsonl,.ndjson", mostMegabytes: ImportUpload.megabytes
    )
    static let scope = ChoiceField(
        "scope", .importScope, choices: ImportScope.allCases.map { Choice($0, key: $0.rawValue, label: $0.words, hint: $0.hint) }
    )
    let mapping: ChoiceField<String>

    /// Only mappings that ship can be chosen: a path of one's own is for the command line.
    init(_ book: SourceBook) {
        mapping = ChoiceField(
            "mapping", .importMapping, why: .uploadMappingWhy,
            choices: book.mappings.map { name in
                Choice(name, key: name, label: (try? book.mapping(name)).map { Word($0.mapping.title) } ?? .data(name))
            }
        )
    }
}

/// Uploading a file to be tried.
struct NewImportPage: Page {
    let fields: UploadFields
    let filled: Filled

    /// A form to begin with: an addition, for it takes nothing away.
    init(_ fields: UploadFields) {
        self.fields = fields
        var filled = Filled()
        filled.fill(UploadFields.scope, with: .addition)
        self.filled = filled
    }

    /// The form as it comes back.
    init(_ fields: UploadFields, filled: Filled) {
        self.fields = fields
        self.filled = filled
    }

    var title: Word { .importAFile }
    var door: Door { .work }
    var trail: [Crumb] { [Crumb(.importsMenu, ImportAddress.imports)] }

    func body(_ html: inout Markup) {
        html.p(.importLead, .class("lead"))
        html.problems(filled)
        html.form(upload: ImportAddress.new) { html in
            html.field(UploadFields.file, filled)
            html.field(fields.mapping, filled)
            html.field(UploadFields.scope, filled)
            html.submit(.tryTheFile)
        }
    }
}
