#include "core/books/themes.hpp"

#include "core/limits.hpp"
#include "core/text.hpp"
#include "core/toml_texts.hpp"

#include <algorithm>
#include <map>

namespace vera {
namespace {

using Seen = std::map<std::string, std::string>; // what stood where

Theme read_theme(const toml::Node&, Seen& names, Seen& labels, Seen& phrases, Problems&);
void check_id(const toml::Placed&, Problems&);
void check_new(const toml::Placed&, Seen&, Problems&);
void check_phrase(const toml::Placed&, Seen&, Problems&);
void check_all_there(const toml::Tree&, const Themes&, Problems&);

} // namespace

const std::vector<std::string>& theme_ids() {
    static const std::vector<std::string> ids = {"recognition",
                                                 "security",
                                                 "advancement",
                                                 "competitive_superiority",
                                                 "creative_satisfaction",
                                                 "team_success",
                                                 "career",
                                                 "status",
                                                 "autonomy",
                                                 "relationships"};
    return ids;
}

const Theme* find_theme(const Themes& themes, std::string_view id) {
    const auto means = [&](const Theme& theme) {
        return theme.id == id || std::ranges::find(theme.also, id) != theme.also.end();
    };
    const auto found = std::ranges::find_if(themes.all, means);
    return found == themes.all.end() ? nullptr : &*found;
}

std::vector<std::string> names_of(const Themes& themes) {
    std::vector<std::string> names;
    for (const auto& theme : themes.all) {
        names.push_back(theme.id);
        names.insert(names.end(), theme.also.begin(), theme.also.end());
    }
    return names;
}

Themes read_themes(const toml::Tree& tree, Problems& problems) {
    Themes themes;
    toml::Reader root{tree.root, problems};
    themes.language = root.text("language");
    if (!themes.language.empty() && themes.language != "en")
        problems.push_back({root.where("language"), "the phrases are read in English so far: language = \"en\""});
    Seen names, labels, phrases;
    for (const toml::Node* node : root.tables("theme"))
        themes.all.push_back(read_theme(*node, names, labels, phrases, problems));
    root.finish();
    check_all_there(tree, themes, problems);
    return themes;
}

std::vector<ThemeHit> themes_in(const Themes& themes, std::string_view text) {
    const std::string folded = fold(shorten(text, limits::said_text));
    std::vector<ThemeHit> hits;
    for (const auto& theme : themes.all) {
        ThemeHit hit{theme.id, {}};
        for (const auto& phrase : theme.listen)
            if (has_word(folded, fold(phrase))) hit.phrases.push_back(phrase);
        if (!hit.phrases.empty()) hits.push_back(std::move(hit));
    }
    std::ranges::stable_sort(hits, std::ranges::greater{}, [](const ThemeHit& hit) { return hit.phrases.size(); });
    return hits;
}

namespace {

Theme read_theme(const toml::Node& node, Seen& names, Seen& labels, Seen& phrases, Problems& problems) {
    toml::Reader reader{node, problems};
    Theme theme;
    theme.id = read_id(reader, "id", problems);
    if (!theme.id.empty()) {
        check_id({theme.id, reader.where("id")}, problems);
        check_new({theme.id, reader.where("id")}, names, problems);
    }
    theme.label = read_text(reader, "label", {.longest = theme_label}, problems);
    if (!theme.label.empty()) check_new({theme.label, reader.where("label")}, labels, problems);
    for (const auto& phrase :
         read_placed_texts(reader, "listen", {1, listen_phrases}, {.longest = listen_phrase}, problems)) {
        check_phrase(phrase, phrases, problems);
        theme.listen.push_back(phrase.text);
    }
    for (const auto& other : read_placed_texts(reader, "also", {0, listen_phrases}, {}, problems)) {
        check_new(other, names, problems);
        theme.also.push_back(other.text);
    }
    reader.finish();
    return theme;
}

void check_id(const toml::Placed& id, Problems& problems) {
    const auto& known = theme_ids();
    if (std::ranges::find(known, id.text) == known.end())
        problems.push_back({id.where, "the framework has no theme \"" + id.text +
                                          "\"; another word for one of its ten goes to that one's \"also\"" +
                                          did_you_mean(id.text, known)});
}

void check_new(const toml::Placed& name, Seen& seen, Problems& problems) {
    const auto [before, fresh] = seen.emplace(fold(name.text), name.where);
    if (!fresh) problems.push_back({name.where, "\"" + name.text + "\" is taken already, at " + before->second});
}

// In two themes, a phrase says nothing about either.
void check_phrase(const toml::Placed& phrase, Seen& seen, Problems& problems) {
    const auto [before, fresh] = seen.emplace(fold(phrase.text), phrase.where);
    if (!fresh && before->second != phrase.where)
        problems.push_back({phrase.where, "\"" + phrase.text + "\" is listened for already, at " + before->second});
}

void check_all_there(const toml::Tree& tree, const Themes& themes, Problems& problems) {
    for (const auto& id : theme_ids())
        if (std::ranges::find(themes.all, id, &Theme::id) == themes.all.end())
            problems.push_back(
                {tree.root.where, "the theme \"" + id + "\" is missing; Wins that are stored may have it"});
}

} // namespace
} // namespace vera
