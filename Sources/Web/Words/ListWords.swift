import Vocabulary

extension Word {
    static let all = Word(en: "All", fr: "Tous", es: "Todos", ar: "الكل", ru: "Все", zh: "全部")
    static let show = Word(en: "Show", fr: "Afficher", es: "Mostrar", ar: "عرض", ru: "Показать", zh: "显示")
    static let pages = Word(
        en: "Pages of the list", fr: "Pages de la liste", es: "Páginas de la lista", ar: "صفحات القائمة", ru: "Страницы списка", zh: "列表分页"
    )
    static let firstPage = Word(
        en: "First page", fr: "Première page", es: "Primera página", ar: "الصفحة الأولى", ru: "Первая страница", zh: "第一页"
    )
    static let nextPage = Word(
        en: "Next page", fr: "Page suivante", es: "Página siguiente", ar: "الصفحة التالية", ru: "Следующая страница", zh: "下一页"
    )
    static let nothingMatches = Word(
        en: "Nothing matches what you are looking for.", fr: "Rien ne correspond à votre recherche.",
        es: "Nada coincide con su búsqueda.", ar: "لا شيء يطابق ما تبحث عنه.", ru: "Ничего не найдено по вашему запросу.",
        zh: "没有符合条件的内容。"
    )
    static let showAll = Word(
        en: "Show the whole list", fr: "Afficher toute la liste", es: "Mostrar toda la lista", ar: "عرض القائمة كاملة",
        ru: "Показать весь список", zh: "显示完整列表"
    )
    static let moreFilters = Word(
        en: "More filters", fr: "Plus de filtres", es: "Más filtros", ar: "مزيد من عوامل التصفية", ru: "Ещё фильтры", zh: "更多筛选"
    )
}
