#include "bot/script_input.hpp"

#include "core/must.hpp"

#include <poll.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <array>
#include <cerrno>

namespace vera {

namespace {

constexpr std::size_t longest_piece = 64 * 1024; // bytes; a longer line is handed out in pieces

sigset_t requests_to_end();

} // namespace

ScriptInput::ScriptInput(int input) : input_(input) {
    auto requests = requests_to_end();
    ::pthread_sigmask(SIG_BLOCK, &requests, &before_);
    signals_ = ::signalfd(-1, &requests, SFD_NONBLOCK | SFD_CLOEXEC);
    MUST(signals_ >= 0);
}

ScriptInput::~ScriptInput() {
    while (asked_to_end()) continue; // or it kills the process now, with everything well
    ::close(signals_);
    ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

ScriptInput::int_type ScriptInput::underflow() {
    while (!over_) {
        over_ = asked_to_end();
        if (over_) break;
        if (take_line()) return traits_type::to_int_type(line_.front());
        over_ = !wait_and_read();
    }
    return traits_type::eof();
}

bool ScriptInput::take_line() {
    auto end = read_.find('\n');
    auto size = end != read_.npos ? end + 1 : read_.size() >= longest_piece ? read_.size() : 0;
    if (size == 0) return false;
    line_ = read_.substr(0, size);
    read_.erase(0, size);
    setg(line_.data(), line_.data(), line_.data() + line_.size());
    return true;
}

// Waits for input and for a request to end at the same time: neither is missed while the other is looked at.
bool ScriptInput::wait_and_read() {
    std::array<pollfd, 2> either{{{input_, POLLIN, 0}, {signals_, POLLIN, 0}}};
    if (::poll(either.data(), either.size(), -1) < 0) return errno == EINTR;
    if (either[0].revents == 0) return true;
    std::array<char, 4096> bytes;
    auto size = ::read(input_, bytes.data(), bytes.size());
    if (size < 0) return errno == EINTR || errno == EAGAIN;
    if (size > 0) read_.append(bytes.data(), static_cast<std::size_t>(size));
    if (size == 0 && !read_.empty()) read_ += '\n'; // the last line may lack its end
    return size > 0 || !read_.empty();
}

bool ScriptInput::asked_to_end() {
    signalfd_siginfo which;
    return ::read(signals_, &which, sizeof which) == sizeof which;
}

namespace {

sigset_t requests_to_end() {
    sigset_t requests;
    ::sigemptyset(&requests);
    for (auto request : {SIGINT, SIGTERM, SIGHUP}) ::sigaddset(&requests, request);
    return requests;
}

} // namespace

} // namespace vera
