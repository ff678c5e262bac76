// Lists of which the program branches on no code: the name of the list is all that it needs to know.

/// Gender as HTCDS records it of a person; `Sex` is what statistics count.
package enum Gender: Listed { package static let list = "gender" }

/// The branch of work in which someone was exploited: sections of ISIC Rev. 4, and narrower ones that the field asks for.
package enum Sector: Listed { package static let list = "sector" }

/// What a suspected trafficker did.
package enum SuspectRole: Listed { package static let list = "suspect_role" }

/// Where and how a person was recruited.
package enum RecruitmentMethod: Listed { package static let list = "recruitment_method" }

/// How a person was kept under control.
package enum ControlMethod: Listed { package static let list = "control_method" }

/// What has been decided about a person as a victim.
package enum VictimStatus: Listed { package static let list = "victim_status" }

/// What the suspected trafficker was to the person before.
package enum Relationship: Listed { package static let list = "relationship" }

/// Regions of the M49 standard.
package enum Region: Listed { package static let list = "region" }
