/// A published scale as far as it may be written down here: how many items, on which range, what more of it means, where
/// it is published and what is known of the rights. Never the text of an item, which comes from the user's own copy.
package struct Instrument: Equatable, Sendable {
    /// The word by which a scales sheet names it: `oms-hc-15`.
    package let code: String
    /// The name under which it was published.
    package let title: String
    /// How many items it has; nil where sources disagree or say nothing.
    package let items: Int?
    /// The least and greatest answer to an item; nil where it was not seen.
    package let range: ClosedRange<Int>?
    /// What more of it means; nil where it was not seen.
    package let direction: FormScale.Direction?
    /// Where it was published: authors, journal, year, or an identifier such as a DOI; never its text.
    package let citation: String
    /// Who may permit its use, as far as that is known; a hint for whoever writes the form, no legal advice.
    package let rights: String

    /// Every instrument that is known, by code.
    package static let all: [Instrument] = [
        Instrument(
            "boss",
            "Brief Opioid Stigma Scale",
            citation: "2019; aware, agree, harm",
            rights: "not seen; ask its publisher"
        ),
        Instrument(
            "ddppq",
            "Drug and Drug Problems Perceptions Questionnaire, short form",
            items: 22,
            citation: "J Addict Nurs, principal component analysis of 22 items",
            rights: "not seen; its wording is superseded by pc-ddppq"
        ),
        Instrument(
            "hpp-facility",
            "Measuring HIV stigma and discrimination among health facility staff, core questions",
            items: 18,
            citation: "Nyblade and others, 2013, PMC3833189",
            rights: "open access publication; take the text from it"
        ),
        Instrument(
            "mcrs",
            "Medical Condition Regard Scale",
            items: 11,
            range: 1...6,
            direction: .higherIsBetter,
            citation: "Christison and others, Acad Med, 2002; five items are reversed",
            rights: "not seen; ask its publisher"
        ),
        Instrument(
            "om-patos-15",
            "Opening Minds Provider Attitudes Towards Opioid Use Scale, 15 items",
            items: 15,
            citation: "Knaak and others, 2022, 10.1007/s11469-022-00788-z",
            rights: "Mental Health Commission of Canada; ask it before adapting"
        ),
        Instrument(
            "om-patos-19",
            "Opening Minds Provider Attitudes Towards Opioid Use Scale, 19 items",
            items: 19,
            citation: "mentalhealthcommission.ca",
            rights: "Mental Health Commission of Canada; ask it before adapting"
        ),
        Instrument(
            "oms-hc-15",
            "Opening Minds Stigma Scale for Health Care Providers, 15 items",
            items: 15,
            range: 1...5,
            direction: .lowerIsBetter,
            citation: "Modgill and others, 2014, PMC4024210",
            rights: "open access papers; license of the items not seen"
        ),
        Instrument(
            "oms-hc-20",
            "Opening Minds Stigma Scale for Health Care Providers, 20 items",
            items: 20,
            range: 1...5,
            direction: .lowerIsBetter,
            citation: "Kassam and others, 2012",
            rights: "open access papers; license of the items not seen"
        ),
        Instrument(
            "pc-ddppq",
            "Person-Centered Drug and Drug Problems Perceptions Questionnaire",
            items: 19,
            citation: "2023, PubMed 37857177",
            rights: "not seen; ask its publisher"
        ),
        Instrument(
            "psas",
            "Perceived Stigma of Addiction Scale",
            items: 8,
            citation: "Luoma and others, 2010, PMC5067154",
            rights: "author manuscript; ask its authors"
        ),
        Instrument(
            "su-sms",
            "Substance Use Stigma Mechanisms Scale",
            items: 18,
            direction: .lowerIsBetter,
            citation: "Smith and others, 2016, PMC11527305; asks people who use drugs, and is not for a staff training",
            rights: "published in a journal; ask its publisher"
        ),
    ]

    /// The instrument of this code, without case.
    package static func named(_ code: String) -> Instrument? {
        let wanted = code.lowercased()
        return all.first { $0.code == wanted }
    }

    private init(
        _ code: String,
        _ title: String,
        items: Int? = nil,
        range: ClosedRange<Int>? = nil,
        direction: FormScale.Direction? = nil,
        citation: String,
        rights: String
    ) {
        self.code = code
        self.title = title
        self.items = items
        self.range = range
        self.direction = direction
        self.citation = citation
        self.rights = rights
    }
}
