import Protection

/// Given names and family names from which the people in the demonstration's files get theirs: common words of many places, put together
/// by chance, so that nobody is meant.
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
        (["小红", "丽", "静", "芳", "娜", "敏", "秀英", "燕"], ["伟", "强", "军", "磊", "勇", "杰", "涛"]),
        (
            ["Sunita", "Priya", "Laxmi", "Nasrin", "Asha", "Rekha", "Shirin", "Maya", "Kamala"],
            ["Raju", "Bikash", "Rahim", "Suresh", "Mohan", "Kiran", "Jamal", "Arjun"]
        ),
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
