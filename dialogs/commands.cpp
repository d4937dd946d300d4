#include "dialogs/commands.hpp"

#include "core/text.hpp"
#include "dialogs/deal_states.hpp"
#include "dialogs/deals.hpp"
#include "dialogs/interview.hpp"
#include "dialogs/persons.hpp"
#include "dialogs/requests.hpp"
#include "dialogs/risks.hpp"
#include "dialogs/settings.hpp"
#include "dialogs/short_forms.hpp"
#include "dialogs/steering.hpp"
#include "dialogs/views/sheet.hpp"
#include "dialogs/views/views.hpp"

#include <algorithm>
#include <map>

namespace vera {
namespace {

using Command = void (*)(Desk&);
using WithArgument = bool (*)(Desk&, std::string_view);
const std::map<std::string, Command, std::less<>>& bare_words();
const std::map<std::string, WithArgument, std::less<>>& verbs();
bool run_with_argument(Desk&, std::string_view text);
bool explain_word(Desk&, std::string_view text);

} // namespace

bool run_command(Desk& desk, std::string_view text) {
    std::string folded = fold(text);
    if (folded.starts_with("/")) folded.erase(0, 1);
    if (trim(text) == "?") return session(desk).pending ? unknown(desk) : help(desk), true;
    if (const auto word = bare_words().find(folded); word != bare_words().end()) {
        const bool only_with_question = word->second == insist;
        if (only_with_question && !session(desk).pending) return false;
        word->second(desk);
        return true;
    }
    if (pending_step(desk) && means_unknown(text)) return unknown(desk), true;
    return explain_word(desk, folded) || run_with_argument(desk, text);
}

std::string slip_of_command(std::string_view text) {
    std::vector<std::string> known;
    for (const auto& [word, command] : bare_words()) known.push_back(word);
    return slip_of(text, known).value_or("");
}

std::string meant_command(std::string_view text) {
    std::vector<std::string> known;
    for (const auto& [word, command] : bare_words()) known.push_back(word);
    for (const auto& [word, command] : verbs()) known.push_back(word);
    return nearest(fold(text), known);
}

namespace {

const std::map<std::string, Command, std::less<>>& bare_words() {
    static const std::vector<std::pair<Command, std::vector<const char*>>> forms = {
        {unknown,
         {"no clue", "don't know yet", "i don't know yet", "dont know sorry", "don't know", "dont know", "i don't know",
          "i dont know", "dunno", "no idea", "idk", "not sure"}},
        {does_not_apply, {"n/a", "not applicable", "doesn't apply", "does not apply"}},
        {decline, {"rather not say", "i'd rather not say", "can't tell you", "can't say that", "decline"}},
        {skip, {"skip", "next", "not now"}},
        {back, {"back", "previous", "undo"}},
        {keep, {"keep", "keep it"}},
        {why, {"why", "why do you ask"}},
        {help, {"help", "commands"}},
        {stop, {"stop", "later", "pause", "gotta run", "bye", "quit", "exit"}},
        {go_on, {"go on", "continue", "resume"}},
        {where_are_we, {"status", "where are we"}},
        {deals, {"deals"}},
        {people, {"people", "list"}},
        {privacy, {"privacy", "what do you store"}},
        {zone, {"zone"}},
        {settings, {"settings"}},
        {show_flags_numbered, {"flags", "red flags"}},
        {steps, {"steps", "checklist", "the four steps"}},
        {picture, {"picture", "win lose", "who wins", "who loses", "who wins and who loses"}},
        {meddpicc, {"meddpicc", "status as meddpicc", "show as meddpicc"}},
        {copy_for_crm, {"copy for crm", "crm"}},
        {demo, {"demo"}},
        {people_decide, {"people decide after all", "people decide"}},
        {insist,
         {"just put it in", "put it in", "it's a fact", "it is a fact", "make it a fact", "trust me", "i'm sure"}},
    };
    static const auto words = [] {
        std::map<std::string, Command, std::less<>> all;
        for (const auto& [command, said] : forms)
            for (const auto* word : said) all.emplace(word, command);
        return all;
    }();
    return words;
}

// Words that take an argument, or stand alone; the longest that the line begins with.
const std::map<std::string, WithArgument, std::less<>>& verbs() {
    static const std::map<std::string, WithArgument, std::less<>> known = {
        {"new", new_deal},
        {"deal", go_to_deal},
        {"drop", ask_to_drop},
        {"close", close_deal},
        {"add", add_person},
        {"note", keep_note},
        {"edit", edit_person},
        {"zone", set_zone},
        {"more", more},
        {"statement", write_statement},
        {"say", how_to_say_it},
        {"how do i say it", how_to_say_it},
        {"how do i say it to", how_to_say_it},
        {"test", test_lose},
        {"coach", test_coach},
        {"objective", ask_objective},
        {"own win", ask_own_win},
        {"competition", ask_competition},
        {"changes", ask_changes},
        {"fit", check_fit},
        {"strength", keep_strength},
        {"that was about", move_answer},
        {"i meant", move_answer},
        {"move that to", move_answer},
        {"accept", accept_risk},
        {"snooze", snooze_flag},
        {"hold", hold_deal},
        {"verbal yes", verbal_yes},
        {"won", won_deal},
        {"lost", lost_deal},
        {"reopen", reopen_deal},
        {"status", status_of},
        {"steps", steps_of},
        {"picture", picture_of},
        {"prep", prepare_call},
        {"review", review_deal},
        {"learn", learn},
        {"sheet", show_sheet},
        {"depth", set_depth},
        {"words", set_words},
    };
    return known;
}

bool run_with_argument(Desk& desk, std::string_view text) {
    const auto trimmed = text.starts_with("/") ? trim(text.substr(1)) : trim(text);
    static constexpr std::size_t most_words = 6; // of a verb
    std::vector<std::size_t> ends;
    for (std::size_t at = 0; at < trimmed.size() && ends.size() < most_words; ++at) {
        const auto gap = std::min(trimmed.find_first_of(" \n:", at), trimmed.size());
        ends.push_back(gap);
        at = gap;
    }
    for (; !ends.empty(); ends.pop_back()) {
        const auto verb = verbs().find(fold(trimmed.substr(0, ends.back())));
        if (verb == verbs().end()) continue;
        std::size_t end = ends.back();
        while (end > 0 && trimmed[end - 1] == ':') --end; // "note: ..."
        std::string_view rest = trim(trimmed.substr(end));
        const bool note = verb->first == "note"; // "note: ..." is a note about the deal
        if (!note && rest.starts_with(':')) rest = trim(rest.substr(1));
        return verb->second(desk, rest);
    }
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
        {"statement", "word.statement"},
        {"win-results statement", "word.statement"},
        {"strength", "word.strength"},
        {"hook", "word.hook"},
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

} // namespace
} // namespace vera
