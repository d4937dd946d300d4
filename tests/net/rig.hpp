#pragma once
// Real sockets on loopback: one io_context driven until something has come out, certificates of an authority made
// for the run, and a peer that speaks bytes, for what no decent server or client would say.
#include "bot/http_client.hpp"
#include "bot/http_server.hpp"
#include "bot/websocket.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace vera::net {

using boost::asio::awaitable;
using boost::asio::ip::tcp;

inline constexpr Duration soon = std::chrono::milliseconds{60}; // a deadline that is meant to pass

struct Network {
    boost::asio::io_context context;
    boost::asio::any_io_executor executor() { return context.get_executor(); }

    template <class T> using Later = std::shared_ptr<std::optional<T>>; // shared with the work
    // Goes on beside the test, whenever the network is driven.
    template <class T> Later<T> start(awaitable<T> work) {
        auto result = std::make_shared<std::optional<T>>();
        boost::asio::co_spawn(context, std::move(work), [result](std::exception_ptr error, T value) {
            if (error) std::rethrow_exception(error);
            *result = std::move(value);
        });
        return result;
    }
    template <class T> T wait(const Later<T>& later) {
        drive([&] { return later->has_value(); });
        return std::move(**later);
    }
    template <class T> T run(awaitable<T> work) { return wait(start(std::move(work))); }
    // Fails by an exception when nothing is left to happen, or nothing happens for ten seconds.
    template <class Condition> void drive(Condition until) {
        context.restart();
        while (!until())
            if (context.run_one_for(std::chrono::seconds{10}) == 0)
                throw std::runtime_error("nothing happens any more");
    }
};

// PEM files in a folder of their own, gone with it.
class Certificates {
public:
    Certificates();
    ~Certificates();
    Certificates(const Certificates&) = delete;
    std::string authority() const { return folder_ + "/ca.pem"; }
    TlsFiles for_host(const std::string& name); // signed by the authority

private:
    std::string folder_;
};
Certificates& certificates(); // made once a run

// A listener that takes connections and leaves every byte to the test.
class RawServer {
public:
    explicit RawServer(Network&);
    std::string address() const; // "127.0.0.1:12345"
    unsigned short port() const { return acceptor_.local_endpoint().port(); }
    awaitable<tcp::socket> accept();

private:
    tcp::acceptor acceptor_;
};

awaitable<std::string> read_until(tcp::socket&, std::string end); // what came before the peer closed, at most
awaitable<std::string> read_bytes(tcp::socket&, std::size_t);
awaitable<std::string> read_all(tcp::socket&); // until the peer closes
void send(tcp::socket&, const std::string& bytes);
bool holds(const std::string& text, const std::string& part);
// Passes a CONNECT on to a port of this machine, whatever the host; gives what it was asked, and keeps in `seen`
// every byte the client sent after that.
awaitable<std::string> tunnel(RawServer&, unsigned short to, std::string& seen);
tcp::socket connect(Network&, unsigned short port);

HttpRequest get(std::string url);
HttpRequest post(std::string url, std::string body);
ServerOptions on_loopback(ServerLimits limits = {});
Outside trusting(); // the authority of certificates()
// Answers the connections that come, each with the bytes given and an end.
awaitable<bool> answer_and_close(RawServer&, std::vector<std::string> answers);

} // namespace vera::net
