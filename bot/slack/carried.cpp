// What buttons and forms carry there and back: the documents of core/json.hpp.
#include "bot/slack/blocks.hpp"

#include "core/json.hpp"

namespace vera::slack {

namespace {

constexpr std::size_t max_carried = 12'000; // bytes: 3,000 characters are the most Slack keeps

} // namespace

std::string value_of(const Choice& choice) { return to_json(choice); }

std::optional<Choice> choice_of(std::string_view value) {
    if (value.size() > max_carried) return std::nullopt;
    auto choice = from_json<Choice>(value);
    if (choice == Choice{}) return std::nullopt;
    return choice;
}

std::string metadata_of(const FormKey& key) { return to_json(key); }

std::optional<FormKey> form_of(std::string_view metadata) {
    if (metadata.size() > max_carried) return std::nullopt;
    auto key = from_json<FormKey>(metadata);
    if (key && key->kind.empty()) return std::nullopt;
    return key;
}

} // namespace vera::slack
