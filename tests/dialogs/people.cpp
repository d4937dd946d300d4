#include "dialogs/people/people.hpp"

#include "tests/support/catch.hpp"

using namespace vera;

namespace {

// "Ingrid Aas|COO|economic" for each person, "; " between them, "~" before leftover words.
std::string seen(std::string_view text) {
    static constexpr const char* names[] = {"economic", "user", "technical", "coach"};
    std::string out;
    const PeopleRead read = read_people(text);
    for (const Draft& draft : read.people) {
        out += (out.empty() ? "" : "; ") + draft.name + "|" + draft.title + "|";
        std::string roles;
        for (const Role role : draft.roles)
            roles += (roles.empty() ? "" : "+") + std::string(names[static_cast<int>(role)]);
        out += roles + (draft.owns_old_way ? "*" : "") + (draft.ours ? "!" : "");
    }
    for (const auto& words : read.leftover) out += " ~" + words;
    return out;
}

} // namespace

TEST_CASE("people are read from one line the way a seller types it", "[people]") {
    struct {
        const char* typed;
        const char* read;
    } const lines[] = {
        {"Ingrid Aas, COO, last word", "Ingrid Aas|COO|economic"},
        {"Ingrid Aas, COO, last word; Devrim Kaya, IT, can stop it",
         "Ingrid Aas|COO|economic; Devrim Kaya|IT|technical"},
        {"Ingrid Aas and Devrim Kaya", "Ingrid Aas||; Devrim Kaya||"},
        {"ingrid aas, coo", "Ingrid Aas|coo|"},
        {"petra lund from planning is totally with us", "Petra Lund|planning|coach"},
        {"Tomasz Wilk, shift lead, works with it", "Tomasz Wilk|shift lead|user"},
        {"Ingrid Aas (COO) has the last word", "Ingrid Aas|COO|economic"},
        {"Femke de Wit, ward manager", "Femke de Wit|ward manager|"},
        {"Dr. Ines Calado, CFO, signs", "Dr. Ines Calado|CFO|economic"},
        {"someone in IT", "|someone in IT|"},
        {"somebody from legal, can stop it", "|somebody from legal|technical"},
        {"Ingrid, Devrim, Petra", "Ingrid||; Devrim||; Petra||"},
        {"Petra Lund, with us, can stop it", "Petra Lund||technical+coach"},
        {"Devrim Kaya, IT, can stop it, built it", "Devrim Kaya|IT|technical*"},
        {"Ana Ruiz, our colleague", "Ana Ruiz||!"},
        {"Marta Ilves, Head of Operations, decides", "Marta Ilves|Head of Operations|economic"},
        {"Tomasz Wilk, Shift Lead", "Tomasz Wilk|Shift Lead|"},
        {"Ingrid Aas, COO, Devrim IT", "Ingrid Aas|COO|; Devrim|IT|"},
        {"Petra Lund, with us; and also other words here", "Petra Lund||coach ~other words here"},
        {"Ingrid Aas COO last word", "Ingrid Aas|COO|economic"},
        {"", ""},
        {"?!", ""},
    };
    for (const auto& line : lines) {
        CAPTURE(line.typed);
        CHECK(seen(line.typed) == line.read);
    }
}

