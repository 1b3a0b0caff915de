import Measures
import Records
import SQLite

extension Counted {
    static let topicSessions = Counted(rawValue: "topic_sessions")
    static let topicsUnconfirmed = Counted(rawValue: "topics_unconfirmed")
    static let topicsCovered = Counted(rawValue: "topics_covered")
    static let topicsListed = Counted(rawValue: "topics_listed")
}

/// A topic of the courses that were taught, as figures name it: topics whose titles make one ref are one.
struct CourseTopic: Sendable, Hashable {
    /// What stands behind `TR-13.`, made as refs are.
    let key: String
    /// How the course names it.
    let title: String
    /// Its titles in all courses.
    fileprivate(set) var spellings: [String]

    /// The topics of the courses of held trainings in any of these scopes, course by course in the order of refs.
    static func all(_ scopes: [Scope], from database: borrowing DatabaseReader) throws -> [CourseTopic] {
        var topics: [CourseTopic] = []
        for scope in scopes {
            try database.forEach(
                """
                WITH \(scope.undivided.clause)
                SELECT topic.title FROM (
                    SELECT DISTINCT session.course_id AS id
                    FROM scope CROSS JOIN session ON session.id = scope.session_id WHERE \(scope.held)
                ) AS taught
                CROSS JOIN course_topic AS topic ON topic.course_id = taught.id
                CROSS JOIN course ON course.id = taught.id
                ORDER BY course.ref COLLATE NOCASE, topic.position
                """
            ) { row in add(try row.text(0), to: &topics) }
        }
        return topics
    }

    private static func add(_ title: String, to topics: inout [CourseTopic]) {
        let made = Ref.made(from: title)
        let spelling = title.trimmed
        let key = made.isEmpty ? spelling : made
        guard let index = topics.firstIndex(where: { $0.key == key }) else {
            return topics.append(CourseTopic(key: key, title: title.trimmed, spellings: [spelling]))
        }
        if !topics[index].spellings.contains(spelling) { topics[index].spellings.append(spelling) }
    }
}

extension Scope {
    /// The clauses of a statement over held trainings whose course has topics: `taught (group_key, session_id, course_id,
    /// is_confirmed)`.
    fileprivate var taughtTopics: SQL {
        """
        \(clause),
        taught AS MATERIALIZED (
            SELECT DISTINCT scope.group_key, session.id AS session_id, session.course_id,
                ifnull(session.topics_confirmed, 0) AS is_confirmed
            FROM scope CROSS JOIN session ON session.id = scope.session_id
            WHERE \(held)
                AND EXISTS (SELECT 1 FROM course_topic AS topic WHERE topic.course_id = session.course_id)
        )
        """
    }
}

extension Question {
    /// Which topics of their course trainings covered.
    static let topics = Question(
        name: "topics",
        words: """
            Held trainings whose course has topics, and the topics that they covered, where somebody confirmed them. \
            Topics that were taken over from the course are not confirmed.
            """,
        columns: [.topicSessions, .topicsUnconfirmed, .topicsCovered, .topicsListed],
        evidence: Evidence(columns: ["session", "day", "course", "confirmed", "covered", "topics"]) { scope in
            """
            WITH \(scope.taughtTopics)
            SELECT session.ref, session.starts_on, course.ref, iif(taught.is_confirmed, 'yes', 'no'),
                \(Scope.coveredTopics), \(Scope.listedTopics)
            FROM taught CROSS JOIN session ON session.id = taught.session_id
            CROSS JOIN course ON course.id = taught.course_id
            GROUP BY session.id ORDER BY session.starts_on, session.ref
            """
        }
    ) { scope in
        """
        WITH \(scope.taughtTopics)
        SELECT
            group_key,
            count(*) AS topic_sessions,
            count(*) FILTER (WHERE NOT is_confirmed) AS topics_unconfirmed,
            ifnull(sum(\(Scope.coveredTopics)) FILTER (WHERE is_confirmed), 0) AS topics_covered,
            ifnull(sum(\(Scope.listedTopics)) FILTER (WHERE is_confirmed), 0) AS topics_listed
        FROM taught
        GROUP BY group_key
        """
    }

    /// The trainings that covered one topic.
    static func topic(_ topic: CourseTopic) -> Question {
        let titles = topic.spellings.map { "lower(\($0))" as SQL }.joined(separator: ", ")
        return Question(
            name: "topic \(topic.key)",
            words:
                "Held trainings whose course has the topic, and those of them that covered it, where somebody confirmed it.",
            columns: [.covering(topic), .coveringUnconfirmed(topic), .coveringAll(topic)],
            evidence: nil
        ) { scope in
            """
            WITH \(scope.taughtTopics),
            listed AS (
                SELECT * FROM taught WHERE EXISTS (
                    SELECT 1 FROM course_topic AS topic
                    WHERE topic.course_id = taught.course_id AND lower(trim(topic.title)) IN (\(titles))
                )
            )
            SELECT
                group_key,
                count(*) FILTER (WHERE is_confirmed AND EXISTS (
                    SELECT 1 FROM session_topic AS said
                    WHERE said.session_id = listed.session_id AND lower(trim(said.title)) IN (\(titles))
                )),
                count(*) FILTER (WHERE NOT is_confirmed),
                count(*)
            FROM listed
            GROUP BY group_key
            """
        }
    }
}

extension Scope {
    /// How many topics the course of a row of `taught` has.
    fileprivate static let listedTopics: SQL = """
        (SELECT count(DISTINCT lower(trim(topic.title))) FROM course_topic AS topic WHERE topic.course_id = taught.course_id)
        """

    /// How many of them its session covered.
    fileprivate static let coveredTopics: SQL = """
        (
            SELECT count(DISTINCT lower(trim(topic.title))) FROM course_topic AS topic
            WHERE topic.course_id = taught.course_id AND EXISTS (
                SELECT 1 FROM session_topic AS said
                WHERE said.session_id = taught.session_id AND lower(trim(said.title)) = lower(trim(topic.title))
            )
        )
        """
}

extension Counted {
    static func covering(_ topic: CourseTopic) -> Counted { Counted(rawValue: "covering \(topic.key)") }
    static func coveringUnconfirmed(_ topic: CourseTopic) -> Counted { Counted(rawValue: "unconfirmed \(topic.key)") }
    static func coveringAll(_ topic: CourseTopic) -> Counted { Counted(rawValue: "listing \(topic.key)") }
}
