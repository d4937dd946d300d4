#include "tests/simulation/scenarios.hpp"

#include "core/must.hpp"

namespace vera::simulation {

namespace {
struct Moment {
    Duration after;
    std::size_t person;
    std::string line;
};
const std::map<std::string, std::vector<Moment>>& stories();
} // namespace

const std::vector<std::string>& scenario_names() {
    static const std::vector<std::string> names = {"first-talk", "reminder", "poison-beside", "real-talk"};
    return names;
}

Duration plan_scenario(const std::string& name, World& world, Chat& chat) {
    MUST(stories().contains(name));
    for (const auto& moment : stories().at(name))
        world.at(world.now() + moment.after, [&world, &chat, moment] {
            auto event = event_of(ground().people[moment.person]);
            event.what = Said{moment.line};
            chat.act(std::move(event), moment.line);
        });
    return minutes{10};
}

namespace {

const std::map<std::string, std::vector<Moment>>& stories() {
    static const std::map<std::string, std::vector<Moment>> all = {
        {"first-talk",
         {{seconds{1}, 0, "note 1"},
          {seconds{4}, 0, "other 2"},
          {seconds{8}, 0, "edit 3"},
          {seconds{12}, 0, "reply 4"}}},
        {"reminder",
         {{seconds{1}, 0, "later 1 3 1"},
          {seconds{5}, 0, "later 2 2 2"},
          {minutes{1}, 0, "cancel 3 2"},
          {minutes{4}, 0, "note 4"}}},
        {"poison-beside",
         {{seconds{1}, 0, "note 1"},
          {seconds{1}, 1, "poison 2"},
          {seconds{1}, 1, "many 3"},
          {seconds{1}, 0, "crowd 4"},
          {seconds{1}, 1, "errand 5"}}},
        {"real-talk",
         {{seconds{1}, 0, "new Nordkai"},
          {seconds{5}, 0, "Ingrid Aas, COO, last word; Petra Lund, with us"},
          {seconds{9}, 0, "looks right"},
          {seconds{13}, 0, "me, two weeks ago"},
          {seconds{17}, 0, "no, nobody"},
          {seconds{21}, 0, "add Bo Lind, IT, can stop it"}}},
    };
    return all;
}

} // namespace

} // namespace vera::simulation
