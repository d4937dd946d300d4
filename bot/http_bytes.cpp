#include "bot/http_bytes.hpp"

#include "core/must.hpp"

namespace vera {

namespace {

void add(std::string& bytes, const std::string& name, const std::string& value);
void add(std::string& bytes, const Headers&);

} // namespace

std::string bytes_of(const HttpRequest& request, const Address& to) {
    MUST(request.method.find_first_of(" \r\n") == std::string::npos);
    std::string bytes = request.method + " " + to.target + " HTTP/1.1";
    add(bytes, "host", host_for_header(to));
    add(bytes, "user-agent", "Vera");
    add(bytes, request.headers);
    const bool has_body = !request.body.empty() || (request.method != "GET" && request.method != "HEAD");
    if (has_body) add(bytes, "content-length", std::to_string(request.body.size()));
    return bytes + "\r\n\r\n" + request.body;
}

std::string bytes_of(const HttpAnswer& answer, bool to_head, bool keep_alive) {
    const bool has_body = answer.status >= 200 && answer.status != 204 && answer.status != 304;
    std::string bytes = "HTTP/1.1 " + std::to_string(answer.status) + " "; // the reason is optional, and nobody's
    add(bytes, answer.headers);
    if (!keep_alive) add(bytes, "connection", "close");
    if (has_body) add(bytes, "content-length", std::to_string(answer.body.size()));
    return bytes + "\r\n\r\n" + (has_body && !to_head ? answer.body : "");
}

namespace {

void add(std::string& bytes, const Headers& headers) {
    for (const auto& [name, value] : headers) add(bytes, name, value);
}

void add(std::string& bytes, const std::string& name, const std::string& value) {
    MUST(name.find_first_of(": \r\n") == std::string::npos);
    MUST(value.find_first_of("\r\n") == std::string::npos);
    bytes += "\r\n" + name + ": " + value;
}

} // namespace

} // namespace vera
