/// The consonants of a word in Latin letters, one letter for each sound: `mohammed` and `muhamad` give `mhmd`.
enum NameBones {
    /// Those of every way in which the word may sound; none of a single consonant, which would find half of everybody.
    static func all(of word: String, in script: NameReading.Script) -> Set<String> {
        var all: Set<String> = [bones(word)]
        if script.leavesOutVowels { all.insert(bones(word, joinsLike: false)) }
        // Michael and Mikhail; Cecilia and Sesilia.
        if word.contains("ch") { all.insert(bones(word.replacing("ch", with: "k"))) }
        if script == .latin {
            let soft = ["ce", "ci", "cy"].reduce(word) { $0.replacing($1, with: "s" + $1.dropFirst()) }
            if soft != word { all.insert(bones(soft)) }
            // Ivanov and Iwanow.
            if word.contains("w") { all.insert(bones(word.replacing("w", with: "v"))) }
        }
        // Julia and Yulia, Joseph and Yosef: at the start it is heard, in the middle it is a vowel.
        let gliding = word.replacing("zh", with: "ž").replacing("dj", with: "ž").replacing("j", with: "y").replacing("ž", with: "zh")
        if gliding.first == "y" {
            all.insert("y" + bones(String(gliding.drop { "aeiouyw".contains($0) })))
        } else if gliding != word {
            all.insert(bones(gliding))
        }
        for one in all {
            // Abdul Rahman and Abdurrahman; Ahmed and Ahmet.
            if one.hasPrefix("abdl"), one.count > 4 { all.insert("abd" + one.dropFirst(4)) }
            if one.hasSuffix("t"), one.count > 2 { all.insert(one.dropLast() + "d") }
        }
        return all.filter { $0.count > 1 }
    }

    /// - Parameter joinsLike: whether two like consonants side by side are one sound.
    private static func bones(_ word: String, joinsLike: Bool = true) -> String {
        var text = word
        for (letters, sound) in sounds { text = text.replacing(letters, with: sound) }
        // A last h is seldom heard: Sarah, Aminah.
        if text.hasSuffix("h") { text.removeLast() }
        var bones = ""
        var before: Character?
        for (index, letter) in text.enumerated() {
            // A vowel at the start is heard; within a word different scripts write it or don't.
            if "aeiouyw".contains(letter) {
                if index == 0 { bones = "a" }
            } else if letter != before || !joinsLike {
                bones.append(letter)
            }
            before = letter
        }
        return bones
    }

    private static let sounds = [
        ("sch", "s"), ("tch", "s"), ("sh", "s"), ("ch", "s"), ("ph", "f"), ("kh", "k"), ("gh", "g"), ("th", "t"), ("dh", "d"), ("dzh", "j"),
        ("dj", "j"), ("zh", "j"), ("ck", "k"), ("c", "k"), ("q", "k"), ("x", "ks"), ("z", "s"), ("v", "f"),
    ]
}
