import Store

/// Where a first responder works; decides which warning signs are asked.
package enum Setting: String, CaseIterable, Sendable, Hashable, Codable, SQLBindable {
    /// Police station or patrol.
    case police
    /// Border crossing, airport or port.
    case border
    /// Labour inspection at a workplace.
    case inspection
    /// Clinic, hospital or ambulance.
    case health
    /// Non-governmental organisation.
    case ngo
    /// Helpline call or chat.
    case helpline
    /// The person asks for help without anybody between.
    case selfReport = "self_report"
}
