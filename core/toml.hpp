#pragma once
// A typed tree of a TOML file with the place of every key and value, so that every mistake can be told
// with line and column. For files people write; machines exchange JSON.
#include "core/expected.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace vera::toml {

struct Node;
struct Member {
    std::string key;
    std::string where; // "file:line:column" of the key
    std::shared_ptr<const Node> value;
};
using Table = std::vector<Member>; // in the order of the file
using Array = std::vector<std::shared_ptr<const Node>>;

struct Node {
    std::string where;
    std::variant<Table, Array, std::string, std::int64_t, double, bool> content;
};

struct Placed {
    std::string text;
    std::string where;
};

struct Tree {
    std::string file;
    Node root; // a Table
};

// A syntax error is one Problem with its place.
Expected<Tree> parse(std::string_view text, std::string file);

// Reads a table field by field: asks for what it knows, then finish() names everything else ("unknown
// key, did you mean ...").
class Reader {
public:
    Reader(const Node& table, Problems& problems); // not a table: one Problem, then everything is absent
    std::string text(std::string_view key, bool required = true);
    std::int64_t integer(std::string_view key, std::int64_t fallback);
    bool boolean(std::string_view key, bool fallback);
    std::vector<std::string> texts(std::string_view key);   // ["a", "b"]; absent: none
    std::vector<Placed> placed_texts(std::string_view key); // the same, each with its own place
    std::vector<const Node*> tables(std::string_view key);  // [[key]]; absent: none
    const Node* table(std::string_view key);                // [key]; absent: nullptr
    std::string where(std::string_view key) const;          // of the key, else of the table
    void finish();                                          // reports unknown keys

private:
    const Member* find(std::string_view key);
    const Node& node_;
    Problems& problems_;
    std::vector<std::string> known_;
};

} // namespace vera::toml
