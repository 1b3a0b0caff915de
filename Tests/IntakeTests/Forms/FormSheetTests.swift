import Records
import Support
import Testing

@testable import Intake

/// Sheets of a form in a folder, and what reading them gives.
struct FormSheetTests {
    static let agree = """
        list_name,name,label
        agree,1,No
        agree,2,Neither
        agree,3,Yes
        """
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func form(
        _ survey: String,
        choices: String? = nil,
        scales: String? = nil,
        language: String? = nil
    ) throws -> Form {
        try sheets(survey, choices: choices, scales: scales, language: language)
            .form(FormSheets.Head(ref: "f"), principles: Self.principles)
    }

    private func sheets(
        _ survey: String,
        choices: String? = nil,
        scales: String? = nil,
        language: String? = nil
    ) throws -> FormSheets {
        let path = { (name: String) in "\(folder.path)/\(name).csv" }
        try write(survey, to: path("survey"))
        try choices.map { try write($0, to: path("choices")) }
        try scales.map { try write($0, to: path("scales")) }
        return try FormSheets(
            survey: path("survey"),
            choices: choices.map { _ in path("choices") },
            scales: scales.map { _ in path("scales") },
            language: language
        )
    }

    private static let principles = [("six", "autonomy"), ("six", "pragmatism"), ("eight", "voice")].map {
        Code(list: "principle", version: $0.0, code: $0.1, title: "The principle \($0.1)")
    }

    /// The problems, with file names instead of paths.
    private func problems(_ survey: String, choices: String? = nil, scales: String? = nil) -> [String] {
        do {
            _ = try form(survey, choices: choices, scales: scales)
            return []
        } catch let refused as ImportRefused {
            return refused.issues.map { $0.description.replacing(folder.path + "/", with: "") }
        } catch {
            return ["\(error)"]
        }
    }

