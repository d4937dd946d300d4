// What people could type, said to the whole talk: the question is open, the line is typed, and the state is
// looked at. A question about the answer that one tap mends is a hit; the same question again is a miss.
// VERA_SHOW_MISSES=1 prints every line that was kept otherwise.
#include "core/reading/measure.hpp"
#include "core/text.hpp"
#include "core/words.hpp"
#include "tests/dialogs/paraphrase_cases.hpp"
#include "tests/dialogs/talk.hpp"
#include "tests/support/catch.hpp"

#include <cstdlib>
#include <fstream>
#include <iostream>

using namespace vera;

namespace {

const bool show = std::getenv("VERA_SHOW_MISSES") != nullptr;

struct Count {
    int hits = 0, all = 0, asked = 0;
};
using Counts = std::map<std::string, Count>; // by form, and "all"

std::string line_of(const std::string& kind, const Counts& counts) {
    std::string line = kind + ":";
    for (const auto& [form, count] : counts)
        line += " " + form + " " + std::to_string(count.hits) + "/" + std::to_string(count.all);
    return line + ", asked about " + std::to_string(counts.at("all").asked);
}

const Influence& ingrid(const Talk& talk) { return talk.state.deals.at(0).people.at(0); }

// A deal with four people, and the question of this kind about Ingrid.
Talk at_question(const std::string& kind) {
    Talk talk;
    talk.say("new Nordkai");
    if (kind == "people") return talk;
    talk.say("Ingrid Aas, COO, last word; Tomasz Wilk, shift lead, works with it; Devrim Kaya, IT, can stop it; "
             "Petra Lund, planning, with us");
    talk.say("looks right");
    if (kind == "evidence") {
        talk.say("Ingrid win");
        talk.say("the stage in September");
    }
    talk.say(kind == "objective" ? kind
                                 : "Ingrid " + (kind == "next_step" ? "next step"
                                                : kind == "in_job"  ? "in job"
                                                                    : kind));
    REQUIRE(talk.state.session.pending);
    REQUIRE(talk.state.session.pending->step == kind);
    return talk;
}

// True: Vera asked about the answer, and one tap said that it is one.
bool say_it(Talk& talk, const std::string& typed) {
    talk.say(typed);
    const auto& pending = talk.state.session.pending;
    if (!pending || !pending->held) return false;
    for (const Button& button : pending->buttons)
        if (button.choice.value == "keep") {
            const Button keep = button;
            talk.take(Chose{keep.choice, keep.label});
            return true;
        }
    return false;
}

std::string iso(const std::optional<Day>& day) { return day ? iso_day(*day) : ""; }

Wanted kept(const std::string& kind, const Talk& talk) {
    const Influence& person = ingrid(talk);
    const auto stored = [](const std::string& text) { return text.empty() ? "" : "stored"; };
    if (kind == "win") return {{"", stored(person.win.text.reveal())}};
    if (kind == "plan") return {{"", stored(person.lose.mitigation)}};
    if (kind == "lose" && person.lose.asked != Asked::answered) return {};
    if (kind == "lose") return {{"suspected", person.lose.suspected ? "yes" : "no"}};
    if (kind == "rating") return {{"", person.rating.value ? std::to_string(*person.rating.value) : ""}};
    if (kind == "degree") return {{"", person.degree.value ? std::string(enum_word(*person.degree.value)) : ""}};
    if (kind == "mode") return {{"", person.mode.value ? std::string(enum_word(*person.mode.value)) : ""}};
    if (kind == "in_job") return {{"since", iso(person.in_job.value)}};
    if (kind == "contact" && person.contact.asked != Asked::answered) return {};
    if (kind == "contact")
        return {{"spoken", person.contact.spoken ? "yes" : "no"}, {"last", iso(person.contact.last)}};
    if (kind == "next_step" && person.actions.empty()) return {};
    if (kind == "next_step") return {{"who", person.actions.back().who}, {"due", iso(person.actions.back().due)}};
    if (kind == "evidence" && person.win.evidence.empty()) return {};
    if (kind == "evidence") {
        const Evidence& evidence = person.win.evidence.back();
        return {{"kind", std::string(enum_word(evidence.kind))},
                {"day", iso(evidence.when)},
                {"quote", evidence.words.reveal()},
                {"who", evidence.who}};
    }
    const Objective& objective = talk.state.deals.at(0).objective;
    const auto& amount = objective.amount;
    return {{"amount", amount ? std::to_string(static_cast<long long>(amount->amount)) : ""},
            {"currency", amount ? amount->currency : ""},
            {"by", iso(objective.by)}};
}

bool is_kept(const std::string& kind, const Phrasing& form, const Talk& talk) {
    if (kind == "people") return are_people(talk.state.session.drafts, form.wanted);
    if (kind == "result") return is_measure(ingrid(talk).result.measure, read_wanted(form.wanted));
    Wanted wanted = read_wanted(form.wanted);
    if (wanted.empty()) wanted[""] = form.wanted;
    Wanted found = kept(kind, talk);
    for (const auto& [key, value] : wanted)
        if (found[key] != value) return false;
    return true;
}

std::string said_of(const std::string& kind, const Talk& talk) {
    std::string said;
    if (kind == "people")
        for (const Draft& draft : talk.state.session.drafts) {
            said += draft.name + "|" + draft.title + "|";
            for (const Role role : draft.roles) said += std::string(enum_word(role)) + ",";
            said += "; ";
        }
    else if (kind == "result")
        said = say_measure(ingrid(talk).result.measure, day_of(talk.now, talk.state.user.zone));
    else
        for (const auto& [key, value] : kept(kind, talk)) said += key + "=" + value + "; ";
    return said + " -> " + (talk.state.session.pending ? talk.state.session.pending->step : "nothing asked");
}

} // namespace

