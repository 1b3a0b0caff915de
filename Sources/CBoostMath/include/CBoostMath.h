#ifndef CBOOSTMATH_H
#define CBOOSTMATH_H

// The distributions that Measures needs, from Boost.Math (boost.org/libs/math, Boost Software License 1.0).
// Every function answers NaN where the question has no answer; none of them throws, traps or sets errno.

#ifdef __cplusplus
extern "C" {
#define CBOOSTMATH_NOEXCEPT noexcept
#else
#define CBOOSTMATH_NOEXCEPT
#endif

/// Share of Student's t distribution at or below `t`; `df` need not be whole.
double cboost_student_t_cdf(double t, double df) CBOOSTMATH_NOEXCEPT;

/// The t below which the share `p` of Student's t distribution lies.
double cboost_student_t_quantile(double p, double df) CBOOSTMATH_NOEXCEPT;

/// Share of the noncentral t distribution above `t`.
double cboost_noncentral_t_above(double t, double df, double noncentrality) CBOOSTMATH_NOEXCEPT;

/// Share of the standard normal distribution at or below `z`.
double cboost_normal_cdf(double z) CBOOSTMATH_NOEXCEPT;

/// The z below which the share `p` of the standard normal distribution lies.
double cboost_normal_quantile(double p) CBOOSTMATH_NOEXCEPT;

/// The value below which the share `p` of the F distribution lies, with these degrees of freedom above and below.
double cboost_f_quantile(double p, double above, double below) CBOOSTMATH_NOEXCEPT;

/// Chance of at most `heads` heads in `throws` throws of a fair coin.
double cboost_fair_coin_cdf(double heads, double throws) CBOOSTMATH_NOEXCEPT;

/// The gamma function of `a` divided by that of `a + delta`, without either of them overflowing.
double cboost_gamma_ratio(double a, double delta) CBOOSTMATH_NOEXCEPT;

#ifdef __cplusplus
}
#endif

#endif
