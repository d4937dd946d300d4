#pragma once
// The users of the simulation: who they are, and what they do when the brain is the simple one.
#include "core/store/store.hpp"
#include "tests/simulation/chat.hpp"
#include "tests/simulation/crash_vfs.hpp"

namespace vera::simulation {

struct Person {
    store::Account account;
    store::Who who;
    ConversationId conversation;
};

inline constexpr std::size_t people_count = 3;

// A disk on which the schema is made and all people are known, made once for all seeds.
struct Ground {
    Disk disk;
    std::vector<Person> people;
};
const Ground& ground();

store::Store open_store(const std::string& path, Random&, Time now); // throws what went wrong
void check_people(store::Store&, World&);                            // known, and still the same

Event event_of(const Person&); // without content, id and keys

// Plans a story for the simple brain: when who says what.
void plan_simple_story(World&, Chat&, Duration length);

} // namespace vera::simulation
