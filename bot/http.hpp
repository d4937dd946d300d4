#pragma once
// HTTP as the rest of the shell sees it: whole requests and answers, and how a call ended. The port `Http`
// is http_client.cpp in production and a fake in the simulation.
#include "core/time.hpp"

#include <boost/asio/awaitable.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vera {

using Headers = std::vector<std::pair<std::string, std::string>>; // names in lower case when they come in

struct HttpRequest {
    std::string method = "POST";
    std::string target; // the client: a whole URL; the server: path and query
    Headers headers;
    std::string body;
    Duration timeout = std::chrono::seconds{10}; // of the whole call, connecting included
    std::size_t most = 4 * 1024 * 1024;          // bytes of the answer's body
};

struct HttpAnswer {
    int status = 200;
    Headers headers;
    std::string body;
};

// How a call ended. `not_sent` is a definite no: name, connection or TLS failed before the first byte of the
// request went out. `unsure`: it may have been carried out.
struct HttpEnd {
    enum class End { answered, not_sent, unsure };
    End end = End::not_sent;
    HttpAnswer answer;  // for `answered`
    std::string reason; // for the others, for the log: never a body, a token or a query
};

class Http {
public:
    virtual ~Http() = default;
    virtual boost::asio::awaitable<HttpEnd> send(HttpRequest) = 0; // never throws, never tries again
};

// The first header of that name (lower case), or "".
std::string_view header(const Headers&, std::string_view name);

} // namespace vera
