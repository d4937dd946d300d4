#pragma once
// The reasons found so far and where the reader stands; the small questions that every block asks.
#include <nlohmann/json.hpp>

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace vera::slack {

class Complaints {
public:
    void add(const std::string& at, const std::string& reason) { found_.push_back(at + ": " + reason); }
    std::vector<std::string> all() const { return found_; }

    // No member but these.
    void only(const nlohmann::json&, const std::string& at, std::initializer_list<std::string_view> members);
    // A string of 1 to `most` characters; `needed`: it must be there.
    void text(const nlohmann::json& of, const std::string& at, const char* member, std::size_t most, bool needed);
    // A text object; `mrkdwn` is allowed only where said.
    void text_object(const nlohmann::json& of, const std::string& at, const char* member, std::size_t most, bool needed,
                     bool mrkdwn = false);
    // An array of 1 to `most`; nothing to walk through otherwise.
    const nlohmann::json& array(const nlohmann::json& of, const std::string& at, const char* member, std::size_t most);

private:
    std::vector<std::string> found_;
};

std::string string_of(const nlohmann::json& of, const char* member); // empty: not there, or no string
void check_element(const nlohmann::json& element, const std::string& at, bool in_input, Complaints&);
void check_rich_text(const nlohmann::json& block, const std::string& at, Complaints&);

} // namespace vera::slack
