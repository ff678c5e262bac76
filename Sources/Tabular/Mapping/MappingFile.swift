import Basics
import Yams

extension Mapping {
    /// Reads a mapping from the text of its YAML file.
    /// - Parameter name: the name of the file, for faults.
    /// - Throws: `MappingRefused` with all faults, each with its line.
    package init(yaml: String, name: String) throws(MappingRefused) {
        let root: Node?
        do {
            root = try Yams.compose(yaml: yaml)
        } catch {
            throw MappingRefused(name: name, faults: [MappingFault(line: 0, place: name, problem: "is not YAML (\(error))")])
        }
        guard let root, root.mapping != nil else {
            throw MappingRefused(name: name, faults: [MappingFault(line: 0, place: name, problem: "holds no mapping")])
        }
        var page = MappingPage(node: root, place: name)
        let fields = page.items("fields").map { FieldMapping(&page, $0) }
        let rules = page.items("rules", isRequired: false).map { PatternRule(&page, $0) }
        self.init(
            name: page.string("name"),
            version: page.integer("version", default: 0),
            title: page.sentence("title"),
            source: page.string("source"),
            format: page.choice("format", among: ["any"] + TableFormat.allCases.map(\.rawValue), default: "any").flatMap(TableFormat.init),
            encoding: page.choice("encoding", among: ["detect"] + TextEncoding.allCases.map(\.rawValue), default: "detect")
                .flatMap(TextEncoding.init),
            otherColumns: page.choice("other_columns", among: OtherColumns.allCases.map(\.rawValue), default: "ignore")
                .flatMap(OtherColumns.init) ?? .ignore,
            forbiddenColumns: page.strings("forbidden_columns"),
            constants: page.dictionary("constants"),
            fields: fields,
            rules: rules,
            key: page.strings("key")
        )
        page.allow([
            "name", "version", "title", "source", "format", "encoding", "other_columns", "forbidden_columns", "constants", "fields",
            "rules",
            "key",
        ])
        checkNames(&page)
        guard page.faults.isEmpty else { throw MappingRefused(name: name, faults: page.faults) }
    }

    private func checkNames(_ page: inout MappingPage) {
        var known: Set<String> = []
        if version < 1 { page.add("version", "should be 1 or more") }
        for field in fields {
            for condition in field.conditions where !known.contains(condition.field) {
                page.add("fields/\(field.field)", "depends on \(condition.field), which is not a field before it")
            }
            if !known.insert(field.field).inserted { page.add("fields/\(field.field)", "stands there twice") }
        }
        for constant in constants.keys where !known.insert(constant).inserted {
            page.add("constants/\(constant)", "is a field already")
        }
        for rule in rules {
            for name in [rule.field] + rule.conditions.map(\.field) where !known.contains(name) {
                page.add("rules/\(rule.name)", "\(name) is not a field")
            }
            if (try? Regex(rule.pattern)) == nil { page.add("rules/\(rule.name)", "the pattern is not a regular expression") }
        }
        for name in key where !known.contains(name) { page.add("key", "\(name) is not a field") }
        if fields.isEmpty { page.add("fields", "there is none") }
    }
}

extension FieldMapping {
    fileprivate init(_ page: inout MappingPage, _ item: MappingPage) {
        var item = item
        let field = item.string("field")
        item.place = "fields/\(field)"
        self.init(
            field: field,
            columns: item.strings("column", isRequired: true),
            isRequired: item.flag("required"),
            needsColumn: item.flag("column_needed"),
            type: FieldType(&item),
            conditions: item.conditions(),
            absences: Dictionary(
                item.dictionary("absent").map { value, why in (value, Absence(rawValue: why) ?? .nothing) }, uniquingKeysWith: { $1 }
            ),
            replacements: item.dictionary("values"),
            total: item.optionalString("total"),
            separator: item.optionalString("separator")?.first
        )
        for why in item.dictionary("absent").values where Absence(rawValue: why) == nil {
            item.add("absent", "\(why) is no reason; the reasons are \(Absence.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        if total != nil, case .code = type {} else if total != nil { item.add("total", "only a field of type code has a total") }
        item.allow([
            "field", "column", "required", "column_needed", "type", "when", "absent", "values", "total", "separator", "longest", "largest",
            "smallest",
            "order", "list", "scheme", "among",
        ])
        page.faults += item.faults
    }
}

extension FieldType {
    fileprivate init(_ item: inout MappingPage) {
        switch item.string("type") {
        case "text": self = .text(longest: item.integer("longest", default: 500))
        case "count": self = .count(largest: item.integer("largest", default: 1_000_000_000))
        case "integer": self = .integer(item.range(default: Int.min...Int.max))
        case "decimal":
            let range = item.range(default: -1_000_000_000_000...1_000_000_000_000)
            self = .decimal(Double(range.lowerBound)...Double(range.upperBound))
        case "day":
            self = .day(item.choice("order", among: DayOrder.allCases.map(\.rawValue), default: "iso").flatMap(DayOrder.init) ?? .iso)
        case "partial-date": self = .partialDate
        case "year": self = .year(item.range(default: 1_900...2_100))
        case "code": self = .code(list: item.string("list"), scheme: item.optionalString("scheme"))
        case "choice": self = .choice(item.strings("among", isRequired: true))
        case "flag": self = .flag
        case "blank": self = .blank
        case let other:
            item.add(
                "type", "\(other) is no type; there are text, count, integer, decimal, day, partial-date, year, code, choice, flag, blank")
            self = .blank
        }
    }
}

extension PatternRule {
    fileprivate init(_ page: inout MappingPage, _ item: MappingPage) {
        var item = item
        let name = item.string("name")
        item.place = "rules/\(name)"
        self.init(
            name: name,
            field: item.string("field"),
            pattern: item.string("pattern"),
            conditions: item.conditions(),
            reason: item.sentence("reason"),
            remedy: item.sentence("remedy")
        )
        item.allow(["name", "field", "pattern", "when", "reason", "remedy"])
        page.faults += item.faults
    }
}
