-- Every view, one home each: the facts that figures are counted from, in SQL without functions of our own, so that the
-- sqlite3 shell shows the numbers that Groundwork prints.

-- Attendance with words for its codes.
CREATE VIEW attendance_row AS
SELECT
    attendance.session_id,
    attendance.person_id,
    CASE attendance.role WHEN 1 THEN 'attendee' WHEN 2 THEN 'observer' ELSE 'facilitator' END AS role,
    CASE attendance.status WHEN 1 THEN 'registered' ELSE 'attended' END AS status,
    attendance.minutes,
    attendance.organization_id
FROM attendance;
