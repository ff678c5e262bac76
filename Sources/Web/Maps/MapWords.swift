package import Vocabulary

extension Word {
    /// Stands under every map, whatever it shows.
    package static let boundaryNote = Word(
        en: "The boundaries shown do not imply endorsement.",
        fr: "Les frontières représentées n’impliquent aucune approbation.",
        es: "Las fronteras que se muestran no implican aprobación.",
        ar: "لا تعني الحدود المبيّنة أي إقرار أو تأييد.",
        ru: "Показанные границы не означают их одобрения.",
        zh: "图中所示边界不意味着认可。")
    static let outlineSource = Word(
        en: "Outlines: Natural Earth, public domain. Projection: Equal Earth.",
        fr: "Contours : Natural Earth, domaine public. Projection : Equal Earth.",
        es: "Contornos: Natural Earth, dominio público. Proyección: Equal Earth.",
        ar: "الخطوط: Natural Earth، ملكية عامة. الإسقاط: Equal Earth.",
        ru: "Контуры: Natural Earth, общественное достояние. Проекция: Equal Earth.",
        zh: "轮廓：Natural Earth，公有领域。投影：Equal Earth。")
    static let worldMap = Word(
        en: "Map of the world", fr: "Carte du monde", es: "Mapa del mundo", ar: "خريطة العالم", ru: "Карта мира", zh: "世界地图")
    static let flowMap = Word(
        en: "Flow map", fr: "Carte de flux", es: "Mapa de flujos", ar: "خريطة التدفقات", ru: "Карта потоков", zh: "流向图")
    static let flowKey = Word(
        en: "An arc is broad where the flow begins and thin where it ends. Broader means more people.",
        fr: "Un arc est large au départ du flux et fin à l’arrivée. Plus il est large, plus il y a de personnes.",
        es: "El arco es ancho donde empieza el flujo y fino donde termina. Más ancho significa más personas.",
        ar: "القوس عريض حيث يبدأ التدفق ورفيع حيث ينتهي. وكلما زاد عرضه زاد عدد الأشخاص.",
        ru: "Дуга широкая там, где поток начинается, и тонкая там, где он кончается. Чем шире, тем больше людей.",
        zh: "弧线在流向起点较宽，在终点较细。越宽表示人数越多。")
    static let flowUnsure = Word(
        en: "Dashed: the flow may be zero, because the source says only “<5”",
        fr: "Pointillé : le flux peut être nul, car la source indique seulement « <5 »",
        es: "Línea discontinua: el flujo puede ser cero, porque la fuente solo dice «<5»",
        ar: "خط متقطع: قد يكون التدفق صفرًا لأن المصدر يذكر «\u{2066}<5\u{2069}» فقط",
        ru: "Пунктир: поток может быть равен нулю, так как источник указывает только «<5»",
        zh: "虚线：流量可能为零，因为资料来源只标“<5”")
    static let rangeByLowest = Word(
        en: "A country of which only a range is known is shaded by its lowest value.",
        fr: "Un pays dont on ne connaît qu’une fourchette est coloré selon sa plus petite valeur.",
        es: "Un país del que solo se conoce un intervalo se colorea según su valor más bajo.",
        ar: "البلد الذي لا يُعرف عنه سوى نطاق يُلوَّن وفق أدنى قيمة له.",
        ru: "Страна, о которой известен только диапазон, закрашена по наименьшему значению.",
        zh: "仅知范围的国家按最小值着色。")
}
