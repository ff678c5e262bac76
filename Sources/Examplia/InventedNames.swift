import Foundation
import Protection

/// Given names of many places, and pieces of family names, from which the people in the demonstration's files get theirs by chance.
enum InventedNames {
    static let given: [(female: [String], male: [String])] = [
        (
            [
                "Amina", "Blessing", "Chiamaka", "Efua", "Grace", "Joy", "Abike", "Funke", "Halima", "Ngozi", "Patience", "Zainab",
                "Comfort", "Ifeoma", "Esi",
            ], ["Chinedu", "Emeka", "Kwame", "Musa", "Samuel", "Tunde", "Bayo", "Kojo", "Obinna", "Sule", "Yaw", "Ibrahim"]
        ),
        (
            ["Анна", "Ірина", "Наталья", "Олена", "Светлана", "Тетяна", "Вера", "Марина", "Юлія", "Галина", "Дарья"],
            ["Андрей", "Дмитро", "Иван", "Сергей", "Тарас", "Павел", "Роман", "Юрий"]
        ),
        (
            ["فاطمة", "مريم", "زينب", "هدى", "سعاد", "ليلى", "نور", "رنا", "أمل", "سمر"],
            ["محمد", "أحمد", "يوسف", "عمر", "حسن", "علي", "كريم", "سامي", "طارق"]
        ),
        (
            ["Maria", "Rosa", "Lucía", "Gabriela", "Ana", "Paola", "Yolanda", "Camila", "Inés", "Teresa", "Marisol"],
            ["José", "Carlos", "Miguel", "Luis", "Andrés", "Jorge", "Pablo", "Tomás"]
        ),
        (
            ["Thi Mai", "Lan", "Huong", "Siriporn", "Dewi", "Ngoc", "Putri", "Malee", "Rosalyn", "Thuy"],
            ["Minh", "Tuan", "Somchai", "Budi", "Anan", "Hung", "Joko", "Rizal"]
        ),
        (
            ["红", "丽", "静", "芳", "娜", "敏", "英", "燕", "云", "梅", "雪", "月"],
            ["伟", "强", "军", "磊", "勇", "杰", "涛", "刚", "平", "辉", "明", "波"]
        ),
        (
            ["Sunita", "Priya", "Laxmi", "Nasrin", "Asha", "Rekha", "Shirin", "Maya", "Kamala"],
            ["Raju", "Bikash", "Rahim", "Suresh", "Mohan", "Kiran", "Jamal", "Arjun"]
        ),
        (
            ["Arta", "Elira", "Ioana", "Mirela", "Vesna", "Drita", "Simona", "Jelena", "Blerta", "Alina"],
            ["Besnik", "Ion", "Goran", "Arben", "Vasile", "Milan", "Dritan", "Radu", "Zoran"]
        ),
        (["ሰላም", "ትዕግስት", "መሰረት", "ሄለን", "ራሄል", "ብርቱካን", "አልማዝ"], ["ዮሴፍ", "ዳዊት", "ሙሉጌታ", "ተክሌ", "አበበ", "ሰለሞን"]),
    ]
    /// What family names are put together from: a beginning and an end. No list of real names was used, and nobody is meant.
    static let family: [(begins: [String], ends: [String])] = [
        (
            ["Oka", "Ade", "Ibe", "Tolu", "Gari", "Bamu", "Sefi", "Nwo", "Laro", "Eku", "Yami", "Dago"],
            ["ndire", "kossa", "mbelo", "tunji", "goro", "lafe", "zuwa", "panda", "seki", "rimo", "vuno", "chebe"]
        ),
        (
            ["Зара", "Крево", "Мило", "Стре", "Гало", "Бури", "Терно", "Вольпа", "Дубо", "Ляшу", "Пено", "Чере"],
            ["вченко", "мирук", "зник", "горова", "лисюк", "патенко", "дничук", "бская", "ренко", "тальчук", "шневич", "козуб"]
        ),
        (
            ["رام", "سلط", "نجد", "قصم", "بدر", "فرح", "حلب", "زهر", "كنع", "وسم", "شمس", "عدن"],
            ["اني", "وري", "يدان", "اوي", "ينو", "ابدي", "ومال", "ارقي", "يسكو", "افلي", "وندا", "اجزي"]
        ),
        (
            ["Val", "Mir", "Cast", "Pald", "Ren", "Solv", "Tur", "Brac", "Gall", "Yand", "Quir", "Fes"],
            ["amonte", "edura", "osilla", "arenque", "ivaldo", "ugarte", "enzola", "opardo", "imbela", "adriz", "ecoche", "oluna"]
        ),
        (
            ["Tran", "Suwa", "Bui", "Darma", "Pham", "Wira", "Chai", "Lua", "Kusu", "Nong", "Rati", "Mala"],
            ["pong", "dara", "kesi", "tan", "vihar", "hong", "rasmi", "badi", "longku", "sanit", "jaya", "mekon"]
        ),
        (
            ["林", "江", "沈", "白", "罗", "苏", "钟", "范", "戴", "柳", "韦", "邵"],
            ["川", "原", "谷", "渡", "岸", "坡", "溪", "桥", "塘", "峰", "洲", "田"]
        ),
        (
            ["Bhara", "Soma", "Dhiru", "Tama", "Ghimi", "Rana", "Chau", "Mukha", "Lohi", "Pari", "Karki", "Nepa"],
            ["pati", "dhari", "lkar", "ngshi", "riya", "mgar", "vati", "jkota", "bhuti", "swani", "thape", "deuba"]
        ),
        (
            ["Ndre", "Gjo", "Vlas", "Kost", "Petri", "Drag", "Lumi", "Zef", "Bard", "Marin", "Stoj", "Rado"],
            ["kaj", "escu", "ovar", "ishti", "anaku", "imov", "ellari", "opulu", "usha", "eanu", "ilaj", "avici"]
        ),
        (
            ["ገብረ", "ተስፋ", "ወልደ", "ሀብተ", "ኃይለ", "በረከ", "መኮን", "ደስታ"], ["ሰላም", "ፀሐይ", "ብርሃን", "ማርያ", "ዳዊት", "ኪሮስ", "አለም", "ዘመን"]
        ),
    ]
    static let chinese = 5

