#include "tests/simulation/sellers.hpp"

#include "core/store/store.hpp"
#include "tests/simulation/seller_lines.hpp"

#include <algorithm>
#include <memory>

namespace vera::simulation {

namespace {

struct Seller {
    World& world;
    Chat& chat;
    const Person& person;
    Time goes_home;
    std::int64_t lines_left;
    bool diligent;         // answers what is asked, in words
    std::string said = {}; // the newest line
};

void act(const std::shared_ptr<Seller>&);
void come_back(const std::shared_ptr<Seller>&);
void open_chat(Seller&);
bool click(Seller&);
void use_the_platform(Seller&);
Submitted some_form(Seller&);
std::vector<const Shown*> with_buttons(const Seller&);
std::string next_line(Seller&);
std::string last_shown(const Seller&);

} // namespace

void plan_sellers(World& world, Chat& chat, Duration length) {
    auto count = static_cast<std::size_t>(world.random.between(1, static_cast<std::int64_t>(people_count)));
    for (std::size_t n = 0; n < count; ++n) {
        auto seller = std::make_shared<Seller>(Seller{world, chat, ground().people[n], world.now() + length,
                                                      world.random.between(5, 50), world.random.chance(30)});
        auto begin = world.now() + random_duration(world.random, seconds{1}, minutes{2});
        world.at(begin, [seller] {
            open_chat(*seller);
            come_back(seller);
        });
    }
}

namespace {

void come_back(const std::shared_ptr<Seller>& seller) {
    auto& random = seller->world.random;
    auto pause = random_duration(random, seconds{1}, seconds{40});
    if (random.chance(3)) pause = random_duration(random, hours{1}, hours{20});
    if (random.chance(10)) pause = random_duration(random, milliseconds{0}, milliseconds{300}); // two lines at once
    if (seller->world.now() + pause > seller->goes_home || --seller->lines_left < 0) return;
    seller->world.at(seller->world.now() + pause, [seller] {
        act(seller);
        come_back(seller);
    });
}

void act(const std::shared_ptr<Seller>& seller) {
    auto& random = seller->world.random;
    if (random.chance(2)) return open_chat(*seller);
    if (random.chance(seller->diligent ? 10 : 35) && click(*seller)) return;
    if (random.chance(8)) return use_the_platform(*seller);
    auto event = event_of(seller->person);
    event.can_open_form = random.chance(30);
    if (random.chance(1)) {
        constexpr int for_ever = 1'000'000;
        event.what = Said{"status"};
        return seller->chat.act(std::move(event), "poison", for_ever);
    }
    auto line = next_line(*seller);
    auto failing = random.chance(3) ? static_cast<int>(random.between(1, store::max_attempts - 1)) : 0;
    event.what = Said{line};
    seller->said = line;
    seller->chat.act(std::move(event), line, failing);
}

void open_chat(Seller& seller) {
    auto event = event_of(seller.person);
    event.what = Opened{};
    seller.chat.act(std::move(event), "(opens the chat)");
}

bool click(Seller& seller) {
    auto choices = with_buttons(seller);
    if (choices.empty()) return false;
    auto newest = !seller.world.random.chance(15);
    const auto& button =
        seller.world.random.pick((newest ? choices.back() : seller.world.random.pick(choices))->buttons);
    auto event = event_of(seller.person);
    event.what = Chose{button.choice, button.label};
    event.can_open_form = seller.world.random.chance(50);
    seller.chat.act(std::move(event), "[" + button.label + "]");
    if (seller.world.random.chance(5)) // a nervous finger: a second click is another event
        seller.chat.act(
            [&] {
                auto again = event_of(seller.person);
                again.what = Chose{button.choice, button.label};
                return again;
            }(),
            "[" + button.label + "] again");
    return true;
}

// What a platform sends beside lines and clicks: forms, and messages that are changed, deleted or passed on.
void use_the_platform(Seller& seller) {
    auto& random = seller.world.random;
    auto event = event_of(seller.person);
    event.can_open_form = random.chance(50);
    auto line = random.pick(any_lines());
    auto form = some_form(seller);
    switch (random.below(6)) {
    case 0:
        event.what = Edited{seller.said, line};
        return seller.chat.act(std::move(event), "(edits: " + seller.said + " -> " + line + ")");
    case 1:
        event.what = Deleted{seller.said};
        return seller.chat.act(std::move(event), "(deletes: " + seller.said + ")");
    case 2:
        event.what = Forwarded{line};
        return seller.chat.act(std::move(event), "(passes on: " + line + ")");
    case 3:
        event.what = NotOpened{form.form};
        return seller.chat.act(std::move(event), "(no form opened: " + form.form.kind + ")");
    default:
        event.what = form;
        return seller.chat.act(std::move(event), "(sends the form: " + form.form.kind + ")");
    }
}

// About whoever a button that was shown is about; else a new deal.
Submitted some_form(Seller& seller) {
    auto& random = seller.world.random;
    auto shown = with_buttons(seller);
    const auto choice = shown.empty() ? Choice{} : random.pick(random.pick(shown)->buttons).choice;
    const auto line = random.pick(method_lines());
    if (choice.deal.empty() || choice.person.empty())
        return {{"deal", {}, {}, {}}, {{"account", line}, {"people", random.pick(any_lines())}}};
    if (random.chance(30)) return {{"note", {}, {}, {}}, {{"deal", choice.deal.text()}, {"text", line}}};
    return {{"person", choice.deal, choice.person, {}},
            {{"title", random.pick(any_lines())},
             {"result", random.pick(any_lines())},
             {"win", line},
             {"next_step", random.pick(method_lines())}}};
}

std::vector<const Shown*> with_buttons(const Seller& seller) {
    std::vector<const Shown*> found;
    for (const auto& shown : seller.chat.shown())
        if (shown.conversation == seller.person.conversation && !shown.buttons.empty()) found.push_back(&shown);
    return found;
}

std::string next_line(Seller& seller) {
    auto& random = seller.world.random;
    auto shown = last_shown(seller);
    if (shown.empty() && random.chance(70)) return any_lines()[static_cast<std::size_t>(random.below(3))];
    if (random.chance(seller.diligent ? 85 : 65)) return random.pick(lines_for(shown));
    return random.pick(random.chance(seller.diligent ? 95 : 60) ? method_lines() : any_lines());
}

std::string last_shown(const Seller& seller) {
    const auto& shown = seller.chat.shown();
    auto last = std::find_if(shown.rbegin(), shown.rend(),
                             [&](const Shown& message) { return message.conversation == seller.person.conversation; });
    return last == shown.rend() ? "" : last->text;
}

} // namespace

} // namespace vera::simulation
