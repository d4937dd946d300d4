#include "tests/simulation/sellers.hpp"

#include "core/store/store.hpp"

#include <algorithm>
#include <memory>

namespace vera::simulation {

namespace {

using Lines = std::vector<std::string>;

struct Seller {
    World& world;
    Chat& chat;
    const Person& person;
    Time goes_home;
    std::int64_t lines_left;
};

void act(const std::shared_ptr<Seller>&);
void come_back(const std::shared_ptr<Seller>&);
void open_chat(Seller&);
bool click(Seller&);
std::vector<const Shown*> with_buttons(const Seller&);
std::string next_line(Seller&);
const Lines& any_lines();
const Lines& lines_for(const std::string& shown);
std::string last_shown(const Seller&);

} // namespace

void plan_sellers(World& world, Chat& chat, Duration length) {
    auto count = static_cast<std::size_t>(world.random.between(1, static_cast<std::int64_t>(people_count)));
    for (std::size_t n = 0; n < count; ++n) {
        auto seller = std::make_shared<Seller>(
            Seller{world, chat, ground().people[n], world.now() + length, world.random.between(5, 35)});
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
    if (random.chance(35) && click(*seller)) return;
    auto event = event_of(seller->person);
    if (random.chance(1)) {
        constexpr int for_ever = 1'000'000;
        event.what = Said{"status"};
        return seller->chat.act(std::move(event), "poison", for_ever);
    }
    auto line = next_line(*seller);
    auto failing = random.chance(3) ? static_cast<int>(random.between(1, store::max_attempts - 1)) : 0;
    event.what = Said{line};
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
    return random.pick(random.chance(65) ? lines_for(shown) : any_lines());
}

const Lines& any_lines() {
    static const Lines lines = {"new Nordkai",
                                "new Halden Werft",
                                "new Oberon Logistics GmbH",
                                "new Nordkai",
                                "deal Nordkai",
                                "deal halden",
                                "status",
                                "help",
                                "why",
                                "back",
                                "skip",
                                "stop",
                                "go on",
                                "people",
                                "privacy",
                                "zone",
                                "zone Europe/Oslo",
                                "zone Mars/Olympus",
                                "don't know",
                                "just put it in",
                                "?",
                                "win",
                                "done",
                                "drop Nordkai",
                                "add Maria Lopez, CFO, last word",
                                "add Bo",
                                "note Ingrid: plays the cello on Fridays",
                                "note the budget round is in May",
                                "Ingrid win",
                                "Devrim lose",
                                "Tomasz result less overtime",
                                "let's talk about Petra",
                                "no, 16 not 61",
                                "no, Devrim can stop it",
                                "sorry, by June",
                                "2 is Technical",
                                "2 is called Ana Ruiz",
                                "remove 3",
                                "5 is Devrim",
                                "#1",
                                "#9",
                                "1",
                                "2",
                                "looks right",
                                "no",
                                "\xF0\x9F\x91\x8D",
                                "...",
                                "nwe Nordkai",
                                "statsu",
                                "Ingrid told me yesterday that Tomasz might lose two of his people",
                                std::string(1'200, 'x'),
                                std::string(4'500, 'y'),
                                "caf\xC3\xA9 \xE2\x80\x9Equoted\xE2\x80\x9C {slot} <b>markup</b> *bold*",
                                "\xFF\xFE broken bytes"};
    return lines;
}

// By a word of what was asked last; when the wording changes, the talk only gets wilder.
const Lines& lines_for(const std::string& shown) {
    static const std::vector<std::pair<std::string, Lines>> all = {
        {"Who decides",
         {"Ingrid Aas, COO, last word; Tomasz Wilk, shift lead, works with it; Devrim Kaya, IT, can stop it; Petra "
          "Lund, with us",
          "Ingrid Aas, COO, last word", "Hans Maier, CFO, last word; someone in IT, can stop it", "Ana Ruiz; Bo Lind",
          "I don't know yet"}},
        {"Is it right",
         {"looks right", "5 is Devrim", "2 is Technical", "remove 2", "Maria Lopez, CFO, last word",
          "1 is called Ingrid Berg"}},
        {"spoke", {"me, two weeks ago", "Ana once, in September", "I did, 3 November", "nobody", "don't know"}},
        {"get better",
         {"waiting time 14 to 11 hours per ship by end of June", "interfaces from 6 to 2 by 30 April 2027",
          "less overtime", "20% fewer claims", "don't know"}},
        {"personally",
         {"she'll be the hero of the group", "his weekends back", "the board seat", "don't know", "nothing"}},
        {"know that",
         {"she said: \"I want this to be mine\" on 12 November", "Petra told me last Friday", "it's obvious",
          "she said so"}},
        {"do you know",
         {"\"I want the board to see this\", 12 November", "Petra Lund told me on 3 November", "I noticed it",
          "nobody said it"}},
        {"still lose",
         {"his say in it", "she'd have to undo the system she bought in 2023", "nothing I know of", "don't know"}},
        {"Next step",
         {"Call her, by Friday", "Ask Petra by tomorrow", "coffee on 2 December", "lunch tomorrow", "nothing now",
          "find out more"}},
        {"due today", {"done", "next working day", "drop it"}},
    };
    static const Lines fallback = {"new Nordkai", "status", "go on", "don't know", "skip"};
    for (const auto& [word, lines] : all)
        if (shown.find(word) != std::string::npos) return lines;
    return fallback;
}

std::string last_shown(const Seller& seller) {
    const auto& shown = seller.chat.shown();
    auto last = std::find_if(shown.rbegin(), shown.rend(),
                             [&](const Shown& message) { return message.conversation == seller.person.conversation; });
    return last == shown.rend() ? "" : last->text;
}

} // namespace

} // namespace vera::simulation
