#pragma once
// One TCP connection, with TLS or without: one type, so that Beast's templates are compiled once and nobody
// asks which of the two it is. Knows no HTTP. Stays alive while something is under way on it.
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace vera {

class Wire : public std::enable_shared_from_this<Wire> {
public:
    using executor_type = boost::asio::any_io_executor;
    using Done = std::function<void(boost::system::error_code, std::size_t)>;

    explicit Wire(executor_type executor) : socket_(std::move(executor)) {}
    explicit Wire(boost::asio::ip::tcp::socket socket) : socket_(std::move(socket)) {}

    executor_type get_executor() { return socket_.get_executor(); }
    boost::asio::ip::tcp::socket& socket() { return socket_; }

    // TLS from here on; as a client the name must be the one of the certificate.
    boost::asio::awaitable<boost::system::error_code> secure_client(boost::asio::ssl::context&, std::string host);
    boost::asio::awaitable<boost::system::error_code> secure_server(boost::asio::ssl::context&);
    boost::asio::awaitable<boost::system::error_code> write(std::string bytes); // all of them

    // Asio's AsyncStream.
    template <class Buffers, class Token> auto async_read_some(const Buffers& buffers, Token&& token) {
        auto start = [self = shared_from_this()](auto handler, boost::asio::mutable_buffer into) {
            self->read_some(into, erased(std::move(handler)));
        };
        return boost::asio::async_initiate<Token, void(boost::system::error_code, std::size_t)>(
            std::move(start), token, first_with_bytes<boost::asio::mutable_buffer>(buffers));
    }
    template <class Buffers, class Token> auto async_write_some(const Buffers& buffers, Token&& token) {
        out_.resize(std::min(boost::asio::buffer_size(buffers), tls_record));
        boost::asio::buffer_copy(boost::asio::buffer(out_), buffers);
        auto start = [self = shared_from_this()](auto handler) { self->write_some(erased(std::move(handler))); };
        return boost::asio::async_initiate<Token, void(boost::system::error_code, std::size_t)>(std::move(start),
                                                                                                token);
    }

    // Says that nothing more comes and reads away what the peer still sends, until it closes too: closed with
    // something unread, the system would tell the peer to throw our last bytes away.
    boost::asio::awaitable<void> leave();

    bool is_quiet(); // open, and nothing has come in: no goodbye either
    void cancel();   // ends what is under way; the connection can still be written to
    void close();    // for good; a connect under way ends too
    bool closed() const { return closed_; }

private:
    static constexpr std::size_t tls_record = 16 * 1024; // what goes out at once: one record, one system call

    template <class Handler> static Done erased(Handler handler) {
        auto kept = std::make_shared<Handler>(std::move(handler)); // a std::function must be copyable
        return [kept](boost::system::error_code error, std::size_t bytes) { (*kept)(error, bytes); };
    }
    template <class Buffer, class Buffers> static Buffer first_with_bytes(const Buffers& buffers) {
        const auto end = boost::asio::buffer_sequence_end(buffers);
        for (auto at = boost::asio::buffer_sequence_begin(buffers); at != end; ++at)
            if (Buffer(*at).size() > 0) return *at;
        return {};
    }
    void read_some(boost::asio::mutable_buffer, Done);
    void write_some(Done);

    boost::asio::ip::tcp::socket socket_;
    std::optional<boost::asio::ssl::stream<boost::asio::ip::tcp::socket&>> tls_;
    std::string out_; // of the one write under way
    bool closed_ = false;
};

// TLS 1.2 or newer, for a client the system's authorities and those of `ca_file` (PEM) besides. Throws
// std::runtime_error with a sentence.
std::shared_ptr<boost::asio::ssl::context> client_tls(const std::string& ca_file);
std::shared_ptr<boost::asio::ssl::context> server_tls(const std::string& certificate, const std::string& key);

} // namespace vera
