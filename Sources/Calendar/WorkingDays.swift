extension Day {
    /// Whether it is neither a Saturday nor a Sunday. Public holidays are not known here.
    package var isWorkingDay: Bool { weekday < 5 }

    /// The day that many days later, of which only working days count where `working` says so; never before this day.
    ///
    /// From a Saturday or Sunday working days count from the Friday before, so one working day after a Sunday is Monday.
    /// The view `feedback_clock` reckons the same in SQL.
    package func due(inDays days: Int, working: Bool) -> Day {
        guard working else { return adding(days: days) }
        let ahead = days - max(0, weekday - 4) + 2 * ((min(4, weekday) + days) / 5)
        return max(self, adding(days: ahead))
    }

    /// The day of the week; 0 is Monday. 1970-01-01 was a Thursday.
    private var weekday: Int { ((epochDay + 3) % 7 + 7) % 7 }
}
