#include "CBoostMath.h"

#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/non_central_t.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <limits>

namespace {

namespace math = boost::math;
namespace policies = boost::math::policies;

// Errors are answered with NaN or infinity and never thrown. Without promotion to long double no constants are
// computed when the program starts, and double precision agrees with R to the 13th digit.
using Quiet = policies::policy<
    policies::domain_error<policies::ignore_error>, policies::pole_error<policies::ignore_error>,
    policies::overflow_error<policies::ignore_error>, policies::underflow_error<policies::ignore_error>,
    policies::denorm_error<policies::ignore_error>, policies::rounding_error<policies::ignore_error>,
    policies::evaluation_error<policies::ignore_error>,
    policies::indeterminate_result_error<policies::ignore_error>, policies::promote_double<false>>;

// What `compute` answers, or NaN where it throws all the same.
template <typename Compute> double quietly(Compute compute) noexcept {
    try {
        return compute();
    } catch (...) {
        return std::numeric_limits<double>::quiet_NaN();
    }
}

} // namespace

double cboost_student_t_cdf(double t, double df) noexcept {
    return quietly([=] { return math::cdf(math::students_t_distribution<double, Quiet>(df), t); });
}

double cboost_student_t_quantile(double p, double df) noexcept {
    return quietly([=] { return math::quantile(math::students_t_distribution<double, Quiet>(df), p); });
}

double cboost_noncentral_t_above(double t, double df, double noncentrality) noexcept {
    return quietly([=] {
        math::non_central_t_distribution<double, Quiet> distribution(df, noncentrality);
        return math::cdf(math::complement(distribution, t));
    });
}

double cboost_normal_cdf(double z) noexcept {
    return quietly([=] { return math::cdf(math::normal_distribution<double, Quiet>(), z); });
}

double cboost_normal_quantile(double p) noexcept {
    return quietly([=] { return math::quantile(math::normal_distribution<double, Quiet>(), p); });
}

double cboost_f_quantile(double p, double above, double below) noexcept {
    return quietly([=] { return math::quantile(math::fisher_f_distribution<double, Quiet>(above, below), p); });
}

double cboost_fair_coin_cdf(double heads, double throws) noexcept {
    return quietly([=] { return math::cdf(math::binomial_distribution<double, Quiet>(throws, 0.5), heads); });
}

double cboost_gamma_ratio(double a, double delta) noexcept {
    return quietly([=] { return math::tgamma_delta_ratio(a, delta, Quiet()); });
}
