#include "tests/net/rig.hpp"

#include <boost/asio/read.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace vera::net {

namespace asio = boost::asio;
using boost::system::error_code;

namespace {

void run_command(const std::string& command) {
    if (std::system((command + " 2>/dev/null").c_str()) != 0) throw std::runtime_error("failed: " + command);
}

std::string new_key(const std::string& file) {
    return "openssl req -x509 -nodes -newkey ec -pkeyopt ec_paramgen_curve:P-256 -days 2 -keyout " + file;
}

} // namespace

Certificates::Certificates() {
    auto pattern = (std::filesystem::temp_directory_path() / "vera-net-XXXXXX").string();
    if (!mkdtemp(pattern.data())) throw std::runtime_error("no temporary folder");
    folder_ = pattern;
    run_command(new_key(folder_ + "/ca.key") + " -out " + authority() + " -subj /CN=test-authority");
}

Certificates::~Certificates() { std::filesystem::remove_all(folder_); }

TlsFiles Certificates::for_host(const std::string& name) {
    TlsFiles files{folder_ + "/" + name + ".pem", folder_ + "/" + name + ".key"};
    if (std::filesystem::exists(files.certificate)) return files;
    run_command(new_key(files.key) + " -out " + files.certificate + " -subj /CN=" + name +
                " -addext subjectAltName=DNS:" + name + " -addext basicConstraints=CA:FALSE -CA " + authority() +
                " -CAkey " + folder_ + "/ca.key");
    return files;
}

Certificates& certificates() {
    static Certificates made;
    return made;
}

RawServer::RawServer(Network& network)
    : network_(network), acceptor_(network.executor(), tcp::endpoint(asio::ip::address_v4::loopback(), 0)) {}

std::string RawServer::address() const { return "127.0.0.1:" + std::to_string(port()); }

tcp::socket RawServer::accept() {
    std::optional<tcp::socket> come;
    acceptor_.async_accept([&](const error_code& error, tcp::socket socket) {
        if (!error) come = std::move(socket);
    });
    network_.drive([&] { return come.has_value(); });
    return std::move(*come);
}

awaitable<tcp::socket> RawServer::next() {
    auto socket = co_await acceptor_.async_accept(asio::use_awaitable);
    co_return socket;
}

awaitable<std::string> read_until(tcp::socket& socket, std::string end) {
    std::string bytes;
    auto buffer = asio::dynamic_buffer(bytes);
    error_code error;
    auto token = asio::redirect_error(asio::use_awaitable, error);
    co_await asio::async_read_until(socket, buffer, end, token);
    co_return error ? "" : bytes;
}

awaitable<bool> send_bytes(tcp::socket& socket, std::string bytes) {
    error_code error;
    auto token = asio::redirect_error(asio::use_awaitable, error);
    co_await asio::async_write(socket, asio::buffer(bytes), token);
    co_return !error;
}

awaitable<std::string> read_all(tcp::socket& socket) {
    std::string bytes;
    auto buffer = asio::dynamic_buffer(bytes);
    error_code error;
    auto token = asio::redirect_error(asio::use_awaitable, error);
    co_await asio::async_read(socket, buffer, token);
    co_return bytes;
}

tcp::socket connect(Network& network, unsigned short port) {
    tcp::socket socket(network.executor());
    socket.connect({asio::ip::address_v4::loopback(), port});
    return socket;
}

HttpRequest get(std::string url) {
    HttpRequest request;
    request.method = "GET";
    request.target = std::move(url);
    request.timeout = std::chrono::seconds{8};
    return request;
}

HttpRequest post(std::string url, std::string body) {
    HttpRequest request = get(std::move(url));
    request.method = "POST";
    request.body = std::move(body);
    return request;
}

ServerOptions on_loopback(ServerLimits limits) {
    ServerOptions options;
    options.address = "127.0.0.1:0";
    options.limits = limits;
    return options;
}

} // namespace vera::net
