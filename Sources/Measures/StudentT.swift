import CBoostMath

/// Student's t distribution, from Boost.Math; degrees of freedom need not be whole (Welch).
package enum StudentT {
    /// The t below which the share `p` lies; nil at 0, at 1 and outside, and for degrees of freedom not above 0.
    package static func quantile(_ p: Double, df: Double) -> Double? {
        cboost_student_t_quantile(p, df).ifFinite
    }

    /// The cumulative distribution: the share at or below `t`, from 0 to 1; nil for degrees of freedom not above 0.
    package static func share(below t: Double, df: Double) -> Double? {
        cboost_student_t_cdf(t, df).ifFinite
    }

    /// The chance of a t at least as far from 0, on either side, where there is no change.
    package static func twoSided(_ t: Double, df: Double) -> Double? {
        share(below: -t.magnitude, df: df).map { min(1, 2 * $0) }
    }
}
