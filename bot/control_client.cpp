// The other end of the control socket: a command of the program, which has nothing else to do meanwhile.
#include "bot/control.hpp"

#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>
#include <stdexcept>

namespace vera {

namespace {

struct Line { // a descriptor that is closed
    int file = -1;
    ~Line() { ::close(file); }
};

bool connect(const Line&, const std::string& path);
bool write_all(const Line&, std::string_view words);
std::optional<std::string> read_all(const Line&);

} // namespace

std::optional<ControlAnswer> ask_control(const std::string& path, const ControlRequest& request) {
    Line line{::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)};
    if (line.file < 0 || !connect(line, path)) return std::nullopt;
    auto words = write_all(line, words_of(request)) ? read_all(line) : std::nullopt;
    auto answer = words ? answer_in(*words) : std::nullopt;
    if (!answer) throw std::runtime_error("the running Vera does not answer on " + path + "; is it this user's?");
    return answer;
}

namespace {

bool connect(const Line& line, const std::string& path) {
    sockaddr_un place{};
    place.sun_family = AF_UNIX;
    if (path.size() >= sizeof place.sun_path) return false;
    std::memcpy(place.sun_path, path.c_str(), path.size() + 1);
    auto limit = timeval{std::chrono::duration_cast<std::chrono::seconds>(control_time).count() + 5, 0};
    ::setsockopt(line.file, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    ::setsockopt(line.file, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
    return ::connect(line.file, reinterpret_cast<const sockaddr*>(&place), sizeof place) == 0;
}

bool write_all(const Line& line, std::string_view words) {
    while (!words.empty()) {
        auto written = ::send(line.file, words.data(), words.size(), MSG_NOSIGNAL);
        if (written <= 0) return false;
        words.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

std::optional<std::string> read_all(const Line& line) {
    std::string words;
    char part[16'384];
    for (;;) {
        auto count = ::recv(line.file, part, sizeof part, 0);
        if (count < 0 || words.size() > max_answer) return std::nullopt;
        if (count == 0) return words;
        words.append(part, static_cast<std::size_t>(count));
    }
}

} // namespace

} // namespace vera
