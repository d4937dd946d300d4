#include "tests/net/rig.hpp"

#include <boost/asio/read.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

#include <cstdlib>
#include <filesystem>

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

awaitable<void> pass_on(std::shared_ptr<tcp::socket> from, std::shared_ptr<tcp::socket> to, std::string* seen) {
    std::string bytes(16 * 1024, ' ');
    error_code error;
    auto token = asio::redirect_error(asio::use_awaitable, error);
    while (!error) {
        auto size = co_await from->async_read_some(asio::buffer(bytes), token);
        if (seen) seen->append(bytes, 0, size);
        if (!error) send(*to, bytes.substr(0, size));
    }
    error_code ignored; // the other side may be gone
    to->close(ignored);
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
    : acceptor_(network.executor(), tcp::endpoint(asio::ip::address_v4::loopback(), 0)) {}

std::string RawServer::address() const { return "127.0.0.1:" + std::to_string(port()); }

awaitable<tcp::socket> RawServer::accept() {
    auto socket = co_await acceptor_.async_accept(asio::use_awaitable);
    co_return socket;
}

awaitable<std::string> read_until(tcp::socket& socket, std::string end) {
    std::string bytes;
    auto buffer = asio::dynamic_buffer(bytes);
    error_code error;
    auto token = asio::redirect_error(asio::use_awaitable, error);
    co_await asio::async_read_until(socket, buffer, end, token);
    co_return bytes;
}

awaitable<std::string> read_bytes(tcp::socket& socket, std::size_t size) {
    std::string bytes;
    bytes.resize(size);
    error_code error;
    auto token = asio::redirect_error(asio::use_awaitable, error);
    auto read = co_await asio::async_read(socket, asio::buffer(bytes), token);
    co_return bytes.substr(0, read);
}

awaitable<std::string> read_all(tcp::socket& socket) {
    std::string bytes;
    auto buffer = asio::dynamic_buffer(bytes);
    error_code error;
    auto token = asio::redirect_error(asio::use_awaitable, error);
    co_await asio::async_read(socket, buffer, token);
    co_return bytes;
}

void send(tcp::socket& socket, const std::string& bytes) { asio::write(socket, asio::buffer(bytes)); }

bool holds(const std::string& text, const std::string& part) { return text.find(part) != text.npos; }

awaitable<std::string> tunnel(RawServer& proxy, unsigned short to, std::string& seen) {
    auto come = co_await proxy.accept();
    auto client = std::make_shared<tcp::socket>(std::move(come)); // shared by the two directions
    auto asked = co_await read_until(*client, "\r\n\r\n");
    auto host = std::make_shared<tcp::socket>(client->get_executor());
    host->connect({asio::ip::address_v4::loopback(), to});
    send(*client, "HTTP/1.1 200 Connection established\r\n\r\n");
    auto executor = client->get_executor();
    asio::co_spawn(executor, pass_on(client, host, &seen), [](std::exception_ptr) {});
    asio::co_spawn(executor, pass_on(host, client, nullptr), [](std::exception_ptr) {});
    co_return asked;
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

Outside trusting() {
    Outside outside;
    outside.ca_file = certificates().authority();
    return outside;
}

awaitable<bool> answer_and_close(RawServer& server, std::vector<std::string> answers) {
    for (const auto& answer : answers) {
        auto socket = co_await server.accept();
        co_await read_until(socket, "\r\n\r\n");
        send(socket, answer);
    }
    co_return true;
}

} // namespace vera::net
