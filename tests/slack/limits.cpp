#include "tests/slack/limits.hpp"

#include "core/text.hpp"
#include "tests/slack/complaints.hpp"

#include <set>

namespace vera::slack {

using nlohmann::json;

namespace {

constexpr std::size_t most_in_all = 10'000; // characters over all blocks of a message (slack.md 6.1)
constexpr std::size_t most_bytes_of_view = 250'000;

void check_blocks(const json& blocks, BlocksOf, Complaints&);
void check_block(const json& block, const std::string& at, BlocksOf, Complaints&);
void check_section(const json& block, const std::string& at, Complaints&);
void check_context(const json& block, const std::string& at, Complaints&);
void check_actions(const json& block, const std::string& at, Complaints&);
void check_input(const json& block, const std::string& at, BlocksOf, Complaints&);
void check_modal(const json& view, Complaints&);
std::size_t characters(const json&);

} // namespace

std::vector<std::string> refused_blocks(const json& blocks, BlocksOf place) {
    Complaints complaints;
    check_blocks(blocks, place, complaints);
    return complaints.all();
}

std::vector<std::string> refused_view(const json& view) {
    Complaints complaints;
    const auto type = string_of(view, "type");
    if (type == "modal")
        check_modal(view, complaints);
    else if (type == "home")
        complaints.only(view, "view", {"type", "blocks", "private_metadata", "callback_id", "external_id"});
    else
        complaints.add("view/type", "neither modal nor home");
    complaints.text(view, "view", "private_metadata", 3000, false);
    complaints.text(view, "view", "callback_id", 255, false);
    complaints.text(view, "view", "external_id", 255, false);
    check_blocks(view.is_object() && view.contains("blocks") ? view["blocks"] : json{},
                 type == "home" ? BlocksOf::home : BlocksOf::modal, complaints);
    if (view.dump().size() > most_bytes_of_view) complaints.add("view", "larger than 250 KB");
    return complaints.all();
}

std::vector<std::string> refused_message(const json& arguments) {
    Complaints complaints;
    complaints.text(arguments, "message", "text", 4000, true);
    check_blocks(arguments.is_object() && arguments.contains("blocks") ? arguments["blocks"] : json{},
                 BlocksOf::message, complaints);
    return complaints.all();
}

namespace {

void check_blocks(const json& blocks, BlocksOf place, Complaints& complaints) {
    if (!blocks.is_array()) return complaints.add("blocks", "no array");
    const std::size_t most = place == BlocksOf::message ? 50 : 100;
    if (blocks.empty()) complaints.add("blocks", "empty");
    if (blocks.size() > most) complaints.add("blocks", "more than " + std::to_string(most));
    if (place == BlocksOf::message && characters(blocks) > most_in_all)
        complaints.add("blocks", "more than " + std::to_string(most_in_all) + " characters in all");
    std::set<std::string> ids;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const auto at = "blocks/" + std::to_string(i);
        check_block(blocks[i], at, place, complaints);
        complaints.text(blocks[i], at, "block_id", 255, false);
        const auto id = string_of(blocks[i], "block_id");
        if (!id.empty() && !ids.insert(id).second) complaints.add(at, "block_id twice: " + id);
    }
}

void check_block(const json& block, const std::string& at, BlocksOf place, Complaints& complaints) {
    const auto type = string_of(block, "type");
    if (type == "section") return check_section(block, at, complaints);
    if (type == "context") return check_context(block, at, complaints);
    if (type == "actions") return check_actions(block, at, complaints);
    if (type == "input") return check_input(block, at, place, complaints);
    if (type == "rich_text") return check_rich_text(block, at, complaints);
    if (type == "divider") return complaints.only(block, at, {"type", "block_id"});
    if (type == "header") {
        complaints.only(block, at, {"type", "block_id", "text"});
        return complaints.text_object(block, at, "text", 150, true);
    }
    complaints.add(at, "unknown block " + type);
}

void check_section(const json& block, const std::string& at, Complaints& complaints) {
    complaints.only(block, at, {"type", "block_id", "text", "fields", "accessory", "expand"});
    complaints.text_object(block, at, "text", 3000, !block.contains("fields"), true);
    if (block.contains("fields")) {
        const json& fields = complaints.array(block, at, "fields", 10);
        for (const auto& field : fields) complaints.text_object({{"field", field}}, at, "field", 2000, true, true);
    }
    if (block.contains("accessory")) check_element(block["accessory"], at + "/accessory", false, complaints);
}

void check_context(const json& block, const std::string& at, Complaints& complaints) {
    complaints.only(block, at, {"type", "block_id", "elements"});
    for (const auto& element : complaints.array(block, at, "elements", 10))
        complaints.text_object({{"element", element}}, at, "element", 3000, true, true);
}

void check_actions(const json& block, const std::string& at, Complaints& complaints) {
    complaints.only(block, at, {"type", "block_id", "elements"});
    std::set<std::string> ids;
    const json& elements = complaints.array(block, at, "elements", 25);
    for (std::size_t i = 0; i < elements.size(); ++i) {
        const auto place = at + "/elements/" + std::to_string(i);
        check_element(elements[i], place, false, complaints);
        if (!ids.insert(string_of(elements[i], "action_id")).second) complaints.add(place, "action_id twice");
    }
}

void check_input(const json& block, const std::string& at, BlocksOf place, Complaints& complaints) {
    if (place == BlocksOf::message) complaints.add(at, "inputs stand only in a view here");
    complaints.only(block, at, {"type", "block_id", "label", "element", "hint", "optional", "dispatch_action"});
    complaints.text_object(block, at, "label", 2000, true);
    complaints.text_object(block, at, "hint", 2000, false);
    check_element(block.is_object() && block.contains("element") ? block["element"] : json{}, at + "/element", true,
                  complaints);
}

void check_modal(const json& view, Complaints& complaints) {
    complaints.only(view, "view",
                    {"type", "title", "submit", "close", "blocks", "private_metadata", "callback_id", "external_id",
                     "clear_on_close", "notify_on_close"});
    complaints.text_object(view, "view", "title", 24, true);
    complaints.text_object(view, "view", "submit", 24, false);
    complaints.text_object(view, "view", "close", 24, false);
    if (!view.contains("blocks") || !view["blocks"].is_array()) return;
    for (const auto& block : view["blocks"])
        if (string_of(block, "type") == "input" && !view.contains("submit"))
            return complaints.add("view/submit", "missing, and there is an input");
}

std::size_t characters(const json& value) {
    std::size_t sum = 0;
    if (value.is_object() && value.contains("text") && value["text"].is_string())
        sum += length(value["text"].get_ref<const std::string&>());
    if (value.is_structured())
        for (const auto& part : value) sum += characters(part);
    return sum;
}

} // namespace

} // namespace vera::slack
