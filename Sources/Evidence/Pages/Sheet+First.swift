import Vocabulary
import Web

extension Sheet {
    /// The first rows for a page that an old phone can load, with a note that says how many there are; the files have them all.
    func first(_ most: Int) -> Sheet {
        guard rows.count > most else { return self }
        return Sheet(
            name: name, title: title, columns: columns, rows: Array(rows.prefix(most)), source: source,
            notes: [.theFirst(most, of: rows.count)] + notes
        )
    }
}

extension Word {
    fileprivate static func theFirst(_ shown: Int, of all: Int) -> Word {
        Word(
            en: "The first \(shown) of \(all) rows stand here; choose above to see others. The files hold all of them.",
            fr:
                "Les \(shown) premières lignes sur \(all) figurent ici ; choisissez ci-dessus pour en voir d’autres. Les fichiers les contiennent toutes.",
            es: "Aquí figuran las primeras \(shown) de \(all) filas; elija arriba para ver otras. Los archivos las contienen todas.",
            ar: "تظهر هنا أول \(shown) صفوف من أصل \(all)؛ اختر أعلاه لرؤية غيرها. والملفات تحتوي عليها جميعًا.",
            ru: "Здесь первые \(shown) строк из \(all); выберите выше, чтобы увидеть другие. В файлах есть все.",
            zh: "此处为\(all)行中的前\(shown)行；可在上方选择以查看其他行。文件中包含全部。"
        )
    }
}
