#pragma once
// The stable words of the model's enums, in the order of their enumerators: in documents and columns an
// enum is its word, never its number.
#include "core/deal.hpp"
#include "core/form.hpp"
#include "core/message.hpp"
#include "core/must.hpp"

#include <array>
#include <optional>
#include <string_view>

namespace vera {

template <class Enum> inline constexpr std::array<std::string_view, 0> enum_words{};
template <> inline constexpr std::array<std::string_view, 5> enum_words<Asked>{
    "not_yet", "does_not_know", "not_applicable", "declined", "answered"};
template <> inline constexpr std::array<std::string_view, 2> enum_words<Visibility>{"author", "deal_team"};
template <>
inline constexpr std::array<std::string_view, 4> enum_words<EvidenceKind>{"guess", "observed", "heard", "said"};
template <> inline constexpr std::array<std::string_view, 4> enum_words<Role>{"economic", "user", "technical", "coach"};
template <> inline constexpr std::array<std::string_view, 5> enum_words<LoseKind>{"authority", "budget", "job",
                                                                                  "vendor", "standing"};
template <> inline constexpr std::array<std::string_view, 3> enum_words<ActionState>{"open", "done", "dropped"};
template <> inline constexpr std::array<std::string_view, 6> enum_words<DealState>{"open", "on_hold", "verbal_yes",
                                                                                   "won",  "lost",    "dropped"};
template <>
inline constexpr std::array<std::string_view, 5> enum_words<LineStyle>{"plain", "heading", "item", "quote", "context"};
template <> inline constexpr std::array<std::string_view, 2> enum_words<Surface>{"chat", "home"};
template <> inline constexpr std::array<std::string_view, 5> enum_words<FormField::Kind>{"line", "lines", "day",
                                                                                         "one_of", "any_of"};
template <> inline constexpr std::array<std::string_view, 2> enum_words<Unsure>{"repeat", "drop"};

template <>
inline constexpr std::array<std::string_view, 4> enum_words<Tag>{"none", "their_words", "number", "could_lose"};
template <> inline constexpr std::array<std::string_view, 3> enum_words<Whose>{"theirs", "joint", "ours"};
template <> inline constexpr std::array<std::string_view, 3> enum_words<Probe>{"no", "plausible", "no_idea"};
template <> inline constexpr std::array<std::string_view, 3> enum_words<Degree>{"high", "medium", "low"};
template <>
inline constexpr std::array<std::string_view, 4> enum_words<Mode>{"growth", "trouble", "even_keel", "overconfident"};
template <>
inline constexpr std::array<std::string_view, 4> enum_words<Rival>{"supplier", "in_house", "other_project", "nothing"};
template <> inline constexpr std::array<std::string_view, 4> enum_words<SelfRisk>{"amount_fell", "discount",
                                                                                  "paid_later", "unowned_promise"};
template <> inline constexpr std::array<std::string_view, 3> enum_words<WayOut>{"trade", "walk_away", "accept"};
template <> inline constexpr std::array<std::string_view, 2> enum_words<FlagDecision>{"accepted", "snoozed"};

template <class Enum> std::string_view enum_word(Enum value) {
    const auto index = static_cast<std::size_t>(value);
    MUST(index < enum_words<Enum>.size());
    return enum_words<Enum>[index];
}
template <class Enum> std::optional<Enum> enum_value(std::string_view word) {
    for (std::size_t i = 0; i < enum_words<Enum>.size(); ++i) {
        if (enum_words<Enum>[i] == word) return static_cast<Enum>(i);
    }
    return std::nullopt;
}

} // namespace vera
