#include "core/evidence.hpp"

namespace vera {

Grade grade(const Evidence& evidence) {
    const bool has_words = !evidence.words.reveal().empty();
    switch (evidence.kind) {
    case EvidenceKind::guess:
        return has_words ? Grade::e1 : Grade::e0;
    case EvidenceKind::observed:
        return Grade::e2;
    case EvidenceKind::heard:
        return evidence.from_coach && !evidence.who.empty() && evidence.when ? Grade::e3 : Grade::e2;
    case EvidenceKind::said:
        return has_words && evidence.when ? Grade::e4 : Grade::e2;
    }
    return Grade::e0;
}

} // namespace vera
