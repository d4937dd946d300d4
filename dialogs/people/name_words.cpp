#include "dialogs/people/name_words.hpp"

#include "core/reading/tokens.hpp"
#include "core/text.hpp"
#include "core/utf8.hpp"

#include <algorithm>
#include <cctype>
#include <unordered_set>

namespace vera::people {
namespace {

using Set = std::unordered_set<std::string_view>; // asked for every word of a line, many times
bool among(std::string_view word, const Set& set) { return set.contains(std::string_view(fold(word))); }

Set cut(std::string_view list) {
    const auto all = split(list, "|");
    return {all.begin(), all.end()};
}

constexpr std::string_view titles_words =
    "presales|founder|dean|nursing|head|chief|director|manager|lead|leader|officer|vp|svp|evp|avp|president|"
    "engineer|planner|controller|buyer|analyst|architect|owner|legal|it|hr|security|procurement|purchasing|"
    "finance|operations|ops|quality|planning|logistics|sales|marketing|compliance|counsel|consultant|council|"
    "supervisor|nurse|team|board|department|dept|production|warehouse|systems|maintenance|coo|ceo|cfo|cto|cio|"
    "ciso|cmo|chro|cpo|md|gm|shift|ward|plant|site|senior|junior|regional|managing|deputy|vice|supply|project|"
    "product|programme|program|assistant|executive|chairman|chair|chairwoman|secretary|treasurer|specialist|"
    "coordinator|administrator|admin|developer|foreman|dispatcher|operator|clerk|accountant|accounting|lawyer|"
    "attorney|auditor|audit|treasury|controlling|engineering|development|research|r&d|infrastructure|support|"
    "transformation|strategy|facility|facilities|sourcing|works|union|scheduler|scheduling|dispatch|"
    "backoffice|data|digital|partner|inspector|technician|physician|surgeon|teller|underwriter|key|customer|"
    "service|account|business|process|technical|general";
constexpr std::string_view relations_words =
    "boss|bosses|manager|deputy|assistant|colleague|successor|predecessor|secretary|superior|team|peer|report|"
    "lead|director|supervisor";
constexpr std::string_view stops_words =
    "can|our|the|with|works|and|then|there's|there|a|an|of|for|also|are|as|on|to|over|but|they|they're|it's|"
    "that's|this|um|uh|uhm|erm|er|hmm|so|well|ok|okay|like|basically|i|i'd|i've|we|we've|my|contact|contacts|"
    "person|talk|talked|talking|speak|spoke|met|meet|know|name|names|named|called|main|mostly|mainly|only|"
    "just|have|got|will|does|be|been|plus|say|said|guess|think|deal|usual|yes|their|same|again|one|herself|"
    "himself|themselves|theres|hes|shes|every|own|people's|comes|yeah|w|too|first";
constexpr std::string_view said_words = "is|was|has|who|she|he|she's|he's|hes|shes|herself|himself|who's|that|whom|had";
constexpr std::string_view places_words = "from|in|at|form|frm";
constexpr std::string_view links_words =
    "form|from|in|at|is|has|can|who|works|she|he|she's|he's|will|runs|heads|leads|could|might";
constexpr std::string_view particles_words = "van|von|de|der|den|da|di|dos|del|la|al|bin|zu|ter|ten|du|le|el|af|of";
constexpr std::string_view honorifics_words = "dr|mr|ms|mrs|prof|frau|herr|miss|sir|ing|dipl|mme|dott|doctor|professor";
constexpr std::string_view somebodies_words =
    "someone|somebody|guy|guys|person|people|man|woman|lady|folks|gentleman|team|chap";
constexpr std::string_view verbs_words =
    "reports|reporting|knows|likes|wants|said|says|thinks|told|complains|could|would|should|might|may|must|"
    "hates|loves|needs|asks|asked|left|leaves|joined|moved|seems|looks|sits|worries|prefers|uses|use|using|"
    "gets|makes|knew|isn't|doesn't|not|never|won't";
constexpr std::string_view nobodies_words =
    "nobody|none|no|noone|nothing|anybody|anyone|everybody|everyone|maybe|perhaps|really|yet|sure|unknown|"
    "later|yes|not|still|always|even|both|all|his|her|him|them|us|you|me|someone|somebody|what|why|how|when|"
    "where|if|i|we|they|she|he|it|bit|very|quite|some|two|three|four|several|many|most|guy|nope|nah|yep|today|"
    "yesterday|dunno|idk|same|these|those|tbd|tba|hello|hi";
constexpr std::string_view degrees_words =
    "bit|quite|very|rather|too|really|slightly|pretty|so|somewhat|not|never|more|less|still|always|who|which|"
    "because|but";

} // namespace

bool is_title_word(std::string_view word) {
    static const Set titles = cut(titles_words);
    return among(word, titles);
}

bool is_relation(std::string_view word) {
    static const Set relations = cut(relations_words);
    return among(word, relations);
}

bool is_stop_word(std::string_view word) {
    static const Set stops = cut(stops_words);
    return is_said_of_them(word) || is_place_lead(word) || among(word, stops);
}

bool is_said_of_them(std::string_view word) {
    static const Set said = cut(said_words);
    return among(word, said);
}

bool is_place_lead(std::string_view word) {
    static const Set places = cut(places_words);
    return among(word, places);
}

bool is_link(std::string_view word) {
    static const Set links = cut(links_words);
    return is_title_word(word) || among(word, links);
}

bool is_particle(std::string_view word) {
    static const Set particles = cut(particles_words);
    return among(word, particles) && fold(word) != "of";
}

bool is_honorific(std::string_view word) {
    static const Set honorifics = cut(honorifics_words);
    return among(word, honorifics);
}

bool is_somebody(std::string_view word) {
    static const Set somebodies = cut(somebodies_words);
    return among(word, somebodies);
}

bool is_verb(std::string_view word) {
    static const Set verbs = cut(verbs_words);
    return among(word, verbs);
}

bool is_never_name(std::string_view word) {
    static const Set nobodies = cut(nobodies_words);
    const std::string folded = fold(word);
    return folded.size() > 4 && folded.ends_with("ly") && !starts_upper(word)
               ? true
               : nobodies.contains(std::string_view(folded));
}

bool is_degree(std::string_view word) {
    static const Set degrees = cut(degrees_words);
    return among(word, degrees);
}

bool starts_upper(std::string_view word) {
    while (!word.empty() && (word[0] == '"' || word[0] == '\'' || word[0] == '(')) word.remove_prefix(1);
    if (word.starts_with("\xE2\x80\x9C") || word.starts_with("\xE2\x80\x98")) word.remove_prefix(3);
    if (word.empty()) return false;
    const char32_t first = character_at(word, 0).code;
    return is_alnum(first) && to_lower(first) != first;
}

bool is_shout(std::string_view word) {
    return word.size() > 1 &&
           std::ranges::all_of(word, [](unsigned char c) { return std::isupper(c) || c == '.' || c == '&'; });
}

bool is_possessive(std::string_view word) {
    const std::string folded = fold(word);
    return is_one_of(folded, {"her", "his", "their"}) ||
           (folded.size() > 2 && folded.ends_with("'s") && starts_upper(word));
}

} // namespace vera::people
