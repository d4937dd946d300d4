#include "tests/fake_slack/workspace.hpp"

#include <algorithm>

namespace vera::fake_slack {

std::string Workspace::fresh_ts(Time now) {
    constexpr std::int64_t million = 1'000'000;
    last_ts_ = std::max(to_ms(now) * 1'000, last_ts_ + 1);
    auto part = std::to_string(last_ts_ % million);
    return std::to_string(last_ts_ / million) + "." + std::string(6 - part.size(), '0') + part;
}

Room& Workspace::dm(const std::string& person) {
    auto [found, made_now] = rooms.try_emplace("D0" + person);
    if (made_now) {
        found->second.id = found->first;
        found->second.with = person;
    }
    return found->second;
}

Room* Workspace::find_room(const std::string& id) {
    if (people.contains(id)) return &dm(id);
    auto found = rooms.find(id);
    return found == rooms.end() ? nullptr : &found->second;
}

Post* Workspace::find_post(const std::string& channel, const std::string& ts) {
    auto* room = find_room(channel);
    if (!room || !room->posts.contains(ts)) return nullptr;
    return &room->posts.at(ts);
}

View* Workspace::find_modal(const std::string& view_id) {
    for (auto& [person, stack] : modals)
        for (auto& view : stack)
            if (view.id == view_id) return &view;
    return nullptr;
}

} // namespace vera::fake_slack
