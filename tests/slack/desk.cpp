#include "tests/slack/desk.hpp"

#include <algorithm>
#include <utility>

namespace vera::slack::rig {

namespace {

json fields_of(const std::string& form);
std::string unescaped(const std::string&);

} // namespace

HttpEnd answered(const json& body, int status, Headers headers) {
    HttpEnd end;
    end.end = HttpEnd::End::answered;
    end.answer = {status, std::move(headers), body.dump()};
    return end;
}

HttpEnd failed(HttpEnd::End how) { return {how, {}, "told to"}; }

json ok(const json& more) {
    json body = {{"ok", true}};
    body.update(more);
    return body;
}

json error(const std::string& code) { return {{"ok", false}, {"error", code}}; }

boost::asio::awaitable<HttpEnd> ScriptedHttp::send(HttpRequest request) {
    auto method = request.target.substr(request.target.rfind('/') + 1);
    auto is_form = header(request.headers, "content-type").starts_with("application/x-www-form-urlencoded");
    calls.push_back({method, is_form ? fields_of(request.body) : json::parse(request.body), request, clock_.now()});
    if (slow == method) {
        slow.clear();
        co_await waiter_->until_woken();
    }
    auto& script = once[method];
    auto end = answered(ok());
    if (!script.empty()) {
        end = script.front();
        script.pop_front();
    } else if (always.contains(method)) {
        end = always[method];
    }
    co_return end;
}

std::vector<Call> ScriptedHttp::of(const std::string& method) const {
    std::vector<Call> found;
    std::ranges::copy_if(calls, std::back_inserter(found), [&](const auto& call) { return call.method == method; });
    return found;
}

std::vector<std::string> ScriptedHttp::methods() const {
    std::vector<std::string> found;
    for (const auto& call : calls) found.push_back(call.method);
    return found;
}

void Desk::settle() {
    do {
        network.restart();
    } while (network.poll() > 0);
}

void Desk::pass(Duration time) {
    for (auto end = clock.now() + time; clock.now() < end;) {
        clock.advance_to(std::min(clock.next().value_or(end), end));
        settle();
    }
}

namespace {

json fields_of(const std::string& form) {
    auto fields = json::object();
    for (std::size_t at = 0; at < form.size();) {
        auto end = std::min(form.find('&', at), form.size());
        auto equals = form.find('=', at);
        fields[unescaped(form.substr(at, equals - at))] = unescaped(form.substr(equals + 1, end - equals - 1));
        at = end + 1;
    }
    return fields;
}

std::string unescaped(const std::string& text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            plain += text[i];
            continue;
        }
        plain += static_cast<char>(std::stoi(text.substr(i + 1, 2), nullptr, 16));
        i += 2;
    }
    return plain;
}

} // namespace

} // namespace vera::slack::rig
