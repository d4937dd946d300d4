#include "bot/slack/escape.hpp"

#include "core/text.hpp"
#include "core/utf8.hpp"

namespace vera::slack {

namespace {

std::string one_line(std::string_view text);
std::string_view escaped(std::string_view character);
std::string cut(const std::string& text, std::size_t most, std::string_view (*spell)(std::string_view));

} // namespace

Escaped::Escaped(std::string_view anything, std::size_t most) : text_(cut(one_line(anything), most, escaped)) {}

Literal::Literal(std::string_view anything, std::size_t most)
    : text_(cut(clean(anything), most, [](std::string_view character) { return character; })) {}

namespace {

std::string one_line(std::string_view text) {
    std::string line;
    const auto safe = clean(text);
    for (auto word : words(safe)) {
        if (!line.empty()) line += ' ';
        line += word;
    }
    return line;
}

std::string_view escaped(std::string_view character) {
    if (character == "&") return "&amp;";
    if (character == "<") return "&lt;";
    if (character == ">") return "&gt;";
    return character;
}

std::string cut(const std::string& text, std::size_t most, std::string_view (*spell)(std::string_view)) {
    std::string kept;
    std::size_t count = 0, with_room = 0; // characters kept; bytes of them that leave room for the dots
    for (std::size_t at = 0; at < text.size();) {
        const auto size = character_at(text, at).bytes;
        const auto spelled = spell(std::string_view{text}.substr(at, size));
        count += length(spelled);
        if (count > most) {
            kept.resize(with_room);
            return most == 0 ? "" : kept + "…";
        }
        kept += spelled;
        if (count < most) with_room = kept.size();
        at += size;
    }
    return kept;
}

} // namespace

} // namespace vera::slack
