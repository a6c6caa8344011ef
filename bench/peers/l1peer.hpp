// The worker's side of l1bench's protocol for peers, version 1, in C++17 without other libraries: see docs/peers.md.
//
// A worker includes this and calls l1peer::serve() with an object that has
//   std::string version()                                          what does the work, with its version
//   void load(const Problem&)                                      turns the problem into what the library takes, off the clock
//   Fitted fit(const Problem&, const Setting&, long seed)          solves it afresh, on the clock; any copyable type
//   Answer answer(const Problem&, const Fitted&)                   weights, intercepts and a note, off the clock
// What is thrown as std::exception becomes the answer "failed" with its message, and the worker lives on.
#pragma once

#include <cctype>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <fstream>
#include <iostream>
#include <locale>
#include <map>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#ifdef _WIN32
#include <io.h>
#define L1PEER_DUP _dup
#define L1PEER_DUP2 _dup2
#define L1PEER_FDOPEN _fdopen
#else
#include <unistd.h>
#define L1PEER_DUP dup
#define L1PEER_DUP2 dup2
#define L1PEER_FDOPEN fdopen
#endif

namespace l1peer {

/** What the worker is told, such as tol = "1e-3". */
using Setting = std::map<std::string, std::string>;

inline bool big_endian() {
  const std::uint16_t one = 1;
  unsigned char first;
  std::memcpy(&first, &one, 1);
  return first == 0;
}

inline void swap_bytes(char* values, std::size_t size, std::size_t count) {
  for (std::size_t i = 0; i < count; i++) {
    for (std::size_t a = 0, b = size - 1; a < b; a++, b--) {
      std::swap(values[i * size + a], values[i * size + b]);
    }
  }
}

/** The little-endian numbers in a file. */
template <class T>
std::vector<T> numbers(const std::string& file) {
  std::ifstream in(file, std::ios::binary | std::ios::ate);
  if (!in) throw std::runtime_error("cannot read " + file);
  std::vector<T> values(static_cast<std::size_t>(in.tellg()) / sizeof(T));
  in.seekg(0);
  in.read(reinterpret_cast<char*>(values.data()), static_cast<std::streamsize>(values.size() * sizeof(T)));
  if (big_endian()) swap_bytes(reinterpret_cast<char*>(values.data()), sizeof(T), values.size());
  return values;
}

/** Writes numbers, little-endian. */
inline void write(const std::string& file, std::vector<double> values) {
  if (big_endian()) swap_bytes(reinterpret_cast<char*>(values.data()), sizeof(double), values.size());
  std::ofstream out(file, std::ios::binary);
  out.write(reinterpret_cast<const char*>(values.data()), static_cast<std::streamsize>(values.size() * sizeof(double)));
  out.flush();
  if (!out) throw std::runtime_error("cannot write " + file);
}

/**
 * n rows, p features, classes y from 0 to k - 1. A dense design is x, n p numbers by rows; of a sparse one indptr (n + 1),
 * indices and values hold the nonzeros by rows (CSR), and x is empty.
 */
struct Problem {
  std::int64_t n = 0, p = 0, k = 0;
  double lambda = 0, lambda_max = 0;
  bool dense = true;
  std::vector<std::int32_t> y, indices;
  std::vector<std::int64_t> indptr;
  std::vector<double> x, values;

  explicit Problem(const std::string& folder) {
    std::map<std::string, std::string> told;
    std::ifstream lines(folder + "/problem.txt");
    for (std::string line; std::getline(lines, line);) {
      const auto equals = line.find('=');
      if (equals != std::string::npos) told[line.substr(0, equals)] = line.substr(equals + 1);
    }
    n = std::stoll(told.at("n"));
    p = std::stoll(told.at("p"));
    k = std::stoll(told.at("k"));
    lambda = std::stod(told.at("lambda"));
    lambda_max = std::stod(told.at("lambdamax"));
    dense = told.at("storage") == "dense";
    y = numbers<std::int32_t>(folder + "/y.i32");
    if (dense) {
      x = numbers<double>(folder + "/x.f64");
    } else {
      indptr = numbers<std::int64_t>(folder + "/indptr.i64");
      indices = numbers<std::int32_t>(folder + "/indices.i32");
      values = numbers<double>(folder + "/values.f64");
    }
  }
};

/** K rows of p weights one after the other, K intercepts, and what the library says of them. */
struct Answer {
  std::vector<double> weights, intercept;
  std::string note;
};

template <class Worker>
class Session {
 public:
  Session(Worker& worker, std::FILE* wire) : worker_(worker), wire_(wire) {}