    @Test func `the sheets of a Kobo form are read, and what is for devices is passed over and named`() throws {
        let survey = """
            type,name,label::English (en),label::Español (es),hint::English (en),required,relevant
            start,start,,,,,
            begin_group,g,Group,Grupo,,,
            select one agree,Q1,It was clear.,Fue claro.,,true,
            note,n,Thank you.,Gracias.,,,
            select_multiple topics or_other,Q2,Which?,¿Cuáles?,,,${Q1} = 1
            geopoint,place,Where?,¿Dónde?,,,
            end_group,,,,,,
            integer,years,Years of work,Años,,,
            text,more,More?,¿Más?,,,
            """
        let choices =
            "list name;name;label::English (en);label::Español (es)\n" + """
                agree;1;No;No
                agree;2;So so;Más o menos
                agree;3;Yes;Sí
                topics;risk;Risk;Riesgo
                topics;set;Set;Estado
                unused;a;A;A
                """
        let sheets = try sheets(survey, choices: choices)
        let form = try sheets.form(FormSheets.Head(ref: "f"), principles: [])
        #expect(form.items.map(\.code) == ["Q1", "Q2", "Q2_other", "years", "more"])
        #expect(form.items.map(\.kind) == [.likert, .choices, .text, .number, .text])
        #expect(form.items.map(\.slot) == [1, 2, nil, 3, nil])
        #expect(form.items[0].label == "It was clear.")
        #expect(form.items[0].range == 1...3)
        #expect(form.items[3].isWhole)
        #expect(form.choices["topics"]?.map(\.name) == ["risk", "set", "other"])
        #expect(form.choices["topics"]?.map(\.value) == [1, 2, 3])
        #expect(form.choices["unused"] == nil)
        let remarks = sheets.remarks.map { $0.replacing(folder.path + "/", with: "") }
        #expect(
            remarks == [
                "survey.csv: ignored the columns label::Español (es), hint::English (en), required, relevant",
                "choices.csv: ignored the columns label::Español (es)",
                "survey.csv: answers not kept: place (geopoint)",
            ]
        )
        #expect(try self.form(survey, choices: choices, language: "es").items[0].label == "Fue claro.")
        #expect(try self.form(survey, choices: choices, language: "english").items[0].label == "It was clear.")
    }

    @Test func `choices of a Likert item count as their name, their value or their place`() throws {
        let choices = """
            list_name,name,label,value,also
            number,0,Not at all,,
            number,1,Some,,
            number,2,Much,,
            number,na,Does not apply,,
            word,low,Low,,
            word,high,High,,
            word,dont_know,I don't know,,
            own,a,A,10,a.|Aye
            own,b,B,20,
            own,c,C,,
            """
        let survey = """
            type,name,label,min,max
            select_one number,n,N?,,
            likert word,w,W?,,
            select_one word,w0,W?,0,1
            likert own,o,O?,0,100
            """
        let form = try form(survey, choices: choices)
        #expect(form.items.map(\.kind) == [.likert, .likert, .likert, .likert])
        #expect(form.choices["number"]?.map(\.value) == [0, 1, 2, nil])
        #expect(form.choices["word"]?.map(\.value) == [0, 1, nil])
        #expect(form.choices["own"]?.map(\.value) == [10, 20, nil])
        #expect(form.choices["own"]?[0].also == ["a.", "Aye"])
        #expect(form.items.map(\.range) == [0...2, 0...1, 0...1, 0...100])
    }

    @Test func `one choice is no Likert item where nothing says so, and never where it has a key or is a choice`()
        throws
    {
        let choices = Self.agree + "\nsite,north,North\nsite,na,Not applicable"
        let survey = """
            type,name,label,key
            select_one site,site,Which site?,
            choice agree,kind,Which?,
            select_one agree,known,Which is right?,2
            """
        let form = try form(survey, choices: choices)
        #expect(form.items.map(\.kind) == [.choice, .choice, .choice])
        #expect(form.choices["site"]?.map(\.value) == [1, 2])
    }

    @Test func `principles are copied from their list in its version`() throws {
        let form = try form("type,name,label\nresonates six,r,Which?\nchallenges six,c,Which?\nrecommend,n,How likely?")
        #expect(form.items.map(\.list) == ["principles of six", "principles of six", nil])
        #expect(form.choices["principles of six"]?.map(\.name) == ["autonomy", "pragmatism"])
        #expect(form.items[2].range == 0...10)
    }

    @Test func `a key of all means every choice, and elements keep their digits`() throws {
        let survey = """
            type,name,label,key,digits
            select_multiple agree,k,Which?,all,
            element,e1,House number,,4
            code,e2,First letter,,
            range,r,How much?,,
            """
        let form = try form(survey, choices: Self.agree)
        #expect(form.items[0].key == ["1", "2", "3"])
        #expect(form.elements.map(\.code) == ["e1", "e2"])
        #expect(form.elements[0].digits == 4)
        #expect(form.items[3].range == 0...10)
        #expect(form.items[3].isWhole)
    }

    @Test(
        arguments: [
            ("likrt agree,q,Q?", "survey.csv:2: type is \"likrt\", which is not a question type. Did you mean likert?"),
            (
                "likert agre,q,Q?",
                "survey.csv:2: type: no choices found for list \"agre\". Did you mean \"agree\"?"
            ),
            ("likert,q,Q?", "survey.csv:2: type: likert needs its list"),
            ("resonates,q,Q?", "survey.csv:2: type: resonates needs a version of the principles, such as six"),
            ("resonates seven,q,Q?", "survey.csv:2: type: principles \"seven\" doesn't exist. Use one of: eight, six."),
            ("text much,q,Q?", "survey.csv:2: type: text doesn't take another word"),
            (
                "begin_repeat,q,Q?",
                "survey.csv:2: type: repeated groups aren't supported, because one evaluation is one row"
            ),
            (",q,Q?", "survey.csv:2: type: the question has no type"),
            ("text,q,", "survey.csv:2: label: the question has no text"),
            (
                "text,session,Q?",
                "survey.csv:2: name: \"session\" is reserved for a column of its own. Choose another name."
            ),
            (
                "text,1 q,Q?",
                "survey.csv:2: name: this can't be used as a name. Start with a letter or _, then letters, digits, _, - or ., at most 80."
            ),
            ("text,q,Q?\ntext,Q,Q?", "survey.csv:3: name: \"Q\" is already used by another question"),
            ("likert agree,q,Q?,,,1,1", "survey.csv:2: min: min (1) must be less than max (1)"),
            (
                "likert agree,q,Q?,,,2,5",
                "survey.csv:2: min: the choice \"1\" has the value 1, outside the range 2 to 5"
            ),
            ("integer,q,Q?,,,9,2", "survey.csv:2: min: min (9) must be less than max (2)"),
            ("text,q,Q?,,,1,2", "survey.csv:2: min: only a number or a Likert item can have a range"),
            (
                "recommend,q,Q?,,,1,10",
                "survey.csv:2: min: a recommend question goes from 0 to 10"
            ),
            ("integer,q,Q?,,yes", "survey.csv:2: reversed: a reversed number needs a min and a max"),
            ("text,q,Q?,,yes", "survey.csv:2: reversed: only a number or a Likert item can be reversed"),
            ("text,q,Q?,,maybe", "survey.csv:2: reversed is \"maybe\". Use yes or no."),
            ("text,q,Q?,s", "survey.csv:2: scale: only a number or a Likert item can be in a scale"),
            ("likert agree,q,Q?,t", "survey.csv:2: scale: scale \"t\" doesn't exist. Did you mean \"s\"?"),
            ("text,q,Q?,,,,,5", "survey.csv:2: kirkpatrick is 5. Use 1, 2, 3 or 4."),
            ("text,q,Q?,,,,,x", "survey.csv:2: kirkpatrick is \"x\". Use a whole number."),
            ("select_multiple agree,q,Q?,,,,,,4", "survey.csv:2: key: choice \"4\" doesn't exist. Did you mean \"1\"?"),
            (
                "select_one agree,q,Q?,,,,,,1 2",
                "survey.csv:2: key: a question with one answer has one right choice. For several, use select_multiple."
            ),
            (
                "likert agree,q,Q?,,,,,,1",
                "survey.csv:2: key: a Likert item has no right answer. For a knowledge item, leave scale, min and max blank."
            ),
            ("integer,q,Q?,,,1,5,,7", "survey.csv:2: key: 7 is outside the question's range"),
            ("integer,q,Q?,,,,,,x", "survey.csv:2: key: the right answer must be one number"),
            ("text,q,Q?,,,,,,x", "survey.csv:2: key: this type of question has no right answer"),
            ("text,q,Q?,,,,,,,3", "survey.csv:2: digits: only a question of type element can have digits"),
            ("element,q,Q?,,,,,,,30", "survey.csv:2: digits is 30. Use a number from 1 to 20."),
        ]
    )
    func `what is wrong with a question is told by line and column`(rows: String, problem: String) {
        let survey = "type,name,label,scale,reversed,min,max,kirkpatrick,key,digits\n\(rows)\nlikert agree,other,O?,s\n"
        #expect(problems(survey, choices: Self.agree, scales: "scale,title\ns,S\n") == [problem])
    }

    @Test(
        arguments: [
            ("agree,4,", "choices.csv:5: value: 4 is used for both \"4\" and \"four\""),
            ("agree,yes,No", "choices.csv:5: label: this could mean \"1\" or \"yes\""),
            ("agree,1,Other", "choices.csv:5: name: \"1\" is already used in list \"agree\""),
            (
                "agree,so so,So",
                "choices.csv:5: name: the name has a space, ; or | in it. Put what people read in label."
            ),
            ("agree,,So", "choices.csv:5: name: the choice has no name"),
            (",x,X", "choices.csv:5: list_name: the choice has no list name"),
            ("agree,x,X,high", "choices.csv:5: value is \"high\". Use a whole number with at most seven digits."),
        ]
    )
    func `what is wrong with a choice is told by line and column`(row: String, problem: String) {
        let isTwice = problem.contains("four")
        let header = "list_name,name,label,value\nagree,1,No,\nagree,2,Neither,\nagree,3,Yes,\n"
        let choices = header + (isTwice ? "agree,4,,4\nagree,four,Four,4\n" : "\(row)\n")
        let found = problems("type,name,label\nselect_multiple agree,q,Q?\n", choices: choices)
        #expect(found.contains(isTwice ? problem.replacing(":5:", with: ":6:") : problem), "\(found)")
    }

    @Test(
        arguments: [
            ("s,S,mean,4", "scales.csv:2: min_valid is 4, but the scale has only 2 items"),
            ("s,S,mean,0", "scales.csv:2: min_valid is 0. Use 1 or more."),
            ("s,S,mean,x", "scales.csv:2: min_valid is \"x\". Use a whole number, such as 2."),
            ("s,S,average", "scales.csv:2: scoring is \"average\". Use one of: mean, sum, any."),
            (
                "s,S,mean,,up",
                "scales.csv:2: direction is \"up\". Use one of: higher_is_better, lower_is_better, neutral."
            ),
            ("s,S\nS,S", "scales.csv:3: scale: \"S\" is already used by another scale"),
            ("s,S\nt,T", "scales.csv:3: scale: no question belongs to scale \"t\""),
            (
                "s,S,mean,,,mcsr",
                "scales.csv:2: instrument is \"mcsr\", which is not in the registry. Did you mean \"mcrs\"?"
            ),
            ("s,S,sum,,,oms-hc-15", "scales.csv:2: instrument: oms-hc-15 has 15 items, but the scale has 2"),
        ]
    )
    func `what is wrong with a scale is told by line and column`(rows: String, problem: String) {
        let survey = "type,name,label,scale\nlikert agree,a,A?,s\nlikert agree,b,B?,S\n"
        let scales = "scale,title,scoring,min_valid,direction,instrument\n\(rows)\n"
        let found = problems(survey, choices: Self.agree, scales: scales)
        #expect(found.first == problem, "\(found)")
    }

    @Test func `a scale that is an instrument is held to its items, range and direction`() {
        let items = (1...11).map { "likert agree,q\($0),Q\($0)?,regard\n" }.joined()
        let survey = "type,name,label,scale\n" + items
        let scales = "scale,title,scoring,min_valid,direction,instrument\nregard,Regard,sum,,lower_is_better,MCRS\n"
        #expect(
            problems(survey, choices: Self.agree, scales: scales) == [
                "scales.csv:2: instrument: items of mcrs go from 1 to 6, but \"q1\" goes from 1 to 3",
                "scales.csv:2: direction: for mcrs, the direction is higher_is_better",
            ]
        )
    }

    @Test func `a sheet that is missing is asked for once for each list and scale`() {
        let survey = "type,name,label,scale\nlikert agree,a,A?,s\nlikert agree,b,B?,s\n"
        #expect(
            problems(survey) == [
                "survey.csv:2: type: no choices found for list \"agree\". Name the sheet with the choices: --choices FILE",
                "survey.csv:2: scale: scale \"s\" doesn't exist. Name the sheet with the scales: --scales FILE",
            ]
        )
    }

    @Test(
        arguments: [
            ("type,label\ntext,Q?\n", "survey.csv:1: the column name is missing. Columns in the file: type, label"),
            (
                "type,name,label,scael\ntext,q,Q?,\n",
                "survey.csv:1: scael: unknown column. Did you mean scale?"
            ),
            ("type,name,name,label\ntext,q,q,Q?\n", "survey.csv:1: name: the file has two columns with this name"),
            ("type,name,label\ntext,q,Q, really?\n", "survey.csv:2: the row has 4 cells, but the header has 3"),
            ("", "survey.csv: the file is empty"),
            ("type,name,label\n", "survey.csv: the form has no questions"),
            ("PK\u{3}\u{4}workbook", "survey.csv: this is a workbook, not a CSV file"),
            (
                "type,name,label\ntext,q,\"Q?\n",
                "survey.csv:2: column 8: a quotation mark is never closed. Look for a missing \" near here."
            ),
        ]
    )
    func `a file that is no survey sheet is refused with what is missing`(survey: String, problem: String) {
        #expect(problems(survey) == [problem])
    }

    @Test func `all problems of all sheets are told together, by file and line`() {
        let survey = "type,name,label,scale,min\nlikrt agree,a,A?,s,x\nlikert agree,b,,s,\n"
        let found = problems(survey, choices: Self.agree + "\nagree,,None", scales: "scale,min_valid\ns,x\n")
        #expect(
            found == [
                "survey.csv:2: type is \"likrt\", which is not a question type. Did you mean likert?",
                "survey.csv:3: label: the question has no text",
                "scales.csv:2: min_valid is \"x\". Use a whole number, such as 2.",
                "choices.csv:5: name: the choice has no name",
            ]
        )
    }
}
