#include "bot/slack/text_in.hpp"

#include "core/text.hpp"

#include <array>
#include <utility>

namespace vera::slack {

namespace {

struct Token {
    std::string_view target, label; // <target|label>
};

std::string without_tokens(std::string_view sent, std::string_view own_user);
Token token_in(std::string_view inside);
std::string shown(const Token&, std::string_view own_user);
std::string shown_link(const Token&);
std::string without_entities(std::string_view text);

} // namespace

std::string text_in(std::string_view sent, std::string_view own_user) {
    return clean(without_entities(without_tokens(sent.substr(0, max_text_bytes), own_user)));
}

std::string label_in(std::string_view sent) { return clean(without_entities(sent.substr(0, max_text_bytes))); }

namespace {

// A < that begins no token stands for itself.
std::string without_tokens(std::string_view sent, std::string_view own_user) {
    std::string out;
    std::size_t at = 0;
    while (at < sent.size()) {
        const auto open = sent.find('<', at);
        out += sent.substr(at, open - at);
        if (open == sent.npos) break;
        const auto end = sent.find_first_of("<>", open + 1);
        if (end == sent.npos || sent[end] == '<' || end == open + 1 || sent[open + 1] == '|') {
            out += '<';
            at = open + 1;
        } else {
            out += shown(token_in(sent.substr(open + 1, end - open - 1)), own_user);
            at = end + 1;
        }
    }
    return out;
}

Token token_in(std::string_view inside) {
    const auto bar = inside.find('|');
    if (bar == inside.npos) return {inside, ""};
    return {inside.substr(0, bar), inside.substr(bar + 1)};
}

std::string shown(const Token& token, std::string_view own_user) {
    const char kind = token.target.front();
    const auto name = token.target.substr(kind == '@' || kind == '#' || kind == '!');
    if (kind == '@' && !own_user.empty() && name == own_user) return "";
    if (kind == '@' || kind == '#') return kind + std::string{token.label.empty() ? name : token.label};
    if (kind != '!') return shown_link(token);
    const bool is_date = name.starts_with("date^");
    if (!token.label.empty()) return std::string{is_date || token.label.front() == '@' ? "" : "@"}.append(token.label);
    return "@" + std::string{name.substr(0, name.find('^'))};
}

// A bare address gets its own text as label; somebody who made the label means both.
std::string shown_link(const Token& token) {
    const std::string target{token.target}, label{token.label};
    if (label.empty()) return target;
    if (!target.starts_with("http") || target.find(label) != target.npos) return label;
    return label + " (" + target + ")";
}

std::string without_entities(std::string_view text) {
    constexpr std::array<std::pair<std::string_view, char>, 3> entities = {
        {{"&lt;", '<'}, {"&gt;", '>'}, {"&amp;", '&'}}};
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        std::size_t used = 0;
        for (const auto& [entity, sign] : entities) {
            if (!text.starts_with(entity)) continue;
            out += sign;
            used = entity.size();
        }
        if (used == 0) out += text[0];
        text.remove_prefix(used == 0 ? 1 : used);
    }
    return out;
}

} // namespace

} // namespace vera::slack
