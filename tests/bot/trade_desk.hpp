#pragma once
// A database with the two commands on it, vera import and vera export, as the command line calls them.
#include "bot/export.hpp"
#include "bot/files.hpp"
#include "bot/house.hpp"
#include "bot/ids.hpp"
#include "bot/import.hpp"
#include "bot/transaction.hpp"
#include "core/store/all_deals.hpp"
#include "tests/bot/rig.hpp"
#include "tests/support/catch.hpp"

#include <sstream>

namespace vera {

class TradeDesk {
public:
    TradeDesk() : store_(opened()) {}
    std::string import(const std::string& bytes, ImportEnd expected, const std::string& typed = "") {
        ImportOrder order{"deals.csv", user, Zone{}, {}, typed.empty(), !typed.empty()};
        std::istringstream in(typed);
        return import(bytes, expected, order, in);
    }
    std::string import(const std::string& bytes, ImportEnd expected, const ImportOrder& order, std::istream& in) {
        std::ostringstream out;
        Problems problems;
        auto end = import_deals(store_, order, bytes, ids_, now, in, out, problems);
        INFO(out.str());
        CHECK(end == expected);
        CHECK(problems.empty() == (end != ImportEnd::refused));
        std::string all = out.str();
        for (auto& problem : problems) all += problem.where + ": " + problem.what + "\n";
        return all;
    }
    Expected<std::string> give(ExportOrder order) { return export_deal(store_, order, ids_, now); }
    std::string text_of(ExportFormat format, const std::string& reason = "") {
        auto text = give({"nordkai", user, Zone{}, format, !reason.empty(), reason});
        REQUIRE(text);
        return *text;
    }
    std::int64_t count(const char* sql) { return store::integer(store_.database->run(sql).at(0).at(0)); }
    std::vector<Deal> deals() {
        return committed(store_, [&] {
            Event event;
            auto who = store::identify(store_, {"terminal", "local", user, user, Zone{}}, "unused", now);
            event.tenant = who.tenant;
            event.user = who.user;
            State state;
            for (auto& head : store::all_heads(store_, who)) store::load_more(store_, state, event, {{head.id}, {}});
            return state.deals;
        });
    }
    // A turn of the talk that changes the first deal.
    void talk(const std::function<void(Deal&)>& change) {
        committed(store_, [&] {
            Event event;
            event.id = EventId{ids_.fresh()};
            event.keys = {event.id.text()};
            auto who = store::identify(store_, {"terminal", "local", user, user, Zone{}}, "unused", now);
            event.tenant = who.tenant;
            event.user = who.user;
            auto before = store::load(store_, event);
            store::load_more(store_, before, event, {{store::all_heads(store_, who).at(0).id}, {}});
            Plan plan;
            plan.next = before;
            change(plan.next.deals.at(0));
            return store::save(store_, before, plan, event, now);
        });
    }

    store::Store& store() { return store_; }

    std::string user = "leo";
    Time now = rig::noon;
    rig::TemporaryFolder folder;

private:
    store::Store opened() {
        Settings settings;
        settings.database = folder.file("vera.db");
        auto store = open_store(settings, store::Key{}, rig::noon);
        REQUIRE(store);
        return std::move(*store);
    }
    RandomIds ids_;
    store::Store store_;
};

inline std::string shared_file(const std::string& name) {
    auto bytes = read_file(VERA_SOURCE_DIR "/tests/trade/" + name);
    REQUIRE(bytes);
    return *bytes;
}

inline const std::string head_row = "Opportunity ID,Opportunity Name,Account Name,Amount,Close Date,Stage\n";
inline std::string row(const std::string& amount) {
    return head_row + "0065e00000AbCdE,Berth planning,Nordkai," + amount + ",2027-06-30,Proposal\n";
}

} // namespace vera
