#include "dialogs/notes.hpp"

#include "core/text.hpp"

namespace vera {

bool keep_words(Desk& desk, std::vector<Note>& notes, std::string_view text) {
    if (notes.size() >= limits::notes) return say(desk, "note.full", {{"n", std::to_string(limits::notes)}}), false;
    notes.push_back({shorten(text, limits::fact_text), source_now(desk)});
    return true;
}

void keep_as_note(Desk& desk, std::string_view text, const char* said) {
    Deal* deal = deal_in_focus(desk);
    if (!deal) return say(desk, "deal.none");
    if (keep_words(desk, deal->notes, text))
        say(desk, said, {{"text", in_chat(desk, shorten(text, limits::name_text))}});
}

} // namespace vera
