// Whatever is said or pressed, and on whatever day: no turn breaks, no limit is passed, no held answer
// vanishes in silence. STRANGE_SEEDS=2000 makes it ten times as long.
#include "core/json.hpp"
#include "core/text.hpp"
#include "tests/dialogs/strange_lines.hpp"
#include "tests/dialogs/talk.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cstdlib>
#include <random>

using namespace vera;

namespace {

// What only a platform sends: changed and deleted messages, forms, the home page.
decltype(Event::what) platform_event(const Talk& talk, const std::optional<Form>& form, Chance& random) {
    const std::string line = strange_line(random);
    const auto& last = talk.state.session.last_said;
    const std::string said = last && random() % 2 ? last->text : strange_line(random);
    switch (random() % 9) {
    case 0:
        return Opened{Surface::home};
    case 1:
        return Edited{said, line};
    case 2:
        return Deleted{said};
    case 3:
        return Forwarded{line};
    case 4:
        return Called{};
    case 5:
        return Moved{*find_zone(random() % 2 ? "Asia/Tokyo" : "Europe/Berlin"), line};
    case 6:
        if (form) return NotOpened{form->key};
        return NotOpened{{"person", DealId{"none"}, {}, {}}};
    default:
        break;
    }
    if (!form) return Submitted{{"deal", {}, {}, {}}, {{"account", line}, {"people", strange_line(random)}}};
    FormValues values;
    for (const auto& field : form->fields) {
        values[field.id] = field.value;
        if (random() % 2) values[field.id] = strange_line(random);
        if (!field.options.empty() && random() % 2)
            values[field.id] = field.options[random() % field.options.size()].value;
    }
    return Submitted{form->key, values};
}

// A button of any message so far, the newest rather than an old one.
struct Buttons {
    std::vector<Button> seen;
    void see(const Plan& plan) {
        for (const auto& message : plan.messages)
            seen.insert(seen.end(), message.buttons.begin(), message.buttons.end());
    }
    const Button& any(Chance& random) const {
        const std::size_t newest = std::min<std::size_t>(seen.size(), max_buttons);
        return seen[random() % 4 ? seen.size() - 1 - random() % newest : random() % seen.size()];
    }
};

// The jobs that are planned; one of them may come, early or late.
struct Jobs {
    std::vector<Job> planned;
    void see(const Plan& plan) {
        for (const auto& key : plan.cancelled)
            std::erase_if(planned, [&](const Job& job) { return JobKey{job.kind, job.occurrence} == key; });
        for (const auto& job : plan.jobs) {
            std::erase_if(planned, [&](const Job& known) { return known.occurrence == job.occurrence; });
            planned.push_back(job);
        }
    }
};

void check_limits(const Talk& talk) {
    REQUIRE(talk.plan.messages.size() <= max_plan_messages);
    for (const auto& message : talk.plan.messages) {
        REQUIRE(message.buttons.size() <= max_buttons);
        for (const auto& text : message.lines) REQUIRE(text.text == clean(text.text));
    }
    const auto& session = talk.state.session;
    REQUIRE(session.parked.size() <= max_parked);
    REQUIRE(session.trail.size() <= max_trail);
    REQUIRE(session.agenda.size() <= limits::agenda);
    for (const auto& deal : talk.state.deals) {
        REQUIRE(deal.people.size() <= limits::influences);
        REQUIRE(deal.choices.size() <= limits::choices);
        REQUIRE(deal.strengths.size() <= limits::strengths);
        for (const auto& person : deal.people) REQUIRE(from_json<Influence>(to_json(person)) == person);
    }
}

// The database keeps a deal's people beside it, so a turn gets them back by the wish it made.
void take(Talk& talk, const decltype(Event::what)& what) {
    talk.take(what);
    if (talk.plan.needs.empty()) return;
    talk.state.seen = talk.plan.needs;
    talk.take(what);
    talk.state.seen = {};
}

unsigned seeds() {
    const char* wanted = std::getenv("STRANGE_SEEDS");
    return wanted ? static_cast<unsigned>(std::strtoul(wanted, nullptr, 10)) : 200;
}

} // namespace

TEST_CASE("no line, however strange, breaks a turn or a limit", "[turn]") {
    for (unsigned seed = 1; seed <= seeds(); ++seed) {
        Chance random(seed);
        Talk talk;
        Buttons buttons;
        Jobs jobs;
        std::optional<Form> form; // the newest
        talk.strict = seed % 3 == 0;
        for (int turn = 0; turn < 60; ++turn) {
            const auto kind = random() % 20;
            decltype(Event::what) what = Said{strange_line(random)};
            if (kind < 6 && !buttons.seen.empty()) {
                const Button& button = buttons.any(random);
                what = Chose{button.choice, button.label};
            } else if (kind == 6 && !jobs.planned.empty()) {
                const Job& job = jobs.planned[random() % jobs.planned.size()];
                what = Due{job.kind, job.occurrence, job.deal, job.person, job.action};
            } else if (kind == 7) {
                what = Opened{};
            } else if (kind < 12) {
                what = platform_event(talk, form, random);
            }
            talk.can_open_form = random() % 3 == 0;
            if (random() % 10 == 0) talk.now += std::chrono::hours{random() % 400};
            talk.now += std::chrono::minutes{1};
            const auto* said = std::get_if<Said>(&what);
            CAPTURE(seed, turn, said ? said->text : std::get_if<Chose>(&what) ? std::get<Chose>(what).label : "");
            take(talk, what);
            if (talk.plan.reply && talk.plan.reply->form) form = talk.plan.reply->form;
            buttons.see(talk.plan);
            jobs.see(talk.plan);
            check_limits(talk);
        }
    }
}
