import CBoostMath

/// The standard normal distribution, from Boost.Math.
package enum Normal {
    /// Half the width of a 95 % interval, in standard errors.
    package static let ninetyFive = quantile(0.975) ?? 1.959963984540054

    /// The z below which the share `p` lies; nil at 0, at 1 and outside.
    package static func quantile(_ p: Double) -> Double? { cboost_normal_quantile(p).ifFinite }

    /// The share at or below `z`.
    package static func share(below z: Double) -> Double? { cboost_normal_cdf(z).ifFinite }
}

extension Double {
    /// The number itself, or nil for NaN and infinity: where a computation leaves the numbers.
    var ifFinite: Double? { isFinite ? self : nil }
}
