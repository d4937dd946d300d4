#include "bot/control_words.hpp"

#include <algorithm>
#include <charconv>

namespace vera {

namespace {

std::string one_line(std::string text);
std::string_view take_line(std::string_view& rest);
std::optional<std::size_t> number_in(std::string_view);

} // namespace

std::string ControlRequest::value(const std::string& name) const {
    auto found = values.find(name);
    return found == values.end() ? "" : found->second;
}

std::string words_of(const ControlRequest& request) {
    auto words = request.command + '\n';
    for (auto& [name, value] : request.values) words += name + ' ' + one_line(value) + '\n';
    return words + '\n';
}

std::optional<ControlRequest> request_in(std::string_view words) {
    if (words.size() > max_request || !words.ends_with("\n\n")) return std::nullopt;
    ControlRequest request;
    request.command = take_line(words);
    while (words.size() > 1) {
        auto line = take_line(words);
        auto blank = std::min(line.find(' '), line.size());
        request.values[std::string(line.substr(0, blank))] = line.substr(std::min(blank + 1, line.size()));
        if (request.values.size() > max_values) return std::nullopt;
    }
    return request;
}

std::string words_of(const ControlAnswer& answer) {
    auto words = std::to_string(answer.problems.size()) + ' ' + std::to_string(answer.text.size()) + '\n';
    for (auto& problem : answer.problems) words += one_line(problem.where) + '\n' + one_line(problem.what) + '\n';
    return words + answer.text;
}

std::optional<ControlAnswer> answer_in(std::string_view words) {
    auto counts = take_line(words);
    auto blank = std::min(counts.find(' '), counts.size());
    auto problems = number_in(counts.substr(0, blank)),
         bytes = number_in(counts.substr(std::min(blank + 1, counts.size())));
    if (!problems || !bytes || *problems > max_problems) return std::nullopt;
    ControlAnswer answer;
    for (std::size_t i = 0; i < *problems; ++i) {
        auto where = take_line(words), what = take_line(words);
        answer.problems.push_back({std::string(where), std::string(what)});
    }
    if (words.size() != *bytes) return std::nullopt;
    answer.text = words;
    return answer;
}

namespace {

std::string one_line(std::string text) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

std::string_view take_line(std::string_view& rest) {
    auto end = std::min(rest.find('\n'), rest.size());
    auto line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return line;
}

std::optional<std::size_t> number_in(std::string_view digits) {
    std::size_t number = 0;
    auto* end = digits.data() + digits.size();
    auto read = std::from_chars(digits.data(), end, number);
    if (read.ec != std::errc{} || read.ptr != end) return std::nullopt;
    return number;
}

} // namespace

} // namespace vera
