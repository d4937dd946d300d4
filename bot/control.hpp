#pragma once
// The control socket of a running Vera: a Unix socket in VERA_HOME that only the same user of the machine, or root,
// may use. Through it `vera check` and `vera export` reach the server that has the database.
#include "bot/control_words.hpp"
#include "bot/ports.hpp"

#include <boost/asio/any_io_executor.hpp>

#include <functional>
#include <memory>
#include <string>

namespace vera {

class ControlServer {
public:
    using Handler = std::function<boost::asio::awaitable<ControlAnswer>(ControlRequest)>;
    // Listens at once, in place of a socket that an ended server left behind. Throws std::runtime_error with a
    // sentence when that cannot be, or when another server is there.
    ControlServer(boost::asio::any_io_executor, std::string path, Clock&, Handler);
    ~ControlServer(); // takes the socket away; requests under way end without an answer
    ControlServer(const ControlServer&) = delete;

private:
    struct Impl;
    std::shared_ptr<Impl> impl_; // shared with its sessions
};

inline constexpr int max_control_sessions = 8;
inline constexpr Duration control_time = std::chrono::seconds{30}; // of a whole session

// nullopt: nobody is there. Throws std::runtime_error with a sentence when the server breaks off. Waits.
std::optional<ControlAnswer> ask_control(const std::string& path, const ControlRequest&);
std::string control_path(const std::string& home);

} // namespace vera
