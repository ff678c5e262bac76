import Vocabulary

extension Word {
    static let noFigure = Word(
        en: "No figure published", fr: "Aucun chiffre publié", es: "Sin cifra publicada", ar: "لا رقم منشور",
        ru: "Нет опубликованных данных", zh: "未公布数字")
    static let onlyRange = Word(
        en: "Only a range is known: the true figure lies within it",
        fr: "Seule une fourchette est connue : le vrai chiffre s’y trouve",
        es: "Solo se conoce un intervalo: la cifra real está dentro de él",
        ar: "لا يُعرف سوى نطاق، والرقم الحقيقي يقع داخله",
        ru: "Известен только диапазон: настоящее число лежит внутри него",
        zh: "仅知范围，真实数字在此范围之内")
    static let lineChart = Word(
        en: "Line chart", fr: "Graphique en courbes", es: "Gráfico de líneas", ar: "رسم بياني خطي", ru: "Линейный график", zh: "折线图")
    static let barChart = Word(
        en: "Bar chart", fr: "Graphique en barres", es: "Gráfico de barras", ar: "رسم بياني بالأعمدة الأفقية",
        ru: "Линейчатая диаграмма", zh: "条形图")
    static let stackedChart = Word(
        en: "Stacked column chart", fr: "Graphique en colonnes empilées", es: "Gráfico de columnas apiladas",
        ar: "رسم بياني بأعمدة مكدسة", ru: "Столбчатая диаграмма с накоплением", zh: "堆积柱形图")
    static let tableFollows = Word(
        en: "Every figure stands in the table that follows.", fr: "Tous les chiffres sont dans le tableau qui suit.",
        es: "Todas las cifras están en la tabla siguiente.", ar: "كل الأرقام واردة في الجدول التالي.",
        ru: "Все числа приведены в таблице ниже.", zh: "所有数字均见下表。")
    static let noFiguresAtAll = Word(
        en: "There is no figure to draw: the source publishes none for this choice.",
        fr: "Il n’y a aucun chiffre à représenter : la source n’en publie pas pour ce choix.",
        es: "No hay cifras que representar: la fuente no publica ninguna para esta selección.",
        ar: "لا رقم يمكن رسمه: لا ينشر المصدر شيئًا لهذا الاختيار.",
        ru: "Изображать нечего: по этому выбору источник не публикует чисел.",
        zh: "没有可绘制的数字：资料来源未就该选择公布任何数字。")
}

/// Sentences that describe a chart to somebody who can't see it.
enum ChartSentence {
    static func span(_ kind: Word, _ years: ClosedRange<Int>, in language: Language) -> String {
        let (first, last) = (years.lowerBound, years.upperBound)
        return switch language {
        case .en: "\(kind.en), \(first) to \(last)."
        case .fr: "\(kind.fr), de \(first) à \(last)."
        case .es: "\(kind.es), de \(first) a \(last)."
        case .ar: "\(kind.ar)، من \(first) إلى \(last)."
        case .ru: "\(kind.ru), \(first)–\(last) годы."
        case .zh: "\(kind.zh)，\(first)年至\(last)年。"
        }
    }

    static func lowestAndHighest(
        _ name: String, _ low: (Int, String), _ high: (Int, String), in language: Language
    ) -> String {
        switch language {
        case .en: "\(name): lowest in \(low.0) (\(low.1)), highest in \(high.0) (\(high.1))."
        case .fr: "\(name) : minimum en \(low.0) (\(low.1)), maximum en \(high.0) (\(high.1))."
        case .es: "\(name): mínimo en \(low.0) (\(low.1)), máximo en \(high.0) (\(high.1))."
        case .ar: "\(name): الأدنى في \(low.0) (\u{2068}\(low.1)\u{2069})، والأعلى في \(high.0) (\u{2068}\(high.1)\u{2069})."
        case .ru: "\(name): минимум в \(low.0) году (\(low.1)), максимум в \(high.0) году (\(high.1))."
        case .zh: "\(name)：\(low.0)年最低（\(low.1)），\(high.0)年最高（\(high.1)）。"
        }
    }

    static func yearsWithout(_ years: [Int], in language: Language) -> String {
        let list = years.map(String.init).joined(separator: language == .ar ? "، " : language == .zh ? "、" : ", ")
        return switch language {
        case .en: "Years without a figure: \(list)."
        case .fr: "Années sans chiffre : \(list)."
        case .es: "Años sin cifra: \(list)."
        case .ar: "سنوات بلا رقم: \(list)."
        case .ru: "Годы без данных: \(list)."
        case .zh: "没有数字的年份：\(list)。"
        }
    }

    static func item(_ name: String, _ figure: String, in language: Language) -> String {
        switch language {
        case .fr: "\(name) : \(figure)"
        case .zh: "\(name)：\(figure)"
        // Kept apart, so that "<5" and "82–96" run from left to right within Arabic, and Arabic words do not.
        case .ar: "\(name): \u{2068}\(figure)\u{2069}"
        default: "\(name): \(figure)"
        }
    }
}
