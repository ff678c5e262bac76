import Basics
import Foundation
import Tabular
import Testing
import Vocabulary

@Suite struct `A mapping of UNODC's figures` {
    private let intake: Intake
    private let published: [UInt8]

    init() throws {
        intake = Intake(try Files.mapping("figures"), codes: try Files.codebook.get())
        published = Array(try Files.share.data("glotip/glotip_full.csv"))
    }

    @Test func `takes every published row and finds the repeated keys`() throws {
        var sums: [String: Int] = [:]
        var fewer = 0
        let report = try intake.read(.bytes(published, name: "glotip_full.csv")) { outcome in
            guard case .accepted(let record) = outcome, record["indicator"].string == "victims", record["dimension"].string == "total",
                record["sex"] == .total, record["age"] == .total, record["year"].integer == 2019
            else { return }
            switch record["value"].count {
            case .exact(let number): sums["2019", default: 0] += number
            case .fewerThanFive: fewer += 1
            default: break
            }
        }
        #expect(report.rows == 58_615 && report.accepted == 58_615)
        #expect(report.repeatedKeys == 492 && report.conflictingKeys == 284)
        #expect(report.codedWith == ["country": 1, "exploitation": 1, "sex": 1, "age_band": 1])
        #expect(sums["2019"] == 82_291 && (sums["2019"] ?? 0) + fewer * 4 == 82_363)
    }

    @Test func `refuses by rule the rows that nobody should count, when they are put back`() throws {
        let bad = try Files.fixture("glotip_quarantine.csv")
        let rows = bad.drop { $0 != 0x0A }.dropFirst()
        var refused: [RefusedRow] = []
        let report = try intake.read(.bytes(published + Array(rows), name: "x.csv")) {
            if case .refused(let row) = $0 { refused.append(row) }
        }
        #expect(report.rows == 58_615 + 128 && report.accepted == 58_615 && report.refused == 128)
        #expect(refused.allSatisfy { $0.line > 58_616 })
        #expect(report.faultCounts == ["rule.question-code-as-label": 120, "rule.question-code-as-value": 128])
    }

    @Test func `stops values that no State can have counted`() throws {
        let text = "alpha3,indicator,dimension,category,sex,age,year,value\n"
        func codes(_ row: String) throws -> [String] { try intake.check(.text(text + row + "\n")).faults.map(\.code) }
        #expect(try codes("FRA,victims,total,,T,T,2019,1000001") == ["value.too-large"])
        #expect(try codes("FRA,victims,total,,T,T,2019,-1") == ["value.negative"])
        #expect(try codes("FRA,victims,total,Nationals,T,T,2019,12") == ["value.not-blank"])
        #expect(try codes("XXX,victims,total,,T,T,2019,12") == ["value.not-in-list"])
        #expect(try codes("FRA,victims,exploitation,Fishing,T,T,2019,12") == ["value.not-in-list"])
        #expect(try codes("FRA,victims,total,,T,T,3019,12") == ["value.out-of-range"])
        #expect(try codes("FRA,victims,citizenship,Q6_2,T,T,2019,12") == ["rule.question-code-as-label"])
        #expect(try codes("FRA,victims,citizenship,Qatar,T,T,2019,12") == [])
    }
}

@Suite struct `Every mapping that ships` {
    @Test func `is without fault and names only code lists that there are`() throws {
        let folder = Files.share.url("mappings")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)).filter { $0.hasSuffix(".yaml") }
        #expect(Set(names).isSuperset(of: ["glotip.yaml", "htcds.yaml"]))
        for name in names {
            let yaml = try Files.share.text("mappings/\(name)")
            guard yaml.contains("\nfields:") else { continue }
            let mapping = try Mapping(yaml: yaml, name: name)
            #expect(name == "\(mapping.name).yaml")
            _ = try Mapper(mapping, codes: Files.codebook.get())
        }
    }
}

@Suite struct `A mapping of HTCDS records` {
    private let intake: Intake

    init() throws { intake = Intake(try Files.mapping("persons"), codes: try Files.codebook.get()) }

    @Test func `reads codes of the standard as ours`() throws {
        let text = """
            vic_TraffickingStatus,prs_Gender,vic_AgeWhenTrafficked,prs_Citizenship,vic_TypeOfExploitation,vic_MethodsOfControl,hte_Country,hte_Date
            ActualVictimOfTrafficking,Feminine,16,NG;NGA;GHA,ForcedLabour;ForcedBegging,DebtBondage;TakesEarnings,IT,2021-05
            PossibleVictimOfTrafficking,TransgenderMasculine,,,SexualExploitation,,,

            """
        var records: [Record] = []
        let report = try intake.read(.text(text)) { if case .accepted(let record) = $0 { records.append(record) } }
        #expect(report.refused == 0, "\(report.faults)")
        #expect(records[0]["status"].string == "identified" && records[0]["sex"].string == "female" && records[0]["age"].integer == 16)
        #expect(records[0]["citizenship"].codes == ["NGA", "GHA"])
        #expect(records[0]["exploitation"].codes == ["forced_labour", "forced_begging"])
        #expect(records[0]["country"].string == "ITA" && records[0]["event_date"].partialDate?.iso == "2021-05")
        #expect(records[1]["sex"].string == "male" && records[1]["gender"].string == "transgender_masculine")
    }

    @Test func `stops a file with a column that can tell who a person is`() {
        #expect(throws: TableRefused.header([.forbidden("prs_FirstName"), .forbidden("prs_Email")])) {
            try intake.check(.text("vic_TraffickingStatus,prs_FirstName,prs_Email\nActualVictimOfTrafficking,A,b@example.org\n"))
        }
    }

    @Test func `reads every code of every field that it maps`() throws {
        let htcds = try HTCDS.load(from: Files.share)
        let mapping = try Files.mapping("persons")
        for field in mapping.fields {
            guard case .code(_, let scheme?) = field.type, scheme.hasPrefix("htcds:") else { continue }
            for code in htcds.fields.first(where: { $0.field == String(scheme.dropFirst(6)) })?.codes ?? [] {
                let header = field.field == "status" ? field.columns[0] : "vic_TraffickingStatus,\(field.columns[0])"
                let row = field.field == "status" ? code.code : "ActualVictimOfTrafficking,\(code.code)"
                let report = try intake.check(.text("\(header)\n\(row)\n"))
                #expect(report.accepted == 1, "\(field.field) \(code.code)")
            }
        }
    }
}
