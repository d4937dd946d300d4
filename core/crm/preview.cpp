#include "core/crm/preview.hpp"

#include "core/crm/amounts.hpp"
#include "core/limits.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace vera::crm {
namespace {

struct Desk {
    const File& file;
    const Importing& importing;
    std::map<std::string, const Deal*> by_id;                // of this system
    std::map<std::string, std::vector<const Deal*>> by_hand; // open ones without an id, by folded name
    std::map<std::string, int> wanting;                      // rows that would be made or linked, by folded account
    std::set<std::string> names;                             // folded, of open deals
    std::size_t made = 0;
};

Desk desk_of(const File&, const std::vector<Deal>& known, const Importing&);
const std::string& account_of(const Opportunity&);
bool is_open(const Deal&);
Change change_of(Desk&, const Opportunity&);
const Deal* by_hand(const Desk&, const Opportunity&);
void make(Desk&, const Opportunity&, Change&);
std::string free_name(Desk&, const Opportunity&);
void add_people(Change&, const Opportunity&);
std::vector<Difference> follow(Deal&, const Opportunity&, const File&, const Importing&);
std::optional<Money> merged(const std::optional<Money>& old, const Money& now);
std::string said(const std::optional<Money>&);
std::string said(const std::optional<Day>&);
void check_room(const std::vector<Deal>& known, Preview&, const File&);

} // namespace

std::size_t Preview::count(Fate fate) const {
    return static_cast<std::size_t>(std::ranges::count(changes, fate, &Change::fate));
}

bool Preview::changes_nothing() const { return count(Fate::made) + count(Fate::linked) + count(Fate::updated) == 0; }

Preview preview(const File& file, const std::vector<Deal>& known, const Importing& importing) {
    Desk desk = desk_of(file, known, importing);
    Preview all;
    for (const Opportunity& row : file.opportunities) all.changes.push_back(change_of(desk, row));
    check_room(known, all, file);
    return all;
}

