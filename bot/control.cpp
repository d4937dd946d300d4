#include "bot/control.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstring>
#include <stdexcept>

namespace vera {

namespace {

using boost::asio::awaitable;
using boost::asio::local::stream_protocol;

constexpr Duration accept_rest = std::chrono::milliseconds{100}; // when the system has no more to give

void make_way(const std::string& path);
std::string process_at(stream_protocol::socket&);
bool is_ours(stream_protocol::socket&);

} // namespace

struct ControlServer::Impl : std::enable_shared_from_this<Impl> {
    Impl(boost::asio::any_io_executor given, std::string where, Clock& ticking, Handler handling)
        : executor(std::move(given)), path(std::move(where)), clock(ticking), handle(std::move(handling)),
          acceptor(executor), rest(clock.waiter()) {}
    void listen();
    awaitable<void> accept(std::shared_ptr<Impl> self);
    awaitable<void> session(std::shared_ptr<Impl> self, std::shared_ptr<stream_protocol::socket>);
    awaitable<void> talk(std::shared_ptr<stream_protocol::socket>);
    awaitable<void> watch(std::shared_ptr<Impl> self, std::shared_ptr<stream_protocol::socket>,
                          std::shared_ptr<Waiter>);

    boost::asio::any_io_executor executor;
    std::string path;
    Clock& clock;
    Handler handle;
    stream_protocol::acceptor acceptor;
    std::unique_ptr<Waiter> rest;
    int sessions = 0;
};

ControlServer::ControlServer(boost::asio::any_io_executor executor, std::string path, Clock& clock, Handler handle)
    : impl_(std::make_shared<Impl>(std::move(executor), std::move(path), clock, std::move(handle))) {
    impl_->listen();
    boost::asio::co_spawn(impl_->executor, impl_->accept(impl_), [](std::exception_ptr error) {
        if (error) std::rethrow_exception(error);
    });
}

ControlServer::~ControlServer() {
    boost::system::error_code gone; // it may be closed already
    impl_->acceptor.close(gone);
    impl_->rest->stop();
    ::unlink(impl_->path.c_str());
}

void ControlServer::Impl::listen() {
    make_way(path);
    auto before = ::umask(0177); // nobody else, from its first moment on
    try {
        stream_protocol::endpoint place(path);
        acceptor.open(place.protocol());
        acceptor.bind(place);
        acceptor.listen();
    } catch (const std::exception& error) {
        ::umask(before);
        throw std::runtime_error("the control socket " + path + " cannot be made: " + error.what());
    }
    ::umask(before);
}

awaitable<void> ControlServer::Impl::accept(std::shared_ptr<Impl> self) {
    for (;;) {
        boost::system::error_code error;
        auto token = boost::asio::redirect_error(boost::asio::use_awaitable, error);
        auto accepted = co_await acceptor.async_accept(token);
        if (error == boost::asio::error::operation_aborted || !acceptor.is_open()) co_return;
        if (error) {
            auto next = clock.now() + accept_rest;
            co_await rest->until(next);
        }
        if (error || sessions >= max_control_sessions || !is_ours(accepted)) continue;
        ++sessions;
        auto socket = std::make_shared<stream_protocol::socket>(std::move(accepted));
        boost::asio::co_spawn(executor, session(self, std::move(socket)), [self](std::exception_ptr error) {
            --self->sessions;
            if (error) std::rethrow_exception(error);
        });
    }
}

awaitable<void> ControlServer::Impl::session(std::shared_ptr<Impl> self,
                                             std::shared_ptr<stream_protocol::socket> socket) {
    std::shared_ptr<Waiter> waiter = clock.waiter();
    boost::asio::co_spawn(executor, watch(self, socket, waiter), [](std::exception_ptr error) {
        if (error) std::rethrow_exception(error);
    });
    try {
        co_await talk(socket);
    } catch (const boost::system::system_error&) {
        boost::system::error_code gone; // as the other side, which went away or took too long
        socket->close(gone);
    }
    waiter->stop();
}

awaitable<void> ControlServer::Impl::talk(std::shared_ptr<stream_protocol::socket> socket) {
    std::string words;
    while (!words.ends_with("\n\n") && words.size() <= max_request) {
        char part[1'024];
        auto room = boost::asio::buffer(part);
        auto count = co_await socket->async_read_some(room, boost::asio::use_awaitable);
        words.append(part, count);
    }
    auto request = request_in(words);
    ControlAnswer answer;
    if (request)
        answer = co_await handle(std::move(*request));
    else
        answer.problems = {{"control", "the request cannot be read; is it of another version?"}};
    auto text = words_of(answer);
    auto bytes = boost::asio::buffer(text);
    co_await boost::asio::async_write(*socket, bytes, boost::asio::use_awaitable);
    socket->close();
}

awaitable<void> ControlServer::Impl::watch(std::shared_ptr<Impl>, std::shared_ptr<stream_protocol::socket> socket,
                                           std::shared_ptr<Waiter> waiter) {
    auto end = clock.now() + control_time;
    auto woken = co_await waiter->until(end);
    boost::system::error_code gone; // it may be closed already
    if (woken == Wake::time) socket->close(gone);
}

std::string control_path(const std::string& home) { return home + "/vera.sock"; }

namespace {

// A socket that nobody listens on is left over from a process that was killed.
void make_way(const std::string& path) {
    struct stat info {};
    if (::lstat(path.c_str(), &info) != 0) return;
    if (!S_ISSOCK(info.st_mode)) throw std::runtime_error(path + " is in the way of the control socket");
    boost::asio::io_context network;
    stream_protocol::socket probe(network);
    boost::system::error_code error;
    probe.connect(stream_protocol::endpoint(path), error);
    if (!error)
        throw std::runtime_error("another Vera, " + process_at(probe) + ", serves from this home already (" + path +
                                 ")");
    if (error != boost::asio::error::connection_refused)
        throw std::runtime_error("the control socket " + path + " cannot be made: " + error.message());
    ::unlink(path.c_str());
}

// Who listens at the other end.
std::string process_at(stream_protocol::socket& socket) {
    struct ucred peer {};
    socklen_t size = sizeof peer;
    auto known = ::getsockopt(socket.native_handle(), SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 && peer.pid > 0;
    return known ? "process " + std::to_string(peer.pid) : "a process of another machine or container";
}

bool is_ours(stream_protocol::socket& socket) {
    struct ucred peer {};
    socklen_t size = sizeof peer;
    if (::getsockopt(socket.native_handle(), SOL_SOCKET, SO_PEERCRED, &peer, &size) != 0) return false;
    return peer.uid == ::geteuid() || peer.uid == 0;
}

} // namespace

} // namespace vera
