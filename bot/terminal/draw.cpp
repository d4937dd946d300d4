#include "bot/terminal/draw.hpp"

#include "core/text.hpp"

#include <algorithm>

namespace vera {

namespace {

constexpr std::size_t button_columns = 80; // also where nothing else is wrapped

struct Style {
    std::string_view mark, on; // before the first line; the ANSI code around all of them
};

Style style_of(LineStyle);
void draw_text(const std::string& text, const Style&, const Window&, std::string& drawn);
std::vector<std::string> wrapped(std::string_view line, std::size_t columns);
std::vector<std::string> button_rows(const Message&, std::size_t columns);
void add_row(const std::string& row, std::string_view code, const Window&, std::string& drawn);

} // namespace

std::string draw(const Message& message, const Window& window) {
    std::string drawn;
    for (auto& line : message.lines) draw_text(line.text, style_of(line.style), window, drawn);
    for (auto& row : button_rows(message, window.width ? window.width : button_columns))
        add_row(row, "\x1b[36m", window, drawn);
    return drawn;
}

std::string draw(const std::string& text, const Window& window) {
    std::string drawn;
    draw_text(text, {"", ""}, window, drawn);
    return drawn;
}

namespace {

Style style_of(LineStyle style) {
    switch (style) {
    case LineStyle::plain:
        return {"", ""};
    case LineStyle::heading:
        return {"", "\x1b[1m"};
    case LineStyle::item:
        return {"- ", ""};
    case LineStyle::quote:
        return {"> ", "\x1b[3m"};
    case LineStyle::context:
        return {"", "\x1b[2m"};
    }
    return {"", ""};
}

void draw_text(const std::string& text, const Style& style, const Window& window, std::string& drawn) {
    std::string mark(style.mark);
    auto safe = clean(text);
    for (auto line : split(safe, "\n"))
        for (auto& row : wrapped(line, window.width > mark.size() ? window.width - mark.size() : 0)) {
            add_row(mark + row, style.on, window, drawn);
            if (mark == "- ") mark = "  ";
        }
}

std::vector<std::string> wrapped(std::string_view line, std::size_t columns) {
    if (columns == 0 || length(line) <= columns) return {std::string(line)};
    std::vector<std::string> rows(1);
    for (auto word : words(line)) {
        if (!rows.back().empty() && length(rows.back()) + 1 + length(word) > columns) rows.emplace_back();
        if (!rows.back().empty()) rows.back() += ' ';
        rows.back() += word;
    }
    return rows;
}

// "[1] Yes  [2] No", or with "#" where a bare number is an answer.
std::vector<std::string> button_rows(const Message& message, std::size_t columns) {
    std::vector<std::string> rows;
    for (std::size_t i = 0; i < message.buttons.size(); ++i) {
        auto label = clean(message.buttons[i].label);
        std::replace(label.begin(), label.end(), '\n', ' ');
        auto button = (message.takes_number ? "[#" : "[") + std::to_string(i + 1) + "] " + label;
        if (rows.empty() || length(rows.back()) + 2 + length(button) > columns)
            rows.push_back(button);
        else
            rows.back() += "  " + button;
    }
    return rows;
}

void add_row(const std::string& row, std::string_view code, const Window& window, std::string& drawn) {
    if (window.colour && !code.empty())
        drawn.append(code).append(row).append("\x1b[0m\n");
    else
        drawn.append(row).append("\n");
}

} // namespace

} // namespace vera
