// Which URLs lead anywhere, and which way.
#include "bot/address.hpp"

#include "tests/support/catch.hpp"

#include <stdexcept>

namespace vera::net {

TEST_CASE("a URL is read into host, port and target", "[address]") {
    auto api = read_address("https://Slack.com/api/auth.test?x=%20y#part", "http");
    REQUIRE(api);
    CHECK(api->tls);
    CHECK(api->host == "slack.com");
    CHECK(api->port == 443);
    CHECK(api->target == "/api/auth.test?x=%20y");
    CHECK(host_for_header(*api) == "slack.com");
    CHECK(host_and_port(*api) == "slack.com:443");
    auto link = read_address("wss://wss-primary.slack.com?ticket=1", "ws");
    REQUIRE(link);
    CHECK(link->target == "/?ticket=1");
    auto local = read_address("http://[::1]:8080", "http");
    REQUIRE(local);
    CHECK_FALSE(local->tls);
    CHECK(local->target == "/");
    CHECK(host_for_header(*local) == "[::1]:8080");
}

TEST_CASE("what is no such URL is refused", "[address]") {
    for (std::string url : {"", "slack.com", "https://", "https:///x", "https://a:99999/", "https://a:0/", "wss://a/",
                            "https://a b/", "https://a/\r\nX: y", "https://u:p@a/", "http://slack.com/",
                            "http://127.0.0.1.example.com/", "http://localhost.example.com/", "http://0.0.0.0/"}) {
        INFO(url);
        CHECK_FALSE(read_address(url, "http"));
    }
    CHECK(read_address("https://a/" + std::string(max_url - 10, 'x'), "http"));
    CHECK_FALSE(read_address("https://a/" + std::string(max_url - 9, 'x'), "http"));
}

TEST_CASE("a proxy has a host, perhaps a user, and no TLS of its own", "[address]") {
    auto proxy = read_proxy("http://ann:p%40ss@proxy.example:3128");
    REQUIRE(proxy);
    CHECK(proxy->host == "proxy.example");
    CHECK(proxy->port == 3128);
    CHECK(proxy->user == "ann:p@ss");
    CHECK_FALSE(read_proxy("https://proxy.example"));
    CHECK_FALSE(read_proxy("proxy.example:3128"));
}

TEST_CASE("NO_PROXY names hosts and whatever is below them", "[address]") {
    const std::string list = "localhost, .Corp.example,10.0.0.1,, intern";
    for (std::string host : {"localhost", "corp.example", "a.corp.example", "10.0.0.1", "intern", "x.intern"}) {
        INFO(host);
        CHECK(names_host(list, host));
    }
    for (std::string host : {"slack.com", "notcorp.example", "example", "110.0.0.1", "1.10.0.0.1", "internal"}) {
        INFO(host);
        CHECK_FALSE(names_host(list, host));
    }
    CHECK(names_host("*", "slack.com"));
    CHECK_FALSE(names_host("", "slack.com"));
}

TEST_CASE("an address to listen on is an IP address and a port", "[address]") {
    CHECK(listen_endpoint("127.0.0.1:8080").port() == 8080);
    CHECK(listen_endpoint("[::1]:0").address().is_v6());
    for (std::string address : {"", "8080", "localhost:80", "127.0.0.1", "127.0.0.1:", "127.0.0.1:x", "127.0.0.1:70000",
                                "127.0.0.1:-1", "::1"}) {
        INFO(address);
        CHECK_THROWS_AS(listen_endpoint(address), std::runtime_error);
    }
}

} // namespace vera::net
