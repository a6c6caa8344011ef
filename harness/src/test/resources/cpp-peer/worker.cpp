// Proximal gradient steps of a constant length, for the test of l1peer.hpp.
#include "l1peer.hpp"

#include <algorithm>
#include <cmath>

namespace {

struct Model {
  std::vector<double> weights, intercept;
  int steps = 0;
};

class ProximalGradient {
 public:
  std::string version() { return "proximal gradient, 1"; }

  void load(const l1peer::Problem& problem) {
    std::printf("this is log\n");
    rows_.assign(problem.n, std::vector<double>(problem.p));
    for (std::int64_t i = 0; i < problem.n; i++) {
      if (problem.dense) {
        std::copy_n(problem.x.begin() + i * problem.p, problem.p, rows_[i].begin());
      } else {
        for (auto at = problem.indptr[i]; at < problem.indptr[i + 1]; at++) {
          rows_[i][problem.indices[at]] = problem.values[at];
        }
      }
    }
  }

  Model fit(const l1peer::Problem& problem, const l1peer::Setting& setting, long) {
    const double tolerance = std::stod(setting.at("tol"));
    double squares = 0;
    for (const auto& row : rows_) {
      for (const double v : row) squares += v * v;
    }
    const double step = 2 / (1 + squares / problem.n);
    Model model{std::vector<double>(problem.k * problem.p), std::vector<double>(problem.k)};
    double largest;
    do {
      largest = move(problem, model, step);
      model.steps++;
    } while (largest > tolerance * step);
    return model;
  }

  l1peer::Answer answer(const l1peer::Problem&, const Model& model) {
    return {model.weights, model.intercept, "converged after\n" + std::to_string(model.steps) + " steps"};
  }

 private:
  // The largest change of a coefficient.
  double move(const l1peer::Problem& problem, Model& model, double step) {
    std::vector<double> gradient(problem.k * problem.p), of_intercept(problem.k), scores(problem.k);
    for (std::int64_t i = 0; i < problem.n; i++) {
      const auto& row = rows_[i];
      double total = 0;
      for (std::int64_t c = 0; c < problem.k; c++) {
        scores[c] = model.intercept[c];
        for (std::int64_t j = 0; j < problem.p; j++) scores[c] += model.weights[c * problem.p + j] * row[j];
        total += std::exp(scores[c]);
      }
      for (std::int64_t c = 0; c < problem.k; c++) {
        const double residual = (std::exp(scores[c]) / total - (c == problem.y[i])) / problem.n;
        of_intercept[c] += residual;
        for (std::int64_t j = 0; j < problem.p; j++) gradient[c * problem.p + j] += residual * row[j];
      }
    }
    double largest = 0;
    for (std::size_t j = 0; j < gradient.size(); j++) {
      const double moved = model.weights[j] - step * gradient[j];
      const double next = std::copysign(std::max(std::abs(moved) - step * problem.lambda, 0.0), moved);
      largest = std::max(largest, std::abs(next - model.weights[j]));
      model.weights[j] = next;
    }
    for (std::int64_t c = 0; c < problem.k; c++) {
      model.intercept[c] -= step * of_intercept[c];
      largest = std::max(largest, std::abs(step * of_intercept[c]));
    }
    return largest;
  }

  std::vector<std::vector<double>> rows_;
};

}  // namespace

int main() {
  ProximalGradient worker;
  return l1peer::serve(worker);
}
