#include "bot/admin_routes.hpp"

namespace vera {

namespace {

HttpAnswer text(int status, std::string body) { return {status, {{"content-type", "text/plain"}}, std::move(body)}; }

} // namespace

boost::asio::awaitable<HttpAnswer> AdminRoutes::answer(HttpRequest request) const {
    auto path = request.target.substr(0, request.target.find('?'));
    auto known = path == "/healthz" || path == "/readyz" || path == "/metrics";
    if (!known) co_return text(404, "not found\n");
    if (request.method != "GET") co_return text(405, "only GET\n");
    if (path == "/healthz") co_return text(200, "alive\n");
    std::string said;
    try {
        if (path == "/metrics")
            said = co_await metrics();
        else
            said = co_await trouble();
    } catch (const std::exception&) { // its text is not for whoever asks here
        co_return text(503, "the database does not answer\n");
    }
    if (path == "/metrics") co_return HttpAnswer{200, {{"content-type", "text/plain; version=0.0.4"}}, said};
    co_return said.empty() ? text(200, "ready\n") : text(503, said + "\n");
}

} // namespace vera
