#pragma once
// Where settings come from: the file (TOML, with a table [slack]), the environment over it, and for a secret the
// file that NAME_FILE names. Says what was set and where; what it means is config's.
#include "core/expected.hpp"

#include <map>
#include <string>

namespace vera {

using Environment = std::map<std::string, std::string>;
Environment environment_of_process();

struct Setting {
    std::string value;
    std::string where; // "VERA_HOME", or "vera.toml:3:1"
};

class Values {
public:
    Values(const std::string& file, const Environment&, Problems&);
    // By the name of the variable; a setting that nobody made has the fallback, and its variable as its place.
    Setting get(const std::string& variable, const std::string& fallback = "") const;
    bool has(const std::string& variable) const { return set_.contains(variable); }
    // From the environment, or from the file that VARIABLE_FILE names; "" when neither is set.
    Setting secret(const std::string& variable, Problems&) const;

private:
    std::map<std::string, Setting> set_; // by variable
};

inline constexpr std::size_t max_secret = 4'096; // bytes of a secret's file

} // namespace vera
