#include "core/flags/flag_table.hpp"

#include <array>

namespace vera {
namespace {

bool rated_low(const Looked&);
bool content_and_for_it(const Looked&);
bool strong_and_not_seen(const Looked&);
bool strong_and_not_shown(const Looked&);
bool degree_unknown(const Looked&);
bool last_word_is_content(const Looked&);

constexpr std::array checks{
    Check{"RF-RATE-NEG", "rating", rated_low},
    Check{"RF-RATE-SHAKY", "mode", content_and_for_it},
    Check{"RF-RATE-SHAKY", "contact", strong_and_not_seen},
    Check{"RF-RATE-SHAKY", "rating", strong_and_not_shown},
    Check{"RF-MODE-EK", "mode", last_word_is_content},
    Check{"RF-DEGREE", "degree", degree_unknown},
};

bool is_content(const Influence&);
bool rated_at_least(const Looked&, std::string_view key);

} // namespace

std::span<const Check> stance_checks() { return checks; }

namespace {

// Whoever weighs little may dislike it. A degree nobody told is no reason to look away.
bool rated_low(const Looked& at) {
    const Told<int>& rating = at.person.rating;
    const bool low = rating.asked == Asked::answered && rating.value && *rating.value <= limit(at, "rating");
    return low && (!at.person.degree.is(Degree::low) || at.person.roles.contains(Role::economic));
}

// Content people rarely push.
bool content_and_for_it(const Looked& at) { return is_content(at.person) && rated_at_least(at, "content"); }

bool strong_and_not_seen(const Looked& at) {
    const auto& last = at.person.contact.last;
    return rated_at_least(at, "strong") && last && is_older(*last, at, "days");
}

// Nothing they said or did stands behind it: no words with the rating, no supported Win, no proof as a Coach.
bool strong_and_not_shown(const Looked& at) {
    const Influence& person = at.person;
    const bool shown = !person.rating.words.reveal().empty() || status(person.win) == WinStatus::supported ||
                       !person.coach_test.proof.empty();
    return rated_at_least(at, "strong") && !shown;
}

bool degree_unknown(const Looked& at) {
    const Influence& person = at.person;
    const bool against = person.rating.asked == Asked::answered && person.rating.value.value_or(0) < 0;
    return person.degree.asked == Asked::does_not_know && (person.roles.contains(Role::economic) || against);
}

bool last_word_is_content(const Looked& at) {
    return at.person.roles.contains(Role::economic) && is_content(at.person);
}

bool is_content(const Influence& person) {
    return person.mode.is(Mode::even_keel) || person.mode.is(Mode::overconfident);
}

bool rated_at_least(const Looked& at, std::string_view key) {
    const Told<int>& rating = at.person.rating;
    return rating.asked == Asked::answered && rating.value && *rating.value >= limit(at, key);
}

} // namespace
} // namespace vera
