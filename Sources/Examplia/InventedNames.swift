import Protection

/// Given names and family names from which the people in the demonstration's files get theirs: common words of many places, put together
/// by chance, so that nobody is meant.
enum InventedNames {
    static let given: [(female: [String], male: [String])] = [
        (["Amina", "Blessing", "Chiamaka", "Efua", "Grace", "Joy"], ["Chinedu", "Emeka", "Kwame", "Musa", "Samuel", "Tunde"]),
        (["Анна", "Ірина", "Наталья", "Олена", "Светлана"], ["Андрей", "Дмитро", "Иван", "Сергей"]),
        (["فاطمة", "مريم", "زينب", "هدى", "سعاد"], ["محمد", "أحمد", "يوسف", "عمر", "حسن"]),
        (["Maria", "Rosa", "Lucía", "Gabriela", "Ana"], ["José", "Carlos", "Miguel", "Luis"]),
        (["Thi Mai", "Lan", "Huong", "Siriporn", "Dewi"], ["Minh", "Tuan", "Somchai", "Budi", "Anan"]),
        (["小红", "丽", "静", "芳"], ["伟", "强", "军", "磊"]),
        (["Sunita", "Priya", "Laxmi", "Nasrin"], ["Raju", "Bikash", "Rahim", "Suresh"]),
    ]
    static let family: [[String]] = [
        ["Example", "Okoro-Example", "Mensah-Example", "Bello-Example"], ["Примерова", "Зразок", "Пример"], ["المثال", "النموذج"],
        ["Ejemplo", "Modelo", "Muestra"], ["Vi Du", "Contoh", "Tuayang"], ["例", "样"], ["Udaharan", "Namuna"],
    ]
    /// The country that a group of names is taken to come from, for a citizenship that fits.
    static let citizenship = [
        ["NGA", "GHA", "CMR"], ["UKR", "MDA", "BLR"], ["SYR", "MAR", "SDN"], ["COL", "VEN", "PER", "BRA"], ["VNM", "THA", "IDN", "PHL"],
        ["CHN", "MMR"],
        ["NPL", "BGD", "IND"],
    ]
    static let language = ["en", "ru", "ar", "es", "en", "zh", "en"]

    /// Labels that a worker might choose: nothing that tells who it is.
    static let labels = [
        "night market", "blue harbour", "second bus", "early shift", "tall lamp", "river road", "quiet corner", "old station", "green door",
        "winter coat", "paper boat", "stone bridge", "long corridor", "red kettle", "north window", "small garden", "late train",
        "open gate",
    ]
}

/// One invented person.
struct InventedPerson {
    let group: Int
    let isFemale: Bool
    let name: String
    let birthYear: Int

    init(_ chance: inout Chance, year: Int, age: ClosedRange<Int>) {
        group = chance.number(0...(InventedNames.given.count - 1))
        isFemale = chance.happens(0.62)
        let names = InventedNames.given[group]
        name = chance.pick(isFemale ? names.female : names.male) + " " + chance.pick(InventedNames.family[group])
        birthYear = year - chance.number(age)
    }

    func citizenship(_ chance: inout Chance) -> String { chance.pick(InventedNames.citizenship[group]) }
    var language: String { InventedNames.language[group] }
}
