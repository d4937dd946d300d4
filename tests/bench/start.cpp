// Starts the program as a user does, and looks at it from outside.
#include "tests/bench/bench.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <fstream>

namespace bench {

namespace {

struct Started {
    double first_byte_s = 0;
    double resident_kib = 0;
};

double resident_kib(pid_t process) {
    std::ifstream status("/proc/" + std::to_string(process) + "/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmRSS:")) return std::stod(line.substr(6));
    }
    return 0;
}

// Until the first byte on standard output; the process then waits for a line, and is looked at.
Started start_once(const std::string& program, const std::string& argument, const std::string& home) {
    std::array<int, 2> in{}, out{};
    if (pipe(in.data()) != 0 || pipe(out.data()) != 0) return {};
    const auto before = std::chrono::steady_clock::now();
    const pid_t process = fork();
    if (process == 0) {
        dup2(in[0], 0);
        dup2(out[1], 1);
        close(in[1]);
        setenv("VERA_HOME", home.c_str(), 1);
        execlp(program.c_str(), program.c_str(), argument.c_str(), nullptr);
        _exit(127);
    }
    close(out[1]);
    char byte = 0;
    const bool answered = read(out[0], &byte, 1) == 1;
    const std::chrono::duration<double> waited = std::chrono::steady_clock::now() - before;
    const Started result{waited.count(), answered ? resident_kib(process) : 0};
    kill(process, SIGTERM);
    for (const int end : {in[0], in[1], out[0]}) close(end);
    waitpid(process, nullptr, 0);
    return result;
}

Started best_of(int times, const std::string& program, const std::string& argument, const std::string& home) {
    Started best = start_once(program, argument, home);
    for (int i = 1; i < times; ++i) {
        const Started next = start_once(program, argument, home);
        if (next.first_byte_s < best.first_byte_s) best = next;
    }
    return best;
}

} // namespace

void start(const std::string& program) {
    const Folder folder;
    const Started floor = best_of(5, "/bin/echo", "hello", folder.path().string());
    const Started first = start_once(program, "try", folder.path().string());
    const Started later = best_of(5, program, "try", folder.path().string());
    heading("start of " + program);
    line("to the first prompt, new database", first.first_byte_s * 1e3, "ms");
    line("to the first prompt, later", later.first_byte_s * 1e3, "ms");
    ratio("later, against /bin/echo", later.first_byte_s, floor.first_byte_s);
    line("resident memory at the prompt", later.resident_kib / 1024, "MiB");
}

} // namespace bench
