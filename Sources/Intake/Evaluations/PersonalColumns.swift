/// Columns of form services that say who answered, from where and when exactly: they are never read into the record.
enum PersonalColumns {
    /// Whether a column is one of them.
    static func includes(_ column: SurveyColumn, _ source: Source) -> Bool {
        for name in column.names {
            if common.contains(name) || own(source).contains(name) { return true }
            if source == .googleForms, isOfGoogle(name) { return true }
            if source == .kobo, name.hasPrefix("_") || name.hasPrefix("meta/") { return true }
            if source == .qualtrics, name.hasPrefix("q_") || name.hasPrefix("rid_") { return true }
            if source == .surveyMonkey, name.hasPrefix("customdata") { return true }
        }
        return false
    }

    /// A question that the form calls e-mail itself comes as "Email Address2"; a quiz has scores in between.
    private static func isOfGoogle(_ name: String) -> Bool {
        let bare = name.filter { !$0.isNumber }
        return ["emailaddress", "e-mail", "email", "username"].contains(bare) || name.hasSuffix("[score]")
            || name.hasSuffix("[feedback]")
    }

    /// Names, as `Header.key` writes them, that mean the same in whatever file.
    private static let common: Set<String> = [
        "name", "fullname", "yourname", "firstname", "first_name", "lastname", "last_name", "surname", "nickname",
        "email", "e-mail", "emailaddress", "e-mailaddress", "email_address", "username", "user", "phone", "phonenumber",
        "telephone", "ip", "ipaddress", "ip_address", "ipaddr", "location", "latitude", "longitude", "geolocation",
        "locationlatitude", "locationlongitude", "id", "responseid", "response_id", "respondentid", "respondent_id",
        "submissionid", "token", "startdate", "enddate", "starttime", "endtime", "start_time", "end_time", "start",
        "end", "started", "duration", "duration(inseconds)", "totaltime", "startlanguage", "startlang", "lastpage",
        "seed", "referrerurl", "refurl", "datestarted", "datestamp", "datelastaction", "useragent", "device",
        "meta/instanceid", "meta/rootuuid", "meta/deprecatedid", "meta/instancename", "formhub/uuid", "__version__",
        "_xform_id_string", "_submitted_by", "_tags", "_notes", "_status", "_validation_status", "_geolocation",
        "_attachments", "_uuid",
    ]

    private static func own(_ source: Source) -> Set<String> {
        switch source {
        case .googleForms: ["timestamp", "score", "totalscore", "punkte", "gesamtpunktzahl", "puntuación"]
        case .surveyMonkey: ["collectorid", "datecreated", "datemodified", "customvalue", "custom1"]
        case .qualtrics:
            [
                "startdate", "enddate", "recordeddate", "status", "progress", "finished", "responseset",
                "recipientlastname", "recipientfirstname", "recipientemail", "externalreference",
                "externaldatareference", "externaldata", "distributionchannel", "userlanguage", "_recordid", "sc0",
                "duration",
            ]
        case .kobo: ["today", "deviceid", "simserial", "phonenumber", "subscriberid", "instanceid", "formhub/uuid"]
        default: ["datesubmitted", "submitdate"]
        }
    }
}
