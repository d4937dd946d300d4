#include "dialogs/commands.hpp"

#include "core/text.hpp"
#include "dialogs/deals.hpp"
#include "dialogs/interview.hpp"
#include "dialogs/steering.hpp"

#include <algorithm>
#include <map>

namespace vera {
namespace {

using Command = void (*)(Desk&);
const std::map<std::string, Command, std::less<>>& bare_words();
bool run_with_argument(Desk&, std::string_view text);
bool explain_word(Desk&, std::string_view text);
void zone(Desk&);
bool set_zone(Desk&, std::string_view text);

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
    return explain_word(desk, folded) || run_with_argument(desk, text);
}

std::string meant_command(std::string_view text) {
    std::vector<std::string> known;
    for (const auto& [word, command] : bare_words()) known.push_back(word);
    for (const auto* word : {"new", "deal", "add", "note", "drop"}) known.emplace_back(word);
    return nearest(fold(text), known);
}

namespace {

const std::map<std::string, Command, std::less<>>& bare_words() {
    static const std::vector<std::pair<Command, std::vector<const char*>>> forms = {
        {unknown,
         {"no clue", "n/a", "don't know yet", "i don't know yet", "dont know sorry", "don't know", "dont know",
          "i don't know", "i dont know", "dunno", "no idea", "idk", "not sure"}},
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

bool run_with_argument(Desk& desk, std::string_view text) {
    static const std::map<std::string, bool (*)(Desk&, std::string_view), std::less<>> verbs = {
        {"new", new_deal},   {"deal", go_to_deal}, {"drop", ask_to_drop}, {"close", close_deal},
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

void zone(Desk& desk) {
    say(desk, "zone.now", {{"text", user(desk).zone.name()}});
    resume(desk);
}

} // namespace
} // namespace vera
