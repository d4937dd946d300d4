#include "tests/bench/office.hpp"

#include "core/must.hpp"
#include "dialogs/turn.hpp"

#include <random>

namespace bench {

using namespace vera;

namespace {

const Library& library() {
    static const Library read = [] {
        auto result = read_library(compiled_in_files());
        MUST(result);
        return *result;
    }();
    return read;
}

store::Randomness randomness() {
    return [numbers = std::mt19937_64{42}](std::span<unsigned char> bytes) mutable {
        for (unsigned char& byte : bytes) byte = static_cast<unsigned char>(numbers());
    };
}

store::Store open_store(const std::string& path, Time now) {
    auto opened = store::open(store::open_sqlite(path), store::Key{}, randomness(), now);
    MUST(opened);
    return std::move(*opened);
}

Influence somebody(PersonId id, std::size_t number) {
    Influence person;
    person.person = std::move(id);
    person.name = "Ingrid Aas " + std::to_string(number);
    person.title = "Head of operations";
    person.roles = {Role::user};
    person.contact.asked = person.result.asked = person.win.asked = person.lose.asked = Asked::answered;
    person.contact.words = "I spoke with her on 3 March";
    person.result.text = "waiting time from 61 to 16 hours per ship by June 2027";
    person.win.text = Private<std::string>("to run the new hub in Hamburg");
    person.lose.text = Private<std::string>("less say over the weekly plan");
    return person;
}

} // namespace

const std::vector<std::string>& talk() {
    static const std::vector<std::string> lines = {
        "new Nordkai",
        "Ingrid Aas, COO, last word; Tomasz Wilk, shift lead, works with it; Devrim Kaya, IT, can stop it",
        "looks right",
        "I spoke with her on 3 March",
        "waiting time from 61 to 16 hours per ship by June 2027",
        "to run the new hub in Hamburg",
        "she said \"when this works I move to Hamburg\" on 3 March",
        "less say over the weekly plan",
        "ask her for the plan of the hub by Friday",
    };
    return lines;
}

Office::Office(const std::string& path)
    : store_(open_store(path, from_ms(1'800'000'000'000))),
      think_([](const State& state, const Event& event, Time now) { return take_turn(library(), state, event, now); }),
      apology_([](const Event& event) { return apology(library(), event); }), now_(from_ms(1'800'000'000'000)) {}

std::vector<store::Who> Office::hire(std::size_t people) {
    std::vector<store::Who> staff;
    store::begin(store_);
    for (std::size_t i = 0; i < people; ++i) {
        const std::string name = "seller" + std::to_string(++hired_);
        staff.push_back(store::identify(store_, {"terminal", "local", name, name, Zone{}}, name, now_));
    }
    store::commit(store_);
    return staff;
}

Cost Office::have_talk(const std::vector<store::Who>& staff, std::size_t at_once) {
    Cost cost;
    for (const std::string& text : talk()) {
        now_ += std::chrono::seconds{30};
        for (std::size_t first = 0; first < staff.size(); first += at_once) {
            std::vector<Event> events;
            for (std::size_t i = first; i < std::min(first + at_once, staff.size()); ++i) {
                events.push_back(event(staff[i], text));
            }
            cost += measure([&] {
                const BatchResult result = run_batch(store_, think_, apology_, events, now_);
                for (const Outcome& outcome : result.outcomes) MUST(outcome.end == Outcome::End::done);
            });
        }
        deliver();
    }
    return cost;
}

void Office::fill(std::size_t influences) {
    constexpr std::size_t deals_each = 50; // and one commit for all of them
    for (std::size_t made = 0; made < influences;) {
        const store::Who seller = hire(1).front();
        store::begin(store_);
        for (std::size_t deals = 0; deals < deals_each && made < influences; ++deals) {
            const std::size_t people = std::min(limits::influences, influences - made);
            add_deal(seller, people);
            made += people;
        }
        store::commit(store_);
    }
}

void Office::add_deal(const store::Who& seller, std::size_t people) {
    const Event made_by = event(seller, "");
    store::claim(store_, made_by, now_);
    Plan plan;
    const State before = store::load(store_, made_by);
    plan.next = before;
    Deal deal;
    deal.head = {.id = derived<DealId>(made_by.id, 'd', 1), .owner = seller.user, .name = "Nordkai"};
    deal.head.created = deal.head.touched = now_;
    for (std::size_t i = 0; i < people; ++i) deal.people.push_back(somebody(derived<PersonId>(made_by.id, 'p', i), i));
    plan.next.heads.insert(plan.next.heads.begin(), deal.head);
    plan.next.deals.push_back(std::move(deal));
    store::save(store_, before, plan, made_by, now_);
}

Event Office::event(const store::Who& who, const std::string& text) {
    Event event;
    event.id = EventId{"e" + std::to_string(++events_)};
    event.keys = {event.id.text()};
    event.tenant = who.tenant;
    event.user = who.user;
    event.conversation = ConversationId{"chat-" + who.user.text()};
    event.at = now_;
    event.what = Said{text};
    said_bytes_ += text.size();
    return event;
}

void Office::deliver() {
    for (auto rows = store::next_to_send(store_, now_, max_batch); !rows.empty();
         rows = store::next_to_send(store_, now_, max_batch)) {
        store::begin(store_);
        for (const store::Outgoing& row : rows) {
            MUST(store::mark_sending(store_, row, now_));
            store::settle(store_, row.row, store::Sending::sent, row.message.id.text(), now_);
            for (const Line& line : row.message.lines) said_bytes_ += line.text.size();
        }
        store::commit(store_);
    }
}

} // namespace bench
