/// Names that contain a flagged word and are left as they are: nobody renames an agency.
///
/// `Junkiebond` needs no entry, for words are compared whole. A board adds the names of its partners.
enum ProperName {
    static let known = [
        "Alcoholics Anonymous",
        "Marijuana Anonymous",
        "Substance Abuse and Mental Health Services Administration",
        "Substance Abuse Prevention and Treatment Block Grant",
        "Center for Substance Abuse Treatment",
        "Center for Substance Abuse Prevention",
        "National Institute on Drug Abuse",
        "National Institute on Alcohol Abuse and Alcoholism",
        "Drug Abuse Warning Network",
        "Drug Abuse Screening Test",
        "Journal of Substance Abuse Treatment",
        "Drug and Drug Problems Perceptions Questionnaire",
        "Alcohol and Alcohol Problems Perceptions Questionnaire",
        "North American Syringe Exchange Network",
        "Vancouver Area Network of Drug Users",
        "Drug User Peace Initiative",
        "San Francisco Drug Users Union",
        "English Collective of Prostitutes",
        "New Zealand Prostitutes Collective",
        "National Health Care for the Homeless Council",
        "Health Care for the Homeless",
        "National Coalition for the Homeless",
        "Coalition for the Homeless",
        "Marijuana Policy Project",
    ]
}
