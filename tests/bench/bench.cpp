#include "tests/bench/bench.hpp"

#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>

namespace bench {

Folder::Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "vera-bench.XXXXXX").string();
    if (!mkdtemp(pattern.data())) std::abort();
    path_ = pattern;
}

Folder::~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

Cost& Cost::operator+=(const Cost& other) {
    wall_s += other.wall_s;
    cpu_s += other.cpu_s;
    return *this;
}

namespace {

double cpu_s() {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    return static_cast<double>(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
           static_cast<double>(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
}

} // namespace

Cost measure(const std::function<void()>& work) {
    const double cpu_before = cpu_s();
    const auto before = std::chrono::steady_clock::now();
    work();
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - before;
    return {wall.count(), cpu_s() - cpu_before};
}

void heading(const std::string& text) { std::printf("\n%s\n", text.c_str()); }

void line(const std::string& what, double value, const char* unit) {
    std::printf("  %-52s %12.1f %s\n", what.c_str(), value, unit);
    std::fflush(stdout);
}

void ratio(const std::string& what, double value, double of) {
    std::printf("  %-52s %12.2f x\n", what.c_str(), value / of);
    std::fflush(stdout);
}

} // namespace bench
