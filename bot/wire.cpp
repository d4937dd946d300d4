#include "bot/wire.hpp"

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl/host_name_verification.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

#include <array>
#include <stdexcept>

namespace vera {

namespace asio = boost::asio;
using boost::system::error_code;

namespace {

std::shared_ptr<asio::ssl::context> tls_context(asio::ssl::context::method);
void must_work(const error_code&, const std::string& what);

} // namespace

asio::awaitable<error_code> Wire::secure_client(asio::ssl::context& context, std::string host) {
    auto self = shared_from_this();
    tls_.emplace(socket_, context);
    error_code error;
    tls_->set_verify_callback(asio::ssl::host_name_verification(host), error);
    const bool is_name = host.find(':') == host.npos && host.find_first_not_of("0123456789.") != host.npos;
    if (is_name) SSL_set_tlsext_host_name(tls_->native_handle(), host.c_str()); // an IP address has no SNI
    auto token = asio::redirect_error(asio::use_awaitable, error);
    co_await tls_->async_handshake(asio::ssl::stream_base::client, token);
    co_return error;
}

asio::awaitable<error_code> Wire::secure_server(asio::ssl::context& context) {
    auto self = shared_from_this();
    tls_.emplace(socket_, context);
    error_code error;
    auto token = asio::redirect_error(asio::use_awaitable, error);
    co_await tls_->async_handshake(asio::ssl::stream_base::server, token);
    co_return error;
}

asio::awaitable<error_code> Wire::write(std::string bytes) {
    auto self = shared_from_this();
    error_code error;
    auto token = asio::redirect_error(asio::use_awaitable, error);
    co_await asio::async_write(*this, asio::buffer(bytes), token);
    co_return error;
}

asio::awaitable<void> Wire::leave() {
    auto self = shared_from_this();
    error_code error;
    socket_.shutdown(asio::socket_base::shutdown_send, error);
    auto token = asio::redirect_error(asio::use_awaitable, error);
    std::array<char, 4096> unread;
    auto room = asio::buffer(unread);
    while (!error) co_await socket_.async_read_some(room, token);
    close();
}

bool Wire::is_quiet() {
    char byte = 0;
    error_code error;
    socket_.non_blocking(true, error);
    if (error) return false;
    socket_.receive(asio::buffer(&byte, 1), asio::socket_base::message_peek, error);
    return error == asio::error::would_block;
}

void Wire::cancel() {
    error_code ignored; // it is closed already
    socket_.cancel(ignored);
}

void Wire::close() {
    closed_ = true;
    error_code ignored; // closed already, or the peer was faster
    socket_.shutdown(asio::socket_base::shutdown_both, ignored);
    socket_.close(ignored);
}

void Wire::read_some(asio::mutable_buffer into, Done done) {
    auto end = [self = shared_from_this(), done = std::move(done)](error_code error, std::size_t bytes) {
        done(error, bytes);
    };
    if (tls_)
        tls_->async_read_some(asio::mutable_buffer(into), std::move(end));
    else
        socket_.async_read_some(asio::mutable_buffer(into), std::move(end));
}

void Wire::write_some(Done done) {
    auto end = [self = shared_from_this(), done = std::move(done)](error_code error, std::size_t bytes) {
        done(error, bytes);
    };
    if (tls_)
        tls_->async_write_some(asio::buffer(std::as_const(out_)), std::move(end));
    else
        socket_.async_write_some(asio::buffer(std::as_const(out_)), std::move(end));
}

std::shared_ptr<asio::ssl::context> client_tls(const std::string& ca_file) {
    auto context = tls_context(asio::ssl::context::tls_client);
    error_code error;
    context->set_default_verify_paths(error);
    must_work(error, "the system's certificate authorities cannot be read");
    if (!ca_file.empty()) context->load_verify_file(ca_file, error);
    must_work(error, "the certificate authorities in " + ca_file + " cannot be read");
    context->set_verify_mode(asio::ssl::verify_peer);
    return context;
}

std::shared_ptr<asio::ssl::context> server_tls(const std::string& certificate, const std::string& key) {
    auto context = tls_context(asio::ssl::context::tls_server);
    error_code error;
    context->use_certificate_chain_file(certificate, error);
    must_work(error, "the certificate in " + certificate + " cannot be read");
    context->use_private_key_file(key, asio::ssl::context::pem, error);
    must_work(error, "the key in " + key + " cannot be read");
    return context;
}

namespace {

std::shared_ptr<asio::ssl::context> tls_context(asio::ssl::context::method method) {
    auto context = std::make_shared<asio::ssl::context>(method);
    SSL_CTX_set_min_proto_version(context->native_handle(), TLS1_2_VERSION);
    return context;
}

void must_work(const error_code& error, const std::string& what) {
    if (error) throw std::runtime_error(what + ": " + error.message());
}

} // namespace

} // namespace vera
