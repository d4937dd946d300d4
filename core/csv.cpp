#include "core/csv.hpp"

#include "core/encoding.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace vera::csv {
namespace {

struct Reader {
    std::string_view text;
    const std::string& file;
    std::size_t at = 0, line = 1;
    char separator = ',';
    std::optional<Problem> problem{}; // after it nothing can be read

    bool at_end() const { return problem || at >= text.size(); }
    bool is(char c) const { return at < text.size() && text[at] == c; }
    bool at_line_end() const { return at >= text.size() || text[at] == '\n' || text[at] == '\r'; }
};

char take_separator_line(Reader&);
char separator_of(std::string_view text);
Row read_row(Reader&);
std::string read_cell(Reader&);
std::string read_quoted(Reader&);
void take_line_end(Reader&);
void refuse(Reader&, std::size_t line, const std::string& what);
bool is_blank_row(const Row&);
bool is_plain_number(std::string_view cell);
std::string quoted(std::string_view cell);

} // namespace

Expected<Table> read(std::string_view bytes, const std::string& file) {
    if (bytes.size() > max_bytes)
        return Problem{file, "is longer than " + std::to_string(max_bytes) + " bytes; split it"};
    auto text = decoded(bytes, file);
    if (!text) return text.problems();
    Reader reader{text->text, file};
    Table table;
    table.encoding = text->encoding;
    reader.separator = take_separator_line(reader);
    if (!reader.separator) reader.separator = separator_of(reader.text);
    table.separator = reader.separator;
    while (!reader.at_end()) {
        Row row = read_row(reader);
        if (is_blank_row(row)) continue;
        if (table.header.cells.empty()) {
            table.header = std::move(row);
        } else if (table.rows.size() == max_rows) {
            return Problem{file,
                           "has more than " + std::to_string(max_rows) + " rows; split it, or leave out old ones"};
        } else {
            table.rows.push_back(std::move(row));
        }
    }
    if (reader.problem) return *reader.problem;
    if (table.header.cells.empty()) return Problem{file, "is empty"};
    return table;
}

std::string written(const std::vector<Cells>& rows) {
    std::string text(utf8_mark);
    for (const Cells& cells : rows) {
        for (std::size_t i = 0; i < cells.size(); ++i) text += (i ? "," : "") + quoted(safe(cells[i]));
        text += "\r\n";
    }
    return text;
}

// As OWASP's page on CSV injection has it: the signs, their full-width forms, tab and line ends. Blanks before a
// sign do not make it harmless everywhere.
std::string safe(std::string_view cell) {
    static constexpr std::array<std::string_view, 11> dangerous = {
        "=", "+", "-", "@", "\t", "\r", "\n", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"};
    const auto runs = [](std::string_view text) {
        return std::ranges::any_of(dangerous, [&](std::string_view sign) { return text.starts_with(sign); });
    };
    const bool formula = !is_plain_number(cell) && (runs(cell) || runs(trim(cell)));
    return (formula ? "'" : "") + std::string(cell);
}

namespace {

char take_separator_line(Reader& reader) {
    if (!reader.text.starts_with("sep=") || reader.text.size() < 5) return 0;
    const char separator = reader.text[4];
    reader.at = 5;
    if (!reader.at_line_end() || std::string_view(",;\t").find(separator) == std::string_view::npos) {
        reader.at = 0;
        return 0;
    }
    take_line_end(reader);
    return separator;
}

char separator_of(std::string_view text) {
    std::array<std::pair<char, std::size_t>, 3> counts = {{{',', 0}, {';', 0}, {'\t', 0}}};
    bool in_quotes = false, begun = false;
    for (const char c : text) {
        if (c == '"') in_quotes = !in_quotes;
        if (in_quotes) continue;
        if (begun && (c == '\n' || c == '\r')) break;
        begun = begun || (c != '\n' && c != '\r' && c != ' ');
        for (auto& [separator, count] : counts) count += c == separator;
    }
    return std::ranges::max_element(counts, {}, [](const auto& counted) { return counted.second; })->first;
}

Row read_row(Reader& reader) {
    Row row{reader.line, {}};
    while (true) {
        row.cells.push_back(read_cell(reader));
        if (row.cells.size() > max_columns)
            refuse(reader, row.line, "has more than " + std::to_string(max_columns) + " columns");
        if (row.cells.back().size() > max_cell)
            refuse(reader, row.line, "a cell is longer than " + std::to_string(max_cell) + " bytes");
        if (reader.problem || !reader.is(reader.separator)) break;
        ++reader.at;
    }
    take_line_end(reader);
    return row;
}

// A quote inside a cell that does not begin with one is a character like any other: 5" pipe.
std::string read_cell(Reader& reader) {
    if (reader.is('"')) return read_quoted(reader);
    const std::size_t begin = reader.at;
    while (!reader.at_line_end() && !reader.is(reader.separator)) ++reader.at;
    return std::string(reader.text.substr(begin, reader.at - begin));
}

std::string read_quoted(Reader& reader) {
    const std::size_t opened = reader.line;
    std::string cell;
    for (++reader.at; reader.at < reader.text.size();) {
        const std::size_t end = std::min(reader.text.find_first_of("\"\r\n", reader.at), reader.text.size());
        cell += reader.text.substr(reader.at, end - reader.at);
        reader.at = end;
        if (end == reader.text.size()) break;
        if (!reader.is('"')) {
            take_line_end(reader);
            cell += '\n';
        } else if (++reader.at; reader.is('"')) {
            cell += '"';
            ++reader.at;
        } else {
            if (!reader.at_line_end() && !reader.is(reader.separator))
                refuse(reader, reader.line, "something stands behind a closing quote; write a quote in a cell twice");
            return cell;
        }
    }
    refuse(reader, opened, "a quote opens a cell and none closes it");
    return cell;
}

void take_line_end(Reader& reader) {
    if (reader.is('\r')) ++reader.at;
    if (reader.is('\n')) ++reader.at;
    ++reader.line;
}

void refuse(Reader& reader, std::size_t line, const std::string& what) {
    if (!reader.problem) reader.problem = Problem{reader.file + ":" + std::to_string(line), what};
}

bool is_blank_row(const Row& row) {
    return std::ranges::all_of(row.cells, [](const std::string& cell) { return trim(cell).empty(); });
}

bool is_plain_number(std::string_view cell) {
    if (cell.starts_with('-')) cell.remove_prefix(1);
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    const std::size_t point = std::min(cell.find('.'), cell.size());
    const std::string_view whole = cell.substr(0, point);
    const std::string_view part = point < cell.size() ? cell.substr(point + 1) : "0";
    return !whole.empty() && !part.empty() && std::ranges::all_of(whole, digit) && std::ranges::all_of(part, digit);
}

std::string quoted(std::string_view cell) {
    if (cell.find_first_of(",;\t\"\r\n") == cell.npos && trim(cell) == cell) return std::string(cell);
    std::string text = "\"";
    for (const char c : cell) text += c == '"' ? std::string("\"\"") : std::string(1, c);
    return text + '"';
}

} // namespace
} // namespace vera::csv
