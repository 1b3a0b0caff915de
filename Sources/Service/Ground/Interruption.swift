package import SQLite
import Synchronization

/// Whether somebody asked an operation to stop: by Ctrl-C, by closing the page, by ending the program.
///
/// It may be asked by a signal handler, which may do nothing but set flags: it sets this one and those of the databases
/// that are lent meanwhile, whose statements then stop (signal-safety(7)). No lock is held and nothing is allocated.
package final class Interruption: Sendable {
    private let requested = Atomic(false)
    private let slots = Slots()

    package init() {}

    /// Whether to stop.
    package var isRequested: Bool { requested.load(ordering: .relaxed) }

    /// Asks to stop, as a signal does.
    package func request() {
        requested.store(true, ordering: .sequentiallyConsistent)
        slots.forEach { $0.interrupt() }
    }

    /// Lets a request stop the statements of a database while `body` runs; where it came already, at once.
    ///
    /// The connection is free of the request afterwards, since it may be lent to somebody else next.
    package func watching<R>(_ interrupt: Interrupt, _ body: () throws -> R) throws -> R {
        let slot = slots.add(interrupt)
        defer {
            slots.remove(slot)
            interrupt.clear()
        }
        if isRequested { interrupt.interrupt() }
        return try body()
    }

    /// Lets a request stop the statements of a database, where it came already at once, until what is returned is called.
    @discardableResult
    package func watch(_ interrupt: Interrupt) -> () -> Void {
        let slot = slots.add(interrupt)
        if isRequested { interrupt.interrupt() }
        return { [slots] in slots.remove(slot) }
    }

    /// Ends with `Interrupted` where somebody asked to stop.
    package func check() throws {
        if isRequested { throw Interrupted() }
    }
}

/// Somebody asked to stop, and nothing was stored.
package struct Interrupted: Error, Equatable {
    package init() {}
}

/// A few references that a signal handler can read without a lock. Whoever takes one out waits until no reader is in the
/// midst of it; a handler on the same thread has always ended by then.
private final class Slots: Sendable {
    private let first = Atomic<UInt>(0)
    private let second = Atomic<UInt>(0)
    private let third = Atomic<UInt>(0)
    private let readers = Atomic(0)

    /// Puts a reference into a free slot, and returns its place; one operation has at most three databases.
    func add(_ interrupt: Interrupt) -> Int? {
        let kept = UInt(bitPattern: Unmanaged.passRetained(interrupt).toOpaque())
        for place in 0..<3 where set(place, from: 0, to: kept) { return place }
        if let pointer = UnsafeRawPointer(bitPattern: kept) { Unmanaged<Interrupt>.fromOpaque(pointer).release() }
        return nil
    }

    /// Empties a slot.
    func remove(_ place: Int?) {
        guard let place else { return }
        let kept = value(place)
        _ = set(place, from: kept, to: 0)
        while readers.load(ordering: .sequentiallyConsistent) != 0 {}
        guard let pointer = UnsafeRawPointer(bitPattern: kept) else { return }
        Unmanaged<Interrupt>.fromOpaque(pointer).release()
    }

    func forEach(_ body: (Interrupt) -> Void) {
        readers.add(1, ordering: .sequentiallyConsistent)
        for place in 0..<3 {
            guard let pointer = UnsafeRawPointer(bitPattern: value(place)) else { continue }
            body(Unmanaged<Interrupt>.fromOpaque(pointer).takeUnretainedValue())
        }
        readers.subtract(1, ordering: .sequentiallyConsistent)
    }

    private func value(_ place: Int) -> UInt {
        switch place {
        case 0: first.load(ordering: .sequentiallyConsistent)
        case 1: second.load(ordering: .sequentiallyConsistent)
        default: third.load(ordering: .sequentiallyConsistent)
        }
    }

    private func set(_ place: Int, from old: UInt, to new: UInt) -> Bool {
        switch place {
        case 0: first.compareExchange(expected: old, desired: new, ordering: .sequentiallyConsistent).exchanged
        case 1: second.compareExchange(expected: old, desired: new, ordering: .sequentiallyConsistent).exchanged
        default: third.compareExchange(expected: old, desired: new, ordering: .sequentiallyConsistent).exchanged
        }
    }
}
