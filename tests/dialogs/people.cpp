#include "dialogs/people.hpp"

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

TEST_CASE("a title alone never gives a role", "[people]") {
    for (const auto* typed : {"Ingrid Aas, CEO", "Ingrid Aas, head of procurement", "Ingrid Aas, IT security"})
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
