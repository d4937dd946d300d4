// The second pass: how much somebody weighs, how ready they are for change, where they stand, and since when
// they are in that job.
#include "core/reading/when.hpp"
#include "core/words.hpp"
#include "dialogs/fields/fields.hpp"
#include "dialogs/views/facts.hpp"

#include <algorithm>
#include <charconv>

namespace vera {
namespace {

template <class Value> using Words = std::vector<std::pair<const char*, Value>>;

Heard degree_from_text(Desk&, std::string_view text);
void degree_from_value(Desk&, const std::string& value);
Heard mode_from_text(Desk&, std::string_view text);
void mode_from_value(Desk&, const std::string& value);
Heard rating_from_text(Desk&, std::string_view text);
Heard in_job_from_text(Desk&, std::string_view text);
void in_job_from_value(Desk&, const std::string& value);

void set_mode(Desk&, Mode, std::string_view words);
std::optional<int> rating_in(std::string_view text);
std::optional<int> first_rating(std::string_view text);
std::string_view rating_echo(const Influence&, int rating);
template <class Value> std::optional<Value> first_of(const Words<Value>&, std::string_view text);
bool two_swapped(std::string typed, std::string word);

} // namespace

Fields standing_fields() {
    return {
        {StepKind::degree,
         {.record = "degree.told",
          .from_text = degree_from_text,
          .from_value = degree_from_value,
          .asked = [](Deal&, Influence* person) { return &person->degree.asked; },
          .so_far = [](const Deal&, const Influence* person) { return person->degree.words.reveal(); }}},
        {StepKind::mode,
         {.record = "mode.told",
          .from_text = mode_from_text,
          .from_value = mode_from_value,
          .asked = [](Deal&, Influence* person) { return &person->mode.asked; },
          .so_far = [](const Deal&, const Influence* person) { return person->mode.words.reveal(); }}},
        {StepKind::rating,
         {.record = "rating.told",
          .from_text = rating_from_text,
          .asked = [](Deal&, Influence* person) { return &person->rating.asked; },
          .so_far =
              [](const Deal&, const Influence* person) {
                  return person->rating.value ? say_rating(*person->rating.value) : std::string();
              }}},
        {StepKind::in_job,
         {.record = "in_job.told",
          .from_text = in_job_from_text,
          .from_value = in_job_from_value,
          .asked = [](Deal&, Influence* person) { return &person->in_job.asked; },
          .so_far = [](const Deal&, const Influence* person) { return person->in_job.words.reveal(); }}},
    };
}

namespace {

Heard degree_from_text(Desk& desk, std::string_view text) {
    static const Words<Degree> words = {
        {"high", Degree::high},  {"heavy", Degree::high},    {"heavily", Degree::high},  {"a lot", Degree::high},
        {"h", Degree::high},     {"strong", Degree::high},   {"medium", Degree::medium}, {"some", Degree::medium},
        {"m", Degree::medium},   {"middle", Degree::medium}, {"low", Degree::low},       {"light", Degree::low},
        {"little", Degree::low}, {"l", Degree::low},         {"not much", Degree::low},  {"hardly", Degree::low}};
    const auto degree = first_of(words, text);
    if (!degree) return say(desk, "choice.unread"), Heard::refused;
    tell(desk, person_in_focus(desk)->degree, *degree, text);
    say(desk, "more.degree.echo." + std::string(enum_word(*degree)));
    return Heard::stored;
}

void degree_from_value(Desk& desk, const std::string& value) { degree_from_text(desk, value); }

Heard mode_from_text(Desk& desk, std::string_view text) {
    static const Words<Mode> words = {{"growth", Mode::growth},
                                      {"wants more", Mode::growth},
                                      {"more", Mode::growth},
                                      {"trouble", Mode::trouble},
                                      {"has a fire", Mode::trouble},
                                      {"fire", Mode::trouble},
                                      {"on fire", Mode::trouble},
                                      {"even keel", Mode::even_keel},
                                      {"even_keel", Mode::even_keel},
                                      {"fine as is", Mode::even_keel},
                                      {"fine", Mode::even_keel},
                                      {"content", Mode::even_keel},
                                      {"happy", Mode::even_keel},
                                      {"overconfident", Mode::overconfident},
                                      {"already great", Mode::overconfident},
                                      {"great", Mode::overconfident}};
    const auto mode = first_of(words, text);
    if (!mode) return say(desk, "choice.unread"), Heard::refused;
    set_mode(desk, *mode, text);
    return Heard::stored;
}

void mode_from_value(Desk& desk, const std::string& value) { set_mode(desk, *enum_value<Mode>(value), ""); }

// Minus five to plus five, and no zero: a lean, or "don't know" (domain 7).
Heard rating_from_text(Desk& desk, std::string_view text) {
    const auto rating = rating_in(text);
    Influence& person = *person_in_focus(desk);
    if (!rating) return say(desk, "more.rating.unread"), Heard::refused;
    if (*rating == 0) return say(desk, "more.rating.zero"), Heard::refused;
    if (*rating < lowest_rating || *rating > highest_rating) return say(desk, "more.rating.range"), Heard::refused;
    tell(desk, person.rating, *rating, text);
    say(desk, rating_echo(person, *rating), {{"n", say_rating(*rating)}});
    return Heard::stored;
}

// "since September", "three years", "2 months".
Heard in_job_from_text(Desk& desk, std::string_view text) {
    for (const auto* word : {"long", "a while", "for years", "years", "ages", "forever"})
        if (fold(text) == word) return in_job_from_value(desk, "long"), Heard::stored;
    auto day = find_day(text, desk.today, Look::back);
    if (!day) day = find_day(std::string(text) + " ago", desk.today, Look::back);
    Told<Day>& told = person_in_focus(desk)->in_job;
    told = {Asked::answered, std::nullopt, Private<std::string>(std::string(text)), source_now(desk)};
    if (day && days_between(day->day, desk.today) >= 0) told.value = day->day;
    say(desk, told.value ? "more.in_job.echo" : "more.in_job.echo_words",
        {{"text", std::string(text)}, {"when", told.value ? say_day(*told.value, desk.today) : ""}});
    return Heard::stored;
}

void in_job_from_value(Desk& desk, const std::string&) {
    Told<Day>& told = person_in_focus(desk)->in_job;
    told = {Asked::answered, std::nullopt, Private<std::string>(sentence(desk, "more.in_job.long")), source_now(desk)};
    say(desk, "more.in_job.echo_long");
}

void set_mode(Desk& desk, Mode mode, std::string_view words) {
    tell(desk, person_in_focus(desk)->mode, mode, words);
    say(desk, "more.mode.echo." + std::string(enum_word(mode)));
}

// The line begins with it, or it stands somewhere with its sign: "he really doesn't like it, minus three".
std::optional<int> rating_in(std::string_view text) {
    const auto said = split(text, " ,;.:");
    if (said.size() == 2 && (fold(said[1]) == "plus" || fold(said[1]) == "minus"))
        return first_rating(std::string(said[1]) + " " + std::string(said[0]));
    if (const auto first = first_rating(text)) return first;
    std::optional<int> found;
    for (std::size_t i = 0; i < said.size(); ++i) {
        const std::string word = fold(said[i]);
        const bool spelled = word == "plus" || word == "minus";
        const bool typed = said[i].size() > 1 && (said[i][0] == '+' || said[i][0] == '-');
        const auto here = spelled && i + 1 < said.size() ? first_rating(word + " " + std::string(said[i + 1]))
                          : typed                        ? first_rating(said[i])
                                                         : std::nullopt;
        if (here && found) return std::nullopt; // "from +4 to +2"
        if (here) found = here;
    }
    return found;
}

// "+2", "+ 3", "2", "minus two", "plus 7", "-3 at best".
std::optional<int> first_rating(std::string_view text) {
    static const std::vector<const char*> numbers = {"zero", "one",   "two",   "three", "four", "five",
                                                     "six",  "seven", "eight", "nine",  "ten"};
    std::string plain = fold(text);
    int sign = 1;
    const std::string_view typed = trim(text);
    if (typed.starts_with("-") || typed.starts_with("−") || typed.starts_with("–") || plain.starts_with("minus"))
        sign = -1;
    for (const auto* word : {"plus", "minus", "a", "maybe", "rather", "about"})
        if (starts_with_word(plain, word)) plain = fold(plain.substr(std::string_view(word).size()));
    while (!plain.empty() && (plain[0] == '+' || plain[0] == '-' || plain[0] == ' ')) plain.erase(0, 1);
    for (std::size_t i = 0; i < numbers.size(); ++i)
        if (starts_with_word(plain, numbers[i])) return sign * static_cast<int>(i);
    const auto digits = plain.find_first_of("0123456789");
    if (digits == std::string::npos || digits > 3) return std::nullopt;
    int value = 0;
    const auto [end, error] = std::from_chars(plain.data() + digits, plain.data() + plain.size(), value);
    const bool whole = end == plain.data() + plain.size() || *end == ' ' || *end == ',' || *end == ';';
    return error == std::errc{} && whole ? std::optional(sign * value) : std::nullopt;
}

// What does not fit together is said once, and kept: the flag about it waits for a fact (domain 7).
std::string_view rating_echo(const Influence& person, int rating) {
    const bool content = person.mode.is(Mode::even_keel) || person.mode.is(Mode::overconfident);
    if (!is_met(person)) return "more.rating.never_met";
    if (rating >= 3 && content) return "more.rating.content";
    if (rating >= 4 && status(person.win) != WinStatus::supported) return "more.rating.strong";
    return "more.rating.echo";
}

template <class Value> std::optional<Value> first_of(const Words<Value>& words, std::string_view text) {
    const std::string folded = fold(text);
    for (const auto& [word, value] : words)
        if (has_word(folded, "or " + std::string(word))) return std::nullopt; // "high or medium"
    for (const auto& [word, value] : words)
        if (starts_with_word(folded, word)) return value;
    const auto parts = clauses(text);
    for (const std::string& part : parts)
        for (const auto& [word, value] : words)
            if (std::string_view(word).size() > 2 && starts_with_word(part, word)) return value;
    const std::string first = parts.empty() ? "" : parts[0].substr(0, parts[0].find(' '));
    for (const auto& [word, value] : words)
        if (two_swapped(first, word)) return value;
    return std::nullopt;
}

// "hgih" is "high"; "hire" is not "fire".
bool two_swapped(std::string typed, std::string word) {
    if (word.size() < 4 || !one_edit_apart(typed, word)) return false;
    std::ranges::sort(typed);
    std::ranges::sort(word);
    return typed == word;
}

} // namespace
} // namespace vera
