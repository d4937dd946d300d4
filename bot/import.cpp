#include "bot/import.hpp"

#include "bot/command_event.hpp"
#include "bot/transaction.hpp"
#include "core/limits.hpp"
#include "core/store/all_deals.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <array>

namespace vera {

namespace {

struct Desk {
    store::Store& store;
    const ImportOrder& order;
    const crm::File& file;
    std::string fresh; // what the new ids derive from
    Time now;
};

Event event_of(const Desk&);
crm::Preview look(const Desk&);
ImportEnd import_now(const Desk&, const crm::Preview& shown, Problems&);
std::vector<Deal> all_deals(store::Store&, const Event&);
void save_all(const Desk&, const crm::Preview&, const std::vector<Deal>& known, const Event&);
void show(const crm::Preview&, const Desk&, std::ostream&);
void show_change(const crm::Change&, std::ostream&);
void show_remarks(const crm::Preview&, const crm::File&, std::ostream&);
bool confirmed(const Desk&, std::istream&, std::ostream&);

} // namespace

ImportEnd import_deals(store::Store& store, const ImportOrder& order, std::string_view bytes, Ids& ids, Time now,
                       std::istream& in, std::ostream& out, Problems& problems) {
    auto file = crm::read(bytes, order.file, order.dates);
    if (!file) {
        problems = file.problems();
        return ImportEnd::refused;
    }
    Desk desk{store, order, *file, ids.fresh(), now};
    auto preview = look(desk);
    problems = preview.problems;
    if (!problems.empty()) return ImportEnd::refused;
    show(preview, desk, out);
    if (preview.changes_nothing()) return ImportEnd::nothing_to_do;
    if (!confirmed(desk, in, out)) return ImportEnd::not_confirmed;
    auto end = import_now(desk, preview, problems);
    if (end == ImportEnd::imported) out << "Imported.\n";
    return end;
}

namespace {

// The account may be a new one: the caller decides whether it stays.
Event event_of(const Desk& desk) {
    store::Account account{"terminal", "local", desk.order.user, desk.order.user, desk.order.zone};
    auto who = store::identify(desk.store, account, desk.fresh, desk.now);
    return event_of_command("import", who, desk.fresh, desk.now);
}

crm::Preview look(const Desk& desk) {
    store::begin(desk.store);
    try {
        auto event = event_of(desk);
        auto known = all_deals(desk.store, event);
        store::rollback(desk.store);
        return crm::preview(desk.file, known, {event.id, event.user, desk.now});
    } catch (...) {
        store::rollback(desk.store);
        throw;
    }
}

// What was shown is what is written: on a shared database somebody may have talked to Vera meanwhile.
ImportEnd import_now(const Desk& desk, const crm::Preview& shown, Problems& problems) {
    try {
        return committed(desk.store, [&] {
            auto event = event_of(desk);
            auto known = all_deals(desk.store, event);
            auto preview = crm::preview(desk.file, known, {event.id, event.user, desk.now});
            if (preview.changes != shown.changes) throw store::Conflict("import");
            save_all(desk, preview, known, event);
            return ImportEnd::imported;
        });
    } catch (const store::Conflict&) {
        problems = {{desk.file.name, "was not imported: the deals changed while you looked; import it again"}};
        return ImportEnd::refused;
    }
}

std::vector<Deal> all_deals(store::Store& store, const Event& event) {
    std::vector<Deal> deals;
    auto heads = store::all_heads(store, {event.tenant, event.user});
    for (std::size_t begin = 0; begin < heads.size(); begin += limits::loaded_deals) {
        Needs slice;
        for (auto i = begin; i < std::min(begin + limits::loaded_deals, heads.size()); ++i)
            slice.deals.push_back(heads[i].id);
        State state;
        store::load_more(store, state, event, slice);
        std::move(state.deals.begin(), state.deals.end(), std::back_inserter(deals));
    }
    return deals;
}

void save_all(const Desk& desk, const crm::Preview& preview, const std::vector<Deal>& known, const Event& event) {
    auto before = store::load(desk.store, event);
    before.deals = known;
    Plan plan;
    plan.next = before;
    for (auto& change : preview.changes) {
        if (change.fate == crm::Fate::left_out || change.fate == crm::Fate::unchanged) continue;
        if (auto* deal = find_deal(plan.next, change.deal.head.id))
            *deal = change.deal;
        else
            plan.next.deals.push_back(change.deal);
        plan.records.push_back({"deal.imported", change.deal.head.id, {}});
    }
    store::save(desk.store, before, plan, event, desk.now);
}

void show(const crm::Preview& preview, const Desk& desk, std::ostream& out) {
    struct Part {
        crm::Fate fate;
        const char* heading;
    };
    static constexpr std::array parts = {Part{crm::Fate::made, "New"},
                                         Part{crm::Fate::linked, "Linked to a deal you made by hand"},
                                         Part{crm::Fate::updated, "Changed"}};
    for (auto& part : parts) {
        auto count = preview.count(part.fate);
        if (count == 0) continue;
        out << part.heading << ": " << count << '\n';
        for (auto& change : preview.changes)
            if (change.fate == part.fate) show_change(change, out);
    }
    if (auto unchanged = preview.count(crm::Fate::unchanged)) out << "Unchanged: " << unchanged << '\n';
    show_remarks(preview, desk.file, out);
}

void show_change(const crm::Change& change, std::ostream& out) {
    out << "  line " << change.line << ", " << change.deal.head.name;
    const char* before = ": ";
    for (auto& [field, from, to] : change.differences) {
        out << before << field << ' ' << (from.empty() ? "" : from + " -> ") << to;
        before = "; ";
    }
    out << '\n';
}

void show_remarks(const crm::Preview& preview, const crm::File& file, std::ostream& out) {
    if (preview.changes.empty()) out << "The file has no deals.\n";
    if (auto closed = preview.count(crm::Fate::left_out))
        out << "Left out, because they are closed and Vera does not have them: " << closed << '\n';
    auto won_or_lost = std::ranges::count_if(preview.changes, [](const crm::Change& change) {
        return change.closed && change.fate != crm::Fate::left_out && !is_closed(change.deal);
    });
    if (won_or_lost > 0)
        out << "Closed in the file and open here: " << won_or_lost << "; they stay open until you tell Vera.\n";
    if (file.owners > 1) out << "The file names " << file.owners << " owners; all its rows become yours.\n";
    if (file.roles_left_out) out << "Roles of contacts are not taken: who decides is for you to say.\n";
    if (file.encoding == "Windows-1252")
        out << "The file was read as Windows-1252; look at the names above before you say yes.\n";
}

bool confirmed(const Desk& desk, std::istream& in, std::ostream& out) {
    if (desk.order.yes) return true;
    if (!desk.order.can_answer) {
        out << "Nothing is imported yet: say --yes to import.\n";
        return false;
    }
    out << "Import this? [y/N] " << std::flush;
    std::string line;
    std::getline(in, line);
    auto answer = fold(line);
    if (answer == "y" || answer == "yes") return true;
    out << "Nothing is imported.\n";
    return false;
}

} // namespace

} // namespace vera
