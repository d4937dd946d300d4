#include "core/checks/check.hpp"

#include "tests/core/check_samples.hpp"
#include "tests/support/catch.hpp"

#include <array>

namespace vera {
namespace {

struct Sample {
    Checked what;
    std::string text;
};

// Domain 21 and 9.5; EX35's football kids are private and left out.
const std::vector<Sample> good_examples{
    {Checked::win, "No longer has to defend plant 4 in front of the group board"},
    {Checked::win, "Keeps the promise she made in public that both rural wards stay open"},
    {Checked::win, "Hands over a department that runs well without her in the room"},
    {Checked::win, "Gets back to building product instead of saving accounts herself"},
    {Checked::win, "Wants the claims house to be seen as the best in the group"},
    {Checked::win, "Wins the new model line for her plant instead of the sister plant"},
    {Checked::win, "Be proven right about his own planning team"},
    {Checked::win, "Shows in his first year that he can lead operations, not only finance"},
    {Checked::win, "Shift ends when it should end"},
    {Checked::win, "Her nurses talk with patients again; that is the nursing she stands for"},
    {Checked::win, "Her people get the larger, more interesting cases"},
    {Checked::win, "No more shouting drivers at the ramp in front of his people"},
    {Checked::win, "Her team is the one others come to learn from"},
    {Checked::win, "Professors stop treating her office as the culprit"},
    {Checked::win, "Keeps deciding on the aircraft, not on a tablet"},
    {Checked::win, "A seat in the commercial board instead of sending spreadsheets to it"},
    {Checked::win, "Presents the new release process at a conference"},
    {Checked::win, "Keeps his two foremen, who threaten to leave over paperwork"},
    {Checked::win, "No surprise in the autumn audit that lands on her desk"},
    {Checked::win, "Shows in the category review that he is needed in strategic buys"},
    {Checked::win, "Not again the last week of the quarter until midnight"},
    {Checked::win, "An inspection without an observation in her area, after the last one"},
    {Checked::win, "His reference architecture is used by a real project at last"},
    {Checked::win, "Colleagues see that she was at the table early"},
    {Checked::win, "Can prove that she had warned"},
    {Checked::win, "Wants to lead the new control room"},
    {Checked::win, "Proves himself quickly with something he has done before"},
    {Checked::win, "Stays the neutral expert everybody hires"},
    {Checked::win, "Shows that advisers bring business, not only papers"},
    {Checked::win, "Her analysis from two years ago is finally used"},
    {Checked::win, "The CEO relies on his pre-reading"},
    {Checked::win, "Was: less paperwork in the workshop. New job: unknown"},
    {Checked::win, "wants predictable hours"},
    {Checked::win, "the promotion she is working toward"},
    {Checked::lose, "Would admit that the 2024 maintenance contract she signed was a mistake"},
    {Checked::lose, "Savings could be taken out of next year's ward budget by the ministry"},
    {Checked::lose, "Her first employee runs support and would be measured against new numbers"},
    {Checked::lose, "Group finance removes 30 posts once leakage falls; her department and her say get smaller"},
    {Checked::lose, "A better forecast shows how wrong the last one was"},
    {Checked::lose, "Crews with overtime pay earn less"},
    {Checked::lose, "Time stamps could be used to time nurses"},
    {Checked::lose, "Team of nine becomes team of five"},
    {Checked::lose, "Scores become visible for every agent and her two weakest are friends"},
    {Checked::lose, "Judgement of licensed engineers becomes a check box"},
    {Checked::lose, "Regional director who presents today loses his slide"},
    {Checked::lose, "Delays become visible to headquarters the same day"},
    {Checked::lose, "Business bought the last cloud tool around her gate"},
    {Checked::lose, "Author of the home-grown planner; people come to him for every change"},
    {Checked::lose, "COO agrees the price directly with us"},
    {Checked::lose, "An exception becomes the precedent for all vendors"},
    {Checked::lose, "We ask for an exception from exactly that architecture"},
    {Checked::lose, "Being informed after the decision"},
    {Checked::lose, "He chose the current vendor three years ago and speaks at their events"},
    {Checked::lose, "Devrim is her neighbour in the office; she does not want to be the one who removed his tool"},
    {Checked::lose, "Seen as the man who brings his old suppliers"},
    {Checked::lose, "Any favour to us"},
    {Checked::lose, "Being presented as a sales person to her peers"},
    {Checked::lose, "Seen as leaking internal numbers"},
    {Checked::lose, "none found, asked by seller in the workshop"},
    {Checked::lose, "none found, asked through coach"},
    {Checked::lose, "none found, asked directly"},
    {Checked::line, "You said plant 4 is always the last slide. With 30 hours it would not need a slide."},
    {Checked::line, "Shift change at ten past two, every day - that is what we want to measure in the trial."},
    {Checked::line, "The rules stay yours; we only run them. We would like you to approve every change."},
    {Checked::line, "You present the first results in June"},
    {Checked::statement,
     "Downtime 61h -> 30h a quarter; Marta no longer has to explain plant 4 to the board; known from the site visit"},
    {Checked::statement, "Re-handles -20%; Tomasz gets his shift handed over on time"},
    {Checked::statement, "Devrim keeps the gate: he owns the rule set"},
    {Checked::statement,
     "You get a 15% reduction in per-unit production cost (Result) that lets you hit your Q4 target and positions "
     "you for the operations VP promotion you've been working toward (Win)."},
};

// Domain 21.1, as far as it is about a Win, a Lose, a line or a statement.
struct Bad {
    Sample sample;
    Finding finding;
};
const std::vector<Bad> bad_examples{
    {{Checked::win, "Increase revenue"}, Finding::organisational},
    {{Checked::win, "The whole team wins"}, Finding::organisational},
    {{Checked::win, "Promotion"}, Finding::generic},
    {{Checked::win, "He's a typical engineer, wants recognition"}, Finding::stereotype},
    {{Checked::win, "Return on investment"}, Finding::result_in_win},
    {{Checked::win, "Better transparency"}, Finding::result_in_win},
    {{Checked::statement, "Saves up to 40 %"}, Finding::up_to},
    {{Checked::win, "State-of-the-art AI platform with dashboards"}, Finding::feature},
    {{Checked::win, "Reduce cost by 15 %"}, Finding::result_in_win},
    {{Checked::statement, "You will be the hero of the company"}, Finding::flattery},
    {{Checked::statement, "This gets you promoted"}, Finding::promise},
    {{Checked::statement, "If you don't sign, your boss will see last year's numbers"}, Finding::threat},
    {{Checked::win, "Wants to get rid of Tom; use it"}, Finding::third_person},
    {{Checked::win, "Divorce, needs the bonus"}, Finding::private_life},
    {{Checked::win, "Ill, wants less travel"}, Finding::private_life},
    {{Checked::lose, "He is just stubborn"}, Finding::insult},
    {{Checked::statement, "Everybody has the same pain, so everybody wins"}, Finding::organisational},
    {{Checked::win, "Everybody has the same pain, so everybody wins"}, Finding::organisational},
};

std::optional<Found> checked(const Sample& sample, const CheckContext& context = {}) {
    return check(shipped_checks(), sample.what, sample.text, context);
}

CheckContext marta() {
    return {"Marta Ilves",
            {"Erik Lund", "Sabine Thiel"},
            "No longer has to defend plant 4 in front of the group board",
            "Unplanned downtime on line 4 from 61 to 30 hours per quarter by 2027-06-30",
            "",
            {"I want plant 4 to stop being the last slide."},
            {}};
}

} // namespace

TEST_CASE("good Wins, Loses, lines and statements pass", "[checks]") {
    int questions = 0;
    for (const auto& sample : good_examples) {
        const auto found = checked(sample);
        if (!found) continue;
        ++questions;
        UNSCOPED_INFO(sample.text << ": " << finding_word(found) << " \"" << found->word << '"');
        CHECK_FALSE(refuses(found->finding));
    }
    CHECK(questions * 20 <= static_cast<int>(good_examples.size())); // 5 %
}

TEST_CASE("the bad examples of the domain give their finding", "[checks]") {
    for (const auto& [sample, finding] : bad_examples) {
        INFO(sample.text);
        CHECK(finding_word(checked(sample)) == enum_word(finding));
    }
}

TEST_CASE("a promise is told apart from a goal that the buyer named", "[checks]") {
    for (const auto* promise : {"This gets you promoted", "You'll get the promotion", "We make her VP with this",
                                "Your promotion is guaranteed", "It gets her the seat on the board"}) {
        INFO(promise);
        CHECK(finding_word(checked({Checked::statement, promise})) == "promise");
    }
    for (const auto* goal : {"the promotion she is working toward", "Wants the promotion to head of operations in May",
                             "Gets closer to the promotion he asked his director for"}) {
        INFO(goal);
        CHECK_FALSE(checked({Checked::win, goal}));
        CHECK_FALSE(checked({Checked::statement, goal}));
    }
}

TEST_CASE("the words that made a finding are told as they were typed", "[checks]") {
    CHECK(checked({Checked::win, "Her FAMILY comes first"})->word == "FAMILY");
    CHECK(finding_word(checked({Checked::line, "This gets\nyou promoted"})) != "promise"); // two lines
    CHECK(checked({Checked::line, "I say: this Gets You  Promoted!"})->word == "Gets You  Promoted");
}

TEST_CASE("a text gets the weightiest of its findings", "[checks]") {
    CHECK(finding_word(checked({Checked::win, "Divorce, typical engineer, wants revenue growth"})) == "private_life");
    CHECK(finding_word(checked({Checked::win, "Typical engineer, wants revenue growth"})) == "stereotype");
}

TEST_CASE("a name is no word", "[checks]") {
    CheckContext context;
    context.name = "Christian Star";
    CHECK_FALSE(checked({Checked::line, "Star leads the new control room"}, context));
    CHECK(finding_word(checked({Checked::line, "a star leads the new control room"}, context)) == "flattery");
}

TEST_CASE("a line that names the private Win is found, one that touches what was said aloud is not", "[checks]") {
    const Sample secret{Checked::line, "With 30 hours you need not defend it in front of the board."};
    CHECK(finding_word(checked(secret, marta())) == "repeats_win");
    CHECK(checked(secret, marta())->word == "defend, front, board");
    CHECK_FALSE(checked(good_examples[61], marta())); // plant 4 and the slide are her own words
    CHECK_FALSE(checked({Checked::statement, "30 hours, and Marta need not defend plant 4 in front of the group board"},
                        marta()));
}

TEST_CASE("what fits anybody is found by comparing", "[checks]") {
    CheckContext context = marta();
    context.others = {"30 hours of downtime mean that Erik has an easier talk with his board in spring."};
    const Sample copy{Checked::statement,
                      "30 hours of downtime mean that Marta has an easier talk with her board in spring."};
    CHECK(finding_word(checked(copy, context)) == "generic");
    context.others.clear();
    CHECK_FALSE(checked(copy, context));
    CHECK(finding_word(checked({Checked::line, "Let us talk about the weather."}, marta())) == "generic");
}

TEST_CASE("the checks are silent on other languages, and copied is copied in all of them", "[checks]") {
    for (const auto* text :
         {"Il veut garder son équipe et la confiance de ses clients", "Sie will die neue Leitstelle führen",
          "Hij wil op tijd naar huis met zijn team", "Quiere un puesto en la junta con su star"}) {
        INFO(text);
        CHECK_FALSE(checked({Checked::win, text}));
        CHECK_FALSE(checked({Checked::line, text}, marta()));
    }
    CheckContext context;
    context.others = {"Sie will die neue Leitstelle führen"};
    CHECK(finding_word(checked({Checked::win, "Sie will die neue Leitstelle führen"}, context)) == "generic");
}

TEST_CASE("any bytes are looked at without harm", "[checks]") {
    CHECK_FALSE(checked({Checked::win, ""}));
    CHECK_FALSE(checked({Checked::win, "\xFF\xFE%%%...!!!"}));
    CHECK_FALSE(checked({Checked::line, "\xF0\x9F\x99\x82"}, marta()));
    CHECK_FALSE(checked({Checked::win, std::string(4'000, 'x')}));
    std::string long_text;
    for (int i = 0; i < 400; ++i) long_text += "get the push ";
    CHECK_FALSE(checked({Checked::lose, long_text}));
}

TEST_CASE("a check that is switched off finds nothing", "[checks]") {
    CheckRules rules = shipped_checks();
    for (auto& rule : rules.rules) rule.on = false;
    for (const auto& [sample, finding] : bad_examples) CHECK_FALSE(check(rules, sample.what, sample.text, marta()));
}

} // namespace vera
