#pragma once
// `vera export`: one deal as a file. Each export is recorded before anything of it can be seen.
#include "bot/ports.hpp"
#include "core/expected.hpp"
#include "core/store/store.hpp"

namespace vera {

enum class ExportFormat { markdown, json, csv, crm };

struct ExportOrder {
    std::string deal; // its name, or how it begins
    std::string user; // of the terminal, or "slack:T024BE7LD/U061F7AUR"
    Zone zone;        // whose day it is
    ExportFormat format = ExportFormat::markdown;
    bool with_private = false;
    std::string reason; // needed for private fields, and kept
};

Problems wrong_in(const ExportOrder&); // what the command line says and cannot be done
// The text. Problems: the user has no such deal, or several.
Expected<std::string> export_deal(store::Store&, const ExportOrder&, Ids&, Time now);

// Readable by its owner alone; in place of an older one only when it is whole.
std::optional<Problem> write_file(const std::string& path, const std::string& text);

} // namespace vera
