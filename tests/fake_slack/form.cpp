#include "tests/fake_slack/form.hpp"

#include <cctype>

namespace vera::fake_slack {

namespace {

std::string decoded(const std::string&);
std::string encoded(const std::string&);

} // namespace

nlohmann::json form_fields(const std::string& body) {
    auto found = nlohmann::json::object();
    for (std::size_t at = 0; at < body.size();) {
        const auto end = std::min(body.find('&', at), body.size());
        const auto field = body.substr(at, end - at);
        const auto equals = std::min(field.find('='), field.size());
        const auto value = equals < field.size() ? field.substr(equals + 1) : "";
        if (!field.empty()) found[decoded(field.substr(0, equals))] = decoded(value);
        at = end + 1;
    }
    return found;
}

std::string form_body(const nlohmann::json& fields) {
    std::string body;
    for (auto& [name, value] : fields.items())
        body += (body.empty() ? "" : "&") + encoded(name) + "=" + encoded(value.get<std::string>());
    return body;
}

namespace {

std::string decoded(const std::string& text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '%' && at + 2 < text.size()) {
            out += static_cast<char>(std::stoi(text.substr(at + 1, 2), nullptr, 16));
            at += 2;
        } else {
            out += text[at] == '+' ? ' ' : text[at];
        }
    }
    return out;
}

std::string encoded(const std::string& text) {
    constexpr auto digits = "0123456789ABCDEF";
    std::string out;
    for (const char letter : text) {
        const auto byte = static_cast<unsigned char>(letter);
        if (std::isalnum(byte) || letter == '-' || letter == '_' || letter == '.')
            out += letter;
        else
            out += {'%', digits[byte / 16], digits[byte % 16]};
    }
    return out;
}

} // namespace

} // namespace vera::fake_slack
