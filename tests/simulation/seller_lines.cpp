#include "tests/simulation/seller_lines.hpp"

#include <utility>

namespace vera::simulation {

namespace {
using Answers = std::vector<std::pair<std::string, Lines>>; // by a word of the question
const Answers& first_pass();
const Answers& checks_and_second_pass();

const Lines by_name = {"more",
                       "more Ingrid",
                       "more Tomasz",
                       "statement Ingrid",
                       "statement Tomasz",
                       "say Ingrid",
                       "how do I say it to Tomasz",
                       "test Ingrid",
                       "test Tomasz",
                       "test Devrim",
                       "coach Petra",
                       "coach",
                       "objective",
                       "own win",
                       "competition",
                       "changes",
                       "fit",
                       "flags",
                       "red flags",
                       "accept 1: it is a small deal",
                       "accept 2",
                       "accept 1: we know her boss",
                       "snooze 1 until tomorrow",
                       "snooze 2 until Monday",
                       "snooze 1",
                       "hold until tomorrow",
                       "hold Nordkai until Friday",
                       "hold until in two days",
                       "reopen Nordkai",
                       "verbal yes",
                       "verbal yes Nordkai",
                       "won",
                       "won Nordkai",
                       "lost Halden Werft",
                       "lost",
                       "reopen",
                       "strength: the only yard with a night shift",
                       "strength: Petra's boss asked for us by name",
                       "note Ingrid: \"I want the board to see this\"",
                       "note Ingrid: she wants to be seen by the board",
                       "note Tomasz: he told me the weekends are gone",
                       "note Ingrid: wants to be seen by the group",
                       "prep",
                       "prep Ingrid",
                       "review",
                       "steps",
                       "picture",
                       "meddpicc",
                       "status as meddpicc",
                       "learn",
                       "learn win",
                       "demo",
                       "next",
                       "depth full",
                       "depth short",
                       "words method",
                       "words everyday",
                       "copy for crm",
                       "that was about Devrim",
                       "that was about Ingrid",
                       "that was about Tomasz",
                       "keep",
                       "keep it",
                       "people",
                       "Ingrid evidence",
                       "Ingrid win",
                       "Tomasz lose",
                       "Ingrid next step",
                       "Devrim plan",
                       "changse",
                       "statsu",
                       "objectvie",
                       "we promised them a discount",
                       "n/a",
                       "rather not say"};

} // namespace

const Lines& any_lines() {
    static const Lines lines = {"new Nordkai",
                                "new Halden Werft",
                                "new Oberon Logistics GmbH",
                                "new Nordkai",
                                "deal Nordkai",
                                "deal halden",
                                "status",
                                "help",
                                "why",
                                "back",
                                "skip",
                                "stop",
                                "go on",
                                "people",
                                "privacy",
                                "zone",
                                "zone Europe/Oslo",
                                "zone Mars/Olympus",
                                "don't know",
                                "just put it in",
                                "?",
                                "win",
                                "done",
                                "drop Nordkai",
                                "add Maria Lopez, CFO, last word",
                                "add Bo",
                                "note Ingrid: plays the cello on Fridays",
                                "note the budget round is in May",
                                "Ingrid win",
                                "Devrim lose",
                                "Tomasz result less overtime",
                                "let's talk about Petra",
                                "no, 16 not 61",
                                "no, Devrim can stop it",
                                "sorry, by June",
                                "2 is Technical",
                                "2 is called Ana Ruiz",
                                "remove 3",
                                "5 is Devrim",
                                "#1",
                                "#9",
                                "1",
                                "2",
                                "looks right",
                                "no",
                                "\xF0\x9F\x91\x8D",
                                "...",
                                "nwe Nordkai",
                                "statsu",
                                "Ingrid told me yesterday that Tomasz might lose two of his people",
                                std::string(1'200, 'x'),
                                std::string(4'500, 'y'),
                                "caf\xC3\xA9 \xE2\x80\x9Equoted\xE2\x80\x9C {slot} <b>markup</b> *bold*",
                                "\xFF\xFE broken bytes"};
    return lines;
}

const Lines& method_lines() { return by_name; }

// By a word of what was asked last; when the wording changes, the talk only gets wilder.
const Lines& lines_for(const std::string& shown) {
    static const Lines fallback = {"new Nordkai", "status", "go on", "don't know", "skip"};
    for (const auto* answers : {&checks_and_second_pass(), &first_pass()})
        for (const auto& [word, lines] : *answers)
            if (shown.find(word) != std::string::npos) return lines;
    return fallback;
}

namespace {

const Answers& first_pass() {
    static const Answers all = {
        {"Who decides",
         {"Ingrid Aas, COO, last word; Tomasz Wilk, shift lead, works with it; Devrim Kaya, IT, can stop it; Petra "
          "Lund, with us",
          "Ingrid Aas, COO, last word", "Hans Maier, CFO, last word; someone in IT, can stop it", "Ana Ruiz; Bo Lind",
          "Ingrid Aas, COO, last word; Petra Lund, with us", "I don't know yet"}},
        {"Is it right",
         {"looks right", "5 is Devrim", "2 is Technical", "remove 2", "Maria Lopez, CFO, last word",
          "1 is called Ingrid Berg"}},
        {"spoke", {"me, two weeks ago", "Ana once, in September", "I did, 3 November", "nobody", "don't know"}},
        {"get better",
         {"waiting time 14 to 11 hours per ship by end of June", "interfaces from 6 to 2 by 30 April 2027",
          "less overtime", "20% fewer claims", "don't know"}},
        {"personally",
         {"she'll be the hero of the group", "his weekends back", "the board seat", "don't know", "nothing",
          "peace after her divorce", "statsu", "flgas", "cost savings", "he is an idiot"}},
        {"know that",
         {"she said: \"I want this to be mine\" on 12 November", "Petra told me last Friday", "it's obvious",
          "Petra told me on 3 November", "she said so", "we were wrong"}},
        {"do you know",
         {"\"I want the board to see this\", 12 November", "Petra Lund told me on 3 November",
          "Petra told me on 12 November", "I noticed it", "nobody said it"}},
        {"still lose",
         {"his say in it", "she'd have to undo the system she bought in 2023", "nothing I know of", "don't know",
          "his illness makes him fear change", "he is an idiot"}},
        {"Next step",
         {"Call her, by Friday", "Ask Petra by tomorrow", "coffee on 2 December", "lunch tomorrow", "nothing now",
          "find out more"}},
        {"due today", {"done", "next working day", "drop it"}}};
    return all;
}

const Answers& checks_and_second_pass() {
    static const Answers all = {
        {"private life",
         {"keep", "No, it's their work", "Yes, leave it out", "Reword", "status", "a quiet year", "back", "stop"}},
        {"Did you mean", {"It's my answer", "I meant that word", "keep", "skip", "status", "new Oberon Werft"}},
        {"Behind that", {"Keep it", "her say in the yard", "people", "add Bo Lind, IT, can stop it"}},
        {"heavy, medium", {"heavy", "medium", "light", "don't know", "very"}},
        {"a fire", {"has a fire", "wants more", "fine as is", "already great", "who knows"}},
        {"inus five", {"-3", "4", "+5", "0", "ten", "don't know"}},
        {"in that job", {"since March", "two years", "2024", "don't know"}},
        {"agreed by both", {"theirs", "ours", "agreed", "hm"}},
        {"agreed, or ours", {"theirs", "ours", "agreed", "hm"}},
        {"Where do they read", {"the Monday report", "SAP", "don't know"}},
        {"trust you", {"yes", "yes", "no", "yes, since the pilot", "don't know"}},
        {"who decide listen", {"yes", "yes", "yes", "no", "don't know"}},
        {"want us to get", {"yes", "yes", "yes", "no", "don't know"}},
        {"shows it", {"she introduced us to Ingrid on Monday", "told us the budget on 3 November", "nothing"}},
        {"could lose, even", {"authority", "none", "budget", "her job; standing", "she is going through a divorce"}},
        {"of the five", {"none", "vendor", "authority"}},
        {"Who told you", {"Petra", "Ingrid herself", "nobody", "Hans"}},
        {"or guessed", {"she said it", "Petra told us", "our guess"}},
        {"say yes to the plan", {"yes", "no", "not yet"}},
        {"Your own sentence",
         {"With 11 hours per ship Ingrid has the yard the board talks about", "It is great", "don't know",
          "Ingrid gets 11 hours per ship and beats cancer"}},
        {"First the hook", {"she said the yard is full", "nothing"}},
        {"Now the line", {"You said the yard is full: 11 hours frees a berth", "You are the best boss ever"}},
        {"The deal itself", {"yard planning, EUR 180,000, by 31 March", "a pilot at a discount, 90k", "EUR 120,000"}},
        {"happens instead", {"nothing", "they build it in house", "YardBook", "another project gets the budget"}},
        {"move over there", {"yes, a new CFO since October", "no", "nothing"}},
        {"good deal for us",
         {"a reference in the north", "we make it up with the next order", "i promised them a week"}},
        {"Three ways", {"trade", "accept: the second yard follows", "walk away"}},
        {"walk away", {"below EUR 100,000", "trade", "accept: the second yard follows", "walk away"}},
        {"criteria alone", {"people", "tender"}},
        {"by one tap", {"Their words", "A number", "Could lose", "Just a note"}}};
    return all;
}

} // namespace

} // namespace vera::simulation
