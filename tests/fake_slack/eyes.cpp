#include "tests/fake_slack/eyes.hpp"

namespace vera::fake_slack {

namespace {

std::string decoded(std::string);
std::string text_of_element(const Json&);
std::string text_of_block(const Json&);
void collect_buttons(const Json& element, const std::string& block_id, std::vector<SeenButton>&);

} // namespace

std::vector<SeenMessage> visible(FakeSlack& slack, const std::string& user) {
    std::vector<SeenMessage> seen;
    for (auto& [ts, post] : slack.workspace.dm(user).posts) {
        SeenMessage message;
        message.ts = ts;
        message.text = post.blocks.empty() ? decoded(post.text) : text_of_blocks(post.blocks);
        message.own = !post.by_bot;
        message.buttons = buttons_of_blocks(post.blocks);
        if (!post.metadata.is_null()) message.metadata = post.metadata.dump();
        seen.push_back(std::move(message));
    }
    return seen;
}

std::string text_of_blocks(const Json& blocks) {
    std::string text;
    for (auto& block : blocks) {
        const auto more = text_of_block(block);
        if (!more.empty()) text += (text.empty() ? "" : "\n") + more;
    }
    return text;
}

std::vector<SeenButton> buttons_of_blocks(const Json& blocks) {
    std::vector<SeenButton> found;
    for (auto& block : blocks) {
        const auto id = block.value("block_id", "");
        for (auto& element : block.value("elements", Json::array())) collect_buttons(element, id, found);
        if (block.contains("accessory")) collect_buttons(block.at("accessory"), id, found);
    }
    return found;
}

const View* open_form(const FakeSlack& slack, const std::string& user) {
    auto stack = slack.workspace.modals.find(user);
    return stack == slack.workspace.modals.end() || stack->second.empty() ? nullptr : &stack->second.back();
}

namespace {

// &lt; &gt; &amp;, in that order, once.
std::string decoded(std::string text) {
    const std::pair<const char*, const char*> entities[] = {{"&lt;", "<"}, {"&gt;", ">"}, {"&amp;", "&"}};
    for (auto& [from, to] : entities)
        for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + 1))
            text.replace(at, std::string(from).size(), to);
    return text;
}

// Rich text is not decoded: its text is never parsed, and an entity in it would be seen as one.
std::string text_of_element(const Json& element) {
    const auto type = element.value("type", "");
    if (type == "mrkdwn" || type == "plain_text") return decoded(element.value("text", ""));
    if (type == "text" || type == "link") return element.value("text", "");
    if (type == "button") return "";
    std::string text;
    for (auto& part : element.value("elements", Json::array())) {
        const bool line = type == "rich_text_list" || part.value("type", "").starts_with("rich_text");
        text += (line && !text.empty() ? "\n" : "") + text_of_element(part);
    }
    return text;
}

std::string text_of_block(const Json& block) {
    std::string text;
    const auto add = [&text](const std::string& more) {
        if (!more.empty()) text += (text.empty() ? "" : "\n") + more;
    };
    if (block.contains("text") && block.at("text").is_object()) add(text_of_element(block.at("text")));
    for (auto& field : block.value("fields", Json::array())) add(text_of_element(field));
    if (block.value("type", "") != "actions")
        for (auto& element : block.value("elements", Json::array())) add(text_of_element(element));
    return text;
}

void collect_buttons(const Json& element, const std::string& block_id, std::vector<SeenButton>& found) {
    if (element.value("type", "") != "button") return;
    found.push_back({decoded(element.at("text").value("text", "")), element.value("value", ""),
                     element.value("action_id", ""), block_id});
}

} // namespace

} // namespace vera::fake_slack