  /** Until it is told to quit; the status of the process. */
  int serve() {
    try {
      say("hello", {{"protocol", "1"}, {"version", worker_.version()}, {"runtime", runtime()}});
    } catch (const std::exception& e) {
      say("failed", {{"reason", e.what()}});
      return 3;
    }
    for (std::string line; std::getline(std::cin, line);) {
      if (!line.empty() && line.back() == '\r') line.pop_back();
      const std::vector<std::string> words = split(line);
      if (words[0] == "quit") break;
      try {
        obey(words);
      } catch (const std::exception& e) {
        say("failed", {{"reason", e.what()}});
      }
    }
    say("bye", {});
    return 0;
  }

 private:
  using Fitted = decltype(std::declval<Worker&>().fit(std::declval<const Problem&>(), Setting(), 0L));

  static std::string runtime() {
#if defined(__VERSION__)
    return std::string("C++, ") + __VERSION__;
#else
    return "C++";
#endif
  }

  static std::vector<std::string> split(const std::string& line) {
    std::vector<std::string> words(1);
    for (const char c : line) {
      if (c == '\t') {
        words.emplace_back();
      } else {
        words.back() += c;
      }
    }
    return words;
  }

  void say(const std::string& kind, const std::vector<std::pair<std::string, std::string>>& fields) {
    std::string line = "l1peer\t" + kind;
    for (const auto& [name, value] : fields) {
      line += "\t" + name + "=";
      for (const char c : value) line += std::iscntrl(static_cast<unsigned char>(c)) ? ' ' : c;
    }
    std::fprintf(wire_, "%s\n", line.c_str());
    std::fflush(wire_);
  }

  void obey(const std::vector<std::string>& words) {
    if (words[0] == "load" && words.size() == 2) {
      fitted_.reset();
      problem_.emplace(words[1]);
      worker_.load(*problem_);
      say("loaded", {});
    } else if (words[0] == "solve") {
      solve(words);
    } else if (words[0] == "write" && words.size() == 2) {
      if (!fitted_) throw std::runtime_error("nothing is solved");
      const Answer answer = worker_.answer(*problem_, *fitted_);
      write(words[1] + "/coef.f64", answer.weights);
      write(words[1] + "/intercept.f64", answer.intercept);
      say("written", {{"note", answer.note}});
    } else {
      throw std::runtime_error("there is no command " + words[0]);
    }
  }

  void solve(const std::vector<std::string>& words) {
    if (!problem_) throw std::runtime_error("no problem is loaded");
    Setting setting;
    for (std::size_t i = 1; i < words.size(); i++) {
      const auto equals = words[i].find('=');
      if (equals == std::string::npos) throw std::runtime_error(words[i] + " has no value");
      setting[words[i].substr(0, equals)] = words[i].substr(equals + 1);
    }
    const long seed = setting.count("seed") ? std::stol(setting.at("seed")) : 0;
    setting.erase("seed");
    fitted_.reset();
    const auto start = std::chrono::steady_clock::now();
    const std::clock_t cpu = std::clock();
    fitted_.emplace(worker_.fit(*problem_, setting, seed));
    const double cpu_seconds = static_cast<double>(std::clock() - cpu) / CLOCKS_PER_SEC;
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    say("solved", {{"seconds", decimal(seconds.count())}, {"cpu", decimal(cpu_seconds)}});
  }

  static std::string decimal(double value) {
    std::ostringstream text;
    text.imbue(std::locale::classic());
    text.precision(9);
    text << std::fixed << value;
    return text.str();
  }

  Worker& worker_;
  std::FILE* wire_;
  std::optional<Problem> problem_;
  std::optional<Fitted> fitted_;
};

/** Serves until it is told to quit. Standard output belongs to the protocol; what a library prints goes to standard error. */
template <class Worker>
int serve(Worker& worker) {
  std::FILE* wire = L1PEER_FDOPEN(L1PEER_DUP(1), "w");
  L1PEER_DUP2(2, 1);
  return Session<Worker>(worker, wire).serve();
}

}  // namespace l1peer
