#include "core/toml.hpp"

#include "core/text.hpp"
#include "core/utf8.hpp"

#define TOML_EXCEPTIONS 0              // a syntax error is a value
#define TOML_ASSERT(condition) (void)0 // toml++ 3.3 ends the program for "[%]", which it reports right after
#include <toml++/toml.h>

#include <algorithm>
#include <optional>

namespace vera::toml {
namespace {

std::optional<Problem> find_stray_character(std::string_view text, const std::string& file);
std::size_t end_of_string(std::string_view text, std::size_t at);
std::string place(const std::string& file, const ::toml::source_position&);
Node read_node(const ::toml::node&, const std::string& file, const std::string& where, Problems&);
Table read_table(const ::toml::table&, const std::string& file, const std::string& parent, Problems&);
Array read_array(const ::toml::array&, const std::string& file, const std::string& parent, Problems&);
std::string quoted(std::string_view key) { return "\"" + std::string{key} + "\""; }
const Member* find_member(const Node&, std::string_view key);

} // namespace

Expected<Tree> parse(std::string_view text, std::string file) {
    if (auto stray = find_stray_character(text, file)) return *stray;
    const ::toml::parse_result parsed = ::toml::parse(text, std::string_view{file});
    if (!parsed) return Problem{place(file, parsed.error().source().begin), std::string{parsed.error().description()}};
    Problems problems;
    Tree tree{file, {file + ":1:1", read_table(parsed.table(), file, file + ":1:1", problems)}};
    if (!problems.empty()) return problems;
    return tree;
}

Reader::Reader(const Node& table, Problems& problems) : node_(table), problems_(problems) {
    if (!std::holds_alternative<Table>(node_.content)) problems_.push_back({node_.where, "a table is expected here"});
}

std::string Reader::text(std::string_view key, bool required) {
    const Member* member = find(key);
    if (!member) {
        const bool is_table = std::holds_alternative<Table>(node_.content);
        if (required && is_table) problems_.push_back({node_.where, quoted(key) + " is missing"});
        return {};
    }
    if (const auto* text = std::get_if<std::string>(&member->value->content)) return *text;
    problems_.push_back({member->value->where, quoted(key) + " must be text in quotes"});
    return {};
}

std::int64_t Reader::integer(std::string_view key, std::int64_t fallback) {
    const Member* member = find(key);
    if (!member) return fallback;
    if (const auto* number = std::get_if<std::int64_t>(&member->value->content)) return *number;
    problems_.push_back({member->value->where, quoted(key) + " must be a whole number"});
    return fallback;
}

bool Reader::boolean(std::string_view key, bool fallback) {
    const Member* member = find(key);
    if (!member) return fallback;
    if (const auto* yes = std::get_if<bool>(&member->value->content)) return *yes;
    problems_.push_back({member->value->where, quoted(key) + " must be true or false"});
    return fallback;
}

std::vector<std::string> Reader::texts(std::string_view key) {
    std::vector<std::string> found;
    for (auto& placed : placed_texts(key)) found.push_back(std::move(placed.text));
    return found;
}

std::vector<Placed> Reader::placed_texts(std::string_view key) {
    const Member* member = find(key);
    if (!member) return {};
    std::vector<Placed> found;
    const auto* array = std::get_if<Array>(&member->value->content);
    if (!array)
        problems_.push_back({member->where, "write " + std::string{key} + " = [\"...\"]: there may be several"});
    for (const auto& node : array ? *array : Array{}) {
        if (const auto* text = std::get_if<std::string>(&node->content))
            found.push_back({*text, node->where});
        else
            problems_.push_back({node->where, quoted(key) + " holds texts in quotes only"});
    }
    return found;
}

std::vector<const Node*> Reader::tables(std::string_view key) {
    const Member* member = find(key);
    if (!member) return {};
    const auto* array = std::get_if<Array>(&member->value->content);
    if (!array) {
        problems_.push_back({member->where, "write [[" + std::string{key} + "]]: there may be several of them"});
        return {};
    }
    std::vector<const Node*> found;
    for (const auto& node : *array) found.push_back(node.get());
    return found;
}

const Node* Reader::table(std::string_view key) {
    const Member* member = find(key);
    if (!member) return nullptr;
    if (std::holds_alternative<Table>(member->value->content)) return member->value.get();
    problems_.push_back({member->where, quoted(key) + " must be a table: [" + std::string{key} + "]"});
    return nullptr;
}

std::string Reader::where(std::string_view key) const {
    const Member* member = find_member(node_, key);
    return member ? member->where : node_.where;
}

void Reader::finish() {
    const auto* table = std::get_if<Table>(&node_.content);
    if (!table) return;
    for (const auto& member : *table) {
        if (std::find(known_.begin(), known_.end(), member.key) != known_.end()) continue;
        const std::string meant = nearest(member.key, known_);
        const std::string hint = meant.empty() ? "" : ", did you mean " + quoted(meant) + "?";
        problems_.push_back({member.where, "unknown key " + quoted(member.key) + hint});
    }
}

const Member* Reader::find(std::string_view key) {
    known_.emplace_back(key);
    return find_member(node_, key);
}

namespace {

// toml++ 3.3 runs into undefined behaviour for most letters outside ASCII where no text may stand.
std::optional<Problem> find_stray_character(std::string_view text, const std::string& file) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    std::size_t at = text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
    std::size_t line_begin = at;
    ::toml::source_index line = 1;
    while (at < text.size()) {
        const char c = text[at];
        if (static_cast<unsigned char>(c) >= 0x80) {
            const auto column = length(text.substr(line_begin, at - line_begin)) + 1;
            return Problem{place(file, {line, static_cast<::toml::source_index>(column)}),
                           "letters like this one stand in text only, between straight quotes"};
        }
        std::size_t end = at + 1;
        if (c == '#') end = std::min(text.find('\n', at), text.size());
        if (c == '"' || c == '\'') end = end_of_string(text, at);
        for (; at < end; ++at) {
            if (text[at] != '\n') continue;
            ++line;
            line_begin = at + 1;
        }
    }
    return std::nullopt;
}

// Of the four kinds; an unfinished one ends with its line.
std::size_t end_of_string(std::string_view text, std::size_t at) {
    const std::string_view three = text.substr(at, 3);
    const bool long_one = three == R"(""")" || three == "'''";
    const std::string_view quote = long_one ? three : three.substr(0, 1);
    const bool escapes = quote[0] == '"';
    std::size_t end = at + quote.size();
    while (end < text.size()) {
        if (text.substr(end, quote.size()) == quote) return end + quote.size();
        if (!long_one && text[end] == '\n') return end;
        end += escapes && text[end] == '\\' ? 2 : 1;
    }
    return text.size();
}

std::string place(const std::string& file, const ::toml::source_position& position) {
    return file + ":" + std::to_string(position.line) + ":" + std::to_string(position.column);
}

// A table that only dotted keys made has no place of its own; `where` is its key's.
Node read_node(const ::toml::node& node, const std::string& file, const std::string& where, Problems& problems) {
    Node out{node.source().begin.line > 0 ? place(file, node.source().begin) : where, {}};
    if (const auto* table = node.as_table()) {
        out.content = read_table(*table, file, out.where, problems);
    } else if (const auto* array = node.as_array()) {
        out.content = read_array(*array, file, out.where, problems);
    } else if (const auto* text = node.as_string()) {
        out.content = text->get();
    } else if (const auto* integer = node.as_integer()) {
        out.content = integer->get();
    } else if (const auto* number = node.as_floating_point()) {
        out.content = number->get();
    } else if (const auto* yes = node.as_boolean()) {
        out.content = yes->get();
    } else {
        problems.push_back({out.where, "dates and times are written as text, in quotes"});
    }
    return out;
}

Table read_table(const ::toml::table& table, const std::string& file, const std::string& parent, Problems& problems) {
    struct Placed {
        ::toml::source_position at;
        Member member;
    };
    std::vector<Placed> placed;
    for (const auto& [key, node] : table) {
        const auto at = key.source().begin;
        const std::string where = at.line > 0 ? place(file, at) : parent;
        auto value = std::make_shared<const Node>(read_node(node, file, where, problems));
        placed.push_back({at, {std::string{key.str()}, where, std::move(value)}});
    }
    // toml++ keeps keys by name; people expect the order of the file.
    std::stable_sort(placed.begin(), placed.end(), [](const Placed& a, const Placed& b) {
        return std::pair{a.at.line, a.at.column} < std::pair{b.at.line, b.at.column};
    });
    Table out;
    for (auto& each : placed) out.push_back(std::move(each.member));
    return out;
}

Array read_array(const ::toml::array& array, const std::string& file, const std::string& parent, Problems& problems) {
    Array out;
    for (const auto& node : array) {
        out.push_back(std::make_shared<const Node>(read_node(node, file, parent, problems)));
    }
    return out;
}

const Member* find_member(const Node& node, std::string_view key) {
    const auto* table = std::get_if<Table>(&node.content);
    if (!table) return nullptr;
    const auto found = std::find_if(table->begin(), table->end(), [&](const Member& m) { return m.key == key; });
    return found == table->end() ? nullptr : &*found;
}

} // namespace
} // namespace vera::toml