    /// The country that a group of names is taken to come from, for a citizenship that fits.
    static let citizenship = [
        ["NGA", "GHA", "CMR"], ["UKR", "MDA", "BLR"], ["SYR", "MAR", "SDN"], ["COL", "VEN", "PER", "BRA"], ["VNM", "THA", "IDN", "PHL"],
        ["CHN", "MMR"],
        ["NPL", "BGD", "IND"], ["ALB", "ROU", "SRB"], ["ETH", "ERI"],
    ]
    static let language = ["en", "ru", "ar", "es", "en", "zh", "en", "en", "en"]

    /// Labels that a worker might choose: nothing that tells who it is.
    static let labels = [
        "night market", "blue harbour", "second bus", "early shift", "tall lamp", "river road", "quiet corner", "old station", "green door",
        "winter coat", "paper boat", "stone bridge", "long corridor", "red kettle", "north window", "small garden", "late train",
        "open gate",
    ]
}

/// Gives names, and none twice: whoever is found to be the same person is meant to be.
struct InventedNaming {
    private var given: Set<String> = []

    mutating func name(_ chance: inout Chance, _ group: Int, isFemale: Bool) -> String {
        let names = InventedNames.given[group]
        let family = InventedNames.family[group]
        var name = ""
        for _ in 0..<8 {
            let first = chance.pick(isFemale ? names.female : names.male)
            let last = chance.pick(family.begins) + chance.pick(family.ends)
            // A Chinese name is written in one, the family first: there the given name has two signs.
            name = group == InventedNames.chinese ? last + first : first + " " + last
            if given.insert(name).inserted { break }
        }
        return name
    }
}

/// One invented person.
struct InventedPerson {
    let group: Int
    let isFemale: Bool
    private(set) var name: String
    let birthYear: Int

    init(_ chance: inout Chance, _ naming: inout InventedNaming, year: Int, age: ClosedRange<Int>) {
        group = chance.number(0...(InventedNames.given.count - 1))
        isFemale = chance.happens(0.62)
        name = naming.name(&chance, group, isFemale: isFemale)
        birthYear = year - chance.number(age)
    }

    /// One of very many, for whom nobody looks whether the name was given before.
    init(_ chance: inout Chance, year: Int, age: ClosedRange<Int>) {
        var naming = InventedNaming()
        self.init(&chance, &naming, year: year, age: age)
    }

    /// The same person as somebody else writes them down: the names the other way round and as they sound, Cyrillic in Latin letters.
    func metAgain() -> InventedPerson {
        var again = self
        let sounds = [("i", "ee"), ("u", "oo"), ("k", "c")]
        let words = name.split(separator: " ").map { word in
            let latin =
                word.unicodeScalars.allSatisfy { (0x400...0x4FF).contains($0.value) }
                ? String(word).applyingTransform(.toLatin, reverse: false) ?? String(word) : String(word)
            return sounds.reduce(latin.folding(options: .diacriticInsensitive, locale: nil)) { $0.replacing($1.0, with: $1.1) }
        }
        again.name = words.reversed().joined(separator: " ")
        return again
    }

    func citizenship(_ chance: inout Chance) -> String { chance.pick(InventedNames.citizenship[group]) }
    var language: String { InventedNames.language[group] }
}