TEST_CASE("people are read from notes, lists, mails and dictation", "[people]") {
    struct {
        const char* typed;
        const char* read;
    } const lines[] = {
        {"ingrid aas coo, devrim kaya it, petra lund planning",
         "Ingrid Aas|coo|; Devrim Kaya|it|; Petra Lund|planning|"},
        {"ingrid aas, coo, devrim kaya, it", "Ingrid Aas|coo|; Devrim Kaya|it|"},
        {"ingrid has the last word, devrim can stop it", "Ingrid||economic; Devrim||technical"},
        {"planner petra lund, shift lead tomasz wilk", "Petra Lund|planner|; Tomasz Wilk|shift lead|"},
        {"my contact is Petra Lund", "Petra Lund||"},
        {"Ingrid Aas and her boss Jonas Brandt", "Ingrid Aas||; Jonas Brandt|Ingrid's boss|"},
        {"Jonas Brandt, Ingrid's boss", "Jonas Brandt|Ingrid's boss|"},
        {"Ingrid's boss", "|Ingrid's boss|"},
        {"Ingrid\u2019s boss, signs", "|Ingrid\u2019s boss|economic"},
        {"Robert \"Bob\" Hill, plant manager", "Robert \"Bob\" Hill|plant manager|"},
        {"Robert (Bob) Hill", "Robert (Bob) Hill||"},
        {"Niamh O\u2019Brien, CFO", "Niamh O\u2019Brien|CFO|"},
        {"1) Ingrid Aas, COO\n2) Devrim Kaya, IT", "Ingrid Aas|COO|; Devrim Kaya|IT|"},
        {"- Ingrid Aas\n- Devrim Kaya", "Ingrid Aas||; Devrim Kaya||"},
        {"* Ingrid Aas: COO\n* Devrim Kaya: IT", "Ingrid Aas|COO|; Devrim Kaya|IT|"},
        {"petra.lund@nordkai.de", "Petra Lund|| ~petra.lund@nordkai.de"},
        {"Petra Lund <petra.lund@nordkai.de>", "Petra Lund|| ~petra.lund@nordkai.de"},
        {"info@nordkai.de", " ~info@nordkai.de"},
        {"Dr. Ines Calado (CFO)", "Dr. Ines Calado|CFO|"},
        {"VP Ops Jonas Brandt", "Jonas Brandt|VP Ops|"},
        {"Head of IT Devrim Kaya can stop it", "Devrim Kaya|Head of IT|technical"},
        {"the COO, Ingrid Aas, has the last word", "Ingrid Aas|COO|economic"},
        {"Mei-Ling Tan and Jan de Boer", "Mei-Ling Tan||; Jan de Boer||"},
        {"Mar\u00EDa Jos\u00E9 Ruiz, finance", "Mar\u00EDa Jos\u00E9 Ruiz|finance|"},
        {"INGRID AAS, COO", "Ingrid Aas|COO|"},
        {"um so there is Ingrid Aas she is the COO and has the last word", "Ingrid Aas|COO|economic"},
        {"so there's Ingrid Aas, she's the COO and she decides, then Devrim Kaya from IT who can stop it",
         "Ingrid Aas|COO|economic; Devrim Kaya|IT|technical"},
        {"I talk to Petra Lund mostly, she's in planning. Ingrid Aas is the COO and decides.",
         "Petra Lund|planning|; Ingrid Aas|COO|economic"},
        {"last word: Ingrid Aas; can stop it: Devrim Kaya", "Ingrid Aas||economic; Devrim Kaya||technical"},
        {"Ingrid Aas COO has the last word Devrim Kaya IT can stop it",
         "Ingrid Aas|COO|economic; Devrim Kaya|IT|technical"},
        {"Petra's with us", "Petra||coach"},
        {"the CFO", "|CFO|"},
        {"procurement can stop it", "|procurement|technical"},
        {"two people in IT", "|two people in IT|"},
        {"Tomasz Wilk and his team use it", "Tomasz Wilk||; |his team|user"},
        {"Ingrid Aas, reports to Jonas Brandt", "Ingrid Aas|| ~reports to Jonas Brandt"},
        {"Ingrid Aas, COO, not the last word", "Ingrid Aas|COO| ~not the last word"},
        {"nobody really", " ~nobody really"},
        {"can stop it", " ~can stop it"},
        {"Linh Tran, exam office, with us", "Linh Tran|exam office|coach"},
        {"Mehmet Arslan, quality, a bit slow", "Mehmet Arslan|quality| ~bit slow"},
        {"Marta Ilves singns it, Kofi Mensah from legal has to aprove",
         "Marta Ilves||economic; Kofi Mensah|legal|technical"},
        {"Devrim Kaya, he chose the vendor we'd replace", "Devrim Kaya||*"},
        {"Ana Ruiz (our presales)", "Ana Ruiz|presales|!"},
        {"marta ilves signs it kofi mensah from legal can stop it",
         "Marta Ilves||economic; Kofi Mensah|legal|technical"},
        {"Ingrid Aas, coo. their strange friend is with us", "Ingrid Aas|coo| ~strange friend ~is with us"},
    };
    for (const auto& line : lines) {
        CAPTURE(line.typed);
        CHECK(seen(line.typed) == line.read);
    }
}

TEST_CASE("a title alone never gives a role", "[people]") {
    for (const auto* typed : {"Ingrid Aas, CEO", "Ingrid Aas, head of procurement", "Ingrid Aas, IT security",
                              "Ana Ruiz, technical director", "Ana Ruiz, agile coach", "Ana Ruiz, key user",
                              "Ana Ruiz works with Petra", "Ana Ruiz, worked with us before"})
        CHECK(read_people(typed).people.at(0).roles.empty());
}

TEST_CASE("what is not understood is handed back and not dropped", "[people]") {
    const auto read = read_people("Devrim Kaya, IT, bit grumpy");
    REQUIRE(read.people.size() == 1);
    REQUIRE(read.leftover.size() == 1);
    CHECK(read.leftover[0] == "bit grumpy");
}

TEST_CASE("words for a part are found and taken out of the text", "[people]") {
    const PartRead part = read_part("also Works with it");
    CHECK(part.roles == Roles{Role::user});
    CHECK(read_part("the userland team").roles.empty());
    CHECK(read_part("nothing of that kind").any() == false);
}

TEST_CASE("people in any bytes of any length are read quickly", "[people]") {
    for (const std::string_view piece :
         {"a ", "A ", "Ingrid Aas, ", "ingrid ", "the ", "(", "\"", "COO ", "can stop it ", "and ", "\xFF", "1) \n",
          "a@b ", "'s ", "Dr. ", "de ", "- ", "her boss "}) {
        std::string text;
        while (text.size() < 4'000) text += piece;
        for (const std::string& line : {text, text.substr(1), "Ingrid Aas " + text}) {
            for (const Draft& draft : read_people(line).people) CHECK((draft.name + draft.title).size() <= 1'000);
            read_part(line);
        }
    }
}
