import Glibc

/// Forms for the real answers in `shared/data`, made of the names of their columns; no question's text is in them.
package enum RealForms {
    /// The folder `shared/data` beside this checkout, or beside one of the folders that it lies in.
    package static let folder: String? = {
        var parts = #filePath.split(separator: "/").dropLast()
        while !parts.isEmpty {
            let folder = "/" + parts.joined(separator: "/") + "/shared/data"
            if access(folder, R_OK) == 0 { return folder }
            parts = parts.dropLast()
        }
        return nil
    }()

    /// All of them, by ref.
    package static var all: [RealForm] {
        [
            harmReduction(study: 1), harmReduction(study: 2), workshopBefore, workshopAfter, instructors, monthsLater,
            conference,
        ]
    }

    private static let agreement = [
        "Strongly disagree", "Somewhat disagree", "Neither agree nor disagree", "Somewhat agree", "Strongly agree",
    ]

    /// 45 attitude items with two scales, which skip what is missing; study 1 counts to 6, study 2 to 5.
    package static func harmReduction(study: Int) -> RealForm {
        let strategies = ["q7", "q1", "q6", "q24", "q14", "q18", "q19", "q13", "q21"]
        let principles = ["q42", "q36", "q33", "q35", "q38", "q34", "q41"]
        var form = RealForm("harm-reduction-\(study)")
        if study == 1 {
            form.count("agree", 1...6)
            form.count("own", 1...6)
        } else {
            form.order("agree", agreement)
            form.order("own", ["Strongly Disagree", "Disagree", "Somewhat Disagree", "Somewhat Agree", "Agree"])
        }
        for column in (1...45).map({ "q\($0)" }) {
            let scale = strategies.contains(column) ? "strategies" : principles.contains(column) ? "principles" : ""
            form.ask(
                "likert \(column == "q13" ? "own" : "agree")",
                [column],
                scale: scale,
                reversed: ["q42", "q35", "q34", "q41"]
            )
        }
        form.score("strategies", minValid: 1)
        form.score("principles", minValid: 1)
        return form
    }

    private static let skills = [
        "accessdata", "coding", "answers", "learning", "workdata", "doanalysis", "efficientdata",
    ]
    .map { "agree_\($0)" }

    /// A workshop's form before, with a code of one element; seven items of skill make a scale.
    package static var workshopBefore: RealForm {
        let file = RealTable("ucsb-prepost/pre.csv")
        var form = RealForm("workshop-before", wave: "before")
        form.ask("element", ["join_key"])
        form.order(
            "often",
            ["Never", "Less than once per year", "Several times per year", "Monthly", "Weekly", "Daily"]
        )
        form.order(
            "satisfied",
            ["Very unsatisfied", "Unsatisfied", "Neutral", "Satisfied", "Very satisfied"],
            outside: ["Never thought about this", "Not sure", "Not applicable"],
            also: ["Very satisfied": "Veri satisfied"]
        )
        form.count("five", 1...5)
        for column in ["occupation", "motivation_select", "findout_select"] {
            form.gather(column, file, column, separator: ",")
            form.ask("select_multiple \(column)", [column])
        }
        for column in ["device_select", "device_os"] {
            form.gather(column, file, column)
            form.ask("choice \(column)", [column])
        }
        form.ask("likert often", ["freq_gui", "freq_coding", "freq_database", "freq_version", "freq_shell"])
        form.ask("likert satisfied", ["satisfied_worflow"])
        form.ask("likert five", skills, scale: "skills")
        form.ask("text", ["device_other", "motivation_other", "findout_other", "hopes"])
        form.score("skills", minValid: 5)
        return form
    }

    /// The same workshop's form after.
    package static var workshopAfter: RealForm {
        let file = RealTable("ucsb-prepost/post.csv")
        var form = RealForm("workshop-after")
        form.ask("element", ["join_key"])
        form.order(
            "agree",
            ["Strongly Disagree", "Somewhat Disagree", "Neither Agree or Disagree", "Somewhat Agree", "Strongly Agree"]
        )
        form.count("five", 1...5)
        for column in ["request_accessibility", "attend_entiretime", "recommend_group"] {
            form.gather(column, file, column)
            form.ask("choice \(column)", [column])
        }
        form.gather("not_attend_select", file, "not_attend_select", separator: ",")
        form.ask("select_multiple not_attend_select", ["not_attend_select"])
        let opinions = [
            "apply", "comfortable", "clearanswers", "instr_enthusiasm", "instr_interaction", "instr_knowledge",
        ]
        form.ask("likert agree", opinions.map { "agree_\($0)" })
        form.ask("recommend", ["recommende_score"])
        form.ask("likert five", skills, scale: "skills")
        form.ask(
            "text",
            [
                "accessibility_issues", "suggestions", "not_attend_other", "instructor_example", "workshop_strengths",
                "workshop_improved", "suggest_topics",
            ]
        )
        form.score("skills", minValid: 5)
        return form
    }

    /// Trainings of instructors: labels with non-breaking spaces, and a code of one element.
    package static var instructors: RealForm {
        let file = RealTable("carpentries-instructor-eval/instructor_training_post_eval.csv")
        var form = RealForm("instructors")
        form.order(
            "agree",
            ["Strongly Disagree", "Disagree", "Neither Agree nor Disagree", "Agree", "Strongly Agree"]
        )
        form.order("often", ["Never", "Rarely", "Sometimes", "Often", "All of the time"])
        form.order("share", ["None of it", "Some of it", "About half of it", "Most of it", "All of it"])
        form.order(
            "able",
            ["Not at all able", "Slightly able", "Neutral", "Moderately able", "Extremely able"]
        )
        form.order("knows", ["Little or no", "Some", "Extensive"].map { "\($0) knowledge of topic" })
        form.order(
            "motivated",
            [
                "Less motivated", "Slightly less motivated", "No change in motivation", "More motivated",
                "Much more motivated",
            ]
        )
        form.ask("element", ["UniqueID"])
        for column in ["WhenTaking", "Pace", "HandsOn", "CompleteTraining"] {
            form.gather(column, file, column)
            form.ask("choice \(column)", [column])
        }
        let columns = file.columns
        form.ask(
            "likert agree",
            ["InformationReasonableTime", "AtmosphereWelcoming", "LearnedSkills", "Material", "Recommend", "Worth"]
        )
        form.ask("likert often", columns.filter { $0.hasPrefix("Trainers") })
        form.ask("likert share", ["NewInformation"])
        form.ask("likert able", columns.filter { $0.hasSuffix("PostAbility") })
        form.ask("likert knows", columns.filter { $0.hasPrefix("Knowledge") })
        form.ask("likert motivated", columns.filter { $0.hasPrefix("Motivation") })
        form.ask("recommend", ["LikelyToRecommend"])
        form.ask("text", ["MemberSite", "MemberSiteOther", "CompleteTrainingOther"])
        return form
    }

    /// A follow-up months later, with several choices in one cell.
    package static var monthsLater: RealForm {
        let file = RealTable("carpentries-longterm/2020-03_other_questions.csv")
        var form = RealForm("months-later", wave: "followup")
        form.order("agree", ["Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree"])
        let several = [
            "workshop_attended_content", "behavior_adopted", "how_tools_help", "community_involvement",
            "other_activities",
        ]
        for column in several {
            form.gather(column, file, column, separator: ";")
            form.ask("select_multiple \(column)", [column])
        }
        let one = [
            "first_survey_take", "workshop_attended_amount", "workshop_attended_age", "workshop_attended_type",
            "frequency_usage_before", "frequency_usage_after", "change_confidence", "workshop_contributed_academics",
            "has_recommended",
        ]
        for column in one {
            form.gather(column, file, column)
            form.ask("choice \(column)", [column])
        }
        form.ask("likert agree", file.columns.filter { $0.hasPrefix("impact_") })
        form.ask("recommend", ["recommendation_score"])
        form.ask("text", ["workshop_attended_location", "workshop_country"])
        return form
    }

    /// Ratings of sessions from 1 to 5, with a 6 that nobody has explained: an answer, and no number.
    package static var conference: RealForm {
        let file = RealTable("carpentrycon-sessions/2020_session_ratings.csv")
        var form = RealForm("conference")
        form.count("five", 1...5, outside: [6])
        form.ask(
            "likert five",
            file.columns.filter { column in
                ["presenters_", "valuable_", "session_", "satisfaction_"].contains { column.hasPrefix($0) }
            }
        )
        form.ask("recommend", ["nps"])
        return form
    }
}
