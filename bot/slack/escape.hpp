#pragma once
// What people wrote, made safe for a block by type. In both there are no control, bidi or zero-width characters,
// and what is too long ends in "…", cut between characters.
#include <cstddef>
#include <string>
#include <string_view>

namespace vera::slack {

// For plain_text objects and the top-level text, where Slack decodes entities: one line, with &, < and > escaped
// once. `most` counts what is sent: an escaped & is five.
class Escaped {
public:
    explicit Escaped(std::string_view anything, std::size_t most = 3'000);
    const std::string& text() const { return text_; }

private:
    std::string text_;
};

// For the text elements of rich_text, which Slack neither parses nor decodes: as it stands, line ends too.
class Literal {
public:
    explicit Literal(std::string_view anything, std::size_t most = 3'000);
    const std::string& text() const { return text_; }

private:
    std::string text_;
};

} // namespace vera::slack
