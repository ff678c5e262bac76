import Basics
import Foundation
import Protection
import Store
import Vocabulary

/// That an adult with signs of trafficking refused help: coded, coarse in time and age, of no organisation and of nobody. It can't lead
/// back to a person, a draft or whoever met them.
struct RefusalNotification: Sendable {
    let setting: Setting
    let region: String?
    /// How many signs were answered with yes.
    let signs: Int
    let sex: Sex
    let reason: String?
    /// `2026-Q4`.
    let quarter: String

    init(_ content: ReferralContent, region: String?, on day: Day) {
        setting = content.setting
        self.region = region
        signs = content.signs.count { $0.answer == .yes }
        sex = content.coded.sex
        reason = content.consent?.reason
        quarter = "\(day.parts.year)-Q\((day.parts.month + 2) / 3)"
    }

    func write(in tx: any Transaction) throws {
        // A random id: one that tells the moment would lead to the audit row of the same moment.
        try tx.run(
            """
            INSERT INTO refusal_notification (id, setting, region, signs, sex, age_band, reason, quarter)
            VALUES (\(ID<RefusalNotification>(UUID())), \(setting), \(region), \(signs), \(sex.rawValue), 'adult', \(reason), \(quarter))
            """
        )
    }
}
