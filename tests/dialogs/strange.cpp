// Whatever is said or pressed, and on whatever day: no turn breaks, no limit is passed, no held answer
// vanishes in silence. STRANGE_SEEDS=2000 makes it ten times as long.
#include "core/json.hpp"
#include "core/text.hpp"
#include "tests/dialogs/talk.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cstdlib>
#include <random>

using namespace vera;

namespace {

using Chance = std::mt19937;

// Lines made of pieces that mean something, and of pieces that mean nothing.
const std::vector<std::string> pieces = {"new ",
                                         "Nordkai",
                                         "yes",
                                         "no, ",
                                         "2 is ",
                                         "Technical",
                                         "Ingrid Aas",
                                         ", ",
                                         "; ",
                                         "back",
                                         "skip",
                                         "keep",
                                         "why",
                                         "status",
                                         "don't know",
                                         "people",
                                         "add ",
                                         "Tomasz",
                                         "hours",
                                         "\"",
                                         "“",
                                         "14 to 11",
                                         "let's talk about ",
                                         "by Friday",
                                         "\xff\xfe",
                                         "\x1b[2J",
                                         "👍",
                                         "日本",
                                         "#1",
                                         "3",
                                         "note Ingrid: ",
                                         "stop",
                                         "go on",
                                         "deal ",
                                         "drop ",
                                         "%",
                                         "{first}",
                                         "\n",
                                         "help",
                                         "remove 1",
                                         "zone ",
                                         "nobody",
                                         "said",
                                         "?",
                                         "plan",
                                         "yesterday",
                                         "what is a win",
                                         "Europe/Berlin",
                                         "just put it in",
                                         "until ",
                                         "Monday",
                                         "31 February",
                                         "2027-02-30",
                                         "tomorrow",
                                         "in 3 weeks",
                                         "accept ",
                                         "snooze ",
                                         "hold ",
                                         "won ",
                                         "lost ",
                                         "verbal yes",
                                         "strength: ",
                                         "statement ",
                                         "say ",
                                         "test ",
                                         "coach ",
                                         "more ",
                                         "objective",
                                         "own win",
                                         "competition",
                                         "changes",
                                         "fit",
                                         "flags",
                                         "prep",
                                         "review",
                                         "learn ",
                                         "demo",
                                         "depth ",
                                         "words ",
                                         "method",
                                         "that was about ",
                                         "coach",
                                         "divorce",
                                         "idiot",
                                         "discount",
                                         "EUR 90k",
                                         "99999999999999999999",
                                         "-5",
                                         "0"};

// Whole lines that ask for a part of the method, answer it, or are asked about before they are kept.
const std::vector<std::string> sentences = {
    "new Nordkai",
    "new Halden Werft",
    "Ingrid Aas, COO, last word; Tomasz Wilk, works with it; Petra Lund, with us",
    "looks right",
    "me, last week",
    "waiting time 14 to 11 hours by June",
    "be the hero",
    "peace after her divorce",
    "he is an idiot",
    "cost savings",
    "statsu",
    "objectvie",
    "she said: \"I want this\" on 12 November",
    "Petra told me on 3 November",
    "his say in it",
    "Call her, by Friday",
    "more",
    "more Ingrid",
    "statement Ingrid",
    "say Ingrid",
    "test Ingrid",
    "coach Petra",
    "objective",
    "own win",
    "competition",
    "changes",
    "fit",
    "flags",
    "accept 1: small",
    "snooze 1 until Friday",
    "snooze 2",
    "hold until next week",
    "hold Nordkai until 3 May",
    "reopen Nordkai",
    "verbal yes",
    "won Nordkai",
    "lost Halden Werft",
    "strength: the night shift",
    "note Ingrid: she wants to be seen by the board",
    "prep",
    "review",
    "steps",
    "picture",
    "meddpicc",
    "learn",
    "demo",
    "next",
    "depth full",
    "depth short",
    "words method",
    "copy for crm",
    "that was about Tomasz",
    "keep it",
    "-3",
    "yes",
    "none",
    "we promised them a discount of 90k",
    "accept: they come back"};

std::string strange_line(Chance& random) {
    if (random() % 2) return sentences[random() % sentences.size()];
    std::string line;
    for (auto n = 1 + random() % 4; n > 0; --n) line += pieces[random() % pieces.size()];
    return line;
}

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
