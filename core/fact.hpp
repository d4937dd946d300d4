#pragma once
// What every fact carries: whether it was asked, who told it, when, and who may see it.
#include "core/id.hpp"
#include "core/private.hpp"
#include "core/time.hpp"

#include <optional>
#include <string>

namespace vera {

// "Not asked", "does not know", "not applicable" and "declined" are four things, none of them an empty
// string (domain 22.3). Only `answered` facts have a value.
enum class Asked { not_yet, does_not_know, not_applicable, declined, answered };

enum class Visibility { author, deal_team };

struct Source {
    UserId author;
    Time at{};
    Visibility visibility = Visibility::author;
    bool operator==(const Source&) const = default;
};

// An answer that is one value: a tap, a number, a day. The words are kept as typed; they may be a quote.
template <class T> struct Told {
    Asked asked = Asked::not_yet;
    std::optional<T> value; // with `answered` only
    Private<std::string> words;
    Source source;
    bool operator==(const Told&) const = default;
    bool is(const T& wanted) const { return asked == Asked::answered && value == wanted; }
};

// Something the seller wrote themselves, kept in all its versions.
struct Written {
    Private<std::string> text;
    Source source;
    bool operator==(const Written&) const = default;
};

// What a seller makes of a note by one tap; an untagged one is just a note.
enum class Tag { none, their_words, number, could_lose };

// What a person typed and wants kept, not parsed: never read as a fact.
struct Note {
    std::string text;
    Source source{};
    Tag tag = Tag::none;
    std::string theme{}; // an id of config/themes.toml: what they came back to
    bool operator==(const Note&) const = default;
};

} // namespace vera
