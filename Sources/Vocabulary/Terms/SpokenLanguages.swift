/// A language that somebody may speak.
package struct SpokenLanguage: Sendable, Hashable {
    /// By ISO 639: two letters where it has them, else three.
    package let tag: String
    package let name: Word
}

/// The languages that people are asked about: those with two letters in ISO 639, and others that are spoken on the ways of trafficking.
/// The names are those of the Unicode Common Locale Data Repository, where it has them.
package enum SpokenLanguages {
    /// By their English names.
    package static let all: [SpokenLanguage] = table.split(separator: "\n").compactMap { line in
        let parts = line.split(separator: "|").map(String.init)
        guard parts.count == 3 else { return nil }
        return SpokenLanguage(tag: parts[0], name: Word(work: parts[1], fr: parts[2]))
    }
    .sorted { $0.name.en < $1.name.en }

    /// One that has no line of its own: “uncoded languages” in ISO 639.
    package static let another = SpokenLanguage(
        tag: "mis", name: Word(work: "Another language, not in this list", fr: "Une autre langue, absente de cette liste"))

    package static func language(_ tag: String) -> SpokenLanguage? { tag == another.tag ? another : byTag[tag] }

    private static let byTag = Dictionary(all.map { ($0.tag, $0) }, uniquingKeysWith: { first, _ in first })

    private static let table = """
        aa|Afar|afar
        ab|Abkhazian|abkhaze
        ace|Acehnese|aceh
        ach|Acoli|acoli
        acm|Mesopotamian Arabic|arabe mésopotamien
        aeb|Tunisian Arabic|arabe tunisien
        af|Afrikaans|afrikaans
        aii|Assyrian Neo-Aramaic|araméen assyrien
        ak|Akan|akan
        am|Amharic|amharique
        apc|Levantine Arabic|arabe levantin
        ar|Arabic|arabe
        arn|Mapuche|mapuche
        ary|Moroccan Arabic|arabe marocain
        arz|Egyptian Arabic|arabe égyptien
        as|Assamese|assamais
        awa|Awadhi|awadhi
        ay|Aymara|aymara
        az|Azerbaijani|azerbaïdjanais
        ba|Bashkir|bachkir
        ban|Balinese|balinais
        bci|Baoulé|baoulé
        bcl|Bikol|bikol
        be|Belarusian|biélorusse
        ber|Amazigh|amazigh
        bg|Bulgarian|bulgare
        bho|Bhojpuri|bhodjpouri
        bik|Bikol|bikol
        bin|Bini|bini
        bis|Bislama|bichelamar
        bjn|Banjar|banjar
        bm|Bambara|bambara
        bn|Bangla|bengali
        bo|Tibetan|tibétain
        bs|Bosnian|bosniaque
        bug|Buginese|bugi
        ca|Catalan|catalan
        ce|Chechen|tchétchène
        ceb|Cebuano|cebuano
        ckb|Kurdish, Sorani|kurde sorani
        co|Corsican|corse
        cs|Czech|tchèque
        cv|Chuvash|tchouvache
        cy|Welsh|gallois
        da|Danish|danois
        de|German|allemand
        din|Dinka|dinka
        dje|Zarma|zarma
        dua|Duala|douala
        dv|Dhivehi|maldivien
        dyu|Dyula|dioula
        dz|Dzongkha|dzongkha
        ee|Ewe|éwé
        efi|Efik|éfik
        el|Greek|grec
        en|English|anglais
        eo|Esperanto|espéranto
        es|Spanish|espagnol
        et|Estonian|estonien
        eu|Basque|basque
        ewo|Ewondo|éwondo
        fa|Persian|persan
        ff|Fula|peul
        fi|Finnish|finnois
        fj|Fijian|fidjien
        fo|Faroese|féroïen
        fon|Fon|fon
        fr|French|français
        fy|Western Frisian|frison occidental
        ga|Irish|irlandais
        gd|Scottish Gaelic|gaélique écossais
        gl|Galician|galicien
        gn|Guarani|guarani
        gu|Gujarati|goudjarati
        guz|Gusii|gusii
        gv|Manx|mannois
        ha|Hausa|haoussa
        hak|Hakka Chinese|hakka
        he|Hebrew|hébreu
        hi|Hindi|hindi
        hif|Fiji Hindi|hindi fidjien
        hil|Hiligaynon|hiligaynon
        hmn|Hmong|hmong
        hr|Croatian|croate
        ht|Haitian Creole|créole haïtien
        hu|Hungarian|hongrois
        hy|Armenian|arménien
        ibb|Ibibio|ibibio
        id|Indonesian|indonésien
        ig|Igbo|igbo
        ii|Liangshan Yi|yi du Sichuan
        ilo|Iloko|ilocano
        is|Icelandic|islandais
        it|Italian|italien
        iu|Inuktitut|inuktitut
        ja|Japanese|japonais
        jam|Jamaican Creole English|créole jamaïcain
        jv|Javanese|javanais
        ka|Georgian|géorgien
        kab|Kabyle|kabyle
        kac|Kachin|kachin
        kam|Kamba|kamba
        kea|Kabuverdianu|capverdien
        kek|Q’eqchi’|q’eqchi’
        kg|Kongo|kikongo
        khq|Koyra Chiini|koyra chiini
        ki|Kikuyu|kikuyu
        kj|Kuanyama|kuanyama
        kk|Kazakh|kazakh
        kl|Kalaallisut|groenlandais
        kln|Kalenjin|kalendjin
        km|Khmer|khmer
        kmr|Kurdish|kurde
        kn|Kannada|kannada
        ko|Korean|coréen
        kr|Kanuri|kanouri
        kri|Krio|krio
        ks|Kashmiri|cachemiri
        ksw|S’gaw Karen|karen sgaw
        ku|Kurdish|kurde
        kv|Komi|komi
        ky|Kyrgyz|kirghize
        la|Latin|latin
        lb|Luxembourgish|luxembourgeois
        lg|Ganda|ganda
        li|Limburgish|limbourgeois
        ln|Lingala|lingala
        lo|Lao|lao
        lt|Lithuanian|lituanien
        lu|Luba-Katanga|luba-katanga (kiluba)
        lug|Ganda|ganda
        luo|Luo|Luo
        lv|Latvian|letton
        mad|Madurese|madurais
        mag|Magahi|magahi
        mai|Maithili|maïthili
        mam|Mam|mam
        man|Mandingo|mandingue
        men|Mende|mendé
        mer|Meru|meru
        mg|Malagasy|malgache
        mh|Marshallese|marshallais
        mi|Māori|maori
        min|Minangkabau|minangkabau
        mk|Macedonian|macédonien
        ml|Malayalam|malayalam
        mn|Mongolian|mongol
        mnc|Manchu|mandchou
        mnk|Mandingo|mandingue
        mos|Mossi|moré
        mr|Marathi|marathi
        ms|Malay|malais
        mt|Maltese|maltais
        my|Burmese|birman
        na|Nauru|nauruan
        nah|Nahuatl|nahuatl
        nan|Min Nan Chinese|minnan
        nb|Norwegian Bokmål|norvégien bokmål
        nd|North Ndebele|ndébélé du Nord
        ne|Nepali|népalais
        ng|Ndonga|ndonga
        nl|Dutch|néerlandais
        nn|Norwegian Nynorsk|norvégien nynorsk
        nr|South Ndebele|ndébélé du Sud
        nus|Nuer|nuer
        nv|Navajo|navajo
        ny|Nyanja|chewa
        oc|Occitan|occitan
        om|Oromo|oromo
        or|Odia|odia
        os|Ossetic|ossète
        pa|Punjabi|pendjabi
        pam|Pampanga|pampangan
        pap|Papiamento|papiamento
        pl|Polish|polonais
        pov|Guinea-Bissau Creole|créole de Guinée-Bissau
        prs|Dari|dari
        ps|Pashto|pachto
        pt|Portuguese|portugais
        qu|Quechua|quechua
        quc|Kʼicheʼ|quiché
        rhg|Rohingya|rohingya
        rif|Riffian|rifain
        rm|Romansh|romanche
        rn|Rundi|roundi
        ro|Romanian|roumain
        rom|Romany|romani
        ru|Russian|russe
        rup|Aromanian|aroumain
        rw|Kinyarwanda|kinyarwanda
        sat|Santali|santali
        sc|Sardinian|sarde
        sd|Sindhi|sindhi
        se|North Sámi|same du Nord
        sg|Sango|sango
        sgn|A sign language|une langue des signes
        shi|Tachelhit|chleuh
        shn|Shan|shan
        si|Sinhala|cingalais
        sk|Slovak|slovaque
        sl|Slovenian|slovène
        sm|Samoan|samoan
        sn|Shona|shona
        snk|Soninke|soninké
        so|Somali|somali
        sq|Albanian|albanais
        sr|Serbian|serbe
        srr|Serer|sérère
        ss|Swati|swati
        st|Southern Sotho|sotho du Sud
        su|Sundanese|soundanais
        sv|Swedish|suédois
        sw|Swahili|swahili
        syr|Assyrian|soureth
        ta|Tamil|tamoul
        te|Telugu|télougou
        tem|Timne|timné
        teo|Teso|teso
        tg|Tajik|tadjik
        th|Thai|thaï
        ti|Tigrinya|tigrigna
        tig|Tigre|tigré
        tiv|Tiv|tiv
        tk|Turkmen|turkmène
        tl|Tagalog|tagalog
        tn|Tswana|tswana
        to|Tongan|tongien
        tpi|Tok Pisin|tok pisin
        tr|Turkish|turc
        ts|Tsonga|tsonga
        tt|Tatar|tatar
        ty|Tahitian|tahitien
        ug|Uyghur|ouïghour
        uk|Ukrainian|ukrainien
        ur|Urdu|ourdou
        uz|Uzbek|ouzbek
        vai|Vai|vaï
        ve|Venda|venda
        vi|Vietnamese|vietnamien
        war|Waray|waray
        wo|Wolof|wolof
        wuu|Shanghainese|shanghaïen
        xh|Xhosa|xhosa
        yi|Yiddish|yiddish
        yo|Yoruba|yoruba
        yua|Yucatec Maya|maya yucatèque
        yue|Cantonese|cantonais
        zgh|Tamazight, Standard Moroccan|amazighe standard marocain
        zh|Chinese|chinois
        zu|Zulu|zoulou
        """
}
