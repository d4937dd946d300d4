// application/x-www-form-urlencoded, as WHATWG's URL standard reads it (section 5.1).
#include "bot/slack/reading.hpp"

namespace vera::slack {

namespace {

std::string plain(std::string_view encoded);
int nibble(char hex);

} // namespace

FormFields form_fields(std::string_view body) {
    FormFields fields;
    while (!body.empty() && fields.size() < max_body_fields) {
        const auto pair = body.substr(0, body.find('&'));
        body.remove_prefix(std::min(pair.size() + 1, body.size()));
        const auto equals = std::min(pair.find('='), pair.size());
        if (equals == 0) continue;
        fields.emplace(plain(pair.substr(0, equals)), plain(pair.substr(std::min(equals + 1, pair.size()))));
    }
    return fields;
}

namespace {

// A percent sign that begins no byte stands for itself.
std::string plain(std::string_view encoded) {
    std::string out;
    out.reserve(encoded.size());
    for (std::size_t i = 0; i < encoded.size(); ++i) {
        const int high = i + 2 < encoded.size() ? nibble(encoded[i + 1]) : -1;
        const int low = high >= 0 ? nibble(encoded[i + 2]) : -1;
        if (encoded[i] == '%' && low >= 0) {
            out += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            out += encoded[i] == '+' ? ' ' : encoded[i];
        }
    }
    return out;
}

int nibble(char hex) {
    if (hex >= '0' && hex <= '9') return hex - '0';
    if (hex >= 'a' && hex <= 'f') return hex - 'a' + 10;
    return hex >= 'A' && hex <= 'F' ? hex - 'A' + 10 : -1;
}

} // namespace

} // namespace vera::slack
