#pragma once
// A server that remembers what it was asked, and answers with the body; with TLS when it has a name.
#include "tests/net/rig.hpp"

namespace vera::net {

struct Echo {
    std::vector<HttpRequest> asked;
    HttpServer server;
    explicit Echo(Network& network, std::string certificate_name = {})
        : server(network.executor(), options(certificate_name),
                 [this](HttpRequest request) { return answer(request); }) {}
    awaitable<HttpAnswer> answer(HttpRequest request) {
        asked.push_back(request);
        co_return HttpAnswer{200, {{"X-Path", request.target}}, request.body};
    }
    static ServerOptions options(const std::string& name) {
        auto result = on_loopback();
        if (!name.empty()) result.tls = certificates().for_host(name);
        return result;
    }
    std::string url(const std::string& rest) const {
        return "http://127.0.0.1:" + std::to_string(server.port()) + rest;
    }
    std::string https(const std::string& host, const std::string& rest) const {
        return "https://" + host + ":" + std::to_string(server.port()) + rest;
    }
};

} // namespace vera::net
