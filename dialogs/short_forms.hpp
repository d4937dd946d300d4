#pragma once
// The short answers of chats: "dunno", "yep", "nah"; and whole-message phrases typed with a slip.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vera {

bool means_unknown(std::string_view text); // "don't know" in every spelling, as the whole message
bool means_yes(std::string_view text);
bool means_no(std::string_view text);
bool says_nothing(std::string_view text); // "yes", "hm", "sorry", "ok": no value of anything

// Of `phrases` the one that a message of at most three words is a slip away from: one edit, two from eight
// letters on. Not when the message could be an answer: a digit, a capital inside, or a phrase itself. Who
// asks must confirm it ("Did you mean status?"): nothing typed is lost by a false alarm.
std::optional<std::string> slip_of(std::string_view text, const std::vector<std::string>& phrases);

} // namespace vera
