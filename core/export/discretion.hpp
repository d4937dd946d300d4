#pragma once
// A person who is only Coach does not exist outside the owner's chat: not named, not counted, not in somebody
// else's words (product 9). And nobody is called Coach out there.
#include "core/deal.hpp"

#include <string>
#include <vector>

namespace vera {

class Discretion {
public:
    Discretion(const Deal&, bool everything);
    std::vector<const Influence*> people(const Deal&) const;
    Roles roles(const Influence&) const;
    std::string text(const std::string&) const; // empty when it names one of them
    bool everything() const { return everything_; }

private:
    bool everything_;
    std::vector<std::string> hidden_; // folded names and first names
};

} // namespace vera
