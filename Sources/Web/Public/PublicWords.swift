import Calendar

/// The words of the pages for everybody, in one language: a language that lacks one does not compile.
struct PublicWords: Sendable {
    /// Its code, as `lang` has it (RFC 5646).
    let code: String
    /// Its own name, on the link that leads to it.
    let name: String
    let date: @Sendable (Day) -> String
    let enterCode: String
    let codeHint: String
    let go: String
    let noSuchCode: String
    let anonymous: String
    let skip: String
    let notEncrypted: String
    let noAnswer: String
    let noNames: String
    let ownCode: String
    let send: String
    let nothingAnswered: String
    let checkMarked: String
    let chooseOne: String
    let wholeNumber: String
    let number: String
    let between: @Sendable (_ low: String, _ high: String) -> String
    let tooLong: String
    let plainText: String
    let lettersOrDigits: String
    let thanks: String
    let afterwards: String
    let answeredHere: String
    let answerAgain: String
    let closed: String
    let askAround: String
    let full: String
    let somethingWrong: String
    let nothingSent: String

    /// Those there are, the first one being what is shown where a browser asks for none of them.
    static let all: [PublicWords] = [.english, .spanish]

    /// The language that was asked for on the page, else the first that the browser asks for and we have.
    static func chosen(_ request: Request) -> PublicWords {
        let asked =
            [request.query["lang"] ?? request.form["lang"]].compactMap { $0 }
            + request.head.values("accept-language").flatMap { $0.split(separator: ",").map(String.init) }
        for text in asked {
            let code = text.prefix { $0 != ";" && $0 != "-" }.lowercased()
            if let known = all.first(where: { $0.code == code.trimmingWhiteSpace }) { return known }
        }
        return .english
    }

    static let english = PublicWords(
        code: "en",
        name: "English",
        date: { $0.words },
        enterCode: "Enter your code",
        codeHint: "Seven letters, from the slide, the poster or the sign-in sheet.",
        go: "Continue",
        noSuchCode: "That isn't a code we know. Check the seven letters and try again.",
        anonymous: "Your answers are anonymous. We don't keep your name, the time, or anything about your phone.",
        skip: "Skip any question you don't want to answer.",
        notEncrypted: "Other people on this Wi-Fi could read what you send.",
        noAnswer: "No answer",
        noNames: "Please don't write anybody's name.",
        ownCode:
            "This is part of a code that only you know. It lets us compare before and after without knowing who you are.",
        send: "Send my answers",
        nothingAnswered: "Answer at least one question, then send.",
        checkMarked: "Nothing was sent yet. Check the marked questions.",
        chooseOne: "Choose one of the answers.",
        wholeNumber: "Use a whole number, such as 4.",
        number: "Use a number, such as 4.",
        between: { "Use a number from \($0) to \($1)." },
        tooLong: "This is too long. Use at most 4,000 characters.",
        plainText: "Use plain text.",
        lettersOrDigits: "Use letters and digits only.",
        thanks: "Thank you. Your answers are in.",
        afterwards: "Nobody can see them until this survey closes. Then everyone's answers are mixed in random order.",
        answeredHere: "This device has already sent answers to this survey.",
        answerAgain: "Answer for another person",
        closed: "This survey is closed",
        askAround: "If you think it should be open, ask the person who gave you the code.",
        full: "This survey can't take any more answers",
        somethingWrong: "Something went wrong",
        nothingSent: "Nothing was sent. Go back and try again in a moment."
    )

    static let spanish = PublicWords(
        code: "es",
        name: "Español",
        date: { day in
            let months = [
                "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
                "noviembre", "diciembre",
            ]
            return "\(day.day) de \(months[day.month - 1]) de \(day.year)"
        },
        enterCode: "Escriba su código",
        codeHint: "Siete letras, en la pantalla, el cartel o la hoja de asistencia.",
        go: "Continuar",
        noSuchCode: "No conocemos ese código. Revise las siete letras e inténtelo de nuevo.",
        anonymous: "Sus respuestas son anónimas. No guardamos su nombre, la hora ni nada de su teléfono.",
        skip: "Puede dejar en blanco cualquier pregunta.",
        notEncrypted: "Otras personas en esta red Wi-Fi podrían leer lo que envía.",
        noAnswer: "Sin respuesta",
        noNames: "Por favor, no escriba el nombre de nadie.",
        ownCode:
            "Es parte de un código que solo usted conoce. Sirve para comparar el antes y el después sin saber quién es usted.",
        send: "Enviar mis respuestas",
        nothingAnswered: "Conteste al menos una pregunta y luego envíe.",
        checkMarked: "Todavía no se envió nada. Revise las preguntas marcadas.",
        chooseOne: "Elija una de las respuestas.",
        wholeNumber: "Escriba un número entero, por ejemplo 4.",
        number: "Escriba un número, por ejemplo 4.",
        between: { "Escriba un número entre \($0) y \($1)." },
        tooLong: "Es demasiado largo. Use 4,000 caracteres como máximo.",
        plainText: "Use solo texto.",
        lettersOrDigits: "Use solo letras y números.",
        thanks: "Gracias. Recibimos sus respuestas.",
        afterwards:
            "Nadie puede verlas hasta que se cierre esta encuesta. Entonces las respuestas de todas las personas se mezclan al azar.",
        answeredHere: "Desde este dispositivo ya se enviaron respuestas a esta encuesta.",
        answerAgain: "Contestar por otra persona",
        closed: "Esta encuesta está cerrada",
        askAround: "Si cree que debería estar abierta, pregunte a quien le dio el código.",
        full: "Esta encuesta ya no puede recibir más respuestas",
        somethingWrong: "Algo salió mal",
        nothingSent: "No se envió nada. Regrese e inténtelo de nuevo en un momento."
    )
}
