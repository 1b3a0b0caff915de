import Calendar
import SQLite

extension RecordType {
    static let assessmentConditions = [
        NamedCondition("open", "Only those not completed.") { day in
            "ifnull(t.completed_on, '9999-12-31') > \(day.iso)"
        },
        NamedCondition("overdue", "Only those past their due date.") { day in
            "ifnull(t.completed_on, '9999-12-31') > \(day.iso) AND t.due_on < \(day.iso)"
        },
        NamedCondition("completed", "Only those completed.") { day in "t.completed_on <= \(day.iso)" },
    ]

    static let actionConditions = [
        NamedCondition("open", "Only those not done.") { day in "ifnull(t.done_on, '9999-12-31') > \(day.iso)" },
        NamedCondition("overdue", "Only those past their due date.") { day in
            "ifnull(t.done_on, '9999-12-31') > \(day.iso) AND t.due_on < \(day.iso)"
        },
        NamedCondition("done", "Only those done.") { day in "t.done_on <= \(day.iso)" },
    ]

    static let positionConditions = [
        NamedCondition("filled", "Only those filled.") { day in
            "\(exists(day)) AND \(filled(day))"
        },
        NamedCondition("vacant", "Only those vacant.") { day in
            "\(exists(day)) AND NOT \(filled(day))"
        },
        NamedCondition("closed", "Only those closed.") { day in "t.closed_on <= \(day.iso)" },
    ]

    static let outletConditions = [
        NamedCondition("open", "Only those open.") { day in
            "ifnull(t.opened_on, '') <= \(day.iso) AND ifnull(t.closed_on, '9999-12-31') > \(day.iso)"
        },
        NamedCondition("closed", "Only those closed.") { day in "t.closed_on <= \(day.iso)" },
    ]

    private static func exists(_ day: Day) -> SQL {
        "ifnull(t.authorized_on, '') <= \(day.iso) AND ifnull(t.closed_on, '9999-12-31') > \(day.iso)"
    }

    private static func filled(_ day: Day) -> SQL {
        """
        EXISTS (SELECT 1 FROM position_filling AS f WHERE f.position_id = t.id AND f.filled_from <= \(day.iso)
        AND ifnull(f.filled_to, '9999-12-31') >= \(day.iso))
        """
    }
}
