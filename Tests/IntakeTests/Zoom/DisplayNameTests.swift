import Testing

@testable import Intake

@Suite struct `A display name` {
    @Test(arguments: [
        ("Otter.ai", "Otter"), ("Kit's OtterPilot", "Otter"), ("Kit Moss’s Otter.ai", "Otter"),
        ("OtterPilot for Kit", "Otter"), ("Kit's Otter", "Otter"), ("Fireflies.ai Notetaker Kit", "Fireflies"),
        ("Fireflies Notetaker", "Fireflies"), ("read.ai meeting notes", "Read.ai"), ("Read AI", "Read.ai"),
        ("Fathom Notetaker", "Fathom"), ("Kit's Fathom Notetaker", "Fathom"), ("tl;dv", "tl;dv"),
        ("tl;dv Notetaker - Kit", "tl;dv"), ("Sembly AI", "Sembly"), ("MeetGeek Notetaker", "MeetGeek"),
        ("Jamie Notetaker", "Jamie"), ("Krisp", "Krisp"), ("Notta Bot", "Notta"),
        ("Kit's Notetaker (Otter.ai)", "Notetaker"),
        ("Kit (Otter.ai)", "Otter"), ("AI Notetaker", "Notetaker"), ("Kit AI Notetaker", "Notetaker"),
        ("note-taking bot", "Notetaker"), ("Zoom AI Companion", "AI Companion"),
        ("Kit's Meeting Assistant", "Meeting assistant"),
    ])
    func `of a note-taking program is named by the program`(_ name: String, _ label: String) {
        #expect(Bots.label(name: name, email: "") == label)
    }

    @Test(arguments: [
        "Kit Vale (Assembly of First Nations)", "Krispin Moor", "Dana - Bread Aid", "Rue from Fireflies Collective",
        "Otter Creek Clinic", "Sam Otter", "Jamie", "Jamie Grain", "Fathom House", "Fellow Kit", "Gong Li",
        "Chorus Center",
        "Spread AI Project", "Kit (note taker)", "Dana - notetaker", "Kit Notetaker Moss", "Rev. Kit", "Grainne",
        "Kit's notes",
        "Laxisson", "Avomar", "Kit, Krisp Kitchen", "Reading Airport", "Notya", "Bot Tran", "Kit (Krisp Kitchen)",
        "Assistant Director Kit", "St. Mary's Fellow",
    ])
    func `of a person is not taken for a program's by a part of it`(_ name: String) {
        #expect(Bots.label(name: name, email: "kit@bread.ai") == nil)
    }

    @Test func `an account of a program's own domain is a program's, and no domain that ends alike`() {
        #expect(Bots.label(name: "Kit", email: "fred@fireflies.ai") == "Fireflies")
        #expect(Bots.label(name: "Kit", email: "a@mail.READ.ai") == "Read.ai")
        #expect(Bots.label(name: "Kit", email: "kit@bread.ai") == nil)
        #expect(Bots.label(name: "Kit", email: "kit@grain.com.example") == nil)
    }

    @Test(arguments: [
        "iPhone", "Jo's iPad", "Jo’s iPad (2)", "iPhone12", "iPhone de Ana", "Galaxy S21", "Samsung SM-G991B",
        "SM-G991U",
        "moto g power", "Pixel 6", "Google Pixel 7 Pro", "DESKTOP-4K2L8", "LAPTOP-9", "MacBook Pro", "Conference Room",
        "Conference Room 2", "Jo's phone", "my laptop", "Galaxy", "Redmi Note 9", "vivo 1906", "Zoom Room B",
    ])
    func `of a device is one`(_ name: String) {
        #expect(Devices.includes(name))
    }

    @Test(arguments: [
        "Phone Myat Thu", "Naomi Moto", "A. Moto", "Moto", "Kit Pixel", "Galaxy Moss", "Nokia Brown", "Android Petrov",
        "Desktop Dana", "Vivo Ramos", "Phone", "Conference Roomer", "Smithson", "Laptop Lane Shelter", "Oppo Lind",
    ])
    func `of a person is not taken for a device's by a word of it`(_ name: String) {
        #expect(!Devices.includes(name))
    }
}
