/// For whom a page is made; the raw values are those of `--profile`.
package enum Profile: String, Sendable, Hashable, CaseIterable {
    /// Those who can open the file anyway; the page says that it is not for circulation.
    case team
    /// The board (Wisconsin: below 5; Ofqual: "fewer than 5").
    case board
    /// A funder (Washington State Department of Health: 10).
    case funder
    /// Anybody (CMS, HCUP, SEER-Medicare: 1 to 10 are withheld).
    case `public`

    /// Smallest count of people that is published, k.
    package var threshold: Int {
        switch self {
        case .team: 1
        case .board: 5
        case .funder: 10
        case .public: 11
        }
    }
}