TEST_CASE("nine of ten lines that people could type are kept right by the talk", "[spoken]") {
    std::map<std::string, Counts> counts;
    for (const Case& one : paraphrases())
        for (const Phrasing& form : one.forms) {
            Talk talk = at_question(one.kind);
            const bool asked = say_it(talk, form.typed);
            const bool hit = is_kept(one.kind, form, talk);
            for (const auto& name : {form.name, std::string("all")})
                for (const auto& kind : {one.kind, std::string("every kind")}) {
                    Count& count = counts[kind][name];
                    count.hits += hit;
                    count.asked += asked;
                    ++count.all;
                }
            if (show && !hit)
                std::cerr << "[" << one.kind << "] " << form.name << ": " << form.typed << "\n    want " << form.wanted
                          << "\n    kept " << said_of(one.kind, talk) << "\n";
        }
    for (const auto& [kind, forms] : counts) {
        const std::string line = line_of(kind, forms);
        if (show) std::cerr << line << "\n";
        INFO(line);
        const Count all = forms.at("all");
        CHECK(all.hits * 10 >= all.all * (kind == "every kind" ? 9 : 8));
    }
}

namespace {

std::string typed_as_kept(const std::string& kind, const Talk& talk) {
    const Influence& person = ingrid(talk);
    if (kind == "win") return person.win.text.reveal();
    if (kind == "lose") return person.lose.suspected ? person.lose.text.reveal() : "";
    if (kind == "plan") return person.lose.mitigation;
    if (kind == "result") return person.result.text;
    if (kind == "contact") return person.contact.words;
    if (kind == "next_step") return person.actions.empty() ? "" : person.actions.back().text;
    return "";
}

} // namespace

TEST_CASE("a command word inside an answer is not the command", "[spoken]") {
    std::ifstream file(std::string(VERA_SOURCE_DIR) + "/tests/paraphrases/command_words.txt");
    Count count;
    for (std::string line; std::getline(file, line);) {
        if (!line.starts_with('[')) continue;
        const std::string kind = line.substr(1, line.find(']') - 1), typed = line.substr(line.find(']') + 2);
        CAPTURE(line);
        Talk talk = at_question(kind);
        count.asked += say_it(talk, typed);
        ++count.all;
        if (kind == "evidence")
            CHECK(ingrid(talk).win.evidence.size() == 1);
        else
            CHECK(typed_as_kept(kind, talk) == typed);
    }
    if (show) std::cerr << count.all << " lines with a command word, asked about " << count.asked << "\n";
    CHECK(count.asked * 10 <= count.all);
}

TEST_CASE("what only looks like a short answer is not taken for one", "[spoken]") {
    const std::map<std::string, std::vector<std::pair<std::string, std::string>>> lines = {
        {"contact",
         {{"no problem, me, last week", "spoken=yes; last=2026-11-16"},
          {"nobody but Petra, yesterday", "spoken=yes; last=2026-11-23"},
          {"\"nobody told me\", she said to me last Friday", "spoken=yes; last=2026-11-20"},
          {"no, not yet", "spoken=no"},
          {"not one of us", "spoken=no"}}},
        {"lose",
         {{"nothing to lose but her budget", "suspected=yes"},
          {"nothing changes without her today", "suspected=yes"},
          {"none, as far as I can see", "suspected=no"},
          {"well, nothing comes to mind", "suspected=no"}}},
        {"rating",
         {{"from +4 down to +2", ""},
          {"she said no 3 times", ""},
          {"hm, I'd say plus 2", "2"},
          {"hard to say, -1 maybe", "-1"},
          {"three, minus", "-3"}}},
        {"mode",
         {{"hire more people", ""},
          {"not fine at all", ""},
          {"fire or fine, both", ""},
          {"I think she wants more", "growth"},
          {"he's already great, in his view", "overconfident"}}},
        {"degree",
         {{"not high", ""},
          {"the light is on", ""},
          {"I guess medium", "medium"},
          {"he hardly matters, so low", "low"}}},
        {"next_step",
         {{"let Ingrid know by Friday", "who=; due=2026-11-27"},
          {"Reply to Ingrid by Friday", "who=; due=2026-11-27"},
          {"contract talks with her on Monday", "who=; due=2026-11-30"},
          {"let Joost ask her tomorrow", "who=Joost; due=2026-11-25"}}},
    };
    for (const auto& [kind, pairs] : lines)
        for (const auto& [typed, wanted] : pairs) {
            Talk talk = at_question(kind);
            say_it(talk, typed);
            CAPTURE(kind, typed, said_of(kind, talk));
            CHECK(is_kept(kind, {"", typed, wanted}, talk));
        }
}
