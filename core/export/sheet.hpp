#pragma once
// What an export says, before it is drawn: the one place that decides what is in it. Each entry has a stable
// key for programs and a label for people; one without a value is drawn where a table needs its column.
#include "core/export/export.hpp"

#include <string>
#include <variant>
#include <vector>

namespace vera::sheet {

struct Entry;
using Record = std::vector<Entry>;
using Texts = std::vector<std::string>;
using Records = std::vector<Record>;
using Value = std::variant<std::monostate, std::string, double, bool, Texts, Records>;
struct Entry {
    std::string key, label;
    Value value;
};
bool is_empty(const Value&);

struct Sheet {
    Record deal;
    Records people, steps;
    Record columns; // of a person, without values
};
Sheet sheet_of(const Deal&, const Export&);

// What the parts share.
Value value_of(const std::string&); // empty text: no value
Value value_of(const std::optional<Day>&);
Value value_of(Asked);
Value said_when(const Source&);
Records notes_of(const std::vector<Note>&);
std::string in_words(const Value&); // "Ingrid Aas", "410,000", "yes", "a; b"

} // namespace vera::sheet
