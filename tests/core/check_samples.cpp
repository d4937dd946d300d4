#include "tests/core/check_samples.hpp"

#include <fstream>
#include <sstream>

namespace vera {

std::string shipped_checks_text() {
    std::ifstream file{VERA_SOURCE_DIR "/config/checks.toml"};
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

const CheckRules& shipped_checks() {
    static const CheckRules rules = [] {
        const auto tree = toml::parse(shipped_checks_text(), "checks.toml");
        Problems problems;
        return read_check_rules(*tree, problems);
    }();
    return rules;
}

std::string finding_word(const std::optional<Found>& found) {
    return found ? std::string{enum_word(found->finding)} : "nothing";
}

} // namespace vera
