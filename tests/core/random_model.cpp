#include "tests/core/random_model.hpp"

#include <array>

namespace vera {

std::string RandomModel::text() {
    static const std::array<std::string, 9> pieces{"a",    "Ingrid ", "\"\\/{[]}",  "\n\t\x01", "ø\u2028é",
                                                   "7.50", "null",    "\U0001F600", ",:"};
    std::string made;
    for (std::size_t count = below(5); count > 0; --count) made += pieces[below(pieces.size())];
    return made;
}

// As the program keeps it: one object, its members in order.
std::string RandomModel::unknown_json() {
    if (coin()) return "";
    return R"({"later_list":[1,{"deep":[true,null]}],"later_text":"x)" + std::to_string(below(1000)) + "\"}";
}

Time RandomModel::time() { return from_ms(static_cast<std::int64_t>(below(4'000'000'000)) * 1'000 - 7); }
Day RandomModel::day() { return add_days(Day{std::chrono::year(2026) / 1 / 1}, static_cast<int>(below(4000))); }
Zone RandomModel::zone() { return coin() ? Zone{} : *find_zone("Europe/Berlin"); }
double RandomModel::number() { return static_cast<double>(random_()) / 1000.0 - 1e6; }
Source RandomModel::source() { return {id<UserId>(), time(), one_of<Visibility>(2)}; }
Note RandomModel::note() { return {text(), source(), one_of<Tag>(4), text()}; }
Money RandomModel::money() { return {number(), text()}; }

Action RandomModel::action() {
    return {.id = id<ActionId>(),
            .text = text(),
            .who = text(),
            .due = coin() ? std::optional(day()) : std::nullopt,
            .about = text(),
            .state = one_of<ActionState>(3),
            .source = source()};
}

Evidence RandomModel::evidence() {
    return {.kind = one_of<EvidenceKind>(4),
            .who = text(),
            .teller = id<PersonId>(),
            .from_coach = coin(),
            .when = coin() ? std::optional(day()) : std::nullopt,
            .words = Private(text()),
            .source = source()};
}

Measure RandomModel::measure() {
    return {.metric = text(),
            .from = coin() ? std::optional(number()) : std::nullopt,
            .to = coin() ? std::optional(0.0) : std::nullopt,
            .percent_change = coin(),
            .unit = text(),
            .by = coin() ? std::optional(day()) : std::nullopt,
            .direction = coin()};
}

Roles RandomModel::roles() {
    Roles made;
    for (std::size_t count = below(4); count > 0; --count) made.insert(one_of<Role>(4));
    return made;
}

Deal RandomModel::deal() {
    Deal made;
    made.head.name = text();
    made.head.state = one_of<DealState>(6);
    made.people_confirmed = coin();
    made.people_confirmed_at = time();
    made.objective = {.asked = one_of<Asked>(5),
                      .text = text(),
                      .amount = maybe([&] { return money(); }),
                      .highest = maybe([&] { return money(); }),
                      .by = maybe([&] { return day(); }),
                      .date_of = told([&] { return one_of<Whose>(3); }),
                      .product = text(),
                      .amount_changed = time(),
                      .scope_changed = time(),
                      .source = source()};
    made.competition = told([&] { return one_of<Rival>(4); });
    made.changes = told([&] { return coin(); });
    made.own = {.asked = one_of<Asked>(5),
                .text = Private(text()),
                .walk_away_asked = one_of<Asked>(5),
                .walk_away = Private(text()),
                .floor = maybe([&] { return money(); }),
                .risks = {one_of<SelfRisk>(4)},
                .way_out = told([&] { return one_of<WayOut>(3); })};
    made.tender = told([&] { return coin(); });
    made.hold_until = maybe([&] { return day(); });
    made.strengths = list([&] { return Strength{text(), source()}; });
    made.choices = list([&] { return choice_of_flag(); });
    made.crm = {text(), text(), text()};
    made.actions = list([&] { return action(); });
    made.notes = list([&] { return note(); });
    made.unknown_json = unknown_json();
    return made;
}

FlagChoice RandomModel::choice_of_flag() {
    return {.flag = text(),
            .person = id<PersonId>(),
            .decision = one_of<FlagDecision>(2),
            .reason = text(),
            .until = maybe([&] { return day(); }),
            .snoozes = static_cast<int>(below(9)),
            .source = source()};
}

CoachTest RandomModel::coach_test() {
    const auto leg = [&] { return told([&] { return coin(); }); };
    return {.trusts = leg(),
            .heard = leg(),
            .wants = leg(),
            .proof_asked = one_of<Asked>(5),
            .proof = text(),
            .tested = maybe([&] { return day(); })};
}

Lose RandomModel::lose() {
    Lose made;
    made.asked = one_of<Asked>(5);
    made.suspected = coin();
    made.confirmed = coin();
    if (coin()) made.kinds = {one_of<LoseKind>(5), one_of<LoseKind>(5)};
    made.text = Private(text());
    made.mitigation = text();
    made.agreed = coin();
    if (coin()) made.tested[one_of<LoseKind>(5)] = one_of<Probe>(3);
    made.tested_at = time();
    made.tested_with = text();
    made.tests = static_cast<int>(below(5));
    made.source = source();
    return made;
}

// Members that a later version knows are kept at the top of a document only.
Influence RandomModel::known_influence() {
    Influence made = influence();
    made.unknown_json.clear();
    return made;
}

Influence RandomModel::influence() {
    Influence made;
    made.person = id<PersonId>();
    made.name = text();
    made.title = text();
    made.roles = roles();
    made.owns_old_way = coin();
    made.ours = coin();
    made.contact = {one_of<Asked>(5), coin(),
                    text(),           maybe([&] { return day(); }),
                    source(),         list([&] { return Meeting{text(), maybe([&] { return day(); }), source()}; })};
    made.result = {one_of<Asked>(5), text(), measure(), source(), told([&] { return one_of<Whose>(3); }),
                   one_of<Asked>(5), text()};
    made.win = {one_of<Asked>(5), Private(text()), text(), one_of<Asked>(5), list([&] { return evidence(); }),
                coin(),           source()};
    made.lose = lose();
    made.degree = told([&] { return one_of<Degree>(3); });
    made.mode = told([&] { return one_of<Mode>(4); });
    made.rating = told([&] { return static_cast<int>(below(11)) - 5; });
    made.in_job = told([&] { return day(); });
    made.coach_test = coach_test();
    made.statements = list([&] { return Statement{Private(text()), measure(), Private(text()), source()}; });
    made.positioning = {one_of<Asked>(5), Private(text()), list([&] { return Written{Private(text()), source()}; })};
    made.next_step_asked = one_of<Asked>(5);
    made.actions = list([&] { return action(); });
    made.notes = list([&] { return note(); });
    made.unknown_json = unknown_json();
    return made;
}

User RandomModel::user() {
    User made;
    made.name = text();
    made.zone = zone();
    made.full_depth = coin();
    made.method_words = coin();
    for (const auto& word : list([&] { return text(); })) made.heard.insert(word);
    made.unknown_json = unknown_json();
    return made;
}

Line RandomModel::line() { return {text(), one_of<LineStyle>(5)}; }
Choice RandomModel::choice() { return {id<QuestionId>(), text(), id<DealId>(), id<PersonId>(), id<ActionId>()}; }
Button RandomModel::button() { return {text(), choice()}; }
Draft RandomModel::draft() { return {text(), text(), roles(), coin(), coin(), id<PersonId>()}; }
Step RandomModel::step() { return {text(), text(), id<DealId>(), id<PersonId>()}; }

Pending RandomModel::pending() {
    Pending made;
    made.id = id<QuestionId>();
    made.script = text();
    made.step = text();
    made.deal = id<DealId>();
    made.person = id<PersonId>();
    made.asked_at = time();
    made.message = id<MessageId>();
    made.lines = list([&] { return line(); });
    made.buttons = list([&] { return button(); });
    made.held = maybe([&] { return Held{text(), step()}; });
    return made;
}

Session RandomModel::session() {
    Session made;
    made.conversation = id<ConversationId>();
    made.thread = id<ThreadId>();
    if (coin()) made.pending = pending();
    made.parked = list([&] { return pending(); });
    made.deal = id<DealId>();
    made.person = id<PersonId>();
    made.list_of = id<DealId>();
    made.drafts = list([&] { return draft(); });
    made.leftover = list([&] { return text(); });
    made.trail = list([&] { return step(); });
    made.agenda = list([&] { return step(); });
    made.demo = static_cast<int>(below(7));
    made.after_agenda = id<PersonId>();
    made.last_said = maybe([&] { return LastSaid{step(), text(), known_influence()}; });
    for (const auto& word : list([&] { return text(); })) made.challenged.insert(word);
    for (const auto& skipped : list([&] { return text(); })) made.skipped.insert(skipped);
    made.unknowns_in_a_row = static_cast<int>(below(4));
    made.misunderstood = static_cast<int>(below(4));
    made.paused = coin();
    made.last_turn = time();
    made.unknown_json = unknown_json();
    return made;
}

Message RandomModel::message() {
    Message made;
    made.id = id<MessageId>();
    made.edits = id<MessageId>();
    made.to = id<UserId>();
    made.conversation = id<ConversationId>();
    made.thread = id<ThreadId>();
    made.about = id<DealId>();
    made.lines = list([&] { return line(); });
    made.buttons = list([&] { return button(); });
    made.takes_number = coin();
    made.notice = text();
    made.unsure = one_of<Unsure>(2);
    if (coin()) made.useful_until = time();
    return made;
}

Job RandomModel::job() {
    Job made{};
    made.kind = text();
    made.occurrence = text();
    made.conversation = id<ConversationId>();
    made.thread = id<ThreadId>();
    made.deal = id<DealId>();
    made.person = id<PersonId>();
    made.action = id<ActionId>();
    made.local = {day(), std::chrono::minutes(below(1440))};
    made.zone = zone();
    made.due = time();
    return made;
}

Reply RandomModel::reply() { return {text()}; }

} // namespace vera
