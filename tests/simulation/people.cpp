#include "tests/simulation/people.hpp"

#include "core/must.hpp"

#include <array>
#include <stdexcept>

namespace vera::simulation {

namespace {

struct Face {
    const char *name, *zone;
};
constexpr std::array<Face, people_count> faces{
    {{"leo", "Europe/Berlin"}, {"mia", "America/New_York"}, {"jo", "Asia/Kolkata"}}};

Ground make_ground();
store::Account account_of(const Face&);
store::Who known(store::Store&, const Face&, Time now);

struct Storyteller {
    World& world;
    Chat& chat;
    int number = 0;
    std::vector<int> reminders; // numbers of lines that planned one
};
void act(Storyteller&, std::size_t person);
std::string next_line(Storyteller&);
void click(Storyteller&, const Person&, int number);

} // namespace

const Ground& ground() {
    static const Ground made = make_ground();
    return made;
}

store::Store open_store(const std::string& path, Random& random, Time now) {
    store::Key key{};
    for (std::size_t n = 0; n < key.size(); ++n) key[n] = static_cast<unsigned char>(n);
    auto database = store::open_sqlite(path, vfs_name);
    auto opened = store::open(
        std::move(database), key, [&random](std::span<unsigned char> bytes) { random.fill(bytes); }, now);
    if (!opened) throw std::runtime_error(opened.problems().front().what);
    return std::move(*opened);
}

void check_people(store::Store& store, World& world) {
    store::begin(store);
    std::vector<store::Who> all;
    for (const auto& face : faces) all.push_back(known(store, face, world.now()));
    store::commit(store);
    for (std::size_t n = 0; n < all.size(); ++n)
        if (all[n] != ground().people[n].who)
            world.violate(std::string(faces[n].name) + " is somebody else after a boot");
}

Event event_of(const Person& person) {
    Event event;
    event.tenant = person.who.tenant;
    event.user = person.who.user;
    event.conversation = person.conversation;
    return event;
}

void plan_simple_story(World& world, Chat& chat, Duration length) {
    auto teller = std::make_shared<Storyteller>(Storyteller{world, chat, 0, {}});
    auto lines = world.random.between(10, 40);
    auto burst = world.now() + random_duration(world.random, seconds{1}, length);
    for (int n = 0; n < lines; ++n) {
        if (world.random.chance(10)) burst = world.now() + random_duration(world.random, seconds{1}, length);
        auto at = world.random.chance(60) ? burst + random_duration(world.random, milliseconds{0}, milliseconds{500})
                                          : world.now() + random_duration(world.random, seconds{1}, length);
        auto person = static_cast<std::size_t>(world.random.below(people_count));
        world.at(at, [teller, person] { act(*teller, person); });
    }
}

namespace {

Ground make_ground() {
    Ground ground;
    Random random(1);
    World world(1, false);
    {
        Mounted mounted("ground", ground.disk);
        auto store = open_store(mounted.path(), random, world.now());
        store::begin(store);
        for (const auto& face : faces) {
            auto who = known(store, face, world.now());
            ground.people.push_back({account_of(face), who, ConversationId{std::string("chat-") + face.name}});
        }
        store::commit(store);
    }
    return ground;
}

store::Account account_of(const Face& face) {
    auto zone = find_zone(face.zone);
    MUST(zone);
    return {"simulation", "local", face.name, face.name, *zone};
}

store::Who known(store::Store& store, const Face& face, Time now) {
    std::string fresh = "P000000000000" + std::string(face.name);
    return store::identify(store, account_of(face), fresh.substr(fresh.size() - 15), now);
}

void act(Storyteller& teller, std::size_t number) {
    const auto& person = ground().people[number];
    ++teller.number;
    if (teller.world.random.chance(15)) return click(teller, person, teller.number);
    auto event = event_of(person);
    auto line = next_line(teller);
    event.what = Said{line};
    auto failing =
        line.starts_with("flaky") ? static_cast<int>(teller.world.random.between(1, store::max_attempts - 1)) : 0;
    teller.chat.act(std::move(event), line, failing);
}

std::string next_line(Storyteller& teller) {
    static const std::vector<std::string> verbs = {"note",   "note",   "later", "later", "cancel", "other",
                                                   "errand", "edit",   "edit",  "many",  "brief",  "drop",
                                                   "reply",  "poison", "crowd", "flaky"};
    auto& random = teller.world.random;
    auto number = std::to_string(teller.number);
    auto verb = random.pick(verbs);
    if ((verb == "poison" || verb == "crowd") && random.chance(50)) verb = "note";
    if (verb == "cancel")
        return verb + " " + number + " " + std::to_string(teller.reminders.empty() ? 0 : random.pick(teller.reminders));
    if (verb != "later") return verb + " " + number;
    auto occurrence = teller.reminders.empty() || random.chance(70) ? teller.number : random.pick(teller.reminders);
    teller.reminders.push_back(occurrence);
    auto delay = random.chance(50) ? random.between(0, 30) : random.between(1, 2'000);
    return verb + " " + number + " " + std::to_string(delay) + " " + std::to_string(occurrence);
}

void click(Storyteller& teller, const Person& person, int number) {
    std::vector<Choice> choices;
    for (const auto& shown : teller.chat.shown())
        if (shown.conversation == person.conversation)
            for (const auto& button : shown.buttons) choices.push_back(button.choice);
    if (choices.empty()) return;
    auto event = event_of(person);
    auto recent = teller.world.random.chance(60);
    auto choice = recent ? choices.back() : teller.world.random.pick(choices);
    event.what = Chose{std::move(choice), std::to_string(number)};
    teller.chat.act(std::move(event), "click " + std::to_string(number));
}

} // namespace

} // namespace vera::simulation
