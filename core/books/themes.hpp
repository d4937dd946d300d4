#pragma once
// The themes of Wins (config/themes.toml): what a Win is about, in the framework's words. For the order of
// buttons and the words on them; a theme is stored only when somebody chose it, never because a text fits.
#include "core/expected.hpp"
#include "core/toml.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace vera {

struct Theme {
    std::string id;                  // of Win::theme, for good
    std::string label;               // a few words, for a button
    std::vector<std::string> listen; // what people say when it matters to them
    std::vector<std::string> also;   // other ids that mean it: those of the catalogue (domain 11)
};
struct Themes {
    std::string language;   // of the phrases: "en"
    std::vector<Theme> all; // in the order of the file; each of theme_ids() once
};

const std::vector<std::string>& theme_ids(); // the framework's own ten
const Theme* find_theme(const Themes&, std::string_view id_or_also);
std::vector<std::string> names_of(const Themes&); // every id and every other id

Themes read_themes(const toml::Tree&, Problems&);

// What a text sounds like, the theme with most phrases first. A hint for an order, never a fact.
struct ThemeHit {
    std::string theme;
    std::vector<std::string> phrases;
};
std::vector<ThemeHit> themes_in(const Themes&, std::string_view text);

inline constexpr std::size_t theme_label = 30;    // characters
inline constexpr std::size_t listen_phrase = 40;  // characters
inline constexpr std::size_t listen_phrases = 40; // for one theme

} // namespace vera
