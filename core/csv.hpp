#pragma once
// Tables of text as people's tools write them (RFC 4180 and its habits), and safe to open in a spreadsheet
// when we write them. It knows nothing of what the cells mean.
#include "core/expected.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace vera::csv {

inline constexpr std::size_t max_bytes = 16'000'000; // of a file
inline constexpr std::size_t max_rows = 10'000;      // below the header
inline constexpr std::size_t max_columns = 500;
inline constexpr std::size_t max_cell = 32'767; // bytes; Excel's limit, in characters

using Cells = std::vector<std::string>;
struct Row {
    std::size_t line = 0; // where it begins in the file, for messages
    Cells cells;
    bool operator==(const Row&) const = default;
};
struct Table {
    char separator = ',';
    Row header;
    std::vector<Row> rows; // blank lines are left out; a row may be shorter or longer than the header
    std::string encoding;  // "UTF-8", "UTF-16", "Windows-1252"
};

// The separator is the one of , ; and tab that the header has most of; Excel's line "sep=;" decides too.
// Line ends are LF, CR LF or CR. Problems name "file:line".
Expected<Table> read(std::string_view bytes, const std::string& file);

// UTF-8 with its mark, so that Excel reads names right; commas; CR LF. A cell that a spreadsheet would run as a
// formula gets an apostrophe before it (safe), unless it is a plain number.
std::string written(const std::vector<Cells>&);
std::string safe(std::string_view cell);

} // namespace vera::csv
