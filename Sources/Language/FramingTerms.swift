extension LanguageTerm {
    /// Words of the law for people.
    static let law: [LanguageTerm] = [
        LanguageTerm(
            "convict",
            .legal,
            [
                .any("convicts|felon{,s}|offender{,s}"), .any("a|the|every|any convict"),
                .any("ex con{,s}|convict{,s}"),
                .any("excon{,s}|exconvict{,s}"), .any("former convict"),
            ],
            write: "person with a criminal record",
            because: "A sentence ends; the word does not.",
            [.va]
        ),
        LanguageTerm(
            "inmate",
            .legal,
            [.any("inmate{,s}|prisoner{,s}")],
            write: "person who is incarcerated",
            because: "Being held is a circumstance.",
            [.va]
        ),
        LanguageTerm(
            "illegals",
            .legal,
            [.any("illegals"), .any("illegal immigrant{,s}|alien{,s}|migrant{,s}")],
            write: "undocumented person",
            because: "Acts are legal or not; people are people.",
            [.va]
        ),
    ]

    /// Words that frighten, pity or blame.
    static let framing: [LanguageTerm] = [
        LanguageTerm(
            "opioid-epidemic",
            .framing,
            [.any("opioid|opiate|drug epidemic|crisis")],
            write: "overdose crisis",
            because: "What people die of is overdose, and using is not contagious.",
            [.philadelphia]
        ),
        LanguageTerm(
            "suffer-from",
            .framing,
            [
                .any(
                    """
                    suffer{,s,ed,ing} from|with a|an|the|their? \
                    addiction{,s}|alcoholism|substance|drug|opioid|alcohol
                    """
                )
            ],
            write: "uses drugs; lives with",
            because: "Whether somebody suffers is theirs to say.",
            [.rtx]
        ),
        LanguageTerm(
            "victim",
            .framing,
            [
                .any("addiction|overdose|aids|drug|opioid victim{,s}"),
                .any("victim{,s} of an|their|the? addiction|overdose|aids|drug{,s}|opioid{,s}"),
            ],
            except: ["drug|opioid victim{,s} service{,s}"],
            write: "person who died of an overdose; person who uses drugs",
            because: "It leaves somebody nothing that they decide.",
            [.rtx]
        ),
        LanguageTerm(
            "crazy-bad",
            .sensational,
            [
                .near(.drugs, 8, "crazy|deadly|dangerous"),
                .any("crazy|dangerous person{,s}|people|client{,s}|patient{,s}|participant{,s}|addict{,s}|user{,s}"),
                .near(.drugs, 3, "bad"),
            ],
            except: [
                "bad|crazy|deadly|dangerous drug|medication|medicine|alcohol|food? interaction{,s}",
                "bad weather|news|connection|audio|date{,s}|address{,s}|line{,s}|batch{,es}|row{,s}|cell{,s}",
            ],
            write: "what the risk is, in facts",
            because: "Fear teaches nobody what to do.",
            [.deck2023]
        ),
        LanguageTerm(
            "hopeless",
            .framing,
            [.near([.drugs, .people], 8, "hopeless")],
            write: "in a hard situation",
            because: "It gives up on somebody.",
            [.va],
            in: [.vaNida]
        ),
        LanguageTerm(
            "scourge",
            .framing,
            [.any("scourge{,s}")],
            write: "something that affects many people",
            because: "It is a word for a plague, and so for those who have it.",
            [.va]
        ),
        LanguageTerm(
            "inner-city",
            .framing,
            [.any("inner city|cities"), .any("high poverty")],
            write: "neighborhood with few resources; its name",
            because: "It hides who kept the resources away.",
            [.va],
            in: [.vaNida]
        ),
        LanguageTerm(
            "marijuana",
            .drugName,
            [.any("marijuana|marihuana")],
            write: "cannabis",
            because: "The word was brought in to make people fear immigrants.",
            [.va]
        ),
    ]
}
