extension LanguageTerm {
    /// Labels put on people.
    static let people: [LanguageTerm] = usePeople + otherPeople

    private static let usePeople: [LanguageTerm] = [
        LanguageTerm(
            "addict",
            .personLabel,
            [.any("addict{,s}"), .any("drug|dope fiend{,s}")],
            write: "person who uses drugs",
            because: "A person is more than one thing that they do.",
            [.va, .nida, .ap, .rtx]
        ),
        LanguageTerm(
            "addicted-to",
            .personLabel,
            [
                .near(.drugs, 8, "addicted to?"),
                .any("addicted person{,s}|people|man|men|woman|women|youth|client{,s}|patient{,s}|participant{,s}"),
            ],
            write: "uses drugs; say which, and how often, if it matters",
            because: "It judges where describing would do.",
            [.va]
        ),
        LanguageTerm(
            "abuser",
            .personLabel,
            [
                .any("drug|substance|alcohol|opioid|polysubstance abuser{,s}|misuser{,s}"),
                .near(.drugs, 3, "abuser{,s}"),
            ],
            except: ["child|domestic|sexual|elder abuser{,s}"],
            write: "person who uses drugs",
            because: "The word puts use beside violence.",
            [.va, .nida, .ap, .rtx]
        ),
        LanguageTerm(
            "drug-user",
            .personLabel,
            [
                .any("drug|substance|alcohol|opioid|opiate|heroin|cocaine|crack|meth|fentanyl|cannabis user{,s}"),
                .near(.drugs, 3, "user{,s}"),
            ],
            except: [
                "user{,s} guide{,s}|manual{,s}|account{,s}|name{,s}|interface|experience|story|stories|id{,s}",
                "end|service|app|computer|site|website|web|registered user{,s}",
                "drug user fee{,s}", "drug|prescription formulary|database|registry|list user{,s}",
            ],
            write: "person who uses drugs",
            because: "The person comes first; a name that a union chose for itself stays.",
            [.va, .nida]
        ),
        LanguageTerm(
            "iv-drug-user",
            .personLabel,
            [
                .any("iv|injection|injecting|intravenous drug|substance? user{,s}|abuser{,s}"),
                .any("injector{,s} of drugs"),
            ],
            write: "person who injects drugs (PWID)",
            because: "How somebody takes a drug is not who they are.",
            [.va, .deck2023]
        ),
        LanguageTerm(
            "reduced-to-id",
            .personLabel,
            [.any("ivdu|ivdus"), .any("IDUs")],
            write: "person who injects drugs (PWID)",
            because: "An abbreviation of a label is a label; IDU for the act may stay.",
            [.deck2023],
            in: [.nhrc]
        ),
        LanguageTerm(
            "junkie",
            .personLabel,
            [.any("junkie{,s}|junkies|druggie{,s}|pothead{,s}"), .near([.drugs, .people], 4, "junky")],
            write: "person who uses drugs",
            because: "It is a slur.",
            [.nida, .rtx]
        ),
        LanguageTerm(
            "alcoholic",
            .personLabel,
            [.any("alcoholic{,s}")],
            except: [
                "non alcoholic", "nonalcoholic",
                "alcoholic beverage{,s}|drink{,s}|liver|hepatitis|cirrhosis|content|solution{,s}|strength",
            ],
            write: "person who drinks; say how much, if it matters",
            because: "Drinking is something a person does, not what they are.",
            [.va, .ap, .nida, .rtx]
        ),
        LanguageTerm(
            "drunk",
            .personLabel,
            [.any("drunk{,s}|drunkard{,s}")],
            except: ["has|have|had|having|was|were|be|is|are drunk by|from|with", "has|have|had|having drunk"],
            write: "intoxicated; had been drinking",
            because: "As a name for a person it blames; a state passes.",
            [.va, .jam]
        ),
        LanguageTerm(
            "meth-head",
            .personLabel,
            [
                .any("meth|crack|coke|pill|dope head{,s}"),
                .any("methhead{,s}|crackhead{,s}|cokehead{,s}|pillhead{,s}|dopehead{,s}"), .any("tweaker{,s}"),
            ],
            write: "person who uses stimulants",
            because: "It is a slur.",
            [.va]
        ),
        LanguageTerm(
            "ex-addict",
            .personLabel,
            [.any("ex|former|recovering|recovered|reformed drug? addict{,s}|alcoholic{,s}|user{,s}|junkie{,s}")],
            except: ["ex|former|recovered user{,s} account{,s}"],
            write: "person with a history of drug use",
            because: "It keeps the label on somebody who left it behind, or never took it.",
            [.va, .nida]
        ),
        LanguageTerm(
            "hardcore",
            .personLabel,
            [.near([.drugs, .people], 4, "hardcore"), .near([.drugs, .people], 4, "hard core")],
            write: "person who uses drugs; say how often, if it matters",
            because: "It ranks people.",
            [.va],
            in: [.vaNida]
        ),
        LanguageTerm(
            "addicted-baby",
            .personLabel,
            [.any("addicted|crack|drug|meth baby|babies|newborn{,s}|infant{,s}"), .any("born addicted to?")],
            write: "newborn exposed to drugs",
            because: "A newborn uses nothing, and the label follows a child.",
            [.nida]
        ),
        LanguageTerm(
            "dealer",
            .personLabel,
            [.any("drug dealer{,s}|pusher{,s}"), .near(.drugs, 5, "dealer{,s}|pusher{,s}")],
            except: ["car|art|auto|antique{,s}|card|truck dealer{,s}", "wheelchair pusher{,s}"],
            write: "person who sells drugs",
            because: "Many who sell also use, and both are people.",
            [.va]
        ),
    ]

    private static let otherPeople: [LanguageTerm] = [
        LanguageTerm(
            "prostitute",
            .personLabel,
            [.any("prostitut{e,es,ed,ing,ion}|hooker{,s}")],
            write: "sex worker; sex work",
            because: "It is work; where there was force, say so instead.",
            [.deck2023]
        ),
        LanguageTerm(
            "homeless-person",
            .personLabel,
            [
                .any("the homeless"),
                .any("homeless person{,s}|people|man|men|woman|women|individual{,s}|client{,s}|population{,s}|guy{,s}"),
                .near([.housing, .people, .drugs], 6, "transients|derelicts|vagrants"),
                .near(.drugs, 6, "derelict|vagrant"),
                .any("transient|derelict|vagrant person{,s}|people|man|men|woman|women|population{,s}|client{,s}"),
            ],
            except: [
                "the homeless shelter{,s}|service{,s}|program{,s}|outreach|team{,s}|system|coalition|management",
                "the homeless continuum|count|response|provider{,s}|council|encampment{,s}|center{,s}|clinic{,s}",
                "derelict building{,s}|house{,s}|lot{,s}|property|properties|site{,s}|land",
                "the homeless prevention|assistance|youth|liaison{,s}|health|court",
            ],
            write: "person experiencing homelessness; unhoused person",
            because: "Housing is a circumstance.",
            [.va]
        ),
        LanguageTerm(
            "sex-as-gender",
            .identity,
            [.any("preferred gender? pronoun{,s}")],
            write: "pronouns",
            because: "They are somebody's pronouns, not a preference.",
            [.ours],
            in: [.nhrc]
        ),
    ]
}
