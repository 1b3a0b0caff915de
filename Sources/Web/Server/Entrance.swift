package import Calendar
import Files
package import Records
import Synchronization

/// Who may come in: whoever redeems a link that the terminal showed, from then on by a cookie.
///
/// Links and logins are kept as digests. Times go by a clock that only goes forward and by the date together, so that a
/// machine that slept or was set ends them early rather than late.
package final class Entrance: Sendable {
    /// The name of the cookie, another at each start, so that two servers on one machine don't log each other out.
    package let cookie: String
    private let randomness: Randomness
    private let time: Timepiece
    private let state = Mutex(State())

    /// How long a link leads in, in seconds.
    package static let linkSeconds = 60.0
    private static let idleSeconds = 12.0 * 3_600
    private static let loginSeconds = 7.0 * 86_400

    private struct State {
        var link: (digest: [UInt8], made: Instant)?
        var logins: [[UInt8]: (made: Instant, used: Instant)] = [:]
    }

    /// A moment on both clocks.
    private struct Instant {
        let forward: Double
        let date: Double
    }

    /// An entrance that nobody has a link to yet.
    package init(_ randomness: Randomness, _ time: Timepiece) {
        self.randomness = randomness
        self.time = time
        cookie = "groundwork_" + Digest.hexadecimal(randomness.bytes(6))
    }

    /// A new link's secret; the one before leads nowhere from now on.
    package func invite() -> String {
        let secret = secret()
        state.withLock { $0.link = (Self.digest(secret), now) }
        return secret
    }

    /// Whether a link leads in now. Looking at it does not use it up: browsers fetch pages beforehand.
    package func isInvited(_ secret: String) -> Bool { state.withLock { isInvited(secret, $0) } }

    /// Uses a link up: the login that its holder has from now on; nil where it leads nowhere.
    package func redeem(_ secret: String) -> String? {
        let login = self.secret()
        return state.withLock { state in
            guard isInvited(secret, state) else { return nil }
            state.link = nil
            state.logins[Self.digest(login)] = (now, now)
            return login
        }
    }

    /// Whether somebody is logged in; from now on for some hours more.
    package func isLoggedIn(_ login: String) -> Bool {
        state.withLock { state in
            let digest = Self.digest(login)
            guard let known = state.logins[digest], isWithin(known.made, Self.loginSeconds),
                isWithin(known.used, Self.idleSeconds)
            else {
                state.logins[digest] = nil
                return false
            }
            state.logins[digest] = (known.made, now)
            return true
        }
    }

    /// Ends a login.
    package func leave(_ login: String) { state.withLock { $0.logins[Self.digest(login)] = nil } }

    private func isInvited(_ secret: String, _ state: State) -> Bool {
        guard let link = state.link, isWithin(link.made, Self.linkSeconds) else { return false }
        return link.digest == Self.digest(secret)
    }

    private var now: Instant { Instant(forward: time.forward(), date: Double(time.clock.now())) }

    private func isWithin(_ start: Instant, _ seconds: Double) -> Bool {
        let now = now
        return now.forward - start.forward <= seconds && now.date >= start.date - 1
            && now.date - start.date <= seconds + 1
    }

    /// 256 bits.
    private func secret() -> String { Digest.hexadecimal(randomness.bytes(32)) }

    private static func digest(_ text: String) -> [UInt8] { Digest.bytes(of: text) }
}

extension Digest {
    /// What a secret is known again by.
    fileprivate static func bytes(of text: String) -> [UInt8] {
        var digest = Digest()
        digest.update(field: text)
        return digest.finished()
    }
}

/// Both clocks: the one that only goes forward, and the date.
package struct Timepiece: Sendable {
    /// Seconds that only go forward.
    package let forward: @Sendable () -> Double
    /// The present.
    package let clock: Clock

    package init(forward: @escaping @Sendable () -> Double, clock: Clock) {
        self.forward = forward
        self.clock = clock
    }
}