namespace {

Desk desk_of(const File& file, const std::vector<Deal>& known, const Importing& importing) {
    Desk desk{file, importing, {}, {}, {}, {}};
    for (const Deal& deal : known) {
        if (!deal.crm.id.empty() && deal.crm.system == file.system) desk.by_id[deal.crm.id] = &deal;
        if (!is_open(deal)) continue;
        desk.names.insert(fold(deal.head.name));
        if (deal.crm.id.empty()) desk.by_hand[fold(deal.head.name)].push_back(&deal);
    }
    for (const Opportunity& row : file.opportunities)
        if (!desk.by_id.contains(row.id) && !is_closed(row)) ++desk.wanting[fold(account_of(row))];
    return desk;
}

const std::string& account_of(const Opportunity& row) { return row.account.empty() ? row.name : row.account; }

bool is_open(const Deal& deal) { return !is_closed(deal); }

Change change_of(Desk& desk, const Opportunity& row) {
    Change change;
    change.line = row.line;
    change.closed = is_closed(row);
    const auto known = desk.by_id.find(row.id);
    const Deal* linked = known == desk.by_id.end() && !change.closed ? by_hand(desk, row) : nullptr;
    if (known == desk.by_id.end() && change.closed) {
        change.fate = Fate::left_out;
    } else if (known != desk.by_id.end() || linked) {
        change.deal = linked ? *linked : *known->second;
        change.differences = follow(change.deal, row, desk.file, desk.importing);
        change.fate = linked ? Fate::linked : change.differences.empty() ? Fate::unchanged : Fate::updated;
        if (change.fate != Fate::unchanged) change.deal.head.touched = desk.importing.now;
    } else {
        make(desk, row, change);
    }
    return change;
}

// One deal made by hand and one row of this name: else which belongs to which is a guess.
const Deal* by_hand(const Desk& desk, const Opportunity& row) {
    const std::string name = fold(account_of(row));
    const auto found = desk.by_hand.find(name);
    if (found == desk.by_hand.end() || found->second.size() != 1 || desk.wanting.at(name) != 1) return nullptr;
    return found->second[0];
}

void make(Desk& desk, const Opportunity& row, Change& change) {
    const auto& [event, user, now] = desk.importing;
    Deal& deal = change.deal;
    deal.head.id = derived<DealId>(event, 'd', ++desk.made);
    deal.head.owner = user;
    deal.head.name = free_name(desk, row);
    deal.head.created = deal.head.touched = now;
    change.differences = follow(deal, row, desk.file, desk.importing);
    add_people(change, row);
    deal.head.people = static_cast<int>(deal.people.size());
    if (!row.next_step.empty()) {
        Action action;
        action.id = ActionId{deal.head.id.text() + "-a1"};
        action.text = row.next_step;
        action.source = {user, now, Visibility::author};
        deal.actions = {action};
    }
}

// Deals are called by their account in the talk, so two of one account get the opportunity's name as well.
std::string free_name(Desk& desk, const Opportunity& row) {
    std::string name = account_of(row);
    const bool shared = desk.wanting.at(fold(name)) > 1 || desk.names.contains(fold(name));
    if (shared && !row.name.empty() && fold(row.name) != fold(name)) name += ", " + row.name;
    name = shorten(name, limits::name_text);
    if (shared && desk.names.contains(fold(name))) name = shorten(name, limits::name_text - max_id - 1) + " " + row.id;
    desk.names.insert(fold(name));
    return name;
}

// Named, and nothing more: no role, no word about what they want. Vera shows the list and asks.
void add_people(Change& change, const Opportunity& row) {
    Deal& deal = change.deal;
    std::string names;
    for (const Contact& contact : row.contacts) {
        Influence person;
        person.person = PersonId{deal.head.id.text() + "-p" + std::to_string(deal.people.size() + 1)};
        person.name = contact.name;
        person.title = contact.title;
        names += (names.empty() ? "" : ", ") + contact.name;
        deal.people.push_back(std::move(person));
    }
    if (!names.empty()) change.differences.push_back({"people", "", names});
}

std::vector<Difference> follow(Deal& deal, const Opportunity& row, const File& file, const Importing& importing) {
    std::vector<Difference> found;
    Objective& objective = deal.objective;
    deal.crm.system = file.system;
    deal.crm.id = row.id;
    if (objective.asked == Asked::not_yet) {
        if (!row.name.empty()) found.push_back({"objective", objective.text, row.name});
        objective.asked = Asked::answered;
        objective.text = row.name;
        objective.source = {importing.user, importing.now, Visibility::author};
    }
    const auto amount = row.amount ? merged(objective.amount, *row.amount) : objective.amount;
    if (amount != objective.amount) {
        found.push_back({"amount", said(objective.amount), said(amount)});
        set_amount(objective, *amount, importing.now);
    }
    if (row.close && row.close != objective.by) {
        found.push_back({"close date", said(objective.by), said(row.close)});
        objective.by = row.close;
        objective.date_of = {}; // whose date it is was told of the one before
    }
    if (!row.stage.empty() && row.stage != deal.crm.stage) {
        found.push_back({"stage", deal.crm.stage, row.stage});
        deal.crm.stage = row.stage;
    }
    return found;
}

// A file without currencies does not take away the one we know; half a cent is how sums come back from tools.
std::optional<Money> merged(const std::optional<Money>& old, const Money& now) {
    if (!old) return now;
    const std::string& currency = now.currency.empty() ? old->currency : now.currency;
    const bool same = std::abs(old->amount - now.amount) < 0.005;
    return Money{same ? old->amount : now.amount, currency};
}

std::string said(const std::optional<Money>& money) { return money ? say_amount(*money) : ""; }
std::string said(const std::optional<Day>& day) { return day ? iso_day(*day) : ""; }

void check_room(const std::vector<Deal>& known, Preview& all, const File& file) {
    const auto open = static_cast<std::size_t>(std::ranges::count_if(known, is_open));
    const std::size_t made = all.count(Fate::made);
    if (made == 0 || open + made <= limits::open_deals) return;
    all.problems.push_back({file.name, "would make " + std::to_string(made) + " deals beside " + std::to_string(open) +
                                           " open ones, and a seller has " + std::to_string(limits::open_deals) +
                                           " at most; export only those being worked on"});
}

} // namespace
} // namespace vera::crm
