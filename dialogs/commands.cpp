#include "dialogs/commands.hpp"

#include "core/text.hpp"
#include "dialogs/answers.hpp"
#include "dialogs/deals.hpp"
#include "dialogs/interview.hpp"
#include "dialogs/list.hpp"
#include "dialogs/status.hpp"

#include <algorithm>
#include <map>

namespace vera {
namespace {

using Command = void (*)(Desk&);
const std::map<std::string, Command, std::less<>>& bare_words();
bool run_with_argument(Desk&, std::string_view text);
bool explain_word(Desk&, std::string_view text);
bool set_zone(Desk&, std::string_view text);

void unknown(Desk&);
void skip(Desk&);
void back(Desk&);
void keep(Desk&);
void why(Desk&);
void help(Desk&);
void stop(Desk&);
void go_on(Desk&);
void people(Desk&);
void insist(Desk&);
void privacy(Desk&);
void zone(Desk&);
void where_are_we(Desk&);
void deals(Desk&);
void question_mark(Desk&);

} // namespace

bool run_command(Desk& desk, std::string_view text) {
    std::string folded = fold(text);
    if (folded.starts_with("/")) folded.erase(0, 1);
    if (trim(text) == "?") return question_mark(desk), true;
    if (const auto word = bare_words().find(folded); word != bare_words().end()) {
        const bool only_with_question = word->second == insist;
        if (only_with_question && !session(desk).pending) return false;
        word->second(desk);
        return true;
    }
    return explain_word(desk, folded) || run_with_argument(desk, text);
}

std::string meant_command(std::string_view text) {
    std::vector<std::string> known;
    for (const auto& [word, command] : bare_words()) known.push_back(word);
    for (const auto* word : {"new", "deal", "add", "note", "drop"}) known.emplace_back(word);
    return nearest(fold(text), known);
}

void greet(Desk& desk) {
    if (first_time(desk, "greeting.first")) {
        say(desk, "greeting.first");
        say(desk, "greeting.first_hint");
        return;
    }
    if (session(desk).pending && deal_in_focus(desk)) {
        say(desk, "greeting.back");
        say(desk, "greeting.resume", {}, LineStyle::context);
        return ask_pending_again(desk);
    }
    say(desk, "greeting.back");
    say(desk, "greeting.back_hint");
}

namespace {

const std::map<std::string, Command, std::less<>>& bare_words() {
    static const std::map<std::string, Command, std::less<>> words = {
        {"don't know", unknown},
        {"dont know", unknown},
        {"don’t know", unknown},
        {"i don't know", unknown},
        {"i don’t know", unknown},
        {"i dont know", unknown},
        {"dunno", unknown},
        {"no idea", unknown},
        {"idk", unknown},
        {"not sure", unknown},
        {"skip", skip},
        {"next", skip},
        {"not now", skip},
        {"keep", keep},
        {"keep it", keep},
        {"back", back},
        {"previous", back},
        {"undo", back},
        {"why", why},
        {"why do you ask", why},
        {"help", help},
        {"commands", help},
        {"stop", stop},
        {"later", stop},
        {"pause", stop},
        {"gotta run", stop},
        {"bye", stop},
        {"go on", go_on},
        {"continue", go_on},
        {"resume", go_on},
        {"status", where_are_we},
        {"where are we", where_are_we},
        {"deals", deals},
        {"people", people},
        {"list", people},
        {"privacy", privacy},
        {"what do you store", privacy},
        {"zone", zone},
        {"just put it in", insist},
        {"put it in", insist},
        {"it's a fact", insist},
        {"it is a fact", insist},
        {"trust me", insist},
        {"make it a fact", insist},
        {"i'm sure", insist},
        {"i am sure", insist},
    };
    return words;
}

bool run_with_argument(Desk& desk, std::string_view text) {
    static const std::map<std::string, bool (*)(Desk&, std::string_view), std::less<>> verbs = {
        {"new", new_deal},   {"deal", go_to_deal}, {"drop", ask_to_drop},
        {"add", add_person}, {"note", keep_note},  {"zone", set_zone},
    };
    const auto trimmed = text.starts_with("/") ? trim(text.substr(1)) : trim(text);
    const auto gap = trimmed.find_first_of(" \n");
    const auto verb = verbs.find(fold(trimmed.substr(0, gap)));
    if (verb != verbs.end()) return verb->second(desk, gap == std::string_view::npos ? "" : trim(trimmed.substr(gap)));
    return talk_about(desk, trimmed);
}

bool explain_word(Desk& desk, std::string_view folded) {
    static const std::map<std::string, const char*, std::less<>> words = {
        {"result", "word.result"},
        {"win", "word.win"},
        {"lose", "word.lose"},
        {"red flag", "word.red_flag"},
        {"flag", "word.red_flag"},
        {"coach", "word.coach"},
        {"with us", "word.coach"},
        {"last word", "word.economic"},
        {"the last word", "word.economic"},
        {"economic", "word.economic"},
        {"can stop it", "word.technical"},
        {"technical", "word.technical"},
        {"works with it", "word.user"},
        {"user", "word.user"},
        {"evidence", "word.evidence"},
    };
    for (const auto* start :
         {"what is a ", "what is an ", "what's a ", "what is ", "what's ", "explain ", "what do you mean by "}) {
        if (!folded.starts_with(start)) continue;
        const auto word = words.find(fold(folded.substr(std::string_view(start).size())));
        if (word == words.end()) continue;
        say(desk, word->second);
        resume(desk);
        return true;
    }
    return false;
}

bool set_zone(Desk& desk, std::string_view text) {
    if (text.empty()) return zone(desk), true;
    if (text.find('/') == std::string_view::npos && text != "UTC") return false;
    const auto found = find_zone(text);
    if (!found) return say(desk, "zone.unknown", {{"text", shorten(text, limits::name_text)}}), resume(desk), true;
    desk.plan.next.user.zone = *found;
    desk.today = day_of(desk.now, *found);
    for (const DealHead& head : desk.plan.next.heads) desk.plan.errands.push_back({"replan", head.id});
    say(desk, "zone.set", {{"text", found->name()}});
    resume(desk);
    return true;
}

void unknown(Desk& desk) {
    if (pending_step(desk)) return answer_unknown(desk);
    say(desk, "stop.go_on_nothing");
}

void skip(Desk& desk) {
    const ScriptStep* step = pending_step(desk);
    if (!step) return say(desk, "stop.go_on_nothing");
    if (step->kind == StepKind::people || step->kind == StepKind::confirm) return answer_unknown(desk);
    session(desk).skipped.insert(session(desk).pending->person.text() + "/" + step->id);
    session(desk).pending.reset();
    say(desk, "skip.done");
    advance(desk);
}

void back(Desk& desk) {
    auto& trail = session(desk).trail;
    if (trail.empty()) {
        say(desk, "back.none");
        resume(desk);
        return;
    }
    const Step step = trail.back();
    trail.pop_back();
    const auto script = desk.library.scripts.find(step.script);
    const ScriptStep* known = script == desk.library.scripts.end() ? nullptr : find_step(script->second, step.step);
    if (!known || !find_deal(desk.plan.next, step.deal)) return back(desk);
    session(desk).pending.reset();
    focus(desk, step.deal, step.person);
    say_answer_so_far(desk, known->kind);
    ask(desk, script->second, *known, true);
}

// After "back": the answer stays as it is.
void keep(Desk& desk) {
    const ScriptStep* step = pending_step(desk);
    const Influence* person = person_in_focus(desk);
    if (step && person && !is_open(*person, step->kind)) session(desk).pending.reset();
    if (session(desk).pending) return ask_pending_again(desk);
    advance(desk);
}

void why(Desk& desk) {
    const Script* script = pending_script(desk);
    const ScriptStep* step = pending_step(desk);
    if (!step) return say(desk, "word.red_flag");
    say(desk, wording_key(*script, *step, "why"));
    ask_pending_again(desk);
}

void help(Desk& desk) {
    say(desk, "help.heading", {}, LineStyle::heading);
    for (const auto* key : {"help.new", "help.deal", "help.people", "help.name", "help.answers", "help.stop",
                            "help.status", "help.note", "help.words", "help.more"})
        say(desk, key, {}, LineStyle::item);
    resume(desk);
}

void question_mark(Desk& desk) { session(desk).pending ? unknown(desk) : help(desk); }

void stop(Desk& desk) {
    session(desk).paused = true;
    say(desk, session(desk).pending ? "stop.saved" : "stop.nothing");
}

void go_on(Desk& desk) {
    session(desk).paused = false;
    if (session(desk).pending) {
        say(desk, "stop.go_on", {}, LineStyle::heading);
        return ask_pending_again(desk);
    }
    session(desk).skipped.clear();
    if (deal_in_focus(desk)) return advance(desk);
    say(desk, "stop.go_on_nothing");
}

void people(Desk& desk) {
    if (!deal_in_focus(desk)) return say(desk, "deal.none");
    if (deal_in_focus(desk)->people_confirmed && session(desk).drafts.empty()) {
        park_pending(desk);
        drafts_from_deal(desk);
    }
    session(desk).person = {};
    ask_step(desk, session(desk).drafts.empty() ? StepKind::people : StepKind::confirm);
}

// Insisting does not make a guess a fact; it is said once more, and the talk goes on.
void insist(Desk& desk) {
    const ScriptStep* step = pending_step(desk);
    if (step && step->kind == StepKind::evidence) return answer_text(desk, "guess");
    if (person_in_focus(desk)) say_insisted_guess(desk);
    if (session(desk).pending) ask_pending_again(desk);
}

void privacy(Desk& desk) {
    say(desk, "privacy.text");
    say(desk, "privacy.text_more");
    resume(desk);
}

void zone(Desk& desk) {
    say(desk, "zone.now", {{"text", user(desk).zone.name()}});
    resume(desk);
}

void where_are_we(Desk& desk) {
    show_status(desk);
    resume(desk);
}

void deals(Desk& desk) {
    show_all_deals_or_none(desk);
    resume(desk);
}

} // namespace
} // namespace vera
